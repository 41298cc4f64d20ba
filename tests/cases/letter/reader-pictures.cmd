# Pictures without words, inside text, from elsewhere; HTML.
cat >letter.md <<'END'
![](town.png)

A picture ![of a town](town.png) in a line.

![A town](https://example.org/town.png)

![A town](town.png "A title")

![A town]()

<img src="town.png">

A <b>word</b>.
END
envoi letter letter.md -o x.pdf
echo $?
ls
