#include "unit.h"

#include <stdlib.h>

#include "base/buf.h"
#include "job/rejects.h"
#include "job/select.h"
#include "job/where.h"

static const char people[] =
    "id,name,name:zh,line1,postcode,city,country,fax,lang,Member since,age\n"
    "a,Zo\xC3\xAB Roux,,12 Rue A,75007,Paris,FR,1,fr,2019-05-01,31\n"
    "b,Ana Ruiz,,3 Main St,94110-1234,San Francisco,US,,en,2021-01-15,9\n"
    "c,Ma Xingrui,\xE9\xA9\xAC\xE5\x85\xB4\xE7\x91\x9E,1 Zhongshan,830041,"
    "Urumqi,China,,zh,long ago,\n"
    "d,\xC3\x89mile Zola,,4 Rue B,01200,Valserh\xC3\xB4ne,FR,,fr,"
    "2019-04-30,100\n"
    "e,ana ruiz,,\"3, MAIN ST.\",94110-1234,San Francisco,United States,,en,"
    "2022-01-01,10\n"
    "f,Ben Ruiz,,3 Main St,94110-1234,San Francisco,US,,en,2022-01-01,40\n"
    "g,\"Eve \"\"or\"\" Adam\",,5 Main St,2139,New York,US,2,,,\n";

static ContactList load(Arena *a, const char *csv) {
    Diag *d = diag_new();
    const Source *src = source_from(a, "people.csv", csv, strlen(csv));
    ContactList l = {0};
    CHECK(contacts_parse_csv(a, src, d, &l.all));
    l.n = l.all.n;
    diag_free(d);
    return l;
}

static const char *messages(Arena *a, const Diag *d) {
    char *s = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&s, &n);
    diag_print(d, f, false);
    fclose(f);
    const char *out = arena_strndup(a, s, n);
    free(s);
    return out;
}

/* The ids of the chosen in their order, or the messages. */
static const char *choose(Arena *a, const char *csv, SelectOptions opt) {
    Diag *d = diag_new();
    ContactList l = load(a, csv);
    Selection s;
    Buf b = {0};
    const char *out;
    if (select_records(a, &l, &opt, d, &s)) {
        for (size_t i = 0; i < s.n; i++) {
            Text id = selection_get(&s, i, a)->base.fields[CONTACT_ID];
            buf_add(&b, id.n ? id.s : "?", id.n ? id.n : 1);
        }
        out = arena_strndup(a, b.s ? b.s : "", b.n);
    } else {
        out = messages(a, d);
    }
    buf_free(&b);
    diag_free(d);
    return out;
}

/* What it says beside choosing. */
static const char *said(Arena *a, const char *csv, SelectOptions opt) {
    Diag *d = diag_new();
    ContactList l = load(a, csv);
    Selection s;
    CHECK(select_records(a, &l, &opt, d, &s));
    const char *out = messages(a, d);
    diag_free(d);
    return out;
}

static const char *where(Arena *a, const char *expr) {
    return choose(a, people, (SelectOptions){.where = expr});
}

static const char *sort(Arena *a, const char *fields, const char *lang) {
    return choose(
        a, people,
        (SelectOptions){.sort = fields, .lang = lang, .origin = "FR"});
}

static void test_where(Arena *a) {
    CHECK_STR(where(a, "country = US"), "befg");
    CHECK_STR(where(a, "COUNTRY == \"united states\""), "befg");
    CHECK_STR(where(a, "country=China"), "c");
    CHECK_STR(where(a, "country != FR"), "bcefg");
    CHECK_STR(where(a, "city = 'new york'"), "g");
    CHECK_STR(where(a, "city ~ FRAN"), "bef");
    CHECK_STR(where(a, "city !~ fran and not country = FR"), "cg");
    CHECK_STR(where(a, "has fax"), "ag");
    CHECK_STR(where(a, "not has fax"), "bcdef");
    CHECK_STR(where(a, "name ~ \xE5\x85\xB4"), "c");
    CHECK_STR(where(a, "name:zh ~ \xE5\x85\xB4"), "c");
    CHECK_STR(where(a, "has name:zh"), "c");
    CHECK_STR(where(a, "zip = 75007"), "a");
    CHECK_STR(where(a, "line1 ~ main"), "befg");
    CHECK_STR(where(a, "lines ~ main"), "befg");
    CHECK_STR(where(a, "name = \"\xC3\xA9mile zola\""), "d");
    CHECK_STR(where(a, "name ~ '\"or\"'"), "g");
    CHECK_STR(where(a, "name ~ \"or\""), "g");
    /* "and" binds closer. */
    CHECK_STR(where(a, "country = FR or country = US and has fax"), "adg");
    CHECK_STR(where(a, "(country = FR or country = US) and has fax"), "ag");
    CHECK_STR(where(a, "not (country = FR or country = US)"), "c");
    CHECK_STR(where(a, "not not country = CN"), "c");
    CHECK_STR(where(a, "age < 40"), "abe");
    CHECK_STR(where(a, "age >= 40"), "df");
    CHECK_STR(where(a, "\"member since\" < 2021-01-15"), "ad");
    CHECK_STR(where(a, "\"Member since\" >= 2021-01-15"), "bef");
    CHECK_STR(said(a, people,
                   (SelectOptions){.where = "'Member since' > "
                                            "2000-01-01",
                                   .dedupe = true}),
              "people.csv:4:54: warning: Member since is compared with a date "
              "(2026-11-22), and 1 record has something else there, which is "
              "neither less nor more; this is the first\n"
              "    4 | c,Ma Xingrui,\xE9\xA9\xAC\xE5\x85\xB4\xE7\x91\x9E,1 "
              "Zhongshan,830041,Urumqi,China,,zh,long ago,\n"
              "people.csv:6:1: note: record 5, \"ana ruiz\", is left out: the "
              "same name and address as record 2\n"
              "    6 | e,ana ruiz,,\"3, MAIN ST.\",94110-1234,San "
              "Francisco,United States,,en,2022-01-01,10\n"
              "      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"
              "~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
              "people.csv: note: 5 of its 7 records are chosen\n");
}

/* The place and the message, without the line below. */
static const char *wrong(Arena *a, SelectOptions opt) {
    const char *all = choose(a, people, opt);
    const char *end = strchr(all, '\n');
    return end ? arena_strndup(a, all, (size_t)(end - all)) : all;
}

static const char *bad(Arena *a, const char *expr) {
    return wrong(a, (SelectOptions){.where = expr});
}

static void test_wrong_where(Arena *a) {
    const char *const cases[][2] = {
        {"ctiy = Paris",
         "--where:1:1: error: unknown field \"ctiy\"; did you mean \"city\"?"},
        {"has fax and membersince = 1",
         "--where:1:13: error: unknown field \"membersince\"; did you mean "
         "\"Member since\"?"},
        {"name:xx = a",
         "--where:1:1: error: \"name:xx\": what follows the colon is not a "
         "language; write a tag such as zh, zh-Hant or ug"},
        {"city = New York",
         "--where:1:12: error: here and or or is missing; a value with blanks "
         "stands in quotes: city = \"New York\""},
        {"(city = New York)",
         "--where:1:13: error: here and, or, or ) is missing; a value with "
         "blanks stands in quotes: city = \"New York\""},
        {"", "--where:1:1: error: here a field is missing, as in: country = US "
             "and has fax"},
        {"city =", "--where:1:7: error: here a value is missing, as in: city = "
                   "\"New York\""},
        {"city",
         "--where:1:1: error: \"city\" is not compared with anything; write "
         "city = ..., or has city"},
        {"(has fax", "--where:1:1: error: this ( is never closed; add a )"},
        {"has fax)", "--where:1:8: error: this ) closes nothing; take it out"},
        {"city = \"Paris",
         "--where:1:8: error: this quotation mark is never closed; add one "
         "behind the value"},
        {"city = \"\"", "--where:1:9: error: an empty value: for records "
                        "without it write: not has city"},
        {"city ! Paris", "--where:1:6: error: a ! stands before = or ~; the "
                         "contrary of the rest is: not ..."},
        {"age < old",
         "--where:1:7: error: < and > compare numbers and dates such as "
         "2026-11-22; \"old\" is neither"},
        {"has fax and or has fax", "--where:1:13: error: here a field is "
                                   "missing, as in: country = US and has fax"},
        {"city = Lima",
         "people.csv: error: none of its 7 records is chosen by --where; look "
         "at the fields and values there"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_STR(bad(a, cases[i][0]), cases[i][1]);
    Buf deep = {0};
    for (int i = 0; i < 5000; i++)
        buf_puts(&deep, "(");
    CHECK_STR(bad(a, deep.s),
              "--where:1:51: error: too many ( or not, one in another");
    buf_free(&deep);
    for (int i = 0; i < 20000; i++)
        buf_puts(&deep, i ? " or has fax" : "has fax");
    CHECK_STR(where(a, deep.s), "ag");
    buf_free(&deep);
}

static void test_sort(Arena *a) {
    CHECK_STR(sort(a, "name", NULL), "ebfdgca");
    CHECK_STR(sort(a, "-name", NULL), "acgdfbe");
    /* The origin's own first; then by country; digits as numbers. */
    CHECK_STR(sort(a, "postcode", NULL), "dacgbef");
    CHECK_STR(sort(a, "-postcode", NULL), "befgcad");
    CHECK_STR(sort(a, "country", NULL), "cadbefg");
    CHECK_STR(sort(a, "country,-age", NULL), "cdafebg");
    /* Without an age last, up and down. */
    CHECK_STR(sort(a, "age", NULL), "beafdcg");
    CHECK_STR(sort(a, "-age", NULL), "dfaebcg");
    CHECK_STR(sort(a, "lang", NULL), "befadcg");
    CHECK_STR(sort(a, " City , -id ", NULL), "gafebcd");
    CHECK_STR(wrong(a, (SelectOptions){.sort = "name,"}),
              "--sort:1:6: error: here a field is missing, as in: "
              "country,-postcode,name");
    CHECK_STR(wrong(a, (SelectOptions){.sort = "name,postcoed"}),
              "--sort:1:6: error: unknown field \"postcoed\"; did you mean "
              "\"postcode\"?");
}

static void test_languages(Arena *a) {
    static const char csv[] = "id,name,line1,country\n"
                              "1,\xE4\xB8\x8A\xE6\xB5\xB7,1 A,CN\n"  /* shang */
                              "2,\xE5\x8C\x97\xE4\xBA\xAC,2 A,CN\n"  /* bei */
                              "3,\xE9\x87\x8D\xE5\xBA\x86,3 A,CN\n"; /* chong */
    CHECK_STR(choose(a, csv, (SelectOptions){.sort = "name", .lang = "zh"}),
              "231");
    CHECK_STR(choose(a, csv, (SelectOptions){.sort = "name"}), "123");
    CHECK_STR(choose(a, csv, (SelectOptions){.sort = "name", .origin = "CN"}),
              "231");
    static const char swedish[] = "id,name,line1,country,lang\n"
                                  "1,\xC3\x96rjan,1 A,SE,sv\n"
                                  "2,Petra,2 A,SE,sv\n";
    CHECK_STR(choose(a, swedish, (SelectOptions){.sort = "name"}), "21");
    CHECK_STR(choose(a, swedish, (SelectOptions){.sort = "name", .lang = "de"}),
              "12");
}

static void test_records(Arena *a) {
    CHECK_STR(choose(a, people, (SelectOptions){.records = "5-7,1"}), "aefg");
    /* Of the file, not of what --where leaves. */
    CHECK_STR(choose(a, people,
                     (SelectOptions){.records = "1-3",
                                     .where = "country = US or country = FR"}),
              "ab");
    CHECK_STR(wrong(a, (SelectOptions){.records = "5-8"}),
              "--records:1:1: error: people.csv has 7 records, there is no 8");
}

static void test_duplicates(Arena *a) {
    CHECK_STR(choose(a, people, (SelectOptions){.dedupe = true}), "abcdfg");
    CHECK_STR(choose(a, people, (SelectOptions){0}), "abcdefg");
    CHECK(strstr(said(a, people, (SelectOptions){0}),
                 "people.csv:6:1: warning: record 5, \"ana ruiz\", has the "
                 "same name and address as record 2, and both are printed; "
                 "--dedupe leaves the second out\n"));
    static const char csv[] = "id,name,address,country\n"
                              "1,A,\"1 X St\nParis\",FR\n"
                              "2,A,\"1 X St.\nPARIS\",France\n"
                              "3,A,\"1 X St\nParis\",BE\n"
                              "4,A,,FR\n"
                              "5,A,,FR\n";
    CHECK_STR(choose(a, csv, (SelectOptions){.dedupe = true}), "1345");
}

static const char *names_of(Arena *a, const char *csv, const char *lang) {
    Diag *d = diag_new();
    ContactList l = load(a, csv);
    Selection s;
    const char *out = "";
    SelectOptions opt = {
        .households = true, .dedupe = true, .lang = lang, .origin = "US"};
    CHECK(select_records(a, &l, &opt, d, &s));
    for (size_t i = 0; i < s.n; i++) {
        const Contact *c = selection_get(&s, i, a);
        Text name = c->base.fields[CONTACT_NAME];
        out = arena_printf(a, "%s%.*s (%zu); ", out, (int)name.n, name.s,
                           c->base.names.n);
    }
    diag_free(d);
    return out;
}

static void test_households(Arena *a) {
    CHECK_STR(names_of(a, people, "en"),
              "Zo\xC3\xAB Roux (0); Ana Ruiz and Ben Ruiz (2); Ma Xingrui (0); "
              "\xC3\x89mile Zola (0); Eve \"or\" Adam (0); ");
    static const char csv[] =
        "name,organisation,line1,city,country,lang,salutation\n"
        "Ana,,1 X,Paris,FR,,Dear Ana:\n"
        "The Office,Ministry,1 X,Paris,FR,,\n"
        "Ben,,\"1, x\",PARIS,FR,,Dear Ben:\n"
        "Clara,,1 x.,Paris,France,,Dear Clara:\n"
        "Dora,,1 X,Lyon,FR,,\n";
    CHECK_STR(names_of(a, csv, NULL),
              "Ana, Ben, and Clara (3); The Office (0); Dora (0); ");
    CHECK_STR(names_of(a, csv, "fr"),
              "Ana, Ben et Clara (3); The Office (0); Dora (0); ");
    const char *told = said(a, csv, (SelectOptions){.households = true});
    CHECK(strstr(told, "people.csv:2:1: note: \"Ana, Ben, Clara\" share one "
                       "envelope: records 1, 3, 4\n"));
    CHECK(strstr(told, "their salutations differ"));
    CHECK_STR(choose(a, people,
                     (SelectOptions){
                         .households = true, .dedupe = true, .sort = "name"}),
              "?dgca");
}

static const char *ids(Arena *a, const Selection *s) {
    const char *all = "";
    for (size_t i = 0; i < s->n; i++)
        all =
            arena_printf(a, "%s%c", all,
                         selection_get(s, i, a)->base.fields[CONTACT_ID].s[0]);
    return all;
}

/* A run tries without some and may take them back. */
static void test_dropped(Arena *a) {
    Diag *d = diag_new();
    ContactList l = load(a, people);
    SelectOptions opt = {.keep_going = true};
    Rejects *r = rejects_begin(a, &opt, &(JobOutput){0}, d);
    size_t at[] = {6, 1, 4, 0};
    const Selection chosen = {.list = &l, .at = at, .n = 4};
    Selection few = chosen, whole = {.list = &l, .n = l.n};
    diag_about(d, l.all.v[1].span);
    diag_at(d, DIAG_ERROR, l.all.v[1].span, "cannot be used");
    diag_about(d, (Span){0});
    CHECK_INT(rejects_drop(r, &few), 1);
    CHECK_STR(ids(a, &few), "gea");
    CHECK_STR(ids(a, &chosen), "gbea");
    CHECK_INT(rejects_drop(r, &whole), 1);
    CHECK_STR(ids(a, &whole), "acdefg");
    rejects_end(r, true);
    diag_free(d);
}

int main(void) {
    Arena *a = arena_new();
    test_where(a);
    test_wrong_where(a);
    test_sort(a);
    test_languages(a);
    test_records(a);
    test_duplicates(a);
    test_households(a);
    test_dropped(a);
    arena_free(a);
    return unit_done("select");
}
