# Nothing is left out because it stands far to the right: neither behind the
# thousandth field of a row nor of a sheet.
commas() {
    printf '%*s' "$1" '' | tr ' ' ,
}
{
    echo 'name,lines,city,country'
    echo "Ana,1 Rue,Paris,FR$(commas 1500)"
    echo "Ben,1 Rue,Paris,FR$(commas 1500)Flat 2"
    echo "$(commas 1500)Carol$(commas 10)"
    echo "Dan,1 Rue,Paris,FR$(commas 3)Flat 2"
} >list.csv
envoi check list.csv 2>err || echo "status $?"
grep -o '^list.csv:.*' err
{
    echo 'name,lines,city,country'
    echo "Ben,1 Rue,Paris,FR$(commas 1500)\"Flat\"2"
} >list.csv
envoi check list.csv 2>err || echo "status $?"
grep -o '^list.csv:.*' err
