# Addresses of links on lines of their own print nothing; one that no link has
# was meant as text.
printf -- '- {name: Ana Ruiz, salutation: "Hello,", lines: 12 rue Cler, city: Paris, country: FR}\n' >me.yaml
cat >used.md <<'END'
See [the report][r], [Foo] and [bar](http://a.b).

- [r]: https://x.org/r

[foo]:
 <http://foo.bar> "title"

Text [a]: b.
[not]: taken, as it is within a paragraph

[e\]]: http://e\_e.org
END
envoi letter used.md --from me.yaml --to me.yaml --dump=lines |
    sed -n 's/^\[.* "\(.*\)"$/    \1/p'
cat >unused.md <<'END'
[Our reference]: ABC/123

Hello, see [this][r].

[r]: http://x.org
[Case file]: http://y.org
and text behind it.

- item

  [nix]: a

> [q]: nowhere
> [text]: not http://x.org

[^1]: [u]: note
    and more.

Mark[^1].
END
envoi letter unused.md --from me.yaml --to me.yaml -o x.pdf
