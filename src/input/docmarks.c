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

/* How far the end of a mark may be: a paragraph. */
#define MARK_REACH 2000

static bool is_blank(uint32_t cp) {
    return cp == ' ' || cp == '\t' || cp == 0xA0;
}

static bool is_end(const DocChars *c, size_t i) {
    return i >= c->n || (c->v[i].cp == '\n' && c->v[i].barrier);
}

static bool is_line_end(const DocChars *c, size_t i) {
    return i >= c->n || c->v[i].cp == '\n' || c->v[i].cp == 0x2028;
}

/* Do the characters from `i` on say `s`, as marks? */
static bool says(const DocChars *c, size_t i, const char *s) {
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

typedef enum TagKind { TAG_NONE, TAG_STRONG, TAG_EMPHASIS, TAG_SUPER } TagKind;

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

static void restyle(DocChars *c, size_t i, TagKind kind, const char *link) {
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
                    restyle(c, i, k, NULL);
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

/* ---- what begins a line ---- */

static bool is_bullet(uint32_t cp) {
    static const uint32_t bullets[] = {
        0x2022, 0x00B7, 0x25AA, 0x25AB, 0x25E6, 0x2023, 0x25CF, 0x25CB, 0x25A0,
        0x25A1, 0x2043, 0x2219, 0x27A2, 0x2713, 0x2714, 0x2794, 0x2756, 0x25B6,
        0x25BA, 0x2192, 0x30FB, 0x25FC, 0x25FB, 0x25FE, 0x25FD, 0x2B1B, 0x2B1C,
        0x25C6, 0x25C7, 0x27A4, 0x2736, 0x29BF,
        /* Where Symbol and Wingdings have theirs. */
        0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (bullets[i] == cp)
            return true;
    return false;
}

static void set_label(DocChars *c, size_t from, size_t to, size_t text,
                      bool ordered, DocBlock *block) {
    Span span = {c->src, c->v[from].off,
                 c->v[to - 1].off + c->v[to - 1].n - c->v[from].off};
    block->kind = DOC_ITEM;
    block->ordered = ordered;
    block->label = text_of_span(span);
    if (u_charType((UChar32)c->v[from].cp) == U_PRIVATE_USE_CHAR)
        block->label = (Text){"\xE2\x80\xA2", 3, span};
    for (size_t i = from; i < text; i++)
        c->v[i].gone = true;
}

/* "1." or "1)"; a date in German begins with one too. */
static bool is_number(const DocChars *c, size_t from, size_t to, size_t *end) {
    size_t at = from;
    while (at < to && at < from + 2 && c->v[at].cp < 0x80 &&
           isdigit((int)c->v[at].cp))
        at++;
    if (at == from || at + 1 >= to ||
        (c->v[at].cp != '.' && c->v[at].cp != ')') ||
        !is_blank(c->v[at + 1].cp))
        return false;
    *end = at + 1;
    /* "24. November 2022" */
    size_t digits = 0, last = to;
    while (last > at && is_blank(c->v[last - 1].cp))
        last--;
    while (last > at && c->v[last - 1].cp < 0x80 &&
           isdigit((int)c->v[last - 1].cp))
        last--, digits++;
    return !(digits == 4 && last < from + 18);
}

static bool take_item(DocChars *c, size_t from, size_t to, DocBlock *block) {
    uint32_t cp = c->v[from].cp;
    size_t end = from + 1;
    bool ordered = is_number(c, from, to, &end);
    bool dash = cp == '-' || cp == '*' || cp == 0x2013 || cp == 0x2014;
    if (cp == '+' && from + 2 < to && u_isalpha((UChar32)c->v[from + 2].cp))
        dash = true; /* not "+ 32 2 502": a phone number */
    if (!ordered && !dash && !is_bullet(cp))
        return false;
    size_t text = end;
    while (text < to && is_blank(c->v[text].cp))
        text++;
    /* Real bullets may touch the text, dashes may not. */
    if (text == to || (text == end && !is_bullet(cp)))
        return false;
    set_label(c, from, end, text, ordered, block);
    return true;
}

static bool take_heading(DocChars *c, size_t from, size_t to, DocBlock *block) {
    size_t level = 0, last = to;
    while (from + level < to && c->v[from + level].cp == '#')
        level++;
    if (level == 0 || level > 6 || from + level >= to ||
        !is_blank(c->v[from + level].cp))
        return false;
    while (last > from && is_blank(c->v[last - 1].cp))
        last--;
    size_t hashes = last;
    while (hashes > from && c->v[hashes - 1].cp == '#')
        hashes--;
    docchars_remove(c, from, from + level, DOC_RESIDUE_MARK);
    if (hashes < last && hashes > from + level && is_blank(c->v[hashes - 1].cp))
        docchars_remove(c, hashes, last, DOC_RESIDUE_MARK);
    block->kind = DOC_HEADING;
    block->level = (int)level;
    return true;
}

/* Three or more of one of these and nothing else. */
static bool is_rule(const DocChars *c, size_t from, size_t to) {
    size_t n = 0;
    uint32_t cp = c->v[from].cp;
    if (cp != '-' && cp != '*' && cp != '_' && cp != '=' && cp != 0x2014)
        return false;
    for (size_t i = from; i < to; i++) {
        if (c->v[i].cp != cp && !is_blank(c->v[i].cp))
            return false;
        n += c->v[i].cp == cp;
    }
    return n >= 3;
}

bool docmarks_line(DocChars *c, size_t from, size_t to, DocBlock *block) {
    while (from < to && (c->v[from].gone || is_blank(c->v[from].cp)))
        from++;
    if (from == to)
        return true;
    if (is_rule(c, from, to)) {
        docchars_remove(c, from, to, DOC_RESIDUE_MARK);
        return false;
    }
    if (c->v[from].cp == '>' && from + 1 < to && is_blank(c->v[from + 1].cp)) {
        docchars_remove(c, from, from + 1, DOC_RESIDUE_MARK);
        return docmarks_line(c, from + 1, to, block);
    }
    bool open = block->kind == DOC_PARAGRAPH;
    if (take_heading(c, from, to, block))
        return true;
    if (open || (block->kind == DOC_ITEM && block->label.n == 0))
        take_item(c, from, to, block);
    return true;
}

/* ---- escapes ---- */

static void take_escapes(DocChars *c) {
    for (size_t i = 0; i + 1 < c->n; i++) {
        uint32_t next = c->v[i + 1].cp;
        if (!says(c, i, "\\") || next >= 0x80 || next == 0 ||
            !strchr("*_#[]()<>-.!+|~`\\&$", (int)next))
            continue;
        docchars_remove(c, i, i + 1, DOC_RESIDUE_ESCAPE);
        c->v[++i].plain = true;
    }
}

/* ---- links ---- */

/* The characters of [from, to) as a string in the arena. */
static char *string_of(DocChars *c, const char *before, size_t from,
                       size_t to) {
    size_t n = strlen(before);
    char *s = arena_alloc(c->arena, n + 4 * (to - from) + 1);
    memcpy(s, before, n);
    for (size_t i = from; i < to; i++)
        if (c->v[i].cp != UTF8_BAD && !c->v[i].gone)
            n += utf8_put(s + n, c->v[i].cp);
    s[n] = '\0';
    return s;
}

/* "<https://...>", "<ana@example.org>"; where it ends, or 0. */
static size_t take_autolink(DocChars *c, size_t i) {
    size_t at = i + 1, mail = 0;
    while (at < c->n && at < i + MARK_REACH && c->v[at].cp > ' ' &&
           c->v[at].cp != '<' && c->v[at].cp != '>' && c->v[at].cp != 0x2028) {
        mail = c->v[at].cp == '@' ? at : mail;
        at++;
    }
    if (at >= c->n || c->v[at].cp != '>' || at == i + 1)
        return 0;
    bool web = says(c, i + 1, "http://") || says(c, i + 1, "https://") ||
               says(c, i + 1, "mailto:");
    if (!web && (mail == 0 || mail == i + 1 || mail + 1 == at))
        return 0;
    const char *link = string_of(c, web ? "" : "mailto:", i + 1, at);
    docchars_remove(c, i, i + 1, DOC_RESIDUE_MARK);
    docchars_remove(c, at, at + 1, DOC_RESIDUE_MARK);
    for (size_t k = i + 1; k < at; k++) {
        restyle(c, k, TAG_NONE, link);
        c->v[k].plain = true; /* "_" in an address is no mark */
    }
    return at + 1;
}

/* Brackets in brackets. */
#define MARK_DEPTH 8

/* Behind the bracket that closes the one at `i`; 0 if none is near. */
static size_t closing(const DocChars *c, size_t i, uint32_t open,
                      uint32_t close, bool blanks) {
    size_t depth = 0;
    for (size_t at = i; at < i + MARK_REACH && !is_end(c, at); at++) {
        if (c->v[at].plain || c->v[at].gone)
            continue;
        if (!blanks && (is_blank(c->v[at].cp) || is_line_end(c, at)))
            return 0;
        depth += c->v[at].cp == open;
        if (depth > MARK_DEPTH)
            return 0;
        if (c->v[at].cp == close && --depth == 0)
            return at + 1;
    }
    return 0;
}

/* "[text](destination)"; where it ends, or 0. */
static size_t take_link(DocChars *c, size_t i) {
    size_t text = closing(c, i, '[', ']', true);
    if (text == 0 || !says(c, text, "("))
        return 0;
    size_t end = closing(c, text, '(', ')', false);
    if (end == 0)
        return 0;
    size_t from = text + 1, to = end - 1;
    if (to > from + 1 && says(c, from, "<") && says(c, to - 1, ">"))
        from++, to--;
    const char *link = string_of(c, "", from, to);
    size_t mark = says(c, i - (i > 0), "!") && i > 0 ? i - 1 : i; /* picture */
    docchars_remove(c, mark, i + 1, DOC_RESIDUE_MARK);
    docchars_remove(c, text - 1, end, DOC_RESIDUE_MARK);
    for (size_t k = i + 1; k + 1 < text; k++)
        if (c->v[k].cp != '\n')
            restyle(c, k, TAG_NONE, link);
    return text;
}

/* "[^1]", and "[^1]:" at the beginning of a line; where it ends, or 0. */
static size_t take_note(DocChars *c, size_t i) {
    size_t at = i + 2;
    while (at < c->n && at < i + 5 && c->v[at].cp < 0x80 &&
           isdigit((int)c->v[at].cp))
        at++;
    if (!says(c, i, "[^") || at == i + 2 || !says(c, at, "]"))
        return 0;
    bool begins = i == 0 || c->v[i - 1].cp == '\n';
    docchars_remove(c, i, i + 2, DOC_RESIDUE_MARK);
    docchars_remove(c, at, at + 1 + (begins && says(c, at + 1, ":")),
                    DOC_RESIDUE_MARK);
    for (size_t k = i + 2; k < at; k++)
        restyle(c, k, TAG_SUPER, NULL);
    return at + 1;
}

static void take_links(DocChars *c) {
    for (size_t i = 0; i < c->n;) {
        size_t end = 0;
        if (says(c, i, "<"))
            end = take_autolink(c, i);
        else if (says(c, i, "[^"))
            end = take_note(c, i);
        else if (says(c, i, "["))
            end = take_link(c, i);
        i = end ? end : i + 1;
    }
}

/* ---- emphasis ---- */

/* What stands beside a mark: an ordinary letter, or nothing that counts. */
static bool is_letter(const DocChars *c, size_t i) {
    return i < c->n && !c->v[i].gone && u_isalnum((UChar32)c->v[i].cp) &&
           !c->styles.v[c->v[i].style].superscript;
}

static bool is_solid(const DocChars *c, size_t i) {
    return i < c->n && c->v[i].cp != '\n' && c->v[i].cp != 0x2028 &&
           !u_isUWhiteSpace((UChar32)c->v[i].cp);
}

/* Is "*", "**", "_" or "__" at `i` just as long as that? */
static bool is_mark(const DocChars *c, size_t i, const char *mark) {
    size_t n = strlen(mark);
    return says(c, i, mark) && !says(c, i + n, (char[]){mark[0], 0}) &&
           !(i > 0 && says(c, i - 1, (char[]){mark[0], 0}));
}

/* May the mark stand inside a word? Between Han there are no blanks. */
static bool opens(const DocChars *c, size_t i, const char *mark) {
    bool loose = mark[0] == '*' && mark[1];
    return is_solid(c, i + strlen(mark)) &&
           (loose || i == 0 || !is_letter(c, i - 1));
}

static bool closes_at(const DocChars *c, size_t i, const char *mark) {
    bool loose = mark[0] == '*' && mark[1];
    return i > 0 && is_solid(c, i - 1) &&
           (loose || !is_letter(c, i + strlen(mark)));
}

/* The mark that closes one, from `at` on and before `limit`; c->n if there is
 * none before what no mark reaches over. */
static size_t find_close(const DocChars *c, size_t at, size_t limit,
                         const char *mark) {
    for (; !is_end(c, at) && at < limit; at++)
        if (is_mark(c, at, mark) && closes_at(c, at, mark))
            return at;
    return c->n;
}

static void emphasise(DocChars *c, size_t from, size_t to, size_t n) {
    docchars_remove(c, from, from + n, DOC_RESIDUE_MARK);
    docchars_remove(c, to, to + n, DOC_RESIDUE_MARK);
    for (size_t k = from + n; k < to; k++) {
        if (n != 2 && c->v[k].cp != '\n')
            restyle(c, k, TAG_EMPHASIS, NULL);
        if (n != 1 && c->v[k].cp != '\n')
            restyle(c, k, TAG_STRONG, NULL);
    }
}

static void take_emphasis(DocChars *c, const char *mark) {
    size_t n = strlen(mark);
    size_t none = 0; /* up to here nothing closes one */
    for (size_t i = 0; i < c->n; i++) {
        size_t limit = i + MARK_REACH;
        if (!is_mark(c, i, mark) || !opens(c, i, mark))
            continue;
        size_t at = i + n + 1 > none ? i + n + 1 : none;
        size_t end = at < limit ? find_close(c, at, limit, mark) : c->n;
        if (end < c->n) {
            emphasise(c, i, end, n);
            i = end + n - 1;
            continue;
        }
        for (none = at; none < limit && !is_end(c, none);)
            none++;
    }
}

void docmarks_inline(DocChars *c) {
    static const char *const marks[] = {"***", "**", "__", "*", "_"};
    take_escapes(c);
    take_links(c);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        take_emphasis(c, marks[i]);
}
