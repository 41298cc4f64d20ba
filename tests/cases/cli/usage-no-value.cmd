envoi labels list.yaml -o
