# Labels of other shapes, in offset rows and on a roll, told and used: the
# address stands in the shape, in the box that allows the larger type.
sheet() {
    printf 'kind: labels\ntitle: %s\npaper: %s\nlabel: %s\n' "$1" "$2" "$3"
    cat
}
sheet oval 'a5 landscape' '{width: 80, height: 50}' >oval.yaml <<'END'
shape: ellipse
columns: 2
rows: 2
first: {left: 22, top: 20}
pitch: {across: 85, down: 54}
END
sheet round a4 '{width: 40, height: 40}' >round.yaml <<'END'
shape: ellipse
grids:
  - {columns: 4, rows: 3, first: {left: 10, top: 20}, pitch: {across: 42, down: 73}}
  - {columns: 3, rows: 3, first: {left: 31, top: 56.5}, pitch: {across: 42, down: 73}}
END
sheet disc a4 '{width: 117, height: 117, hole: 41}' >disc.yaml <<'END'
shape: ring
columns: 1
rows: 2
first: {left: 46.5, top: 20}
pitch: {down: 130}
END
sheet soft letter '{width: 60, height: 40, round: 15}' >soft.yaml <<'END'
columns: 3
rows: 2
first: {left: 10, top: 20}
pitch: {across: 64, down: 45}
END
sheet roll '{width: 62, height: 29}' '{width: 62, height: 29}' >roll.yaml <<'END'
roll: yes
columns: 1
rows: 1
first: {left: 0, top: 0}
END
cat >a.yaml <<'END'
- name: Ana Ruiz
  lines: [12 Rue Cler]
  city: Paris
  postcode: "75007"
  country: FR
- name: Office of the Governor of the Region
  lines: [1 Example Lu]
  city: Urumqi
  country: CN
END
for s in oval round disc soft roll; do
    envoi layouts $s.yaml
    envoi labels a.yaml --on $s.yaml --origin DE --no-ruler --dump=display
    envoi layouts --draw $s.yaml -o $s.pdf || exit
done
sed 's/^label:/cut: yes\nlabel:/' disc.yaml >cut.yaml
envoi labels a.yaml --on cut.yaml --origin DE --no-ruler --dump=display | grep -c ' line '
