# Every help is on standard output with status 0.
envoi --help || exit
for c in labels envelope letter check fonts layouts; do
    echo "---- $c"
    envoi $c --help || exit
done
