envoi fonts --lang zh two words
