#include "input/docxnumber.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

#define LEVELS 9
#define LABEL_BYTES 120 /* of a level's text that are looked at */

typedef struct Level {
    const Text *format, *text;
    int start;
} Level;

/* A kind of list; lists of one kind count on. */
typedef struct Abstract {
    Text id;
    Level levels[LEVELS];
    int count[LEVELS];
    bool used[LEVELS];
} Abstract;

typedef struct List {
    int id;
    Abstract *kind;
    int restart[LEVELS]; /* where its first item begins, -1: counts on */
} List;

struct DocxNumbering {
    Arena *arena;
    Abstract *kinds; /* sorted by id */
    size_t nkinds;
    List *lists; /* sorted by id */
    size_t nlists;
};

static int by_kind_id(const void *a, const void *b) {
    return text_order(&((const Abstract *)a)->id, &((const Abstract *)b)->id);
}

static int by_list_id(const void *a, const void *b) {
    const List *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

static Abstract *find_kind(const DocxNumbering *d, const Text *id) {
    if (!id || d->nkinds == 0)
        return NULL;
    Abstract key = {.id = *id};
    return bsearch(&key, d->kinds, d->nkinds, sizeof key, by_kind_id);
}

static void read_kinds(DocxNumbering *d, const XmlNode *root) {
    VEC(Abstract) list = {0};
    for (const XmlNode *n = xml_child(root, "abstractNum"); n;
         n = xml_next(n, "abstractNum")) {
        const Text *id = xml_attr(n, "abstractNumId");
        if (!id)
            continue;
        Abstract kind = {.id = *id};
        for (const XmlNode *l = xml_child(n, "lvl"); l;
             l = xml_next(l, "lvl")) {
            int at = office_number(l, "ilvl", LEVELS);
            if (at < 0 || at >= LEVELS)
                continue;
            kind.levels[at] =
                (Level){xml_attr(xml_child(l, "numFmt"), "val"),
                        xml_attr(xml_child(l, "lvlText"), "val"),
                        office_number(xml_child(l, "start"), "val", 1)};
        }
        vec_push(d->arena, &list, kind);
    }
    if (list.n > 0)
        qsort(list.v, list.n, sizeof *list.v, by_kind_id);
    d->kinds = list.v;
    d->nkinds = list.n;
}

static void read_lists(DocxNumbering *d, const XmlNode *root) {
    VEC(List) list = {0};
    for (const XmlNode *n = xml_child(root, "num"); n; n = xml_next(n, "num")) {
        List l = {.id = office_number(n, "numId", 0)};
        l.kind = find_kind(d, xml_attr(xml_child(n, "abstractNumId"), "val"));
        for (int i = 0; i < LEVELS; i++)
            l.restart[i] = -1;
        for (const XmlNode *o = xml_child(n, "lvlOverride"); o;
             o = xml_next(o, "lvlOverride")) {
            int at = office_number(o, "ilvl", LEVELS);
            if (at >= 0 && at < LEVELS)
                l.restart[at] =
                    office_number(xml_child(o, "startOverride"), "val", -1);
        }
        if (l.kind)
            vec_push(d->arena, &list, l);
    }
    if (list.n > 0)
        qsort(list.v, list.n, sizeof *list.v, by_list_id);
    d->lists = list.v;
    d->nlists = list.n;
}

DocxNumbering *docxnumbering_new(Arena *a, const XmlNode *root) {
    DocxNumbering *d = ARENA_NEW(a, DocxNumbering);
    d->arena = a;
    read_kinds(d, root);
    read_lists(d, root);
    return d;
}

/* ---- labels ---- */

static void letters(Buf *b, int value, char first) {
    /* 27 is "aa", 28 "bb" (17.18.59). */
    for (int i = 0; i <= (value - 1) / 26 && i < 8; i++)
        buf_putc(b, (char)(first + (value - 1) % 26));
}

static void roman(Buf *b, int value, bool upper) {
    static const struct {
        int value;
        const char *lower, *upper;
    } digits[] = {{1000, "m", "M"},  {900, "cm", "CM"}, {500, "d", "D"},
                  {400, "cd", "CD"}, {100, "c", "C"},   {90, "xc", "XC"},
                  {50, "l", "L"},    {40, "xl", "XL"},  {10, "x", "X"},
                  {9, "ix", "IX"},   {5, "v", "V"},     {4, "iv", "IV"},
                  {1, "i", "I"}};
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        for (; value >= digits[i].value; value -= digits[i].value)
            buf_puts(b, upper ? digits[i].upper : digits[i].lower);
}

static void put_number(Buf *b, int value, const char *format) {
    if (value > 0 && strcmp(format, "lowerLetter") == 0)
        letters(b, value, 'a');
    else if (value > 0 && strcmp(format, "upperLetter") == 0)
        letters(b, value, 'A');
    else if (value > 0 && value < 4000 && strcmp(format, "lowerRoman") == 0)
        roman(b, value, false);
    else if (value > 0 && value < 4000 && strcmp(format, "upperRoman") == 0)
        roman(b, value, true);
    else if (strcmp(format, "decimalZero") == 0)
        buf_printf(b, "%02d", value);
    else
        buf_printf(b, "%d", value);
}

const char *list_number(Arena *a, int value, const char *format) {
    Buf b = {0};
    put_number(&b, value, format);
    const char *s = arena_strndup(a, b.s, b.n);
    buf_free(&b);
    return s;
}

static const char *format_of(Arena *a, const Level *l) {
    return l->format ? arena_strndup(a, l->format->s, l->format->n) : "decimal";
}

/* "%1.%2" with the numbers of those levels. */
static const char *write_label(DocxNumbering *d, const Abstract *kind,
                               const Level *l) {
    Buf b = {0};
    const Text *t = l->text;
    for (size_t i = 0; i < t->n && i < LABEL_BYTES; i++) {
        int at = i + 1 < t->n ? t->s[i + 1] - '1' : -1;
        if (t->s[i] != '%' || at < 0 || at >= LEVELS) {
            buf_putc(&b, t->s[i]);
            continue;
        }
        int value = kind->used[at] ? kind->count[at] : kind->levels[at].start;
        put_number(&b, value, format_of(d->arena, &kind->levels[at]));
        i++;
    }
    const char *s = arena_strndup(d->arena, b.s ? b.s : "", b.n);
    buf_free(&b);
    return s;
}

static void count(List *list, int level) {
    Abstract *kind = list->kind;
    if (list->restart[level] >= 0) {
        kind->count[level] = list->restart[level];
        list->restart[level] = -1;
    } else if (kind->used[level]) {
        kind->count[level]++;
    } else {
        kind->count[level] = kind->levels[level].start;
    }
    kind->used[level] = true;
    for (int i = level + 1; i < LEVELS; i++)
        kind->used[i] = false;
}

const char *docxnumbering_next(DocxNumbering *d, int list, int level,
                               bool *ordered) {
    List key = {.id = list};
    List *found =
        d->nlists ? bsearch(&key, d->lists, d->nlists, sizeof key, by_list_id)
                  : NULL;
    level = level < 0 ? 0 : level >= LEVELS ? LEVELS - 1 : level;
    *ordered = false;
    if (!found)
        return NULL;
    const Level *l = &found->kind->levels[level];
    if (!l->text || l->text->n == 0 ||
        (l->format && text_equal(*l->format, "none")))
        return NULL;
    *ordered = !l->format || !text_equal(*l->format, "bullet");
    count(found, level);
    return write_label(d, found->kind, l);
}
