# One action in four languages is one appeal; different actions are several.
cp "$CASE"/en-modern.txt "$CASE"/fr.txt "$CASE"/de.txt "$CASE"/zh.txt "$CASE"/en-native.txt .
envoi import en-modern.txt fr.txt de.txt zh.txt -o one >/dev/null
ls one
sed -n '/^fr:/,$p' one/appeal.yaml
sed -n '/lin-yangben/,$p' one/targets.yaml
envoi import en-modern.txt en-native.txt -o two >/dev/null
ls two two/*
# What is there is not written over without being asked.
echo mine >two/ua-7-26/appeal.yaml
envoi import en-modern.txt en-native.txt -o two >/dev/null || echo "status $?"
cat two/ua-7-26/appeal.yaml
envoi import en-modern.txt en-native.txt -o two --force >/dev/null
grep title two/ua-7-26/appeal.yaml
# An action and its update have one number and are two appeals all the same.
sed 's/First UA/Second UA/' en-modern.txt >update.txt
envoi import en-modern.txt update.txt en-modern.txt -o again >/dev/null
ls again
# What fails leaves no folder behind; of two, neither.
mkdir there
echo mine >there/ua-11-26
envoi import en-modern.txt -o there/ua-11-26/deep/er >/dev/null || echo "status $?"
envoi import en-modern.txt en-native.txt -o there >/dev/null || echo "status $?"
ls there
# What each says in its language is on the papers of that language.
envoi check one 2>&1 | grep -c error
