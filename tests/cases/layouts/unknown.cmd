envoi layouts din5008-c
