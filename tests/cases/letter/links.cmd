# Addresses of links: in brackets, or as footnotes in one order with the others.
body='See [the report](https://example.org/r)[^a] and [the list](https://example.org/l), again.[^a]

Bare: <https://example.org/bare>.

[^a]: A note with [a link](https://example.org/n).'
for links in brackets notes footnotes; do
    printf -- '---\nlang: en\non: chinese\nlinks: %s\n---\n\n%s\n' $links "$body" >letter.md
    envoi letter letter.md -o x.pdf && pdftotext -layout x.pdf - | sed '/^ *$/d; s/  */ /g'
done
