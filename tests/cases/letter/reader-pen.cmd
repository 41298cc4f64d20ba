# ::: lines that are not "::: own-words N".
cat >letter.md <<'END'
::: own-words 6

:::

::: own-word 6

::: own-words many

::: own-words 100

> ::: own-words
END
envoi letter letter.md -o x.pdf
echo $?
ls
