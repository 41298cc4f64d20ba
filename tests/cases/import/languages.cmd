# One action in four languages is one appeal; different actions are several.
cp "$CASE"/en-modern.txt "$CASE"/fr.txt "$CASE"/de.txt "$CASE"/zh.txt "$CASE"/en-native.txt .
envoi import en-modern.txt fr.txt de.txt zh.txt -o one >/dev/null
ls one
sed -n '/lin-yangben/,$p' one/targets.yaml
envoi import en-modern.txt en-native.txt -o two >/dev/null
ls two two/*
# What is there is not written over without being asked.
echo mine >two/ua-7-26/appeal.yaml
envoi import en-modern.txt en-native.txt -o two >/dev/null || echo "status $?"
cat two/ua-7-26/appeal.yaml
envoi import en-modern.txt en-native.txt -o two --force >/dev/null
grep title two/ua-7-26/appeal.yaml
