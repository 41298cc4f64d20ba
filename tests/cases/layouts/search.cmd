# By kind, by a word of name, alias or title in any case, by both.
envoi layouts --list envelopes
envoi layouts --search switzerland
envoi layouts --search J8160
envoi layouts --list letters --search CHINESE
# Words in any order, each in any of the names.
envoi layouts --search "7163 avery"
envoi layouts --search "window C5 uk"
