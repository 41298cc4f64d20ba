envoi fonts --lang zh "𰁺"
