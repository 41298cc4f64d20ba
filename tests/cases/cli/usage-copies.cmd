for n in 0 -3 2x "" 99999999999; do envoi labels list.yaml --copies "$n" -o x.pdf; echo $?; done
