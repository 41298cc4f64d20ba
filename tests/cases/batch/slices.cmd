# Numbers of the whole, whatever part is printed; they are in the names then.
cat >to.csv <<'END'
name,lines,city,postcode,country
Zoe,1 Street,Paris,75001,FR
Ann,2 Street,Paris,75001,FR
Max,3 Street,Paris,75001,FR
Lea,4 Street,Paris,75001,FR
Joe,5 Street,Paris,75001,FR
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
try() {
    echo "-- $*"
    envoi batch letter.md --to to.csv --origin FR --with letters,slips "$@" -o out &&
        for f in out/manifest*; do
            echo "${f#out/}"
            cut -d , -f 1,3,5-7,8-11 "$f"
        done
    rm -rf out
}
try --redo 2,4-5
try --shard 2/2
try --records 1,3
try --records 1,3 --sort name
try --sort name --redo 1
try --where 'name != Max' --redo 4
try --redo 6
try --shard 6/6
try --shard 0/2
try --shard 3/2
try --shard 2
try --redo 1 --shard 1/2
