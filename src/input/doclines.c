/* What begins a line of a document: bullets, numbers, headings, rules. */
#include "input/docbuild_private.h"

#include <ctype.h>

#include <unicode/uchar.h>

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
        !docchar_blank(c->v[at + 1].cp))
        return false;
    *end = at + 1;
    /* "24. November 2022" */
    size_t digits = 0, last = to;
    while (last > at && docchar_blank(c->v[last - 1].cp))
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
    while (text < to && docchar_blank(c->v[text].cp))
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
        !docchar_blank(c->v[from + level].cp))
        return false;
    while (last > from && docchar_blank(c->v[last - 1].cp))
        last--;
    size_t hashes = last;
    while (hashes > from && c->v[hashes - 1].cp == '#')
        hashes--;
    docchars_remove(c, from, from + level, DOC_RESIDUE_MARK);
    if (hashes < last && hashes > from + level &&
        docchar_blank(c->v[hashes - 1].cp))
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
        if (c->v[i].cp != cp && !docchar_blank(c->v[i].cp))
            return false;
        n += c->v[i].cp == cp;
    }
    return n >= 3;
}

bool docmarks_line(DocChars *c, size_t from, size_t to, DocBlock *block) {
    while (from < to && (c->v[from].gone || docchar_blank(c->v[from].cp)))
        from++;
    if (from == to)
        return true;
    if (is_rule(c, from, to)) {
        docchars_remove(c, from, to, DOC_RESIDUE_MARK);
        return false;
    }
    if (c->v[from].cp == '>' && from + 1 < to &&
        docchar_blank(c->v[from + 1].cp)) {
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
