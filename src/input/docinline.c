/* Marks inside a line: escapes, links, emphasis. */
#include "input/docbuild_private.h"

#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

#include <unicode/uchar.h>

/* How far the end of a mark may be: a paragraph. */
#define MARK_REACH 2000

/* ---- escapes ---- */

static void take_escapes(DocChars *c) {
    for (size_t i = 0; i + 1 < c->n; i++) {
        uint32_t next = c->v[i + 1].cp;
        if (!docchars_say(c, i, "\\") || next >= 0x80 || next == 0 ||
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
    bool web = docchars_say(c, i + 1, "http://") ||
               docchars_say(c, i + 1, "https://") ||
               docchars_say(c, i + 1, "mailto:");
    if (!web && (mail == 0 || mail == i + 1 || mail + 1 == at))
        return 0;
    const char *link = string_of(c, web ? "" : "mailto:", i + 1, at);
    docchars_remove(c, i, i + 1, DOC_RESIDUE_MARK);
    docchars_remove(c, at, at + 1, DOC_RESIDUE_MARK);
    for (size_t k = i + 1; k < at; k++) {
        docchars_restyle(c, k, TAG_NONE, link);
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
    for (size_t at = i; at < i + MARK_REACH && !docchars_end(c, at); at++) {
        if (c->v[at].plain || c->v[at].gone)
            continue;
        if (!blanks && (docchar_blank(c->v[at].cp) || docchars_line_end(c, at)))
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
    if (text == 0 || !docchars_say(c, text, "("))
        return 0;
    size_t end = closing(c, text, '(', ')', false);
    if (end == 0)
        return 0;
    size_t from = text + 1, to = end - 1;
    if (to > from + 1 && docchars_say(c, from, "<") &&
        docchars_say(c, to - 1, ">"))
        from++, to--;
    const char *link = string_of(c, "", from, to);
    size_t mark =
        docchars_say(c, i - (i > 0), "!") && i > 0 ? i - 1 : i; /* picture */
    docchars_remove(c, mark, i + 1, DOC_RESIDUE_MARK);
    docchars_remove(c, text - 1, end, DOC_RESIDUE_MARK);
    for (size_t k = i + 1; k + 1 < text; k++)
        if (c->v[k].cp != '\n')
            docchars_restyle(c, k, TAG_NONE, link);
    return text;
}

/* "[^1]", and "[^1]:" at the beginning of a line; where it ends, or 0. */
static size_t take_note(DocChars *c, size_t i) {
    size_t at = i + 2;
    while (at < c->n && at < i + 5 && c->v[at].cp < 0x80 &&
           isdigit((int)c->v[at].cp))
        at++;
    if (!docchars_say(c, i, "[^") || at == i + 2 || !docchars_say(c, at, "]"))
        return 0;
    bool begins = i == 0 || c->v[i - 1].cp == '\n';
    docchars_remove(c, i, i + 2, DOC_RESIDUE_MARK);
    docchars_remove(c, at, at + 1 + (begins && docchars_say(c, at + 1, ":")),
                    DOC_RESIDUE_MARK);
    for (size_t k = i + 2; k < at; k++)
        docchars_restyle(c, k, TAG_SUPER, NULL);
    return at + 1;
}

static void take_links(DocChars *c) {
    for (size_t i = 0; i < c->n;) {
        size_t end = 0;
        if (docchars_say(c, i, "<"))
            end = take_autolink(c, i);
        else if (docchars_say(c, i, "[^"))
            end = take_note(c, i);
        else if (docchars_say(c, i, "["))
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
    return docchars_say(c, i, mark) &&
           !docchars_say(c, i + n, (char[]){mark[0], 0}) &&
           !(i > 0 && docchars_say(c, i - 1, (char[]){mark[0], 0}));
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
    for (; !docchars_end(c, at) && at < limit; at++)
        if (is_mark(c, at, mark) && closes_at(c, at, mark))
            return at;
    return c->n;
}

static void emphasise(DocChars *c, size_t from, size_t to, size_t n) {
    docchars_remove(c, from, from + n, DOC_RESIDUE_MARK);
    docchars_remove(c, to, to + n, DOC_RESIDUE_MARK);
    for (size_t k = from + n; k < to; k++) {
        if (n != 2 && c->v[k].cp != '\n')
            docchars_restyle(c, k, TAG_EMPHASIS, NULL);
        if (n != 1 && c->v[k].cp != '\n')
            docchars_restyle(c, k, TAG_STRONG, NULL);
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
        for (none = at; none < limit && !docchars_end(c, none);)
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
