# The districts of Dublin are numbered, and the number is a part of the city.
for city in 'Dublin 2' 'DUBLIN 6W' 'Dublin 22, D22 AB12' 'Dublin'; do
    printf 'Ana Ruiz\n1 College Green\n%s\nIreland\n' "$city" | envoi address
done
printf 'Ana Ruiz\n1 College Green 2\nIreland\n' | envoi address >out
