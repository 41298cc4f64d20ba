# The layout of 2015: no model letter, copies, an update of an action.
cp "$CASE/en-old.txt" .
envoi import en-old.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
