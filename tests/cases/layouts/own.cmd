# A layout of one's own: told, drawn, and refused with the millimetres.
cat >my.yaml <<'END'
kind: letter
title: my own
source: made for this test
paper: a4
margins: {left: 25, right: 20, top: 25, bottom: 25}
recipient: {left: 20, top: 45, width: 85, height: 40, text: 25, from: 10}
window: {left: 15, top: 40, width: 100, height: 50}
tolerance: 5
envelope: {width: 229, height: 114}
sender: {left: 125, top: 50, width: 75, height: 40}
stamp: {left: 136, top: 5, width: 74, height: 40}
references: 97
body: 105
folds: [110, 220]
marks: {left: 5, length: 5}
END
envoi layouts my.yaml || exit
envoi layouts --draw my.yaml -o x.pdf || exit
sed 's/left: 15, top: 40/left: 25, top: 60/; s/width: 229/width: 200/' my.yaml >bad.yaml
envoi layouts bad.yaml
status=$?
envoi layouts --draw bad.yaml -o y.pdf
ls
exit $status
