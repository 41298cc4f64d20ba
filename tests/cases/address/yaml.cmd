# The record can be pasted into an address book, and prints the same.
cat >paste <<'END'
• Ma Example, Director: First Office
Li Example
No. 7 "Example" Bureau
c/o Smith
12 Example Lu # 4
Urumqi
Xinjiang 830041
China
新疆乌鲁木齐市示例路12号
马示例
Twitter: @example
END
envoi address paste --origin DE | sed -n 's/　/ /g
/^printed/,$s/^  [a-z]*  *//p' >direct
envoi address paste --origin DE --yaml | tee book.yaml
envoi check book.yaml --origin DE
envoi labels book.yaml --on avery-l7165 --origin DE -o x.pdf
pdftotext -layout x.pdf - | grep -v '^[[:space:]]*$' | sed 's/^ *//;/100 mm/d' >printed
diff direct printed && echo same
