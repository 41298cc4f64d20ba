# Return addresses that cannot be: each its error, nothing written.
cat >senders.yaml <<'END'
- id: one
  name: Ana
  lines: [14 rue des Tanneries]
  city: Paris
  country: FR
  group: nobody
- id: long
  name: Ana Ruiz
  organisation: The Society for the Furtherance of Very Long Names of Societies
  lines: [First line of a long address, Second line of a long address, Third line of it,
          Fourth line of it, Fifth line of it, Sixth line of it, Seventh line of it]
  city: Paris
  country: FR
END
list="$EXAMPLES/xinjiang-beijing.yaml#ma-xingrui"
envoi envelope "$list" --from senders.yaml#one --return initials -o x.pdf
echo "initials: $?"
envoi envelope "$list" --from senders.yaml#one --return group -o x.pdf
echo "group: $?"
envoi envelope "$list" --from senders.yaml#long --return group -o x.pdf
echo "no group: $?"
envoi envelope "$list" --from senders.yaml#long -o x.pdf
echo "too long: $?"
envoi envelope "$list" --from senders.yaml#long --return-place flap -o x.pdf
echo "too long for the flap: $?"
envoi envelope "$list" --from "$EXAMPLES/sender.yaml" --on c7 -o x.pdf
echo "C7: $?"
envoi envelope "$list" --origin FR --return initials -o x.pdf
echo "no sender: $?"
envoi envelope "$list" --origin FR --return some --return-place side --air perhaps --group x#y -o x.pdf
echo "wrong words: $?"
ls
