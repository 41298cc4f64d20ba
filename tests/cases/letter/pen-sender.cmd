# The lines for a sender's pen end above the addressee, however low their place
# is: where lines and words of the head are, in points from the top.
printf -- '- {name: Wang Jiang, title: Director, lines: 1 Example Lu, city: Urumqi, country: CN}\n' >to.yaml
printf 'Text.\n' >letter.md
for on in us-letter us-letter-plain us-letter-9; do
    echo "-- $on"
    envoi letter letter.md --on $on --to to.yaml --from blank --dump=display |
        awk '$4 == "line" && $3 == $6 && $2 > 70 && $3 < 300 { print "line", $3 }
             / line / && $3 == $6 && $2 > 70 && $3 < 300 { print "line", $3 }
             /"(Name|Address|Wang Jiang)"/ { print $3, $NF }' | uniq
done
