# A letter is no Urgent Action: status 1, and nothing is written.
cat >office.txt <<'TXT'
THE OPEN INK SOCIETY
European Office
www.openink.example
tel +32 2 555 01 27

Our reference: OI 118

H.E. Ambassador Lu Example

1 October 2026

Dear Ambassador Lu,

## PAPER FOR THE SCHOOLS OF SAMPLE COUNTY

We write about the self-madepaper of the schools.<sup>1</sup> It was burnt.

Give the schools their self-made-paper back.

<sup>1</sup> The Open Ink Society, *On paper*, 2026.

Yours faithfully,

Hanneke Verlinden

H. Verlinden

Head of Office
TXT
envoi import office.txt -o appeal || echo "status $?"
ls
envoi import --as letter office.txt -o office.md
cat office.md
# It is there already.
envoi import --as letter office.txt -o office.md >/dev/null
