envoi --version
