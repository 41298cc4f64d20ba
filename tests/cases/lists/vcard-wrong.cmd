# Cards that are broken: each is told, the others are read.
printf 'hello\nBEGIN:VCARD\nVERSION:3.0\nno colon\nFN:A\nADR:;;x;Rome;;;IT\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nVERSION:5.0\nFN:C\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:D\nADR:;;x;Rome;;;Nowhere\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nBEGIN:VCARD\nVERSION:3.0\nFN:E\n' >bad.vcf
envoi check bad.vcf
printf 'BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E2=80=AEx\nFN;CHARSET=UTF-8;QUOTED-PRINTABLE:=FF\nEND:VCARD\n' >old.vcf
envoi check old.vcf
: >none.vcf
envoi check none.vcf
