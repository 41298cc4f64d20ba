/* Lists whose bullets became letters, and items that were wrapped
 * (model/importing_parts.h). */
#include "model/importing_parts.h"

#include <string.h>

/* What bullets of symbol fonts are in any other font. No line of a sentence
 * begins with one of these letters alone, but for "o" in Spanish, and not on
 * two lines running. The bytes of one with the blanks behind it, 0 if there is
 * none.
 */
static size_t lost_bullet(Text t) {
    static const char *const bullets[] = {"n",
                                          "o",
                                          "l",
                                          "q",
                                          "v",
                                          "u",
                                          "§",
                                          "Ø",
                                          "ü",
                                          "¨",
                                          "·",
                                          "\xC2\x9F",
                                          "\xEF\x82\xA7",
                                          "\xEF\x82\xB7",
                                          "•",
                                          "➢",
                                          "►",
                                          "■",
                                          "●",
                                          "◦",
                                          "▪",
                                          "–",
                                          "—",
                                          "-"};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        size_t n = strlen(bullets[i]), at = n;
        if (t.n < n || strncmp(t.s, bullets[i], n) != 0)
            continue;
        while (at < t.n && strchr(" \t", t.s[at]))
            at++;
        if (at > n && at < t.n)
            return at;
    }
    return 0;
}

static bool same_bullet(const ImportLine *a, const ImportLine *b) {
    size_t n = lost_bullet(a->b.text);
    return n > 0 && n <= b->b.text.n && lost_bullet(b->b.text) == n &&
           strncmp(a->b.text.s, b->b.text.s, n) == 0;
}

/* A line that goes on with the item above it, as it was wrapped. */
static bool goes_on(const DocBlock *b) {
    bool further = b->kind == DOC_ITEM && b->label.n == 0;
    return (b->kind == DOC_PARAGRAPH || further) && !b->gap &&
           b->text.s[0] >= 'a' && b->text.s[0] <= 'z' &&
           lost_bullet(b->text) == 0;
}

/* The line behind the list that begins at `from`; *items: how many it has. */
static size_t list_end(const Finder *f, size_t from, size_t *items) {
    size_t to = from + 1;
    *items = 1;
    for (size_t i = from + 1; i < f->lines.n; i++) {
        if (same_bullet(&f->lines.v[from], &f->lines.v[i])) {
            ++*items;
            to = i + 1;
        } else if (!goes_on(&f->lines.v[i].b)) {
            break;
        }
    }
    while (*items > 1 && to < f->lines.n && goes_on(&f->lines.v[to].b))
        to++;
    return to;
}

static void make_item(Finder *f, DocBlock *b) {
    size_t n = lost_bullet(b->text);
    if (b->kind != DOC_PARAGRAPH)
        return;
    clean_remove(f, docblock_span(b, 0, n), "the bullet of a list");
    block_cut(f->arena, b, 0, n, NULL);
    b->kind = DOC_ITEM;
    b->level = 1;
}

/* "n Calling on ..." on several lines running: a list. */
void mend_bullets(Finder *f) {
    size_t n = 0;
    for (size_t i = 0; i < f->lines.n;) {
        size_t items = 0, to = i + 1;
        if (lost_bullet(f->lines.v[i].b.text) > 0)
            to = list_end(f, i, &items);
        if (items < 2)
            to = i + 1;
        for (; i < to; i++) {
            DocBlock *b = &f->lines.v[i].b;
            if (items > 1 && lost_bullet(b->text) == 0) {
                block_append(f->arena, &f->lines.v[n - 1].b, b);
                continue;
            }
            if (items > 1)
                make_item(f, b);
            f->lines.v[n++] = f->lines.v[i];
        }
    }
    f->lines.n = n;
}

/* An item that was wrapped: its line is long and does not end, and the next
 * begins with a small letter. */
static bool is_wrapped(const DocBlock *item, const DocBlock *b) {
    return item->kind == DOC_ITEM && item->text.n >= 60 && goes_on(b) &&
           item->place == b->place &&
           !memchr(".;:,!?)", item->text.s[item->text.n - 1], 7);
}

void join_items(Finder *f) {
    size_t n = 0;
    for (size_t i = 0; i < f->lines.n; i++) {
        if (n > 0 && is_wrapped(&f->lines.v[n - 1].b, &f->lines.v[i].b))
            block_append(f->arena, &f->lines.v[n - 1].b, &f->lines.v[i].b);
        else
            f->lines.v[n++] = f->lines.v[i];
    }
    f->lines.n = n;
}
