# A picture comes from the letter's own folder, links followed.
mkdir letters
cp "$EXAMPLES/pictures/"*.png . 2>/dev/null
first=$(ls *.png | head -n 1)
mv "$first" secret.png
ln -s ../secret.png letters/link.png
cp secret.png letters/own.png
for name in ../secret.png "$PWD/secret.png" link.png https://example.org/x.png own.png; do
    printf -- '---\nlang: en\non: chinese\n---\n\n![A picture](%s)\n' "$name" >letters/letter.md
    envoi letter letters/letter.md -o x.pdf 2>err
    echo "$? $(sed "s,$PWD,FOLDER,g" err | head -n 1)"
done
