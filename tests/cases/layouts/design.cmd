# What an envelope of a country's own design says of itself.
envoi layouts cn-dl
envoi layouts jp-chou-4
