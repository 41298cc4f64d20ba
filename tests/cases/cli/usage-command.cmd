envoi lables x.yaml
