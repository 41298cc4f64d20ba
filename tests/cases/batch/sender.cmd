# What of the sender is where: lines for the pen without one, nothing with
# --no-sender, and return addresses that say less.
cat >to.yaml <<'END'
name: Ann
lines: 1 Street
city: Paris
postcode: "75001"
country: FR
END
cat >me.yaml <<'END'
name: Camille Exemple
lines: 9 rue Secrète
postcode: "59000"
city: Lille
country: FR
END
cat >letter.md <<'END'
---
salutation: "Dear {{to.name}},"
closing: Yours,
date: none
lang: en
---

Words.
END
command -v pdftotext >/dev/null || { echo "needs pdftotext"; exit 77; } >&2
try() {
    echo "-- $*"
    envoi batch letter.md --to to.yaml --with letters,envelopes "$@" -o out || return
    for kind in letters envelopes; do
        echo "$kind: $(pdftotext out/$kind.pdf - | tr '\n\f' '  ' | tr -s ' ')"
    done
    tail -n 1 out/manifest.csv | cut -d , -f 2
    rm -rf out
}
try --from me.yaml
try --from me.yaml --return initials
try --from me.yaml --return none
try --from me.yaml --no-sender
try --from blank --origin FR
