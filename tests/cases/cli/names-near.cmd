# A file that is not there: the name that may be meant is one of the same
# folder, also in the head of a letter and of a folder for an appeal.
printf -- '- name: Ana Ruiz\n  lines: 1 Rue Cler\n  city: Paris\n  country: FR\n' >senders.yaml
mkdir letters appeal
printf -- '---\nto: ../sender.yaml\n---\nText.\n' >letters/first.en.md
for f in sendres.yaml senders nothing.yaml nofolder/senders.yaml letters senders.yaml/x; do
    envoi labels $f --origin FR -o x.pdf
    echo "$f: $?"
done
envoi letter letters/frist.en.md -o x.pdf
envoi letter letters/first.en.md -o x.pdf
for f in apeal appeal senders.yaml; do envoi pack $f -o out; done
for f in nofolder/x.pdf senders.yaml/x.pdf letters; do
    envoi labels senders.yaml --origin FR -o $f
done
ls
