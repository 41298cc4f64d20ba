envoi labels list.yaml --dump=words -o x.pdf
