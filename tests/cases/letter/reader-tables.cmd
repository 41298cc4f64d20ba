# Tables whose rows do not fit together, and what looks like one.
cat >letter.md <<'END'
| a | b |
|---|--:|
| c |
| d | e |

| a | b | c |
|---|---|

> | a |
> |---|

| x | y |
| z | w |

| a | b |
|---|---|
| c | d |
No blank line.
END
envoi letter letter.md -o x.pdf
echo $?
{
    for i in $(seq 21); do printf '|a'; done; echo
    for i in $(seq 21); do printf '|-'; done; echo
} >wide.md
envoi letter wide.md -o x.pdf
echo $?
ls
