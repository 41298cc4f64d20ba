envoi labels nosuch.yaml -o x.pdf
status=$?
ls
exit $status
