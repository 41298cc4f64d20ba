# A court without a name above it, an embassy with a Latin address, in Chinese.
cp "$CASE/zh-court.txt" .
envoi import zh-court.txt -o appeal
