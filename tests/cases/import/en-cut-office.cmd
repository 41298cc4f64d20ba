# An office that a cell cut in two; a drawn box that LibreOffice saved as a
# picture is told of.
cat >cut.html <<'END'
<html><body><p>UA 41/25 Index: ASA 17/9101/2025 China Date: 11 February 2025</p>
<p>URGENT ACTION</p><p>SINGER HELD WITHOUT CHARGE</p>
<p>The singer Aigul Misal was taken from her home in Ili on 3 January 2025 and has been held without charge since.</p>
<p>TAKE ACTION: write to</p>
<p>Chairman of the Xinjiang Uyghur Autonomous<br>Regional People's Government<br>Erkin Example<br>479 Zhongshan Lu, Tianshan Qu, Urumqi<br>830041, Xinjiang Uyghur Autonomous Region<br>People's Republic of China</p>
<p><img src="cut_html_7b45df403eee59cd.gif" name="Shape1" alt="Shape1"></p>
<p>NAME AND PRONOUN: Aigul Misal (she/her)</p></body></html>
END
envoi import cut.html -o appeal >/dev/null
grep title appeal/targets.yaml
