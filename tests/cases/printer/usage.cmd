# Readings that cannot be, and options that do not go together: all told.
export XDG_CONFIG_HOME="$PWD/config"
try() {
    envoi calibrate "$@"
    echo "$*: $?"
}
try
try --save x
try --save x --fold 1
try --save x --fold 1,2,3 --bars 1 --border 1,2 --corner 3 --feed 7
try --save x --fold 1,2,3,4,5 --feed 3,other --face side --compensate maybe
try --save x --fold 6,0 --back 0,-5.5
try --save x --fold 1,2,3,-4 --bars 130,99
try --save x --border 5,5,5,60
try --save x --compensate yes
try --save x --title 'a
b'
try --save .hidden --fold 1,1
try --save x --fold 1,1 --paper a4
try --save x --list -o y.pdf
try --fold 1,1 -o y.pdf
try --envelope c6 --duplex -o y.pdf
try --envelope nosuch -o y.pdf
try --envelope kaku-2 --paper a4 -o y.pdf
try --paper a5 -o y.pdf
try --dump=lines
try --printer nosuch -o y.pdf
try --show nosuch
try -o y.pdf more
ls -A
