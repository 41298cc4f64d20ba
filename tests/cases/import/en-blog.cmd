# As sections sent it by mail: who it is for above the text, the day of the
# first action in brackets, recommended action, no title.
cp "$CASE/en-blog.txt" .
envoi import en-blog.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
