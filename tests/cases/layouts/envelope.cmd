envoi layouts us-10
