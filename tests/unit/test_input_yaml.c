#include "unit.h"

#include "base/arena.h"
#include "base/limits.h"
#include "input/yaml.h"

#include <stdlib.h>

typedef struct Case {
    Arena *arena;
    Diag *diag;
    const Source *src;
    YamlNode *root;
    char out[4096]; /* messages without the quoted source lines */
} Case;

/* The printed messages; lines that show the source begin with blanks. */
static void print_messages(const Diag *d, char *out, size_t room) {
    char all[16384] = "";
    FILE *f = fmemopen(all, sizeof all, "w");
    diag_print(d, f, false);
    fclose(f);
    out[0] = '\0';
    for (char *line = strtok(all, "\n"); line; line = strtok(NULL, "\n"))
        if (line[0] != ' ' && strlen(out) + strlen(line) + 2 < room)
            strcat(strcat(out, line), "\n");
}

static Case *start_n(const char *yaml, size_t n) {
    Case *c = calloc(1, sizeof *c);
    c->arena = arena_new();
    c->diag = diag_new();
    c->src = source_from(c->arena, "a.yaml", yaml, n);
    c->root = yaml_parse(c->arena, c->src, 0, n, c->diag);
    print_messages(c->diag, c->out, sizeof c->out);
    return c;
}

static Case *start(const char *yaml) {
    return start_n(yaml, strlen(yaml));
}

static void stop(Case *c) {
    diag_free(c->diag);
    arena_free(c->arena);
    free(c);
}

static const char *value(Case *c, const YamlNode *n) {
    return n ? arena_strndup(c->arena, n->scalar.s, n->scalar.n) : "(none)";
}

static void trees(void) {
    Case *c = start("# people\n"
                    "- name: Ana Ruiz\n"
                    "  country: NO\n"
                    "  postcode: 0123\n"
                    "  date: 2026-11-22\n"
                    "  fax: ~\n"
                    "  quoted: \"~\"\n"
                    "  nothing:\n"
                    "  lines: [12 Rue Cler, \"a, b\"]\n"
                    "- {name: Bo}\n");
    CHECK_STR(c->out, "");
    CHECK(c->root && c->root->kind == YAML_LIST);
    CHECK_INT(c->root->n, 2);
    const YamlNode *ana = c->root->items[0];
    CHECK_INT(ana->n, 8);
    CHECK_STR(value(c, yaml_get(ana, "name")), "Ana Ruiz");
    /* YAML 1.1 would make these false, 83 and a date. */
    CHECK_STR(value(c, yaml_get(ana, "country")), "NO");
    CHECK_STR(value(c, yaml_get(ana, "postcode")), "0123");
    CHECK_STR(value(c, yaml_get(ana, "date")), "2026-11-22");
    CHECK(yaml_is_null(yaml_get(ana, "fax")));
    CHECK(!yaml_is_null(yaml_get(ana, "quoted")));
    CHECK(yaml_is_null(yaml_get(ana, "nothing")));
    CHECK(yaml_is_null(yaml_get(ana, "no such key")));
    CHECK(yaml_get(ana, "nam") == NULL);
    const YamlNode *lines = yaml_get(ana, "lines");
    CHECK_INT(lines->n, 2);
    CHECK_STR(value(c, lines->items[1]), "a, b");
    /* Spans of collections: from the first key to the end of the last value,
     * brackets included. */
    CHECK_INT(ana->span.off, strstr(c->src->bytes, "name") - c->src->bytes);
    CHECK(c->src->bytes[ana->span.off + ana->span.n - 1] == ']');
    CHECK_INT(lines->span.n, strlen("[12 Rue Cler, \"a, b\"]"));
    stop(c);
}

static void empty_documents(void) {
    static const char *const empty[] = {
        "", "\n\n", "# only a comment\n", "---\n", "\xEF\xBB\xBF", "~\n"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        Case *c = start(empty[i]);
        CHECK_STR(c->out, "");
        CHECK(c->root && c->root->kind == YAML_MAP && c->root->n == 0);
        stop(c);
    }
}

/* The place of each character of `word` inside the value of `key`: the byte in
 * the source that text_span finds is the one that stands at `raw`. */
static void expect_place(const char *yaml, const char *key, const char *word,
                         const char *raw, int line) {
    Case *c = start(yaml);
    CHECK_STR(c->out, "");
    const YamlNode *n = c->root ? yaml_get(c->root, key) : NULL;
    const char *v = value(c, n);
    const char *hit = strstr(v, word);
    const char *want = strstr(c->src->bytes, raw);
    if (!n || !hit || !want) {
        printf("line %d: \"%s\" in \"%s\"\n", line, word, v);
        CHECK(n && hit && want);
    } else {
        Span s = text_span(n->scalar, (size_t)(hit - v), strlen(word));
        if (s.off != (size_t)(want - c->src->bytes))
            printf("line %d:\n", line);
        CHECK_INT(s.off, want - c->src->bytes);
    }
    stop(c);
}
#define PLACE(yaml, key, word, raw) expect_place(yaml, key, word, raw, __LINE__)

static void places_in_scalars(void) {
    /* Characters of two, three and four bytes in front: marks count
     * characters. */
    PLACE("# \xC3\xA9\xE6\x96\xB0\xF0\xAB\xA0\x9D\nk: plain word\n", "k",
          "word", "word");
    PLACE("k: \xE6\x96\xB0\xE7\x96\x86 \xC3\xA9t\xC3\xA9 end\n", "k", "end",
          "end");
    PLACE("k: 'it''s here'\n", "k", "here", "here");
    PLACE("k: '''tis here'\n", "k", "tis", "tis");
    PLACE("k: \"a \\u65b0 here\"\n", "k", "here", "here");
    PLACE("k: \"a \\u65b0 here\"\n", "k", "\xE6\x96\xB0", "\\u65b0");
    PLACE("k: \"one\n  two\n\n  three\"\n", "k", "two", "two");
    PLACE("k: \"one\n  two\n\n  three\"\n", "k", "three", "three");
    PLACE("k: one\n  two\n  three\n", "k", "three", "three");
    PLACE("k: |\n  first line\n  second \xE6\x96\xB0 \\ & line\n", "k",
          "second", "second");
    PLACE("k: |\n  first line\n  second \xE6\x96\xB0 \\ & line\n", "k",
          "& line", "& line");
    /* The value begins with the indicator's own character. */
    PLACE("k: |-\n  - item\n", "k", "- item", "- item");
    PLACE("k: >-\n  > quoted\n  more\n", "k", "> quoted", "> quoted");
    PLACE("k: >\n  folded one\n  folded two\n", "k", "two", "two");
    PLACE("k: |2\n    deeper\n  less\n", "k", "deeper", "deeper");
    PLACE("k: |\r\n  one\r\n  two\r\n", "k", "two", "two");
    PLACE("k: |\r  one\r  two\r", "k", "two", "two");
    PLACE("\xEF\xBB\xBFk: word\n", "k", "word", "word");
    PLACE("k: \"no final newline\"", "k", "newline", "newline");
}

/* A front matter is part of a file. */
static void parts_of_a_file(void) {
    static const char md[] = "---\nto: \xE6\x96\xB0 x\nfrom: y\n---\nbody: [\n";
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Source *src = source_from(a, "l.md", md, sizeof md - 1);
    size_t end = (size_t)(strstr(md, "\n---\nbody") - md) + 1;
    YamlNode *root = yaml_parse(a, src, 4, end - 4, d);
    CHECK(root && root->n == 2);
    size_t line, col;
    source_place(src, yaml_get(root, "from")->scalar.span.off, &line, &col);
    CHECK_INT(line, 3);
    CHECK_INT(col, 7);
    diag_free(d);
    arena_free(a);
}

static void expect(const char *yaml, const char *want, int line) {
    Case *c = start(yaml);
    if (strcmp(c->out, want) != 0)
        printf("line %d:\n", line);
    CHECK_STR(c->out, want);
    CHECK(c->root == NULL);
    stop(c);
}
#define EXPECT(yaml, want) expect(yaml, want, __LINE__)

static void refusals(void) {
    EXPECT("a: 1\nb: 2\na: 3\n",
           "a.yaml:3:1: error: \"a\" is given twice in one record; remove "
           "one\n");
    EXPECT(
        "a: &x 1\nb: *x\n",
        "a.yaml:1:4: error: anchors are not used here; remove it, or put the "
        "value in quotes if it begins with \"&\"\n"
        "a.yaml:2:4: error: aliases are not used here; write the value out, "
        "or put it in quotes if it begins with \"*\"\n");
    EXPECT("a: !important x\n",
           "a.yaml:1:4: error: tags are not used here; remove it, or put the "
           "value in quotes if it begins with \"!\"\n");
    EXPECT("a: 1\n---\nb: 2\n",
           "a.yaml:2:1: error: a second document begins here; remove this "
           "line, or put what follows in a file of its own\n");
    EXPECT("[a, b]: 1\n",
           "a.yaml:1:1: error: a field's name must be plain text; put the "
           "value in quotes if the brackets belong to it\n");
}

static void syntax_errors(void) {
    EXPECT("\xE6\x96\xB0: 1\nname: Ana: Ruiz\n",
           "a.yaml:2:10: error: this \":\" is one too many, or the line is "
           "indented wrongly; put the value in quotes if the colon belongs to "
           "it\n");
    EXPECT("name: Ana\nRuiz\ncity: Paris\n",
           "a.yaml:2:1: error: this line has no \":\"; write \"key: value\", "
           "or indent it deeper if it continues the line above\n");
    EXPECT("- name: Ana\n   city: Paris\n",
           "a.yaml:2:8: error: this \":\" is one too many, or the line is "
           "indented wrongly; put the value in quotes if the colon belongs to "
           "it\n");
    EXPECT("- name: Ana\n city: Paris\n",
           "a.yaml:2:2: error: this does not fit the list above; start every "
           "item with \"- \" in the same column\n");
    EXPECT("name: \"Ana\" Ruiz\n",
           "a.yaml:1:13: error: this does not fit the lines above; start the "
           "keys of one record in the same column and write nothing behind a "
           "closing quote\n");
    EXPECT("name: \"Ana\ncity: Paris\n",
           "a.yaml:1:7: error: this quote is never closed; add the closing "
           "quote\n");
    EXPECT("name: '",
           "a.yaml:1:7: error: this quote is never closed; add the closing "
           "quote\n");
    EXPECT("lines: [a, b\ncity: Paris\n",
           "a.yaml:1:8: error: this \"[\" is not closed; separate the items "
           "with \",\" and end the list with \"]\"\n");
    EXPECT("zh: {name: a\ncity: b\n",
           "a.yaml:1:5: error: this \"{\" is not closed; separate the fields "
           "with \",\" and end them with \"}\"\n");
    EXPECT("- name: Ana\n\tcity: Paris\n",
           "a.yaml:2:1: error: a tab cannot indent a line of YAML; use "
           "spaces\n");
    EXPECT("email: @ana\n",
           "a.yaml:1:8: error: a value cannot begin with \"@\"; put it in "
           "quotes\n");
    EXPECT("a: \"C:\\new \\q\"\n",
           "a.yaml:1:12: error: unknown escape behind \"\\\"; write \"\\\\\" "
           "for a backslash, or put the value in single quotes\n");
    EXPECT("a: * b\n",
           "a.yaml:1:5: error: a value cannot begin with \"&\" or \"*\"; put "
           "it in quotes\n");
    EXPECT("a: - b\n",
           "a.yaml:1:4: error: a list cannot begin here; put \"- \" on a line "
           "of its own, or the value in quotes\n");
    EXPECT("a: | text\n  more\n",
           "a.yaml:1:6: error: nothing may follow \"|\" or \">\" on its line; "
           "start the text on the next line\n");
}

static void hostile(void) {
    /* Deep nesting, in both styles. */
    char *deep = malloc(200001);
    memset(deep, '[', 100000);
    memset(deep + 100000, ']', 100000);
    deep[200000] = '\0';
    EXPECT(deep, "a.yaml:1:17: error: nested more than 16 deep; an address "
                 "book is 3 deep\n");
    for (size_t i = 0; i < 200000; i += 2)
        memcpy(deep + i, "- ", 2);
    EXPECT(deep, "a.yaml:1:33: error: nested more than 16 deep; an address "
                 "book is 3 deep\n");
    /* One value of a megabyte is a value; its reader decides about it. */
    memset(deep, 'x', 200000);
    memcpy(deep, "k: ", 3);
    Case *c = start(deep);
    CHECK(c->root && yaml_get(c->root, "k")->scalar.n == 199997);
    stop(c);
    free(deep);
    /* A billion laughs. */
    c = start("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n");
    CHECK(c->root == NULL);
    CHECK_INT(diag_count(c->diag, DIAG_ERROR), 7);
    stop(c);
    /* NUL, a control character, bytes that are no UTF-8. */
    c = start_n("a: b\0c\n", 7);
    CHECK(c->root == NULL);
    CHECK_STR(c->out, "a.yaml:1:5: error: a control character; remove it\n");
    stop(c);
    EXPECT("a: \xE9t\xE9\n", "a.yaml:1:4: error: not UTF-8; save the file as "
                             "UTF-8 and try again\n");
    EXPECT("a: b\xE6\x96", "a.yaml:1:5: error: not UTF-8; save the file as "
                           "UTF-8 and try again\n");
    EXPECT("\xFF\xFE"
           "a",
           "a.yaml:1:1: error: not UTF-8; save the file as UTF-8 and try "
           "again\n");
}

int main(void) {
    trees();
    empty_documents();
    places_in_scalars();
    parts_of_a_file();
    refusals();
    syntax_errors();
    hostile();
    return unit_done("input_yaml");
}
