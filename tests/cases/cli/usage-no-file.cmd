envoi labels -o x.pdf
