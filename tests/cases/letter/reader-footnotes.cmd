# Footnotes without a text, without a mark, twice, inside one another.
cat >letter.md <<'END'
One[^1], two[^report], three[^3], four[^5].

[^1]: The first.
[^1]: The first again.
[^3]: With a mark[^4] in it.
[^4]: - A list.

- [^5]: In a list.
END
envoi letter letter.md -o x.pdf
echo $?
ls
