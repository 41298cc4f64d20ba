# A city called like its country stays at home, where no country line says it.
cat >list.yaml <<'END'
- {name: Ana, lines: [12 rue Cler, Luxembourg], country: LU}
- {name: Bea, lines: [12 rue Cler, Luxembourg], postcode: 1234, country: LU}
- {name: Cid, address: [12 rue Cler, L-1234 Luxembourg, Luxembourg], country: LU}
- {name: Dan, address: [12 rue Cler, Luxembourg, Luxembourg], country: LU}
- {name: Eva, lines: [308 Tanglin Road, Singapore], country: SG}
- {name: Fay, lines: [308 Tanglin Road, Singapore], postcode: 247977, country: SG}
- {name: Gil, address: [Calle 1, Ciudad de Panamá, Panamá], country: PA}
- {name: Han, lines: [12 rue Cler, Paris, France], country: FR}
- {name: Isa, lines: Küçə 1, city: Bakı, postcode: 1000, country: AZ}
END
for origin in LU SG PA FR; do
    echo "-- $origin"
    envoi labels list.yaml --origin $origin --dump=lines | sed -n 's/^\[.* "\(.*\)"$/    \1/p'
done
