envoi labels a.yaml b.yaml -o x.pdf
