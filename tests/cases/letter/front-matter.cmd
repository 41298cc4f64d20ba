# The fields between the --- lines are none of the text: behind blank lines, a
# byte order mark, and with the line ends of any system.
printf -- '- {name: Ana Ruiz, salutation: "Hello,", lines: 12 rue Cler, city: Paris, country: FR}\n' >me.yaml
letter() { # NAME TEXT, the text for printf
    echo "-- $1"
    printf -- "$2" >letter.md
    envoi letter letter.md --from me.yaml --to me.yaml --dump=lines |
        sed -n 's/^\[.* "\(.*\)"$/    \1/p' | grep -v 'Ana\|12\|P[Aa][Rr]'
}
letter 'plain' '---\nsubject: One\nlang: en\n---\nText.\n'
letter 'blank lines' '\n \t\n---\nsubject: Two\nlang: en\n---\nText.\n'
letter 'byte order mark' '\357\273\277\n--- \nsubject: Three\nlang: en\n---\t\nText.\n'
letter 'CR' '---\rsubject: Four\rlang: en\r---\r\rText.\r'
letter 'CR LF' '\r\n---\r\nsubject: Five\r\nlang: en\r\n---\r\nText.\r\n'
letter 'never closed' '\n---\nsubject: Six\n'
letter 'a rule' '\nText.\n\n---\n\nMore.\n'
