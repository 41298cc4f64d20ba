envoi frobnicate
