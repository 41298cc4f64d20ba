envoi layouts us-10
# A size alone is an envelope.
envoi layouts 240x120mm --origin FR | sed '/^rules/,$d'
envoi layouts 240x120 2>&1 || :
