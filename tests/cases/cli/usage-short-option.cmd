envoi labels -z list.yaml -o x.pdf
