# Behind a window only the return address is printed, one envelope an addressee.
envoi envelope "$EXAMPLES/xinjiang-beijing.yaml" --on dl-window-fr --from "$EXAMPLES/sender.yaml" -o x.pdf
echo $?
pdfinfo x.pdf | grep Pages
pdftotext -f 2 -l 2 x.pdf -
cat >window.yaml <<'END'
kind: envelope
title: window below the envelope
size: {width: 220, height: 110}
window: {left: 100, top: 80, width: 100, height: 45}
END
envoi envelope "$EXAMPLES/xinjiang-beijing.yaml" --on window.yaml --origin FR -o y.pdf
echo $?
