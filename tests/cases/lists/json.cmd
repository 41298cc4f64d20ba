# JSON lines, an array, keys in other languages, forms in languages.
show() {
    envoi labels "$@" --origin FR --dump=lines 2>&1 |
        sed -n 's/^\[.* "\(.*\)"$/    \1/p; /: note:\|: warning:\|: error:/p'
}
cat >list.jsonl <<'LIST'
{"name": "Ana \"A.\" Ruiz", "lines": ["12 Rue Cler", "B\u00e2t. 3"], "postcode": 75007, "city": "Paris", "country": "FR", "member": true, "fax": null}
{"姓名": "王小明", "地址": "建国路88号", "城市": "北京市", "邮编": "010022", "国家": "CN", "zh": {"lines": "某某路\n12号"}}

{"Nom": "Lefèvre", "Prénom": "Zo\ud83d\ude00", "rue": "1 rue", "ville": "Nîmes", "pays": "France", "id": "x"}
LIST
show list.jsonl
printf '[{"name":"Ana","lines":"=1+1","city":"Rome","country":"IT"},\n {"name":"Bo","lines":"x","city":"Rome","country":"IT"}]' | show -
