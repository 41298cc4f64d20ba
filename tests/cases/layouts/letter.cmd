envoi layouts din5008-b
