envoi layouts
