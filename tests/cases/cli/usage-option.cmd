envoi labels list.yaml --orign FR -o x.pdf
