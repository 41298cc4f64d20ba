#!/bin/sh
# demo.sh ENVOI OUT - the examples as print-ready PDF, in the folder OUT.
set -eu
envoi=$1 out=$2
list=examples/xinjiang-beijing.yaml
sender=examples/sender.yaml
mkdir -p "$out"

"$envoi" labels $list --origin FR -o "$out/slips.pdf"
"$envoi" labels $list --on avery-l7159 --origin FR -o "$out/labels-l7159.pdf"
"$envoi" envelope $list --on dl --from $sender -o "$out/envelopes-dl.pdf"
letters=
for letter in examples/letters/*.md; do
    pdf=letter-$(basename "$letter" .md).pdf
    "$envoi" letter "$letter" -o "$out/$pdf"
    letters="$letters${letters:+ }$pdf"
done

cat <<END
In $out/: slips.pdf (cut and glue), labels-l7159.pdf (a sheet of Avery L7159),
  envelopes-dl.pdf (with a return address), $letters
Print at 100 %:  lp -o print-scaling=none $out/slips.pdf
Envelopes:       lp -o media=iso_dl_110x220mm -o print-scaling=none $out/envelopes-dl.pdf
Next: put your own name into a copy of $sender, then: man src/cli/envoi.1
END
