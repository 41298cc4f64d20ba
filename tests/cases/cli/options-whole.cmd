# The beginning of an option's name is not the option: what it would mean changes
# when options are added. What else is wrong with one is told by its own word.
echo 'name,city,country' >list.csv
for given in --ded --copie=3 --copies --dedupe=yes --help=3 --o '--dedupe -xy' --outptu; do
    envoi labels list.csv $given
    echo "$given: $?"
done
