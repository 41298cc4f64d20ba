envoi labels list.yaml --script chinese -o x.pdf
