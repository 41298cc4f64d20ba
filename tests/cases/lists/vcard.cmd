# Cards of versions 4.0, 3.0 and 2.1.
show() {
    envoi labels "$@" --origin FR --dump=lines 2>&1 |
        sed -n 's/^\[.* "\(.*\)"$/    \1/p; /: note:\|: warning:\|: error:/p'
}
cat >four.vcf <<'CARDS'
BEGIN:VCARD
VERSION:4.0
FN;LANGUAGE=en:Ana Ruiz
FN;LANGUAGE=zh:安娜
TITLE;LANGUAGE=en:Director
item1.ADR;TYPE=home;LANGUAGE=en:;Apt 5;12 Long
  Street\, North\nB;Urumqi;Xinjiang;830000;China
ADR;TYPE=home;LANGUAGE=zh:;;某某路12号;乌鲁木齐市;新疆;830000;
TEL;TYPE="voice,home";PREF=50:+33 1
TEL;TYPE=fax:+33 2
PHOTO:data:image/jpeg;base64,AAAA
 BBBB
NOTE:nothing
END:VCARD

BEGIN:VCARD
VERSION:4.0
KIND:group
FN:Friends
MEMBER:urn:uuid:1
END:VCARD
CARDS
show four.vcf
cat >three.vcf <<'CARDS'
begin:vcard
version:3.0
N:Ruiz;Ana;Maria;Dr.;
ADR;TYPE=work:;;Old Street 1;Rome;;00100;Italy
ADR;TYPE=home,pref:PO Box 7;;1 New Street;Rome;;00100;Italy
end:vcard
BEGIN:VCARD
VERSION:3.0
FN:Example Office
ORG:Example Office;Press
ADR:;;1 Street;Paris;;75007;FR
END:VCARD
CARDS
show three.vcf
printf 'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=8F=\r\n=E6=98=8E;;;\r\nADR;HOME;QUOTED-PRINTABLE;CHARSET=GB2312:;;=C4=CF=BE=A9=C2=B7;=C9=CF=BA=A3;;200000;CN\r\nTEL;CELL;PREF:1\r\nEND:VCARD\r\n' >two.vcf
show two.vcf
echo "-- in GB18030, and by its first line alone"
iconv -f UTF-8 -t GB18030 four.vcf >cards
show cards
echo "-- an address that says nothing; commas of version 2.1"
cat >empty.vcf <<'CARDS'
BEGIN:VCARD
VERSION:3.0
FN:Bea Ruiz
N:;;;;
ADR;TYPE=home,pref:;;;;;;
ADR;TYPE=work:;;12 rue Cler;Paris;;75007;France
END:VCARD
BEGIN:VCARD
VERSION:2.1
N:Ruiz;Ana
FN:Ana Ruiz
ADR;HOME:;;12, rue Cler;Paris;;75007;France
END:VCARD
CARDS
show empty.vcf
