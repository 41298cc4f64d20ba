/* Marks in the text of a document: what a conversion from Word, PDF or a web
 * page to text leaves behind. Half of it is Markdown, half HTML, and neither is
 * followed to the letter: lines are kept, "1986. A year" is no list, a star
 * alone is a star. cmark, which reads letters, would make one line of an
 * address and a list of a phone number; so only what is clean is taken. */
#include "input/docbuild_private.h"

#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

#include <unicode/uchar.h>

bool docchar_blank(uint32_t cp) {
    return cp == ' ' || cp == '\t' || cp == 0xA0;
}

bool docchars_end(const DocChars *c, size_t i) {
    return i >= c->n || (c->v[i].cp == '\n' && c->v[i].barrier);
}

bool docchars_line_end(const DocChars *c, size_t i) {
    return i >= c->n || c->v[i].cp == '\n' || c->v[i].cp == 0x2028;
}

/* Do the characters from `i` on say `s`, as marks? */
bool docchars_say(const DocChars *c, size_t i, const char *s) {
    for (; *s; s++, i++)
        if (i >= c->n || c->v[i].gone || c->v[i].plain ||
            c->v[i].cp != (unsigned char)*s)
            return false;
    return true;
}

/* ---- characters ---- */

/* Not seen, and of no use once lines are made anew. What would be seen but has
 * no meaning, a lost or a private character, stays: whoever uses the text must
 * know. */
static bool is_dropped(uint32_t cp) {
    bool invisible = cp == 0xFEFF || cp == 0x200B || cp == 0xAD ||
                     cp == 0x2060 || cp == 0xFFFC;
    bool seen = cp == UTF8_BAD || cp == 0xFFFD ||
                u_charType((UChar32)cp) == U_PRIVATE_USE_CHAR;
    return invisible || (!seen && utf8_objection(cp) != NULL);
}

static void drop_characters(DocChars *c) {
    size_t out = 0;
    for (size_t i = 0; i < c->n; i++) {
        DocChar ch = c->v[i];
        if (ch.cp == '\v' || ch.cp == 0x2029 || ch.cp == 0x85)
            ch.cp = 0x2028;
        if (ch.cp == '\n' || !is_dropped(ch.cp)) {
            c->v[out++] = ch;
            continue;
        }
        bool bom = ch.cp == 0xFEFF && ch.off == 0;
        if (!bom)
            docchars_remove(c, i, i + 1, DOC_RESIDUE_CHARACTER);
    }
    c->n = out;
}

/* ---- entities ---- */

static const struct {
    const char *name;
    uint32_t cp;
} entities[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},
    {"apos", '\''},     {"nbsp", 0xA0},    {"ndash", 0x2013}, {"mdash", 0x2014},
    {"lsquo", 0x2018},  {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
    {"hellip", 0x2026}, {"bull", 0x2022},  {"middot", 0xB7},  {"copy", 0xA9},
    {"laquo", 0xAB},    {"raquo", 0xBB},   {"eacute", 0xE9},  {"egrave", 0xE8},
    {"agrave", 0xE0},   {"ccedil", 0xE7},  {"auml", 0xE4},    {"ouml", 0xF6},
    {"uuml", 0xFC},     {"szlig", 0xDF},   {"ntilde", 0xF1},  {"oacute", 0xF3},
    {"iacute", 0xED},   {"aacute", 0xE1},
};

static uint32_t number_of(const char *s) {
    int base = *s == 'x' || *s == 'X' ? 16 : 10;
    uint32_t value = 0;
    s += base == 16;
    if (!*s)
        return 0;
    for (; *s; s++) {
        int digit = hex_digit(*s);
        if (digit < 0 || digit >= base)
            return 0;
        value = value * (uint32_t)base + (uint32_t)digit;
        if (value > 0x10FFFF)
            return 0;
    }
    bool scalar = value >= 0x20 && (value < 0xD800 || value > 0xDFFF);
    return scalar && !utf8_objection(value) ? value : 0;
}

/* What the entity at `i` stands for, and its length; 0 if it is none. Tags that
 * were found before may stand in it. */
static uint32_t entity_at(const DocChars *c, size_t i, size_t *len) {
    char name[12];
    size_t n = 0, at = i + 1;
    if (c->v[i].cp != '&' || c->v[i].gone)
        return 0;
    for (; at < c->n && n + 1 < sizeof name; at++) {
        uint32_t cp = c->v[at].cp;
        if (c->v[at].gone)
            continue;
        if (cp >= 0x80 || !(isalnum((int)cp) || cp == '#'))
            break;
        name[n++] = (char)cp;
    }
    name[n] = '\0';
    if (at >= c->n || c->v[at].cp != ';')
        return 0;
    *len = at + 1 - i;
    if (name[0] == '#')
        return number_of(name + 1);
    for (size_t k = 0; k < sizeof entities / sizeof *entities; k++)
        if (strcmp(entities[k].name, name) == 0)
            return entities[k].cp;
    return 0;
}

static void add_residue(DocChars *c, DocResidueKind kind, const DocChar *first,
                        const DocChar *last) {
    DocResidue r = {kind,
                    {c->src, first->off, last->off + last->n - first->off}};
    vec_push(c->arena, &c->residue, r);
}

/* Once: what comes out may be an entity again, escaped twice. */
static bool decode_entities(DocChars *c) {
    size_t out = 0;
    bool any = false;
    for (size_t i = 0; i < c->n;) {
        size_t len = 0;
        uint32_t cp = entity_at(c, i, &len);
        if (!cp) {
            c->v[out++] = c->v[i++];
            continue;
        }
        DocChar ch = c->v[i], last = c->v[i + len - 1];
        add_residue(c, DOC_RESIDUE_ENTITY, &ch, &last);
        for (size_t k = i; k < i + len; k++)
            if (c->v[k].gone)
                c->v[out++] = c->v[k];
        ch.n = last.off + last.n - ch.off;
        ch.cp = cp;
        c->v[out++] = ch;
        i += len;
        any = true;
    }
    c->n = out;
    return any;
}

/* ---- tags of HTML ---- */

static const struct {
    const char *name;
    TagKind kind;
} tags[] = {
    {"sup", TAG_SUPER},   {"b", TAG_STRONG},    {"strong", TAG_STRONG},
    {"i", TAG_EMPHASIS},  {"em", TAG_EMPHASIS}, {"sub", TAG_NONE},
    {"u", TAG_NONE},      {"br", TAG_NONE},     {"span", TAG_NONE},
    {"div", TAG_NONE},    {"p", TAG_NONE},      {"font", TAG_NONE},
    {"center", TAG_NONE}, {"small", TAG_NONE},  {"mark", TAG_NONE},
};

#define TAG_LENGTH 200 /* with attributes */

/* The tag at `i`: its index in `tags`, where it ends, whether it closes. */
static bool tag_at(const DocChars *c, size_t i, size_t *which, size_t *end,
                   bool *closes) {
    char name[8];
    size_t n = 0, at = i + 1;
    if (c->v[i].cp != '<')
        return false;
    *closes = at < c->n && c->v[at].cp == '/';
    at += *closes;
    for (; at < c->n && n + 1 < sizeof name && c->v[at].cp < 0x80 &&
           isalpha((int)c->v[at].cp);
         at++)
        name[n++] = (char)tolower((int)c->v[at].cp);
    name[n] = '\0';
    if (at >= c->n ||
        !(c->v[at].cp == '>' || c->v[at].cp == ' ' || c->v[at].cp == '/'))
        return false;
    while (at < c->n && at < i + TAG_LENGTH && c->v[at].cp != '>' &&
           c->v[at].cp != '<' && c->v[at].cp != '\n')
        at++;
    if (at >= c->n || c->v[at].cp != '>')
        return false;
    *end = at + 1;
    for (*which = 0; *which < sizeof tags / sizeof *tags; ++*which)
        if (strcmp(tags[*which].name, name) == 0)
            return true;
    return false;
}

void docchars_restyle(DocChars *c, size_t i, TagKind kind, const char *link) {
    DocStyle s = c->styles.v[c->v[i].style];
    s.strong = s.strong || kind == TAG_STRONG;
    s.emphasis = s.emphasis || kind == TAG_EMPHASIS;
    s.superscript = s.superscript || kind == TAG_SUPER;
    s.link = link ? link : s.link;
    c->v[i].style = docchars_style(c, &s) & 0xFFFFFF;
}

/* A tag becomes one character that is gone and says what it was. */
#define TAG_OPENS 0x200000u
#define TAG_CLOSES 0x200100u
#define TAG_VOID 0x200200u

/* The line end that "<br>" is. */
static DocChar line_break(const DocChars *c, size_t from, size_t to) {
    DocChar ch = c->v[from];
    ch.n = c->v[to - 1].off + c->v[to - 1].n - ch.off;
    ch.cp = 0x2028;
    return ch;
}

static bool find_tags(DocChars *c) {
    size_t out = 0, had = c->residue.n;
    for (size_t i = 0; i < c->n;) {
        size_t which = 0, end = i + 1;
        bool closes = false;
        if (!tag_at(c, i, &which, &end, &closes)) {
            c->v[out++] = c->v[i++];
            continue;
        }
        DocChar mark = c->v[i], brk = line_break(c, i, end);
        add_residue(c, DOC_RESIDUE_TAG, &mark, &c->v[end - 1]);
        mark.gone = true;
        mark.cp = tags[which].kind == TAG_NONE ? TAG_VOID
                  : closes                     ? TAG_CLOSES + tags[which].kind
                                               : TAG_OPENS + tags[which].kind;
        c->v[out++] =
            strcmp(tags[which].name, "br") == 0 && !closes ? brk : mark;
        i = end;
    }
    c->n = out;
    return c->residue.n > had;
}

/* Tags that are never closed mean nothing. */
static void drop_open_tags(DocChars *c) {
    size_t closes[TAG_SUPER + 1] = {0};
    for (size_t i = c->n; i-- > 0;) {
        uint32_t cp = c->v[i].gone ? c->v[i].cp : 0;
        if (cp > TAG_CLOSES && cp <= TAG_CLOSES + TAG_SUPER)
            closes[cp - TAG_CLOSES]++;
        else if (cp > TAG_OPENS && cp <= TAG_OPENS + TAG_SUPER) {
            if (closes[cp - TAG_OPENS] > 0)
                closes[cp - TAG_OPENS]--;
            else
                c->v[i].cp = TAG_VOID;
        }
    }
}

static void apply_tags(DocChars *c) {
    size_t open[TAG_SUPER + 1] = {0};
    drop_open_tags(c);
    for (size_t i = 0; i < c->n; i++) {
        uint32_t cp = c->v[i].cp;
        if (!c->v[i].gone) {
            for (TagKind k = TAG_STRONG; k <= TAG_SUPER; k++)
                if (open[k] > 0 && cp != '\n')
                    docchars_restyle(c, i, k, NULL);
        } else if (cp > TAG_CLOSES && cp <= TAG_CLOSES + TAG_SUPER) {
            open[cp - TAG_CLOSES] -= open[cp - TAG_CLOSES] > 0;
        } else if (cp > TAG_OPENS && cp <= TAG_OPENS + TAG_SUPER) {
            open[cp - TAG_OPENS]++;
        }
    }
}

/* How often text is escaped again on its way from one program to the next. */
#define ESCAPED_AGAIN 3

void docmarks_characters(DocChars *c) {
    drop_characters(c);
    for (int i = 0; i < ESCAPED_AGAIN; i++) {
        bool entities_too = decode_entities(c);
        if (!find_tags(c) && !entities_too)
            break;
    }
    apply_tags(c);
}
