# The report for programs.
cp "$CASE/en-native.txt" .
envoi import --json en-native.txt
