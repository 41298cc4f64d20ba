# Who gets no label is not set: an address that would not fit does not stop the
# others.
cat >list.csv <<'END'
name,lines,city,country,copies
Ana,1 rue Cler,Paris,FR,
Bo with a name that is far longer than any label of this sheet is wide and cannot be broken,2 rue Cler,Paris,FR,0
END
envoi labels list.csv --on L7160 --origin FR -o x.pdf && pdftotext x.pdf - | head -n 1
