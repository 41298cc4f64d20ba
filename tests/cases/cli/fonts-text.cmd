# The face of each character.
envoi fonts --lang zh --sans "A中·"
envoi fonts --lang ug "ئە"
