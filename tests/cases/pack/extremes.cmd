# Much of everything: names in seven scripts, a title of four lines, twelve
# demands, six targets with letters in eight languages, a long link. All of it
# is on the papers, also where they run from right to left.
export SOURCE_DATE_EPOCH=1600000000
mkdir big
cat >big/appeal.yaml <<'END'
title: A professor of folklore, her daughter and eleven students were taken away in the night of the fourteenth of November after a conference about the songs of their grandmothers, and nobody has told their families in all these years where they are kept, under which law, and whether they are still alive
person:
  - name: Rahile Abdukerim-Dawutoghli Mohammad-Emin Hajim
    zh: 热依拉·阿布都克里木·达吾提·买买提明·阿吉
    zh-Hant: 熱依拉·阿布都克里木·達吾提·買買提明·阿吉
    ug: راھىلە ئابدۇكېرىم داۋۇت مۇھەممەدئىمىن ھاجىم
    ar: راحيلة عبد الكريم داود محمد أمين حاجي
    ru: Рахиле Абдукерим-Даут Мухаммед-Эмин Хаджим
    bo: ར་ཧི་ལེ།
  - name: Nur
demands: [One., Two., Three., Four., Five., Six., Seven., Eight., Nine., Ten., Eleven., Twelve.]
deadline: 2030-08-29
report: https://www.example.org/en/latest/campaigns/2023/11/urgent-action/a-very-long-page-name-that-never-ends/ReportYourActions?campaign=UA-133-23&language=en&source=letter-writing-evening
END
for i in 1 2 3 4 5 6; do
    printf -- '- id: t%s\n  name: Somebody Important-Person the %sth\n  title: Party Secretary and Chairman of the Committee for Very Long Titles\n  organisation: Prison Administration Bureau of a Region\n  lines: 1 Example St\n  city: Bern\n  country: CH\n  email: someone%s@a-very-long-domain-name-of-a-ministry.example\n  salutation: Hello,\n' $i $i $i
    for l in zh zh-Hant ug ar ru fr de; do echo "  $l: {salutation: Hello}"; done
done >big/targets.yaml
for l in en zh zh-Hant ug ar ru fr de; do
    printf -- '---\nlang: %s\n---\nRahile Abdukerim-Dawutoghli Mohammad-Emin Hajim, Nur.\n' $l >big/letter.$l.md
done
for lang in en ug zh-Hant; do
    echo "-- $lang"
    envoi pack big --packs 200 --redo 117 --origin FR --lang en,zh,zh-Hant,ug,ar,ru,fr,de --cover-lang $lang \
        --with cover,case,letters,slips,tally,petition,signup,cards -o $lang 2>&1 | grep 'error\|big/appeal\|languages'
    for f in cover-117-117 case-117-117 tally petition cards; do
        pdftotext $lang/$f.pdf - | tr -d '\f' >text
        echo "$f: $(pdfinfo $lang/$f.pdf | sed -n 's/^Pages: *//p') pages," \
            "$(grep -o 'Twelve' text | wc -l) last demands," \
            "$(tr '\n' ' ' <text | grep -o 'Important-Person' | wc -l) targets," \
            "$(grep -o 'ར་ཧི་ལེ' text | wc -l) last names"
    done
    # Heads of a table on each page.
    pdftotext -layout $lang/tally.pdf - | grep -c 'Letters  \|信  '
done
echo "-- four languages side by side"
envoi pack big --origin FR --lang en,zh,ug,fr --with tally -o four 2>/dev/null
pdftotext -layout four/tally.pdf - | grep -E '^ *(Écrire|Anglais)|Total' | tr -s ' '
echo "-- too many names for a card"
for l in de es fr it nl pl pt sv da fi hu cs ro sk hr sl et lv lt is ga mt sq mk; do
    echo "    $l: Rahile Abdukerim-Dawutoghli Mohammad-Emin Hajim of Urumqi"
done >names
sed -i '/^    bo:/r names' big/appeal.yaml
envoi pack big --origin FR --with cards -o many || echo "status $?"
