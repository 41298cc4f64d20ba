envoi labels list.yaml
