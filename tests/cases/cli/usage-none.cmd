# No command: the help, as a mistake.
envoi
