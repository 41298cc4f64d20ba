mkdir list.yaml
envoi labels list.yaml -o x.pdf
