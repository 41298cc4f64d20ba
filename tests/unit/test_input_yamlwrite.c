/* What base/yamlwrite writes is read back as it was, and where it stands plain
 * no reader of YAML 1.1 or 1.2 has another type for it: their own regular
 * expressions say so. */
#include "base/yamlwrite.h"
#include "input/yaml.h"

#include <regex.h>
#include <stdlib.h>

#include "unit.h"

/* yaml.org/type/{bool,float,int,merge,null,timestamp,value}.html and YAML 1.2,
 * 10.3.2. */
static const char *const other_types[] = {
    ("y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|"
     "off|Off|OFF"),
    "[-+]?([0-9][0-9_]*)?\\.[0-9.]*([eE][-+][0-9]+)?",
    "[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\\.[0-9_]*",
    "[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)",
    "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(0|[1-9][0-9_]*)",
    "[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+",
    "<<|=|~|null|Null|NULL|",
    "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    ("[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:"
     "[0-9]{2}(\\.[0-9]*)?([ \t]*(Z|[-+][0-9][0-9]?(:[0-9]{2})?))?"),
    "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?",
};
enum { TYPES = sizeof other_types / sizeof *other_types };

static regex_t types[TYPES];

static void compile_types(void) {
    for (int i = 0; i < TYPES; i++) {
        char anchored[400];
        snprintf(anchored, sizeof anchored, "^(%s)$", other_types[i]);
        CHECK_INT(regcomp(&types[i], anchored, REG_EXTENDED | REG_NOSUB), 0);
    }
}

static bool has_other_type(const char *s) {
    for (int i = 0; i < TYPES; i++)
        if (regexec(&types[i], s, 0, NULL, 0) == 0)
            return true;
    return false;
}

static bool holds(const YamlNode *node, Text want) {
    return node && node->kind == YAML_SCALAR && node->scalar.n == want.n &&
           memcmp(node->scalar.s, want.s, want.n) == 0;
}

/* "key: " and the text, in a map in a list, between others; and in braces. */
static bool comes_back(Text t) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    Buf b = {0}, alone = {0};
    const Text three[] = {t, text_literal("x"), t};
    buf_puts(&b, "first: {in: ");
    yamlwrite_quoted(&b, t);
    buf_puts(&b, ", more: x}\nmap:\n");
    yamlwrite_pair(&b, 2, "value", t);
    yamlwrite_pair(&b, 2, "next", text_literal("x"));
    yamlwrite_list(&b, 0, "list", three, 3);
    yamlwrite_list(&b, 0, "nothing", three, 0);
    yamlwrite_list(&b, 0, "one", three, 1);
    const Source *src = source_from(a, "written.yaml", b.s, b.n);
    const YamlNode *root = yaml_parse(a, src, 0, src->n, diag);
    bool ok = root && root->n == 4;
    if (ok) {
        const YamlNode *list = yaml_get(root, "list");
        ok = holds(yaml_get(yaml_get(root, "first"), "in"), t) &&
             holds(yaml_get(yaml_get(root, "map"), "value"), t) &&
             holds(yaml_get(yaml_get(root, "map"), "next"), three[1]) &&
             list->n == 3 && holds(list->items[0], t) &&
             holds(list->items[2], t) && holds(yaml_get(root, "one"), t);
    }
    yamlwrite_text(&alone, t);
    if (alone.s[0] != '"' && has_other_type(alone.s))
        ok = false;
    if (!ok)
        printf("written as:\n%s", b.s);
    buf_free(&b);
    buf_free(&alone);
    diag_free(diag);
    arena_free(a);
    return ok;
}

static void check_form(const char *text, const char *want) {
    Buf b = {0};
    yamlwrite_text(&b, text_literal(text));
    CHECK_STR(b.s, want);
    buf_free(&b);
    CHECK(comes_back(text_literal(text)));
}

static void test_forms(void) {
    check_form("Dear Minister,", "Dear Minister,");
    check_form("12 rue Cler", "12 rue Cler");
    check_form("北京市朝阳区", "北京市朝阳区");
    check_form("a:b #no", "\"a:b #no\"");
    check_form("a#b, [c]", "a#b, [c]");
    check_form("Ministry: the office", "\"Ministry: the office\"");
    check_form("ends:", "\"ends:\"");
    check_form("", "\"\"");
    check_form(" blank", "\" blank\"");
    check_form("say \"no\" \\ yes", "say \"no\" \\ yes");
    check_form("\"no\" \\", "\"\\\"no\\\" \\\\\"");
    check_form("a\tb", "\"a\\tb\"");
    check_form("a\nb", "\"a\\nb\"");
    check_form("a\xC2\x85z", "\"a\\u0085z\"");
    check_form("a\xE2\x80\xA8z", "\"a\\u2028z\"");
    check_form("NO", "\"NO\"");
    check_form("Norway", "Norway");
    check_form("100032", "\"100032\"");
    check_form("2026-11-22", "\"2026-11-22\"");
    check_form("12:30", "\"12:30\"");
    check_form("...", "\"...\"");
    check_form("- x", "\"- x\"");
}

static void test_lines(void) {
    Buf b = {0};
    yamlwrite_pair(&b, 2, "summary", text_literal("One.\n\n  Two: # 2\nNO"));
    CHECK_STR(b.s, "  summary: |-\n    One.\n\n      Two: # 2\n    NO\n");
    buf_clear(&b);
    yamlwrite_pair(&b, 0, "s", text_literal("One.\nTwo.\n"));
    CHECK_STR(b.s, "s: |\n  One.\n  Two.\n");
    buf_clear(&b);
    yamlwrite_pair(&b, 0, "s", text_literal("One. \nTwo.\n\n"));
    CHECK_STR(b.s, "s: \"One. \\nTwo.\\n\\n\"\n");
    buf_free(&b);
}

/* Everything that is syntax somewhere, in every order up to three, and longer
 * ones by chance: always the same chance. */
static void test_all(void) {
    static const char *const piece[] = {
        "a",
        "n",
        "e",
        "0",
        "1",
        "7",
        "x",
        "Z",
        "T",
        " ",
        "\n",
        "\t",
        ":",
        "-",
        "#",
        "?",
        ",",
        "[",
        "]",
        "{",
        "}",
        "&",
        "*",
        "!",
        "|",
        ">",
        "'",
        "\"",
        "%",
        "@",
        "`",
        "=",
        "<",
        "\\",
        ".",
        "+",
        "_",
        "~",
        "北",
        "é",
        "\xE2\x80\xA8",
        "\xEF\xBB\xBF",
        "\r",
    };
    enum { PIECES = sizeof piece / sizeof *piece };
    int failed = 0;
    uint32_t chance = 1;
    for (uint32_t i = 0; i < 20000 && failed < 5; i++) {
        Buf s = {0};
        uint32_t n = 1 + i % 9;
        for (uint32_t k = 0; k < n; k++) {
            chance = chance * 1664525 + 1013904223;
            buf_puts(&s, piece[(chance >> 8) % PIECES]);
        }
        if (!comes_back(text_literal(s.s)))
            failed++;
        buf_free(&s);
    }
    CHECK_INT(failed, 0);
}

static void test_words(void) {
    static const char *const word[] = {
        "y",
        "No",
        "TRUE",
        "off",
        "~",
        "null",
        "=",
        "<<",
        "0x1F",
        "0o17",
        "017",
        "1_000",
        "1e3",
        "+12",
        "-.inf",
        ".NaN",
        "0b11",
        "1.",
        "190:20:30",
        "6.8e+2",
        "1.5",
        "2001-12-14 21:59:43.10 -5",
        "2001-12-14T21:59:43Z",
    };
    for (size_t i = 0; i < sizeof word / sizeof *word; i++) {
        CHECK(has_other_type(word[i]));
        CHECK(comes_back(text_literal(word[i])));
    }
}

int main(void) {
    compile_types();
    test_forms();
    test_lines();
    test_words();
    test_all();
    for (int i = 0; i < TYPES; i++)
        regfree(&types[i]);
    return unit_done("test_input_yamlwrite");
}
