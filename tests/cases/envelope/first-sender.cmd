# Of a list of senders the first is on all envelopes, and that is told.
printf 'id,name,lines,city,country\nana,Ana,1 Street,Rome,IT\nben,Ben,2 Street,Rome,IT\n' >senders.csv
printf 'name,lines,city,country\nMax,3 Street,Oslo,NO\n' >to.csv
envoi envelope to.csv --on dl --from senders.csv -o out.pdf
envoi envelope to.csv --on dl --from 'senders.csv#ben' -o out.pdf
