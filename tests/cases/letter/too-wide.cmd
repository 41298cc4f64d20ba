# A word and a table that are wider than the page.
{
    printf -- '---\nlang: en\non: chinese\n---\n\n'
    printf 'A '
    i=0
    while [ $i -lt 30 ]; do
        printf 'abcdefghij'
        i=$((i + 1))
    done
    printf ' word.\n\n'
    printf '| aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb |\n|---|---|\n| c | d |\n'
} >letter.md
envoi letter letter.md -o x.pdf 2>err
status=$?
cut -c 1-400 err | grep error | sed 's/abcdefghij/-/g'
ls
exit $status
