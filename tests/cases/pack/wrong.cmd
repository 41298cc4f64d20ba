# What a run refuses, all of it at once.
export SOURCE_DATE_EPOCH=1600000000
cp -R "$EXAMPLES/kamile-wayit" . && cp "$EXAMPLES/targets.yaml" . && cd kamile-wayit || exit
envoi pack . --lang en,fr -o out || echo "status $?"
envoi pack . --targets ma-xingru,qin-gang --origin US -o out || echo "status $?"
envoi pack . --lang , --targets '' -o out || echo "status $?"
envoi pack . --with covers,slips --return nothing --shard 3/2 -o out || echo "status $?"
envoi pack . --packs 2 --from senders.csv --redo 1 --shard 1/2 -o out || echo "status $?"
# Words that no letter may have: in the letter, in a salutation, at a sender's.
sed -i 's/^avoid: .*/avoid: [amnesty, Federation of Writers, 公正, secretary, cliché]/' appeal.yaml
printf 'name,organisation,lines,city,country\nAna,Amnesty Group 7,1 A St,Boston,US\n' >senders.csv
cat >>letter.en.md <<'END'

The federation *of
writers* asks you too, without a cliché of amnesty.
END
envoi pack . --from senders.csv --lang en,zh -o out || echo "status $?"
# Nobody to greet in Tibetan.
printf -- '---\nlang: bo\n---\nའདི།\n' >letter.bo.md
sed -i '/^avoid/d' appeal.yaml
envoi pack . --origin US --lang bo -o out || echo "status $?"
ls out 2>/dev/null || echo "nothing written"
