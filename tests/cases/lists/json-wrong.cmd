# Each line that is wrong is told, with its column.
cat >list.jsonl <<'LIST'
{"name": "bad
{"name": "a", "name": "b"}
[1]
{"name": "\u202Eabc", "lines": "\u0000", "country": "FR"}
{"name": "x\u202Ey", "lines": "\ud800", "country": "FR"}
{"name": "\u202Eabc", "country": "FR"}
{"name": {"a": 1}, "city": ["x"], "country": "FR"}
{"country": "CN"}
{"name": "A", "lines": [["x"]], "country": "FR", "Name": "B", "color": [1], "zz": {"name": "x"}}
{"name": "deep", "x": [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}
LIST
envoi check list.jsonl
printf '[{"name":"Ana","lines":"x","city":"Rome","country":"IT"} {"name":"Bo"}]' >a.json
envoi check a.json
printf '[{"name":"Ana","lines":"x","city":"Rome","country":"IT"}] x' >b.json
envoi check b.json
printf '{"name":"Ana","lines":"x","city":"Rome"' >c.json
envoi check c.json
printf ' ' >d.json
envoi check d.json
