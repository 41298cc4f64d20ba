# Where an address takes a whole label, its postcode does not stand alone on a
# line of the Latin place: a word comes along.
for sheet in l7159 l7160; do
    echo "$sheet"
    envoi labels "$EXAMPLES/xinjiang-beijing.yaml#ma-xingrui" --on $sheet \
        --origin US --dump=lines | grep '^\[.*830041'
done
