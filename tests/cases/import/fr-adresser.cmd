# A French page: the country that is in the title, a copy to an embassy.
cp "$CASE/fr-adresser.txt" .
envoi import fr-adresser.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
