#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"
#include "input/letterfile.h"
#include "unit.h"

#include <stdlib.h>
#include <time.h>

/* One parsed file with what there is to say about it. */
typedef struct Case {
    Arena *a;
    Diag *diag;
    const Source *src;
    Letter letter;
    bool ok;
    Buf dump, said;
} Case;

/* Text as it is, *strong*, /emphasis/, $field$, [text](link), ¶ hard break,
 * ^0 footnote. */
static void dump_inlines(Buf *b, const Inlines *in) {
    Inline was = {0};
    for (size_t i = 0; i <= in->n; i++) {
        Inline now = i < in->n ? in->v[i] : (Inline){0};
        bool linked = now.link.s != NULL, open = was.link.s != NULL;
        if (was.emphasis && !now.emphasis)
            buf_puts(b, "/");
        if (was.strong && !now.strong)
            buf_puts(b, "*");
        if (open && !linked)
            buf_printf(b, "](%.*s)", (int)was.link.n, was.link.s);
        if (i == in->n)
            break;
        if (linked && !open)
            buf_puts(b, "[");
        if (now.strong && !was.strong)
            buf_puts(b, "*");
        if (now.emphasis && !was.emphasis)
            buf_puts(b, "/");
        if (now.kind == INLINE_FIELD)
            buf_printf(b, "$%.*s$", (int)now.text.n, now.text.s);
        else if (now.kind == INLINE_BREAK)
            buf_puts(b, "¶");
        else if (now.kind == INLINE_NOTE)
            buf_printf(b, "^%d", now.note);
        else if (now.kind == INLINE_IF || now.kind == INLINE_UNLESS ||
                 now.kind == INLINE_END)
            buf_printf(b, "<%c%.*s>",
                       now.kind == INLINE_IF    ? '+'
                       : now.kind == INLINE_END ? '.'
                                                : '-',
                       (int)now.text.n, now.text.s);
        else
            buf_add(b, now.text.s, now.text.n);
        was = now;
    }
}

static void dump_blocks(Buf *b, const Blocks *blocks, int indent) {
    for (size_t i = 0; i < blocks->n; i++) {
        const Block *k = &blocks->v[i];
        buf_printf(b, "%*s", indent, "");
        switch (k->kind) {
        case BLOCK_PARAGRAPH:
            buf_puts(b, "p: ");
            break;
        case BLOCK_HEADING:
            buf_printf(b, "h%d: ", k->number);
            break;
        case BLOCK_BULLETS:
            buf_puts(b, k->tight ? "bullets tight" : "bullets loose");
            break;
        case BLOCK_NUMBERS:
            buf_printf(b, "numbers %s from %d", k->tight ? "tight" : "loose",
                       k->number);
            break;
        case BLOCK_ITEM:
            buf_puts(b, "item");
            break;
        case BLOCK_QUOTE:
            buf_puts(b, "quote");
            break;
        case BLOCK_RULE:
            buf_puts(b, "rule");
            break;
        case BLOCK_TABLE:
            buf_puts(b, "table");
            break;
        case BLOCK_ROW:
            buf_puts(b, "row");
            break;
        case BLOCK_CELL:
            buf_printf(b, "%c: ", "<=>"[k->number]);
            break;
        case BLOCK_FIGURE:
            buf_printf(b, "figure %.*s: ", (int)k->image.n, k->image.s);
            break;
        case BLOCK_OWN_WORDS:
            buf_printf(b, "own words %d", k->number);
            break;
        }
        dump_inlines(b, &k->inlines);
        buf_putc(b, '\n');
        dump_blocks(b, &k->children, indent + 2);
    }
}

static char *printed(const Diag *diag) {
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    diag_print(diag, f, false);
    fclose(f);
    return text;
}

static void open_bytes(Case *c, const char *bytes, size_t n) {
    *c = (Case){.a = arena_new(), .diag = diag_new()};
    c->src = source_from(c->a, "letter.md", bytes, n);
    c->ok = letterfile_parse(c->a, c->src, c->diag, &c->letter);
    buf_puts(&c->dump, "");
    dump_blocks(&c->dump, &c->letter.body, 0);
    if (c->letter.notes.n)
        buf_puts(&c->dump, "notes\n");
    dump_blocks(&c->dump, &c->letter.notes, 2);
    char *said = printed(c->diag);
    buf_puts(&c->said, said);
    free(said);
}

static void open_case(Case *c, const char *s) {
    open_bytes(c, s, strlen(s));
}

static void close_case(Case *c) {
    buf_free(&c->dump);
    buf_free(&c->said);
    diag_free(c->diag);
    arena_free(c->a);
}

/* The body of `s` is `want`, without an error. */
static void check_body(int line, const char *s, const char *want) {
    Case c;
    open_case(&c, s);
    if (!c.ok || strcmp(c.dump.s, want) != 0) {
        printf("line %d: %s", line, c.said.s);
        CHECK_STR(c.dump.s, want);
        CHECK(c.ok);
    } else {
        unit_passed++;
    }
    close_case(&c);
}
#define BODY(s, want) check_body(__LINE__, s, want)

/* `s` is refused, and the messages begin with (or hold) `want`. */
static void check_error(int line, const char *s, const char *want) {
    Case c;
    open_case(&c, s);
    if (c.ok || !strstr(c.said.s, want)) {
        printf("line %d:\n", line);
        CHECK_STR(c.said.s, want);
        CHECK(!c.ok);
    } else {
        unit_passed++;
    }
    close_case(&c);
}
#define REFUSED(s, want) check_error(__LINE__, s, want)

/* Find `what` in the texts and say "line:column" of where it stands. */
static bool find_in(const Blocks *blocks, const char *what, Buf *out) {
    size_t n = strlen(what);
    for (size_t i = 0; i < blocks->n; i++) {
        const Inlines *in = &blocks->v[i].inlines;
        for (size_t k = 0; k < in->n; k++) {
            Text t = in->v[k].text;
            const char *hit = t.n ? memmem(t.s, t.n, what, n) : NULL;
            if (!hit)
                continue;
            Span at = text_span(t, (size_t)(hit - t.s), n);
            size_t line, col;
            source_place(at.src, at.off, &line, &col);
            buf_printf(out, "%zu:%zu+%zu", line, col, at.n);
            return true;
        }
        if (find_in(&blocks->v[i].children, what, out))
            return true;
    }
    return false;
}

static void check_place(int line, const char *s, const char *what,
                        const char *want) {
    Case c;
    Buf found = {0};
    open_case(&c, s);
    bool hit = find_in(&c.letter.body, what, &found) ||
               find_in(&c.letter.notes, what, &found);
    if (!hit || strcmp(found.s, want) != 0) {
        printf("line %d: \"%s\"\n", line, what);
        CHECK_STR(found.s, want);
    } else {
        unit_passed++;
    }
    buf_free(&found);
    close_case(&c);
}
#define PLACE(s, what, want) check_place(__LINE__, s, what, want)

/* Every text is what its span says, or stands for an escape, an entity or a
 * line end. */
static bool exact(const Blocks *blocks) {
    for (size_t i = 0; i < blocks->n; i++) {
        const Inlines *in = &blocks->v[i].inlines;
        for (size_t k = 0; k < in->n; k++) {
            Text t = in->v[k].text;
            const char *raw = t.span.src->bytes + t.span.off;
            bool same = t.span.n == t.n && memcmp(raw, t.s, t.n) == 0;
            bool stands_for = in->v[k].kind == INLINE_NOTE ||
                              (t.span.n > 0 && strchr("\\& \t\r\n", raw[0]));
            if (!same && !stands_for) {
                printf("\"%.*s\" is not \"%.*s\"\n", (int)t.n, t.s,
                       (int)t.span.n, raw);
                return false;
            }
        }
        if (!exact(&blocks->v[i].children))
            return false;
    }
    return true;
}

static void test_blocks(void) {
    BODY("one\n\ntwo", "p: one\np: two\n");
    BODY("# Title #\n\nUnder\n===\n\nSub\n---\n",
         "h1: Title\nh1: Under\nh2: Sub\n");
    BODY("- a\n- b\n", "bullets tight\n  item\n    p: a\n  item\n    p: b\n");
    BODY("3. a\n\n4. b\n",
         "numbers loose from 3\n  item\n    p: a\n  item\n    p: b\n");
    BODY("> q\n> r\n\n***\n", "quote\n  p: q r\nrule\n");
    BODY("- a\n  1) x\n", "bullets tight\n  item\n    p: a\n"
                          "    numbers tight from 1\n      item\n"
                          "        p: x\n");
    BODY("-\n", "bullets tight\n  item\n");
    BODY("* * * * *\n", "rule\n");
    BODY("\xEF\xBB\xBFwith a BOM\r\nand CR LF\r\n",
         "p: with a BOM and CR LF\n");
}

static void test_inlines(void) {
    BODY("a **b *c* d** e", "p: a *b /c/ d* e\n");
    BODY("***a** b*", "p: */a* b/\n");
    BODY("a\\\nb  \nc", "p: a¶b¶c\n");
    BODY("a\\\n   b\\\n \\  c", "p: a¶b¶\\  c\n");
    BODY("it's \"plain\" -- ...", "p: it's \"plain\" -- ...\n");
    BODY("2 \\* 3 &amp; 4 &#x5728; &nbsp;5 &notanentity; \\x",
         "p: 2 * 3 & 4 在 \xC2\xA0"
         "5 &notanentity; \\x\n");
    BODY("see [the **page**](https://example.org/a_b \"title\").",
         "p: see [the *page*](https://example.org/a_b).\n");
    BODY("<https://example.org> <a@b.org>",
         "p: [https://example.org](https://example.org) "
         "[a@b.org](mailto:a@b.org)\n");
    BODY("[x][r] [r]\n\n[r]: /u\n", "p: [x](/u) [r](/u)\n");
    BODY("**Ekpar Asat (艾克拜尔·艾赛提)**, born",
         "p: *Ekpar Asat (艾克拜尔·艾赛提)*, born\n");
}

static void test_soft_breaks(void) {
    BODY("English\nlines", "p: English lines\n");
    BODY("中文\n换行", "p: 中文换行\n");
    BODY("中文，\n换行。", "p: 中文，换行。\n");
    BODY("中文  a\nb 换行", "p: 中文  a b 换行\n");
    BODY("卡米莱\nWayit\n卡米莱", "p: 卡米莱 Wayit 卡米莱\n");
    BODY("他说：\n“你好”\n然后", "p: 他说：“你好”然后\n");
    BODY("he said “yes”\n卡米莱", "p: he said “yes” 卡米莱\n");
    BODY("中**文**\n*换*行", "p: 中*文*/换/行\n");
    BODY("他说\n“**你**好”", "p: 他说“*你*好”\n");
    BODY("ひらがな\nカタカナ", "p: ひらがなカタカナ\n");
    BODY("한국어\n문장", "p: 한국어 문장\n");
    BODY("ئۇيغۇر\nيېزىقى", "p: ئۇيغۇر يېزىقى\n");
    BODY("བོད་\nཡིག", "p: བོད་ཡིག\n");
    BODY("བོད།\nཡིག", "p: བོད། ཡིག\n");
    BODY("中\\\n文", "p: 中¶文\n");
    BODY("中\n{{to.name}}\n文", "p: 中 $to.name$ 文\n");
    BODY("> 中\n> 文\n字", "quote\n  p: 中文字\n");
}

static void test_fields(void) {
    BODY("Dear {{to.salutation}},", "p: Dear $to.salutation$,\n");
    BODY("{{ to.first_name_x }}{{名字}}", "p: $to.first_name_x$$名字$\n");
    BODY("**{{from.name}}** and *a {{b}} c*",
         "p: *$from.name$* and /a $b$ c/\n");
    BODY("\\{{not one}} \\{\\{nor this\\}\\} } }}",
         "p: {{not one}} {{nor this}} } }}\n");
    BODY("&#123;{plain}}", "p: {{plain}}\n");
    BODY("\\\\{{a}}", "p: \\$a$\n");
    BODY("{{to.name:zh}} {{Case number}}", "p: $to.name:zh$ $Case number$\n");
    BODY("{{from.city | our town}}", "p: $from.city | our town$\n");
    BODY("a {{# fax }}b{{/fax}}{{^fax}}c{{/ fax}}",
         "p: a <+fax>b<.fax><-fax>c<.fax>\n");
    /* The line ends around a mark are one, and Chinese needs none. */
    BODY("a\n{{#fax}}\nb\n{{/fax}}\nc", "p: a <+fax>b <.fax>c\n");
    BODY("中\n{{#fax}}\n文\n{{/fax}}\n字", "p: 中<+fax>文<.fax>字\n");
    BODY("{{#fax}}\n\na\n\n{{/fax}}", "p: <+fax>\np: a\np: <.fax>\n");
    PLACE("中文 {{ from.name }}", "from.name", "1:7+9");
    REFUSED("a\n\nyes {{to.name no\n",
            "letter.md:3:5: error: \"{{\" has no \"}}\"");
    REFUSED("a {{}} b", "letter.md:1:3: error: a field without a name");
    REFUSED("a {{  }} b", "letter.md:1:3: error: a field without a name");
    REFUSED("a {{to..name}}", "letter.md:1:5: error: \"to..name\" is not");
    REFUSED("a {{to.}}", "\"to.\" is not the name");
    REFUSED("a {{x+y}}", "\"x+y\" is not the name");
    REFUSED("{{a {{b}}", "\"a {{b\" is not the name");
    REFUSED("{{to.\nname}}", "letter.md:1:1: error: \"{{\" has no \"}}\"");
    REFUSED("[x](http://a/{{id}})",
            "letter.md:1:5: error: a field cannot stand in the address");
    REFUSED("<http://a/{{id}}>",
            "letter.md:1:2: error: a field cannot stand in the address");
}

static void test_refusals(void) {
    REFUSED("ok\n\n中文 `code` x",
            "letter.md:3:4: error: code has no place in a letter");
    REFUSED("    indented\n", "letter.md:1:5: error: a line indented by four");
    REFUSED("- a\n\n  ```\n  x\n  ```\n",
            "letter.md:3:3: error: a code block has no place");
    REFUSED("a <b>bold</b>", "letter.md:1:3: error: HTML has no place in a "
                             "letter; remove it");
    REFUSED("a <b>bold</b>", "letter.md:1:10: error: HTML");
    REFUSED("x\n\n<div>\nhi\n</div>\n", "letter.md:3:1: error: HTML");
    REFUSED("\xEF\xBB\xBF---\n---\n\xEF\xBB\xBFx",
            "letter.md:3:1: error: an invisible byte order mark");
    REFUSED("a [b]() c", "letter.md:1:3: error: a link without an address");
    REFUSED("a [](http://x) c", "letter.md:1:3: error: a link without text");
}

static void test_tables(void) {
    BODY("| a | b |\n|---|---|\n| c | d |\n",
         "table\n  row\n    <: a\n    <: b\n  row\n    <: c\n    <: d\n");
    BODY("a | b | c\n:-- | :-: | --:\n",
         "table\n  row\n    <: a\n    =: b\n    >: c\n");
    BODY("|a|\n|-|\n| # b |\n| - c |\n| 1. d |\n| e # |\n|    |\n| > |\n",
         "table\n  row\n    <: a\n  row\n    <: # b\n  row\n    <: - c\n"
         "  row\n    <: 1. d\n  row\n    <: e #\n  row\n    <: \n"
         "  row\n    <: >\n");
    BODY("Text\n| a\\|b | **c** |\n| - | - |\n||{{to.name}}|\n\nText",
         "p: Text\ntable\n  row\n    <: a|b\n    <: *c*\n  row\n    <: \n"
         "    <: $to.name$\np: Text\n");
    BODY("- x\n\n  | a | b |\n  |---|---|\n  | c | d |\n\n- y\n",
         "bullets loose\n  item\n    p: x\n    table\n      row\n"
         "        <: a\n        <: b\n      row\n        <: c\n"
         "        <: d\n  item\n    p: y\n");
    BODY("| [x][r] |\n|---|\n::: own-words\n\n[r]: /u\n",
         "table\n  row\n    <: [x](/u)\nown words 6\n");
    BODY("|a|\n|-|\n\n|b|\n|-|\n",
         "table\n  row\n    <: a\ntable\n  row\n    <: b\n");
    BODY("a - b | c\n", "p: a - b | c\n");
    PLACE("x\n\n| a | 二三 |\n|---|---|\n| \\| 四 | *五* 六 |\n", "三",
          "3:8+3");
    PLACE("x\n\n| a | 二三 |\n|---|---|\n| \\| 四 | *五* 六 |\n", "四",
          "5:6+3");
    PLACE("x\n\n| a | 二三 |\n|---|---|\n| \\| 四 | *五* 六 |\n", "五",
          "5:11+3");
    PLACE("x\n\n| a | 二三 |\n|---|---|\n| \\| 四 | *五* 六 |\n", "六",
          "5:14+3");
    REFUSED("| a | b |\n|---|---|\n| c |\n",
            "letter.md:3:1: error: this row has 1 cell, the line of dashes 2");
    REFUSED("| a | b | c |\n|---|---|\n",
            "letter.md:1:1: error: this row has 3 cells, the line of dashes 2");
    REFUSED("| a | b |\n|---|---|\nText\n", "letter.md:3:1: error: this row");
    REFUSED("| a | b |\n| c | d |\n", "letter.md:1:1: error: a row without a "
                                      "table: under the first row");
    REFUSED("\n|---|\n", "letter.md:2:1: error: a row without a table");
    REFUSED("> | a |\n> |---|\n", "letter.md:1:3: error: a table cannot begin");
    REFUSED("- | a |\n  |---|\n", "letter.md:1:1: error: a table cannot begin");
    REFUSED("Text\n    | a |\n    |---|\n",
            "letter.md:2:7: error: a line indented by four");
    REFUSED("| `a` |\n|---|\n", "letter.md:1:3: error: code has no place");
    REFUSED("<!--\n|a|b|\n|-|-|\n|x|-->|\n|y|z|\n",
            "letter.md:1:1: error: HTML has no place");
    Buf b = {0};
    for (int i = 0; i <= LIMIT_COLUMNS; i++)
        buf_puts(&b, "|a");
    buf_puts(&b, "|\n");
    for (int i = 0; i <= LIMIT_COLUMNS; i++)
        buf_puts(&b, "|-");
    buf_puts(&b, "|\n");
    REFUSED(b.s, "letter.md:1:1: error: a table of 21 columns; at most 20");
    buf_free(&b);
}

static void test_notes(void) {
    BODY("See[^1].\n\n[^1]: The report.\n",
         "p: See^0.\nnotes\n  item\n    p: The report.\n");
    BODY("a[^two] b[^1] *c*[^two]\n\n[^1]: one\n[^two]: two\nmore\n\n"
         "    and *more*\n\nText\n",
         "p: a^0 b^1 /c/^0\np: Text\nnotes\n  item\n    p: two more\n"
         "    p: and /more/\n  item\n    p: one\n");
    BODY("[^1]: 中\n文\n\n中[^1]\n文\n",
         "p: 中^0文\nnotes\n  item\n    p: 中文\n");
    BODY("- a[^1]\n\n[^1]:\n    See <http://a.b> and [x][r].\n\n[r]: /u\n",
         "bullets tight\n  item\n    p: a^0\nnotes\n  item\n    p: See "
         "[http://a.b](http://a.b) and [x](/u).\n");
    BODY("# T[^1]\n\n| a[^注] |\n|---|\n\n[^1]: x\n[^注]: y\n",
         "h1: T^0\ntable\n  row\n    <: a^1\nnotes\n  item\n    p: x\n"
         "  item\n    p: y\n");
    BODY("a \\[^1] b [^ c\n", "p: a [^1] b [^ c\n");
    BODY("x[^1][^2]\n\n[^1]: y\n[^2]: z\n",
         "p: x^0^1\nnotes\n  item\n    p: y\n  item\n    p: z\n");
    PLACE("a[^1]\n\n[^1]:  二 *三*\n   四\n\n    五 **六**\n", "三", "3:11+3");
    PLACE("a[^1]\n\n[^1]:  二 *三*\n   四\n\n    五 **六**\n", "四", "4:4+3");
    PLACE("a[^1]\n\n[^1]:  二 *三*\n   四\n\n    五 **六**\n", "六", "6:9+3");
    PLACE("[^1]: x\n\n字[^1] 词\n", "词", "3:7+3");
    PLACE("a[^1]\n\n[^1]: x\n\n\t字\n\n词\n", "字", "5:2+3");
    REFUSED(
        "a\n\nb[^report] c\n",
        "letter.md:3:2: error: footnote \"report\" has no text; write it on "
        "a line of its own that begins with [^report]:");
    REFUSED("a\n\n[^1]: x\n",
            "letter.md:3:1: error: footnote \"1\" has no mark in the letter");
    REFUSED("a[^1]\n\n[^1]: x\n[^1]: y\n",
            "letter.md:4:1: error: a second text for footnote \"1\"");
    REFUSED("a[^1]\n\n[^1]: x[^1]\n",
            "letter.md:3:8: error: a footnote inside a footnote");
    REFUSED("a[^1]\n\n[^1]: x[^2]\n[^2]: y\n",
            "letter.md:3:8: error: a footnote inside a footnote");
    REFUSED("a[^1]\n\n[^1]:\n\nText\n",
            "letter.md:3:1: error: footnote \"1\" has no text");
    REFUSED("a[^1]\n\n[^1]: - x\n",
            "letter.md:3:7: error: a footnote holds paragraphs only");
    REFUSED("a[^1]\n\n[^1]: x\n\n    | a |\n    |---|\n",
            "letter.md:5:7: error: a footnote holds paragraphs only");
    REFUSED("a[^1]\n\n[^1]: x\n\n    ![a](b)\n",
            "letter.md:5:5: error: a picture inside text");
    REFUSED("a[^1 2]\n", "letter.md:1:2: error: footnotes are named with");
    REFUSED("[^1 2]: x\n", "letter.md:1:3: error: a footnote is named with");
    REFUSED("- [^1]: x\n",
            "letter.md:1:3: error: the text of a footnote begins at the left");
    REFUSED("> [^1]: x\n", "letter.md:1:3: error: the text of a footnote");
    REFUSED("[^1](x)\n\n[^1]: x\n",
            "letter.md:1:1: error: a link whose text begins with ^");
    REFUSED(
        "[a[^1]](x)\n\n[^1]: x\n",
        "letter.md:1:3: error: a footnote's mark inside the text of a link");
    REFUSED("---\nsubject: x[^1]\n---\n\na[^1]\n\n[^1]: x\n",
            "letter.md:2:11: error: a footnote's mark stands in the body");
}

static void test_own_words(void) {
    BODY("a\n\n::: own-words 8\n\nb\n", "p: a\nown words 8\np: b\n");
    BODY("a\n:::own_words\nb\n", "p: a\nown words 6\np: b\n");
    BODY("---\nown-words: 12\n---\n::: own-words\n", "own words 12\n");
    BODY("- a\n\n  ::: own-words 1\n\n- b\n",
         "bullets tight\n  item\n    p: a\nown words 1\nbullets tight\n"
         "  item\n    p: b\n");
    REFUSED("a\n\n:::\n", "letter.md:3:1: error: unknown \":::\"; a letter has "
                          "\"::: own-words 6\"");
    REFUSED("::: own-word 6\n",
            "letter.md:1:5: error: unknown \"own-word\"; did "
            "you mean \"own-words\"?");
    REFUSED("::: note\n",
            "letter.md:1:5: error: unknown \"::: note\"; a letter");
    REFUSED("::: own-words six\n",
            "letter.md:1:15: error: \"own-words six\": how many ruled lines?");
    REFUSED("::: own-words 41\n", "\"own-words 41\": how many");
    REFUSED("::: own-words 6 7\n", "\"own-words 6 7\": how many");
    REFUSED("> ::: own-words\n",
            "letter.md:1:3: error: a ::: line stands at the left edge");
}

static void test_figures(void) {
    BODY("![The *old* town](town.png)\n", "figure town.png: The old town\n");
    BODY("a\n\n![A &amp; B\nC](<my town.jpg>)\n\n- ![x](y/z.png)\n",
         "p: a\nfigure my town.jpg: A & B C\nbullets tight\n  item\n"
         "    figure y/z.png: x\n");
    BODY("![x][p]\n\n[p]: z.png\n", "figure z.png: x\n");
    PLACE("a\n\n![字 &amp; 词](x.png)\n", "词", "3:11+3");
    REFUSED("see ![a *b*](c.png) d",
            "letter.md:1:5: error: a picture inside text; give it a paragraph");
    REFUSED("![a](b) ![c](d)\n", "letter.md:1:1: error: a picture inside text");
    REFUSED("# ![a](b)\n", "letter.md:1:3: error: a picture inside text");
    REFUSED("| ![a](b) |\n|---|\n", "letter.md:1:3: error: a picture inside");
    REFUSED("[![a](b)](c)\n", "letter.md:1:2: error: a picture inside text");
    REFUSED("x\n\n![](b.png)\n",
            "letter.md:3:1: error: say what the picture "
            "shows, for those who cannot see it: ![words]");
    REFUSED("![ ](b.png)\n",
            "letter.md:1:1: error: say what the picture shows");
    REFUSED("![a]()\n", "letter.md:1:1: error: a picture without a file");
    REFUSED("![a](https://x.org/b.png)\n",
            "letter.md:1:6: error: \"https://x.org/b.png\" is not in the "
            "letter's own folder");
    REFUSED("![a](data:image/png;base64,AA)\n", "is not in the letter's own");
    REFUSED("![a](b.png \"title\")\n",
            "letter.md:1:1: error: the title of a picture is not printed");
    REFUSED("![{{to.name}}](b.png)\n",
            "letter.md:1:1: error: a field cannot stand in the words for");
}

static void test_size(void) {
    Buf b = {0};
    buf_puts(&b, "first line\n");
    while (b.n <= LIMIT_LETTER_BYTES)
        buf_puts(&b, "line\n");
    REFUSED(b.s, "letter.md:209715:1: error: the letter has 10485");
    buf_free(&b);
}

static void test_nesting(void) {
    Buf b = {0};
    for (int i = 0; i < LIMIT_NESTING; i++)
        buf_puts(&b, "- ");
    buf_puts(&b, "x\n");
    Case c;
    open_case(&c, b.s);
    CHECK(c.ok);
    close_case(&c);
    buf_clear(&b);
    for (int i = 0; i < LIMIT_NESTING; i++)
        buf_puts(&b, "> ");
    buf_puts(&b, "- x\n");
    REFUSED(b.s,
            "letter.md:1:17: error: lists and quotes nested deeper than 8");
    buf_clear(&b);
    for (int i = 0; i < 1000; i++)
        buf_puts(&b, "- ");
    buf_puts(&b, "x\n");
    REFUSED(b.s, "128 bytes of indent and list or quote marks");
    buf_clear(&b);
    for (int i = 0; i < 1000; i++)
        buf_printf(&b, "%*s- x\n", 2 * i, "");
    REFUSED(b.s, "a letter nests at most 8");
    buf_clear(&b);
    for (int i = 0; i < 100000; i++)
        buf_puts(&b, "* ");
    BODY(b.s, "rule\n");
    buf_free(&b);
}

static void test_places(void) {
    PLACE("一二三四五", "四", "1:4+3");
    PLACE("one\n二三\n", "三", "2:2+3");
    PLACE("  indented\nplain 字\n", "字", "2:7+3");
    PLACE("plain\n      indented 字\n", "字", "2:16+3");
    PLACE("## 题 字 ##\n", "字", "1:6+3");
    PLACE("题 字\n===\n", "字", "1:3+3");
    PLACE("- a\n- b\n  c 字\n", "字", "3:5+3");
    PLACE("- a\nlazy 字\n", "字", "2:6+3");
    PLACE("10. a\n\n    b **字**\n", "字", "3:9+3");
    PLACE("> a\n> b 字\n", "字", "2:5+3");
    PLACE("> a\nlazy 字\n", "字", "2:6+3");
    PLACE("> - > a\n>   > b 字\n", "字", "2:9+3");
    PLACE("> - > a\n>   b 字\n", "字", "2:7+3");
    PLACE("\\*\\*&lt;&amp;a&copy; 字\n", "字", "1:22+3");
    PLACE("&amp;amp; &ouml; 字 amp;\n", "字", "1:18+3");
    PLACE("\\\\n 字\n", "字", "1:5+3");
    PLACE("a &#x5B57; b\n", "字", "1:3+1");
    PLACE("a &ouml;\n", "ö", "1:3+1");
    PLACE("[字](http://字/字) 词 字\n", "词", "1:17+3");
    PLACE("[a](<b c> '.') .\n", ".", "1:16+1");
    PLACE("[a](b\n\"t .\")\n. **字**\n", "字", "3:5+3");
    PLACE("[a](b(c).d).\n", ".", "1:12+1");
    PLACE("<http://a.b/字> 字。\n", "。", "1:17+3");
    PLACE("[a][字b] 字 x\n\n[字b]: /u\n", " 字", "1:8+4");
    PLACE("[字]: /字 \"字\"\n字 词\n", "词", "2:3+3");
    PLACE("***a** b* 字\n", "字", "1:11+3");
    PLACE("*a\\_b*c_d_ 字\n", "字", "1:12+3");
    PLACE("![字](x) 字 词\n", "词", "1:11+3");
    PLACE("`字 ` 词\n", "词", "1:6+3");
    PLACE("<b a='>'> 词\n", "词", "1:11+3");
    PLACE("a  \n   b\\\n\tc 字\n", "字", "3:4+3");
    PLACE("---\nlang: zh\n---\n\nx\n字\n", "字", "6:1+3");
    PLACE("\xEF\xBB\xBF字\r\n词\r\n", "词", "2:1+3");
    PLACE("*字\n词*\n", "词", "2:1+3");
}

static void test_exact(void) {
    static const char *const texts[] = {
        "- [a]: >\n [g\n h](i) k",
        "[]:\\]\n\n[a]:(\\+*b*\n",
        "[r]: b c d\n\n[r]:\n\n[r]: /u\n",
        "> 1. a *b\n>    c* d  \n> lazy\\\ne &amp; f [g\nh](i) j\n",
        "a [b](c \"d\ne\") f\n[b]: g\n",
        "[a]: b\n[c]: <d> 'e\nf'\ng *h*\n",
        "- [ ] x\n\n\ty\n- z\n",
        "* a _b_ __c__ * d **e\n* f** g\n",
        "\\[a] \\\\ \\` \\< &lt; &#60; &fjlig; &ngE; <http://x\\*y&amp;z>\n",
        "!\\[a](b) ![c ![d](e) f](g) h\n",
        "a\n    > b\n\n> a\n>     > b\n",
        "  # a\n\n   b\n   ===\n",
        "[a](b)(c) [d] (e) [f][] [f]: [f]\n\n[f]: /g\n",
        "*a*b*c* _a_b_c_ ****x**** ** y **\n",
        "a&b &;&#; &#x; &#1234567890; &a; &amp &AMP;amp;\n",
        ">\ta\n>\tb\n\n-\tc\n\td\n",
        "|a*b*|\\|c\\||\n|-|:-:|\n| d \\\\| &amp; [e](f) |\n\n|g|\n|-|\n",
        "a[^1]b[^2] \\[^1]\n[^1]: c *d*\n e\\\n\n\tf\n[^2]: &amp; g  \n   h\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Case c;
        open_case(&c, texts[i]);
        bool good = exact(&c.letter.body) && exact(&c.letter.notes);
        if (!good)
            printf("in text %zu:\n%s%s", i, texts[i], c.dump.s);
        CHECK(good);
        close_case(&c);
    }
}

static void test_front_matter(void) {
    Case c;
    open_case(&c, "---\n"
                  "to: ../targets.yaml#ma-xingrui\n"
                  "date: 2026-11-22\n"
                  "place:\n"
                  "subject: \"For {{to.name}}, again\"\n"
                  "closing: |\n"
                  "  此致\n"
                  "  敬礼！\n"
                  "lang: zh-Hans\n"
                  "langs: en, ug\n"
                  "enclosures:\n"
                  "  - one\n"
                  "  - two\n"
                  "---\n"
                  "body\n");
    CHECK_STR(c.said.s, "");
    CHECK(c.ok);
    CHECK(text_equal(c.letter.fields[LETTER_TO].raw,
                     "../targets.yaml#ma-xingrui"));
    CHECK(text_equal(c.letter.fields[LETTER_DATE].raw, "2026-11-22"));
    CHECK(c.letter.fields[LETTER_PLACE].raw.s == NULL);
    CHECK_INT(c.letter.fields[LETTER_PLACE].inlines.n, 0);
    CHECK(c.letter.fields[LETTER_SIGNATURE].raw.s == NULL);
    Buf b = {0};
    dump_inlines(&b, &c.letter.fields[LETTER_SUBJECT].inlines);
    CHECK_STR(b.s, "For $to.name$, again");
    buf_clear(&b);
    dump_inlines(&b, &c.letter.fields[LETTER_CLOSING].inlines);
    CHECK_STR(b.s, "此致¶敬礼！");
    size_t line, col;
    Text close = c.letter.fields[LETTER_CLOSING].inlines.v[2].text;
    source_place(c.src, text_span(close, 3, 3).off, &line, &col);
    CHECK_INT(line, 8);
    CHECK_INT(col, 4);
    CHECK_INT(c.letter.langs.n, 2);
    CHECK(text_equal(c.letter.langs.v[1], "ug"));
    CHECK_INT(c.letter.enclosures.n, 2);
    CHECK(text_equal(c.letter.enclosures.v[1], "two"));
    CHECK_STR(c.dump.s, "p: body\n");
    buf_free(&b);
    close_case(&c);

    BODY("---\n---\nx", "p: x\n");
    BODY("---  \r\nlang: en\r\n---\r\nx\r\n", "p: x\n");
    BODY("x\n\n---\n\ny", "p: x\nrule\np: y\n");
    REFUSED("---\nsubjet: x\n---\n",
            "letter.md:2:1: error: unknown field \"subjet\"; did you mean "
            "\"subject\"?");
    REFUSED("---\nzzzzzzzz: x\n---\n", "a letter has date, place, subject");
    REFUSED("---\nlang: en\n\nDear\n",
            "letter.md:1:1: error: the fields that begin here are never");
    REFUSED("---\n- a\n---\n", "one \"name: value\" a line");
    REFUSED("---\nsubject: [a, b]\n---\n", "\"subject\" takes one text");
    REFUSED("---\nsalutation: {{to.salutation}}\n---\n",
            "letter.md:2:13: error: a value that begins with {{ must stand in "
            "quotes");
    REFUSED("---\nto: \"{{to.name}}.yaml\"\n---\n",
            "letter.md:2:6: error: \"to\" cannot hold a field");
    REFUSED("---\nsubject: \"a {{b c\"\n---\n",
            "letter.md:2:13: error: \"{{\" has no \"}}\"");
    REFUSED("---\nlang: Chinese\n---\n", "\"Chinese\" is not a language");
    REFUSED("---\nlangs: [zh, xx yy]\n---\n", "\"xx yy\" is not a language");
    REFUSED("---\nlang: en\nlang: zh\n---\n", "letter.md:3:1: error:");
}

/* One line of front matter is refused with `want` at line 2. */
#define FIELD_REFUSED(line, want)                                              \
    REFUSED("---\n" line "\n---\n\nx\n", "letter.md:2:" want)

static void test_parts(void) {
    Case c;
    open_case(&c, "---\n"
                  "letterhead:\n"
                  "  logo: {file: logo.png, alt: A mark, width: 22 mm}\n"
                  "  organisation: Open Doors\n"
                  "  lines: |\n"
                  "    1 High Street\n"
                  "    www.example.org\n"
                  "signature-image: sign.png\n"
                  "signature: A. Name\n"
                  "your-reference: B 12\n"
                  "cc:\n"
                  "  - The embassy\n"
                  "encl: One sheet\n"
                  "justify: yes\n"
                  "large-print: true\n"
                  "fit: 2\n"
                  "own_words: 4\n"
                  "---\n"
                  "body\n");
    const Letter *l = &c.letter;
    CHECK_STR(c.said.s, "");
    CHECK(c.ok);
    CHECK(text_equal(l->letterhead.logo.file, "logo.png"));
    CHECK(text_equal(l->letterhead.logo.alt, "A mark"));
    CHECK_INT(l->letterhead.logo.width, LEN_OF_MM(22));
    CHECK_INT(l->letterhead.logo.height, 0);
    CHECK(text_equal(l->letterhead.organisation, "Open Doors"));
    CHECK_INT(l->letterhead.lines.n, 2);
    CHECK(text_equal(l->letterhead.lines.v[1], "www.example.org"));
    CHECK(text_equal(l->signature_image.file, "sign.png"));
    CHECK(text_equal(l->signature_image.alt, "A. Name"));
    CHECK(text_equal(l->fields[LETTER_YOUR_REFERENCE].raw, "B 12"));
    CHECK_INT(l->copies.n, 1);
    CHECK(text_equal(l->copies.v[0], "The embassy"));
    CHECK_INT(l->enclosures.n, 1);
    CHECK(l->justify && l->large_print);
    CHECK_INT(l->fit, 2);
    CHECK(l->fit_span.n == 1 && c.src->bytes[l->fit_span.off] == '2');
    CHECK_INT(l->own_words, 4);
    close_case(&c);

    open_case(&c, "---\nsignature_image:\n  file: a.png\n  alt: A name\n"
                  "  height: 1cm\njustify: no\nfit:\n---\nText\n");
    CHECK_STR(c.said.s, "");
    CHECK(text_equal(c.letter.signature_image.alt, "A name"));
    CHECK_INT(c.letter.signature_image.height, LEN_OF_MM(10));
    CHECK(!c.letter.justify);
    CHECK_INT(c.letter.fit, 0);
    close_case(&c);

    FIELD_REFUSED("large_prnt: yes", "1: error: unknown field \"large_prnt\"; "
                                     "did you mean \"large_print\"?");
    FIELD_REFUSED("own-wods: 3",
                  "1: error: unknown field \"own-wods\"; did you "
                  "mean \"own_words\"?");
    FIELD_REFUSED("justify: Yes", "10: error: \"justify\" is yes or no, not");
    FIELD_REFUSED("large-print: 1", "14: error: \"large-print\" is yes or no");
    FIELD_REFUSED("fit: 0", "6: error: \"fit\" is a whole number from 1 to 20");
    FIELD_REFUSED("fit: 21", "6: error: \"fit\" is a whole number");
    FIELD_REFUSED("fit: one", "6: error: \"fit\" is a whole number from 1 to "
                              "20, not \"one\"");
    FIELD_REFUSED("own_words: -1",
                  "12: error: \"own_words\" is a whole number");
    FIELD_REFUSED("letterhead: Us", "13: error: \"letterhead\" takes logo:");
    FIELD_REFUSED("letterhead: {organization: Us}",
                  "14: error: unknown field \"organization\"; did you mean "
                  "\"organisation\"?");
    FIELD_REFUSED("letterhead: {logo: a.png}",
                  "20: error: say what the picture shows");
    FIELD_REFUSED("letterhead: {logo: {alt: x}}",
                  "14: error: \"logo\" names no file");
    FIELD_REFUSED("letterhead: {logo: {file: a, alt: b, width: 0}}",
                  "45: error: \"width\" is a length such as 25 mm");
    FIELD_REFUSED("letterhead: {logo: {file: a, alt: b, width: wide}}",
                  "45: error: \"width\" is a length such as 25 mm");
    FIELD_REFUSED(
        "letterhead: {logo: {file: 'http://x/y', alt: b}}",
        "28: error: \"http://x/y\" is not in the letter's own folder");
    FIELD_REFUSED("letterhead: {organisation: \"{{to.name}}\"}",
                  "29: error: \"organisation\" cannot hold a field");
    FIELD_REFUSED("cc: [\"{{to.name}}\"]", "7: error: \"cc\" cannot hold a");
    FIELD_REFUSED("signature_image: a.png",
                  "18: error: say what the picture shows");
    REFUSED("---\ncc: a\ncopies: b\n---\n",
            "letter.md:3:1: error: \"copies\" is \"cc\" again; keep one");
    REFUSED("---\nlarge-print: no\nlarge_print: no\n---\n",
            "letter.md:3:1: error: \"large_print\" is \"large-print\" again");
    FIELD_REFUSED("date: 2026-02-30",
                  "7: error: \"2026-02-30\" is no day of the calendar");
    FIELD_REFUSED("date: 2026-2-3", "7: error: \"2026-2-3\" is no day");
    FIELD_REFUSED("date: 22/11/2026", "7: error: \"22/11/2026\" is no date");
    BODY("---\ndate: blank\n---\n", "");
    BODY("---\ndate: none\n---\n", "");
    BODY("---\ndate: 二〇二六年十一月\n---\n", "");
    BODY("---\ndate: Easter 2026\n---\n", "");
    BODY("---\ndate: 2024-02-29\n---\n", "");
}

static void test_values(void) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    Inlines in;
    Buf b = {0};
    letterfile_inlines(a, text_literal("a {{ b }} \\{{c}} \\d"), diag, &in);
    dump_inlines(&b, &in);
    CHECK_STR(b.s, "a $b$ {{c}} \\d");
    CHECK_INT(diag_count(diag, DIAG_NOTE), 0);
    letterfile_inlines(a, text_literal(""), diag, &in);
    CHECK_INT(in.n, 0);
    letterfile_inlines(a, text_literal("a {{"), diag, &in);
    CHECK_INT(diag_count(diag, DIAG_ERROR), 1);
    buf_free(&b);
    diag_free(diag);
    arena_free(a);
}

static double seconds(clock_t from) {
    return (double)(clock() - from) / CLOCKS_PER_SEC;
}

/* `size` bytes of `unit`. The bound tells linear from quadratic also under the
 * sanitizers on a busy machine. */
static void check_fast(size_t size, const char *unit) {
    Buf b = {0};
    while (b.n < size)
        buf_puts(&b, unit);
    Arena *a = arena_new();
    Diag *diag = diag_new();
    const Source *src = source_from(a, "big.md", b.s, b.n);
    Letter letter;
    clock_t from = clock();
    letterfile_parse(a, src, diag, &letter);
    double took = seconds(from);
    if (took > 20)
        printf("%.20s: %.1f s\n", unit, took);
    CHECK(took <= 20);
    diag_free(diag);
    arena_free(a);
    buf_free(&b);
}

static void test_speed(void) {
    check_fast(1000000,
               "A paragraph with **strong** words, [links](http://a.b) and "
               "中文\nlines.\n\n- item {{to.name}}\n- another &amp; more\n\n");
    check_fast(300000, "{{a}}");
    check_fast(300000, "&ouml;&x;");
    check_fast(300000, "[a](");
    check_fast(300000, "[a]: b (");
    check_fast(300000, "*a ");
    check_fast(300000, "`a");
    check_fast(300000, "[^1]");
    check_fast(300000, "[^1]: a\n");
    check_fast(300000, "[^");
    check_fast(300000, "|\n|-\n");
    check_fast(300000, "||||||||||\n");
}

int main(void) {
    test_blocks();
    test_inlines();
    test_soft_breaks();
    test_fields();
    test_refusals();
    test_tables();
    test_notes();
    test_own_words();
    test_figures();
    test_size();
    test_nesting();
    test_places();
    test_exact();
    test_front_matter();
    test_parts();
    test_values();
    test_speed();
    return unit_done("test_input_letterfile");
}
