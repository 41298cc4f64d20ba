# What is far too long to be an Urgent Action is not searched: it is told, at
# once.
awk 'BEGIN { print "URGENT ACTION"; for (i = 0; i < 20000; i++) print "ab    ab    line " i }' >long.txt
envoi import long.txt
