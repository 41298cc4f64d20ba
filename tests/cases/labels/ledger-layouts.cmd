# Layouts of one's own in a ledger are named as seen from the ledger, wherever
# the run is started; a sheet said in one line is one too.
cat >list.csv <<'END'
name,lines,city,country
Ana,1 rue Cler,Paris,FR
END
mkdir -p office/layouts
cat >office/layouts/mine.yaml <<'END'
kind: labels
title: mine
paper: a4
columns: 2
rows: 3
label: {width: 90, height: 50}
first: {left: 15, top: 20}
pitch: {across: 90, down: 60}
END
run() { envoi labels "$@" --origin FR -o /dev/null; }
run list.csv --on office/layouts/mine.yaml --ledger office/drawer.yaml
(cd office && run ../list.csv --on layouts/mine.yaml --ledger drawer.yaml)
(cd office/layouts && run ../../list.csv --on mine.yaml --ledger ../drawer.yaml)
run list.csv --on "$PWD/office/layouts/mine.yaml" --ledger office/drawer.yaml
sed 1,3d office/drawer.yaml
spec="a4 2x4 80x50 at 20,20 pitch 85x60"
run list.csv --sheet "$spec" --ledger spec.yaml
run list.csv --sheet "$spec" --ledger spec.yaml
sed 1,3d spec.yaml
sed -i 's/height: 50/height: 49/' office/layouts/mine.yaml
run list.csv --on office/layouts/mine.yaml --ledger office/drawer.yaml
