# A line without letters is in the script of the lines around it.
cat >jp.yaml <<'END'
name: 山田太郎
country: JP
address: |
  東京都千代田区霞が関1-1-1
  100-0013
END
cat >ru.yaml <<'END'
name: Иван Петров
country: RU
lines:
  - ул. Ленина
  - 12-34
  - Москва
  - "101000"
END
for script in native both; do
    for to in jp:JP ru:RU; do
        envoi envelope ${to%:*}.yaml --origin ${to#*:} --script $script -o x.pdf
        pdftotext -layout x.pdf - | grep -v '^[[:space:]]*$' | sed 's/^ *//'
    done
done
# What is printed nowhere is said.
cat >house.yaml <<'END'
name: 山田太郎
country: JP
postcode: 100-0013
lines:
  - 東京都千代田区霞が関1-1-1
  - 1-1-1 Kasumigaseki
END
for script in native latin both; do
    envoi envelope house.yaml --origin JP --script $script -o x.pdf
    pdftotext -layout x.pdf - | grep -v '^[[:space:]]*$' | sed 's/^ *//'
done
# A building's Latin name below a native address is its last line.
sed 's/1-1-1 Kasumigaseki/Park Court 501/' house.yaml >court.yaml
for script in native both; do
    envoi envelope court.yaml --origin FR --script $script -o x.pdf
    pdftotext -layout x.pdf - | grep -v '^[[:space:]]*$' | sed 's/^ *//'
done
