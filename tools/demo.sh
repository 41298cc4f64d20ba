#!/bin/sh
# demo.sh ENVOI OUT - the examples as print-ready PDF, in the folder OUT.
set -eu
envoi=$1 out=$2
list=examples/xinjiang-beijing.yaml
sender=examples/sender.yaml
mkdir -p "$out"

"$envoi" labels $list --origin FR --copies 3 -o "$out/slips.pdf"
"$envoi" labels $list --on avery-l7159 --origin FR --copies 8 \
    -o "$out/labels-l7159.pdf" --proof "$out/proof.pdf"
"$envoi" envelope $list --on dl --from $sender -o "$out/envelopes-dl.pdf"
letters=0
for letter in examples/letters/*.md; do
    "$envoi" letter "$letter" -o "$out/letter-$(basename "$letter" .md).pdf"
    letters=$((letters + 1))
done
"$envoi" letter examples/letters/kamile-wayit.en.md --from blank --origin FR \
    -o "$out/letter-to-fill-in.pdf"
"$envoi" pack examples/kamile-wayit --packs 40 --lang en,zh --origin US \
    --after-deadline --with cover,case,letters,slips,tally,cards \
    -o "$out/evening" 2>/dev/null
"$envoi" layouts --draw din5008-b -o "$out/layout-din5008-b.pdf"
"$envoi" calibrate -o "$out/calibrate.pdf"

cat <<END
In $out/: slips.pdf (cut and glue), labels-l7159.pdf with proof.pdf (to check the Chinese),
envelopes-dl.pdf, $letters letters, letter-to-fill-in.pdf (sender by hand),
evening/ (40 packs for a letter-writing evening, with what to buy in shopping.txt), layout-din5008-b.pdf (window and folds) and
calibrate.pdf (to measure your printer).
Print at 100 %:  lp -o print-scaling=none $out/slips.pdf
Envelopes:       lp -o media=iso_dl_110x220mm -o print-scaling=none $out/envelopes-dl.pdf
Your own:        put your name into a copy of $sender, addresses into one of $list
All commands:    man src/cli/envoi.1
END
