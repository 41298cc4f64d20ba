# The air mail mark: USPS wants it on letters abroad, others where it is asked
# for, nobody inside the country.
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Street]
  city: Springfield
  region: IL
  postcode: "62701"
  country: US
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  country: CN
END
for args in "--origin US" "--origin US --air no" "--origin FR" "--origin FR --air yes" "--origin CN --air yes"; do
    # Intended: two words and more.
    # shellcheck disable=SC2086
    envoi envelope list.yaml $args -o x.pdf
    for page in 1 2; do
        printf '%s, page %s: ' "$args" $page
        pdftotext -f $page -l $page x.pdf - | grep AVION || echo none
    done
done
