envoi layouts L7160
