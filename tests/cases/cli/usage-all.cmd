# All that is wrong with a command line is told at once.
envoi labels --copies 0 --script lating
