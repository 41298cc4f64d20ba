envoi layouts --search butterfly
