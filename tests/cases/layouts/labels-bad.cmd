# Sheets that contradict themselves: each an error at its line, in millimetres.
head='kind: labels\ntitle: t\npaper: a4\n'
try() {
    printf "$head$1" >bad.yaml
    envoi layouts bad.yaml
    echo "$2: $?"
}
label='label: {width: 64, height: 33.86}\n'
grid='columns: 3\nrows: 8\nfirst: {left: 6.46, top: 13.06}\n'
pitch='pitch: {across: 66.54, down: 33.86}\n'
first='first: {left: 0, top: 0}\n'
try "$label$grid${pitch}" good
try "$label${grid}pitch: {across: 63, down: 30}\n" 'overlap'
try "$label${grid}pitch: {across: 70, down: 36}\n" 'off the sheet'
try "label: {width: 64, height: 6}\n$grid$pitch" 'no room'
try "label: {width: 64, height: 33.86, round: 20}\n$grid$pitch" 'corners'
try "label: {width: 64, height: 33.86, round: -1}\n$grid$pitch" 'corners'
try "shape: ring\n$label$grid$pitch" 'no hole'
try "shape: ring\nlabel: {width: 60, height: 30, hole: 30}\n$grid$pitch" 'hole'
try "shape: ring\nlabel: {width: 60, height: 30, hole: 5, round: 2}\n$grid$pitch" 'corners of a ring'
try "label: {width: 64, height: 33.86, hole: 5}\n$grid$pitch" 'hole in a rectangle'
try "shape: oval\n$label$grid$pitch" 'shape'
try "roll: yes\n$label$grid$pitch" 'roll'
try "$label$grid" 'no pitch'
try "${label}columns: 1\nrows: 2\n${first}pitch: {across: 64}\n" 'no pitch down'
try "$label$grid${pitch}grids: []\n" 'grids and a grid'
try "${label}grids:\n- {columns: 2, rows: 2, first: {left: 10, top: 10}, pitch: {across: 70, down: 80}}\n- {columns: 2, rows: 2, first: {left: 20, top: 40}, pitch: {across: 70, down: 80}}\n" 'grids overlap'
try "${label}grids:\n- {columns: 100, rows: 100, first: {left: 10, top: 10}, pitch: {across: 70, down: 80}}\n- {columns: 2, rows: 2, first: {left: 20, top: 40}, pitch: {across: 70, down: 80}}\n" 'too many'
head='kind: labels\ntitle: t\n'
try "paper: a12\n$label$grid$pitch" 'paper'
try "paper: landscape\n$label$grid$pitch" 'paper'
try "paper: [a4]\n$label$grid$pitch" 'paper'
try "paper: a4 landscape\n$label$grid$pitch" 'landscape'
try "paper: {width: 10, height: 29}\n${label}columns: 1\nrows: 1\n${first}" 'small paper'
try "paper: {width: 9, height: 29}\nlabel: {width: 9, height: 29}\ncolumns: 1\nrows: 1\n${first}" 'no room at the edge'
