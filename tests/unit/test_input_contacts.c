#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "input/contacts.h"
#include "input/contactvalues.h"

#include <stdlib.h>
#include <unistd.h>

#define XINJIANG "\xE6\x96\xB0\xE7\x96\x86" /* two characters */
#define GOVERNOR "\xE4\xB8\xBB\xE5\xB8\xAD"

static void dump_list(Buf *out, const char *name, const TextList *list) {
    if (!list->n)
        return;
    buf_printf(out, " %s=", name);
    for (size_t i = 0; i < list->n; i++) {
        buf_puts(out, i ? "/" : "");
        buf_add(out, list->v[i].s, list->v[i].n);
    }
}

static void dump_form(Buf *out, const ContactForm *form) {
    for (int f = 0; f < CONTACT_FIELDS; f++)
        if (form->fields[f].s)
            buf_printf(out, " %s=%.*s", contact_field_names[f],
                       (int)form->fields[f].n, form->fields[f].s);
    dump_list(out, "names", &form->names);
    dump_list(out, "lines", &form->lines);
    dump_list(out, "address", &form->address);
}

/* "1: name=Ana lines=a/b; zh: name=..; +color=red" for each record, then the
 * messages. */
static char *dump(Arena *a, const char *name, const char *bytes, bool csv) {
    Diag *d = diag_new();
    Contacts contacts;
    const Source *src = source_from(a, name, bytes, strlen(bytes));
    bool ok = csv ? contacts_parse_csv(a, src, d, &contacts)
                  : contacts_parse_yaml(a, src, d, &contacts);
    CHECK(ok == (diag_count(d, DIAG_ERROR) == 0));
    Buf out = {0};
    for (size_t i = 0; ok && i < contacts.n; i++) {
        const Contact *c = &contacts.v[i];
        buf_printf(&out, "%zu:", c->number);
        dump_form(&out, &c->base);
        for (size_t k = 0; k < c->nforms; k++) {
            buf_printf(&out, "; %s:", c->forms[k].lang);
            dump_form(&out, &c->forms[k]);
        }
        for (size_t k = 0; k < c->nextra; k++)
            buf_printf(&out, "; +%.*s=%.*s", (int)c->extra[k].name.n,
                       c->extra[k].name.s, (int)c->extra[k].value.n,
                       c->extra[k].value.s);
        buf_putc(&out, '\n');
    }
    char all[32768] = "";
    FILE *f = fmemopen(all, sizeof all, "w");
    diag_print(d, f, false);
    fclose(f);
    for (char *line = strtok(all, "\n"); line; line = strtok(NULL, "\n"))
        if (line[0] != ' ')
            buf_printf(&out, "%s\n", line);
    char *result = arena_strndup(a, out.s ? out.s : "", out.n);
    buf_free(&out);
    diag_free(d);
    return result;
}

static void expect(const char *bytes, bool csv, const char *want, int line) {
    Arena *a = arena_new();
    const char *got = dump(a, csv ? "a.csv" : "a.yaml", bytes, csv);
    if (strcmp(got, want) != 0)
        printf("line %d:\n", line);
    CHECK_STR(got, want);
    arena_free(a);
}
#define YAML(bytes, want) expect(bytes, false, want, __LINE__)
#define CSV(bytes, want) expect(bytes, true, want, __LINE__)

static void yaml_records(void) {
    YAML("- name: Ana Ruiz\n"
         "  lines: [12 Rue Cler, Apt 3]\n"
         "  postcode: 01230\n"
         "  country: FR\n"
         "  fax: ~\n"
         "- id: gov\n"
         "  name: Governor\n"
         "  country: China\n"
         "  zh:\n"
         "    name: " GOVERNOR "\n"
         "    lines: |\n"
         "      " XINJIANG " 1\n"
         "\n"
         "      " XINJIANG " 2\n",
         "1: name=Ana Ruiz postcode=01230 country=FR lines=12 Rue Cler/Apt 3\n"
         "2: id=gov name=Governor country=China; zh: name=" GOVERNOR
         " lines=" XINJIANG " 1/" XINJIANG " 2\n");
    /* One map is a list of one; other names of fields; a tag in a key; the
     * order of line1, line2 is theirs. */
    YAML("Name: Ana\nline2: b\nline1: a\nlines: first\nZIP: 1\nstate: CA\n"
         "organization: Acme\nname:ug: X\n",
         "1: name=Ana organisation=Acme region=CA postcode=1 lines=first/a/b; "
         "ug: name=X\n");
    YAML("address: |\n  Ana Ruiz\n  12 Rue Cler\n  75007 Paris\n",
         "1: address=Ana Ruiz/12 Rue Cler/75007 Paris\n");
    /* A pipe is no line end. */
    YAML("address: Ana | Paris\n", "1: address=Ana | Paris\n");
    /* `id` over a map is Indonesian. */
    YAML("name: Ana\nid: {name: Ana I}\n", "1: name=Ana; id: name=Ana I\n");
    YAML("name: Ana\nZH-hant-tw: {name: x}\n",
         "1: name=Ana; zh-Hant-TW: name=x\n");
}

static void yaml_faults(void) {
    YAML("- name: Ana\n  adress: 12 Rue Cler\n",
         "a.yaml:2:3: error: unknown field \"adress\"; did you mean "
         "\"address\"?\n");
    YAML("name: Ana\nshoe size: 44\n",
         "a.yaml:2:1: error: unknown field \"shoe size\"; a record has id, "
         "name, names, title, organisation, department, attention, care_of, "
         "lines, address, district, city, region, postcode, country, "
         "same_address_as, salutation, lang, email, phone, fax, social, "
         "copies, embassy_in, and languages "
         "such as \"zh\" over the same fields\n");
    YAML("name: Ana\nname:qx: Ana\n",
         "a.yaml:2:1: error: \"name:qx\": what follows the colon is not a "
         "language; write a tag such as \"zh\", \"zh-Hant\" or \"ug\"\n");
    YAML("name: Ana\nzip: 1\npostcode: 2\n",
         "a.yaml:3:1: error: \"postcode\" is given a second time under another "
         "name; remove one\n");
    YAML("name: [Ana, Ruiz]\norganisation: x\n",
         "a.yaml:1:7: error: \"name\" is a list; only \"lines\", "
         "\"names\" and \"address\" may be\n");
    YAML("name: Ana\ncity: {a: b}\n",
         "a.yaml:2:7: error: \"city\" must be text; put it in quotes if it "
         "holds \": \" or \"{\"\n");
    YAML("name: Ana\nlines:\n  - a\n  - Flat: 3\n",
         "a.yaml:4:5: error: a line of \"lines\" must be text; put it in "
         "quotes if it holds \": \", \"{\" or \"[\"\n");
    YAML("name: |\n  Ana\n  Ruiz\n",
         "a.yaml:2:6: error: \"name\" goes over more than one line; only "
         "\"lines\", \"names\" and \"address\" may\n");
    YAML("name: Ana\naddress: 12 Rue Cler\ncity: Paris\naddress:zh: x\n",
         "a.yaml:3:7: error: \"city\" stands beside \"address\", which is a "
         "whole address; write it there, or call the street \"lines\" instead "
         "of \"address\"\n");
    YAML("name: Ana\ncity: Paris\naddress:zh: x\n",
         "1: name=Ana city=Paris; zh: address=x\n");
    YAML("- Ana\n- name: Bo\n",
         "a.yaml:1:3: error: record 1 is not a list of fields; write \"name: "
         "...\" and so on, one under the other\n");
    YAML("", "a.yaml:1:1: error: the file holds no record; write \"- name: "
             "...\" for each\n");
    YAML("[]\n", "a.yaml:1:1: error: the file holds no record; write \"- name: "
                 "...\" for each\n");
    YAML("name: Ana\nzh: {zh: {name: x}}\n",
         "a.yaml:2:6: error: unknown field \"zh\"; a record has id, "
         "name, names, title, organisation, department, attention, care_of, "
         "lines, address, district, city, region, postcode, country, "
         "same_address_as, salutation, lang, email, phone, fax, social, "
         "copies, embassy_in, and languages "
         "such as \"zh\" over the same fields\n");
    YAML("name: Ana\ncity: a\xEF\xBB\xBF"
         "b\n",
         "a.yaml:2:8: error: an invisible byte order mark (U+FEFF) inside the "
         "file; remove it\n");
}

static void csv_records(void) {
    CSV("id,Name,line2,line1,Postal_Code,country,name:zh,color\n"
        "1,Ana,b,a,01230,FR," XINJIANG ",red\n"
        "\n"
        ",,,,,,,\n"
        "2,\"Bo \"\"B\"\" Li\",,\"x\ny\",,,,=1+1\n",
        "1: id=1 name=Ana postcode=01230 country=FR lines=a/b; zh: "
        "name=" XINJIANG "; +color=red\n"
        "2: id=2 name=Bo \"B\" Li lines=x/y; +color==1+1\n");
    CSV("\xEF\xBB\xBFname;lines;address:ug\r\nAna;\"a\r\nb\";\"c\r\nd\"\r\n",
        "1: name=Ana lines=a/b; ug: address=c/d\n");
    CSV("name\tcity\rAna\tParis\r", "1: name=Ana city=Paris\n");
}

static void csv_faults(void) {
    CSV("name,city\nAna,Paris,FR\nBo\n",
        "a.csv:2:11: error: row 2 has 3 fields and the first line names 2; a "
        "field that holds \",\" must stand in quotes\n"
        "a.csv:3:3: error: row 3 has 1 field and the first line names 2: "
        "column 2 \"city\" is missing; write \",\" for each empty field\n");
    CSV("name,,city\nAna,x,y\n",
        "a.csv:2:5: error: column 2 has no name in the first row; name it "
        "there or delete the column\n");
    CSV("name,,city\nAna,,x\n", "1: name=Ana city=x\n");
    CSV("name,city,\nAna,x,\n", "1: name=Ana city=x\n");
    CSV("zip,name,Postcode\n1,Ana,2\n",
        "a.csv:1:10: error: column 3 \"Postcode\" repeats column 1 \"zip\"; "
        "rename or delete one\n");
    CSV("name,color,color\nAna,a,b\n",
        "a.csv:1:12: error: column 3 \"color\" repeats column 2 \"color\"; "
        "rename or delete one\n");
    CSV("name,name:xq\nAna,b\n",
        "a.csv:1:6: error: \"name:xq\": what follows the colon is not a "
        "language; write a tag such as \"zh\", \"zh-Hant\" or \"ug\"\n");
    CSV("", "a.csv:1:1: error: the file is empty; its first line must name the "
            "columns: name,lines,city,country\n");
    CSV("name,city\n", "a.csv:2:1: error: the file names its columns and has "
                       "no rows below them\n");
    CSV("name,city\n,\n\n", "a.csv:4:1: error: the file names its columns and "
                            "has no rows below them\n");
    CSV("Ana Ruiz,12 Rue Cler\nBo,x\n",
        "a.csv:1:1: error: no column is a field of an address; the first line "
        "must name the columns: name,lines,city,country. Or say what yours "
        "mean: --map \"COLUMN=name,COLUMN=lines\"\n");
    CSV("name,city\nAna,\"Pa\nris\"\n",
        "a.csv:2:8: error: \"city\" goes over more than one line; only "
        "\"lines\", \"names\" and \"address\" may\n");
    /* The place is exact behind quotes, line ends in fields, wide letters. */
    CSV("lines,name,city,country\n"
        "\"" XINJIANG "\n" XINJIANG "\",\"A \"\"x\"\" \",b,\"No Such Land\"\n",
        "a.csv:3:19: error: unknown country \"No Such Land\"; write its "
        "two-letter code (CN, US) or its name\n");
    CSV("name,adress\nAna,x\n",
        "1: name=Ana; +adress=x\n"
        "a.csv:1:6: warning: column \"adress\" is not a field of an address "
        "and "
        "can only be used in letters; did you mean \"address\"?\n");
    CSV("name,city\nAna,\"Paris\nBo,Rome\n",
        "a.csv:2:5: error: row 2, field 2: this quote is never closed; add the "
        "closing quote; the next record is taken to begin in line 3\n");
    CSV("\"\xEF\xBB\xBFname\",city\nAna,Paris\n",
        "a.csv:1:2: error: an invisible byte order mark (U+FEFF) inside the "
        "file; remove it\n"
        "a.csv:2:1: error: record 1 has no name, no organisation and no "
        "address; give it one of them\n");
}

/* Several people on one envelope; an office, who reads it, where to. */
static void people(void) {
    YAML("names: [Ana Ruiz, Bo Lee]\noffice: Press\nattn: Ms Poe\nc/o: Smith\n"
         "zh: {names: [" XINJIANG ", " GOVERNOR "]}\n",
         "1: name=Ana Ruiz, Bo Lee department=Press attention=Ms Poe "
         "care_of=Smith names=Ana Ruiz/Bo Lee; zh: name=" XINJIANG ", " GOVERNOR
         " names=" XINJIANG "/" GOVERNOR "\n");
    YAML("names: Ana\n", "1: name=Ana names=Ana\n");
    YAML("name: Ana\nnames: [Bo]\n",
         "a.yaml:1:7: error: \"name\" stands beside \"names\"; write everybody "
         "into \"names\"\n");
    CSV("names,Care_Of,c/o\nx,y,z\n",
        "a.csv:1:15: error: column 3 \"c/o\" repeats column 2 \"Care_Of\"; "
        "rename or delete one\n");
    CSV("names,department,Attention,c/o\n\"Ana; Bo\nCy;\",Press,Ms Poe,Smith\n",
        "1: name=Ana, Bo, Cy department=Press attention=Ms Poe care_of=Smith "
        "names=Ana/Bo/Cy\n");
    CSV("name2,name 1,names:zh\nBo,Ana," XINJIANG ";" GOVERNOR "\n",
        "1: name=Ana, Bo names=Ana/Bo; zh: name=" XINJIANG ", " GOVERNOR
        " names=" XINJIANG "/" GOVERNOR "\n");
    CSV("attention,city\nMs Poe,Rome\n", "1: attention=Ms Poe city=Rome\n");
    YAML("name: Ana Poe\nshort_name: Ana P.\nembassy-in: US\n",
         "1: name=Ana Poe short_name=Ana P. embassy_in=US\n");
    YAML("name: Ana\nembassy_in: Nowhere\n",
         "a.yaml:2:13: error: embassy_in: unknown country \"Nowhere\"; write "
         "its two-letter code (CN, US) or its name\n");
}

#define OFFICE                                                                 \
    "- id: ma\n  name: Ma\n  organisation: Org\n  lines: [a, b]\n"             \
    "  city: C\n  country: CN\n  lines:zh: " XINJIANG "\n  title:zh: t\n"

/* One address, written once. */
static void shared(void) {
    YAML(OFFICE "- name: Er\n  same_address_as: ma\n  name:zh: " GOVERNOR "\n"
                "- name: Li\n  same address as: ma\n  country: China\n",
         "1: id=ma name=Ma organisation=Org city=C country=CN lines=a/b; zh: "
         "title=t lines=" XINJIANG "\n"
         "2: name=Er city=C country=CN same_address_as=ma lines=a/b; zh: "
         "name=" GOVERNOR " lines=" XINJIANG "\n"
         "3: name=Li city=C country=China same_address_as=ma lines=a/b; zh: "
         "lines=" XINJIANG "\n");
    CSV("id,name,line1,postcode,country,line1:zh,same address as\n"
        "1,Ma,a,7,CN," XINJIANG ",\n"
        ",Er,,,,,1\n",
        "1: id=1 name=Ma postcode=7 country=CN lines=a; zh: lines=" XINJIANG
        "\n"
        "2: name=Er postcode=7 country=CN same_address_as=1 lines=a; zh: "
        "lines=" XINJIANG "\n");
    /* A chain, in whatever order. */
    YAML("- id: c\n  name: C\n  same_address_as: b\n"
         "- id: b\n  name: B\n  same_address_as: a\n"
         "- id: a\n  name: A\n  address: [x, China]\n",
         "1: id=c name=C same_address_as=b address=x/China\n"
         "2: id=b name=B same_address_as=a address=x/China\n"
         "3: id=a name=A address=x/China\n");
    YAML(OFFICE "- name: Er\n  same_address_as: office_a\n",
         "a.yaml:10:20: error: no record of this file has the id \"office_a\"; "
         "give the other record an id\n");
    YAML("- name: Er\n  same_address_as: x\n",
         "a.yaml:2:20: error: no record of this file has the id \"x\"; give "
         "the other record an id\n");
    YAML(OFFICE OFFICE "- name: Er\n  same_address_as: ma\n",
         "a.yaml:18:20: error: two records have the id \"ma\", and either "
         "could be meant; change one\n");
    YAML(OFFICE "- name: Er\n  same_address_as: ma\n  city: D\n",
         "a.yaml:11:9: error: this record has a place of its own and that of "
         "\"ma\"; take out one of them\n");
    YAML(OFFICE "- name: Er\n  same_address_as: ma\n  lines:zh: D\n",
         "a.yaml:11:13: error: this record has a place of its own and that of "
         "\"ma\"; take out one of them\n");
    YAML(OFFICE "- name: Er\n  same_address_as: ma\n  country: FR\n",
         "a.yaml:11:12: error: the country is \"FR\" here and \"CN\" in the "
         "record whose address this one shares; leave it out here\n");
    YAML(
        "- id: a\n  name: A\n  same_address_as: b\n"
        "- id: b\n  name: B\n  same_address_as: a\n"
        "- id: c\n  name: C\n  same_address_as: c\n",
        "a.yaml:6:20: error: the address is that of \"a\", which comes back to "
        "this record; one of them must have an address of its own\n"
        "a.yaml:9:20: error: the address is that of \"c\", which comes back to "
        "this record; one of them must have an address of its own\n");
}

static void languages(void) {
    static const struct {
        const char *tag, *want;
    } tags[] = {
        {"zh", "zh"},      {"ZH-hans-cn", "zh-Hans-CN"},
        {"ug", "ug"},      {"kk-Arab", "kk-Arab"},
        {"bo", "bo"},      {"mn-Mong", "mn-Mong"},
        {"yue", "yue"},    {"qx", NULL},
        {"zh_CN", NULL},   {"zh-", NULL},
        {"", NULL},        {"name", NULL},
        {"zh-Qxyz", NULL}, {"english", NULL},
        {"und", NULL},     {"x-private", NULL},
    };
    Arena *a = arena_new();
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        const char *got = language_tag(a, text_literal(tags[i].tag));
        if (tags[i].want)
            CHECK_STR(got, tags[i].want);
        else
            CHECK(got == NULL);
        if (!got != !tags[i].want)
            printf("tag %s\n", tags[i].tag);
    }
    arena_free(a);
}

/* Spans survive trimming, splitting and unquoting. */
static void spans(void) {
    static const char csv[] = "name,lines\n"
                              "\" Ana \"\"A\"\" Ruiz \",\"one\r\n  two "
                              "\"\"2\"\"\nthree\"\n";
    Arena *a = arena_new();
    Diag *d = diag_new();
    Contacts contacts;
    const Source *src = source_from(a, "a.csv", csv, sizeof csv - 1);
    CHECK(contacts_parse_csv(a, src, d, &contacts));
    const Contact *c = &contacts.v[0];
    Text name = c->base.fields[CONTACT_NAME];
    CHECK(text_equal(name, "Ana \"A\" Ruiz"));
    CHECK_INT(name.span.off, strstr(csv, "Ana") - csv);
    CHECK_INT(text_span(name, 8, 4).off, strstr(csv, "Ruiz") - csv);
    CHECK_INT(c->base.lines.n, 3);
    CHECK(text_equal(c->base.lines.v[1], "two \"2\""));
    CHECK_INT(c->base.lines.v[1].span.off, strstr(csv, "two") - csv);
    CHECK_INT(c->base.lines.v[2].span.off, strstr(csv, "three") - csv);
    CHECK_INT(c->base.lines.v[2].span.n, 5);
    CHECK_INT(c->span.off, 11);
    CHECK_INT(c->span.n, sizeof csv - 1 - 11 - 1);
    diag_free(d);
    arena_free(a);
}

static void caps(void) {
    Arena *a = arena_new();
    size_t n = LIMIT_FIELD_BYTES + 1;
    char *big = malloc(n + 64);
    strcpy(big, "name: Ana\ncity: ");
    memset(big + 16, 'x', n);
    big[16 + n] = '\0';
    CHECK_STR(dump(a, "a.yaml", big, false),
              "a.yaml:2:7: error: \"city\" is 65537 bytes long; at most 65536 "
              "are allowed in a field\n");
    strcpy(big, "name: Ana\nlines: |\n");
    for (int i = 0; i < FIELD_LINES_MAX + 5; i++)
        strcat(big, "  x\n");
    CHECK_STR(dump(a, "a.yaml", big, false),
              "a.yaml:67:3: error: \"lines\" has more than 64 lines; no label "
              "or window holds them\n");
    free(big);
    arena_free(a);
}

/* The format of a file whose name does not tell. */
static void formats(void) {
    static const struct {
        const char *name, *bytes, *want;
    } files[] = {
        {"book.csv", "name\nAna: x\n", "Ana: x"},
        {"book.YML", "name: Ana\n", "Ana"},
        {"book", "- name: Ana\n", "Ana"},
        {"book", "\n# people\nname: Ana\n", "Ana"},
        {"book", "name: Ana\n", "Ana"},
        {"book", "name:zh,name\nx,Ana\n", "Ana"},
        {"book.txt", "\xEF\xBB\xBF\"name\";city\nAna;Paris\n", "Ana"},
    };
    char dir[] = "/tmp/envoi-test-XXXXXX";
    CHECK(mkdtemp(dir) != NULL);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        Arena *a = arena_new();
        Diag *d = diag_new();
        Contacts contacts;
        const char *path = arena_printf(a, "%s/%s", dir, files[i].name);
        FILE *f = fopen(path, "w");
        fputs(files[i].bytes, f);
        fclose(f);
        CHECK(contacts_load(a, NULL, path, d, &contacts));
        CHECK(contacts.n == 1 &&
              text_equal(contact_get(&contacts.v[0], CONTACT_NAME, ""),
                         files[i].want));
        unlink(path);
        diag_free(d);
        arena_free(a);
    }
    Arena *a = arena_new();
    Diag *d = diag_new();
    Contacts contacts;
    CHECK(!contacts_load(a, NULL, arena_printf(a, "%s/none.csv", dir), d,
                         &contacts));
    CHECK_INT(diag_exit_status(d), 3);
    diag_free(d);
    arena_free(a);
    rmdir(dir);
}

int main(void) {
    yaml_records();
    yaml_faults();
    csv_records();
    csv_faults();
    people();
    shared();
    languages();
    spans();
    caps();
    formats();
    return unit_done("input_contacts");
}
