# senders.awk - N people who write the same letter, no two of the same name,
# house or town.
#
#     awk -v n=10000 -f bench/senders.awk </dev/null
BEGIN {
    split("Ana Ben Chiara Dara Elif Femi Greta Hugo Ines Jonas Katrin Luis", first)
    split("Abel Brandt Costa Dubois Ekberg Ferrari Garnier Hansen", last)
    split("Lyon Rennes Nantes Lille Dijon Tours Metz Nice Brest", town)
    print "name,line1,postcode,city,country"
    for (i = 1; i <= n; i++)
        printf "%s %s %d,%d rue de l’Exemple,%05d,%s,FR\n", first[i % 12 + 1],
            last[int(i / 12) % 8 + 1], i, i % 300 + 1, 1000 + i % 90000,
            town[int(i / 7) % 9 + 1]
}
