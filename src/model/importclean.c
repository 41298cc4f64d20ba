#include "model/importing_parts.h"

#include "base/hiddenmail.h"
#include "model/addresswords.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

void clean_remove(Finder *f, Span span, const char *what) {
    ImportRemoval removal = {span, what};
    vec_push(f->arena, &f->removals, removal);
}

Text line_text(const ImportLine *line) {
    return docblock_slice(&line->b, 0, line->b.text.n);
}

Text line_value(const ImportLine *line) {
    return text_trim(
        docblock_slice(&line->b, line->value, line->b.text.n - line->value));
}

/* ---- blocks ---- */

/* A part of a run behind those there are; the text is made when all are. */
static void push_run(Arena *a, DocBlock *b, size_t *cap, const DocRun *like,
                     Text t) {
    if (t.n == 0)
        return;
    if (b->nruns == *cap)
        b->runs = vec_grow(a, b->runs, b->nruns, cap, sizeof *b->runs);
    DocRun *run = &b->runs[b->nruns++];
    *run = *like;
    run->text = t;
}

static void join_runs(Arena *a, DocBlock *b) {
    size_t n = 0;
    for (size_t i = 0; i < b->nruns; i++)
        n += b->runs[i].text.n;
    char *s = arena_alloc(a, n + 1);
    n = 0;
    for (size_t i = 0; i < b->nruns; i++) {
        b->runs[i].at = n;
        memcpy(s + n, b->runs[i].text.s, b->runs[i].text.n);
        n += b->runs[i].text.n;
    }
    b->text = (Text){s, n, b->text.span};
}

void block_cut(Arena *a, DocBlock *b, size_t from, size_t to,
               const char *instead) {
    DocBlock old = *b;
    size_t cap = 0;
    b->runs = NULL;
    b->nruns = 0;
    for (size_t i = 0; i < old.nruns; i++) {
        const DocRun *run = &old.runs[i];
        size_t end = run->at + run->text.n;
        if (run->at < from)
            push_run(
                a, b, &cap, run,
                text_slice(run->text, 0, (end < from ? end : from) - run->at));
        if (instead && run->at <= from && from < end) {
            Span span = docblock_span(&old, from, to - from);
            push_run(a, b, &cap, run, (Text){instead, strlen(instead), span});
        }
        if (end > to) {
            size_t skip = to > run->at ? to - run->at : 0;
            push_run(a, b, &cap, run,
                     text_slice(run->text, skip, run->text.n - skip));
        }
    }
    join_runs(a, b);
}

void block_append(Arena *a, DocBlock *b, const DocBlock *more) {
    DocBlock all = *b;
    size_t cap = 0;
    all.runs = NULL;
    all.nruns = 0;
    for (size_t i = 0; i < b->nruns; i++)
        push_run(a, &all, &cap, &b->runs[i], b->runs[i].text);
    DocRun blank = b->runs[b->nruns - 1];
    push_run(a, &all, &cap, &blank, (Text){" ", 1, blank.text.span});
    for (size_t i = 0; i < more->nruns; i++)
        push_run(a, &all, &cap, &more->runs[i], more->runs[i].text);
    join_runs(a, &all);
    const Span *last = &more->text.span;
    if (last->off > all.text.span.off)
        all.text.span.n = last->off + last->n - all.text.span.off;
    *b = all;
}

DocBlock block_part(Arena *a, const DocBlock *b, size_t from, size_t to) {
    DocBlock part = *b;
    while (from < to && b->text.s[from] == ' ')
        from++;
    while (to > from && b->text.s[to - 1] == ' ')
        to--;
    block_cut(a, &part, to, b->text.n, NULL);
    block_cut(a, &part, 0, from, NULL);
    part.text.span = docblock_span(b, from, to - from);
    part.gap = true;
    return part;
}

/* ---- inside a line ---- */

/* "[bookmark: _GoBack]" and what other converters leave in its place. */
static const struct {
    const char *from, *to, *what;
} stretches[] = {
    {"[bookmark:", "]", "a word processor's bookmark"},
    {"[Bookmark:", "]", "a word processor's bookmark"},
    {"[]{#", "}", "a word processor's bookmark"},
    {"{#_", "}", "a word processor's bookmark"},
    {"[](#", ")", "a word processor's bookmark"},
    {"[email", "protected]", "an e-mail address that a web page hides"},
    {"![](", ")", "a picture"},
    {"HYPERLINK \"", "\"", "a word processor's field"},
    {"PAGE \\*", "MERGEFORMAT", "a word processor's field"},
};

static void cut_stretches(Finder *f, DocBlock *b) {
    for (size_t i = 0; i < sizeof stretches / sizeof *stretches; i++) {
        const char *start = stretches[i].from, *stop = stretches[i].to;
        size_t from = text_find(b->text, start);
        if (from == SIZE_MAX)
            continue;
        size_t inside = from + strlen(start);
        size_t n = text_find(
            (Text){b->text.s + inside, b->text.n - inside, {0}}, stop);
        if (n == SIZE_MAX || n > 400)
            continue;
        size_t to = inside + n + strlen(stop);
        clean_remove(f, docblock_span(b, from, to - from), stretches[i].what);
        /* One blank of the two that stood around it. */
        while (to < b->text.n && b->text.s[to] == ' ' &&
               (from == 0 || b->text.s[from - 1] == ' '))
            to++;
        block_cut(f->arena, b, from, to, NULL);
        i--;
    }
}

/* A link that hides an e-mail address: what it hides, for "[email protected]".
 */
static void read_hidden_mail(Finder *f, DocBlock *b) {
    for (size_t i = 0; i < b->nruns; i++) {
        const DocRun *run = &b->runs[i];
        const char *mail =
            run->link.n > 0
                ? hiddenmail_of_link(f->arena, run->link.s, run->link.n)
                : NULL;
        /* Other words than "[email protected]" are the document's. */
        if (!mail || memchr(run->text.s, '@', run->text.n) ||
            !text_starts(run->text, "[email"))
            continue;
        clean_remove(f, run->text.span, "an e-mail address that was hidden");
        block_cut(f->arena, b, run->at, run->at + run->text.n, mail);
    }
}

/* Is there a character of an e-mail address at `at`? */
static bool is_mail_char(Text t, size_t at) {
    return at < t.n &&
           (isalnum((unsigned char)t.s[at]) || strchr("._-+", t.s[at]));
}

/* Bytes from `at` on that may be the rest of a name of the net, or have a dot
 * that is spelt. */
static bool has_dot_behind(Text t, size_t at) {
    static const char *const dots[] = {" [dot] ", "[dot]",     " (dot) ",
                                       "(dot)",   " [punkt] ", " [punto] "};
    while (is_mail_char(t, at) && t.s[at] != '.')
        at++;
    if (at + 1 < t.n && t.s[at] == '.' && is_mail_char(t, at + 1))
        return true;
    for (size_t i = 0; i < sizeof dots / sizeof *dots; i++)
        if (text_starts((Text){t.s + at, t.n - at, {0}}, dots[i]))
            return true;
    return false;
}

/* "ana [at] example.org": what people write so that programs do not read it. A
 * paragraph with more of them than MOST is no line of addresses. */
static void read_spelt_mail(Finder *f, DocBlock *b) {
    enum { MOST = 40 };
    static const struct {
        const char *spelt, *mark;
    } marks[] = {{" [at] ", "@"},   {"[at]", "@"},    {" (at) ", "@"},
                 {"(at)", "@"},     {" [dot] ", "."}, {"[dot]", "."},
                 {" (dot) ", "."},  {"(dot)", "."},   {" [punkt] ", "."},
                 {" [punto] ", "."}};
    size_t done = 0, at = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks && done < MOST;) {
        size_t n = strlen(marks[i].spelt),
               from = text_find((Text){b->text.s + at, b->text.n - at, {0}},
                                marks[i].spelt);
        if (from == SIZE_MAX) {
            at = 0;
            i++;
            continue;
        }
        from += at;
        at = from + 1;
        if (from == 0 || !is_mail_char(b->text, from - 1) ||
            !is_mail_char(b->text, from + n))
            continue;
        /* An address has a dot behind it, and a dot is one only of an address.
         */
        if (marks[i].mark[0] == '@' ? !has_dot_behind(b->text, from + n)
                                    : !memchr(b->text.s, '@', from))
            continue;
        clean_remove(f, docblock_span(b, from, n),
                     marks[i].mark[0] == '@' ? "read as @" : "read as a dot");
        block_cut(f->arena, b, from, from + n, marks[i].mark);
        done++;
    }
}

/* "202 495 2266 I Fax: ...": a slash or bar that became a letter. */
static void mend_bar(Finder *f, DocBlock *b) {
    for (size_t i = 1; i + 3 < b->text.n; i++) {
        const char *s = b->text.s + i;
        AddressPart part;
        if (s[-1] != ' ' || (*s != 'I' && *s != 'l') || s[1] != ' ')
            continue;
        Text behind =
            text_trim((Text){b->text.s + i + 1, b->text.n - i - 1, {0}});
        Text before = {b->text.s, i, {0}};
        if (has_digit(before) && words_label(behind, &part) > 0) {
            clean_remove(f, docblock_span(b, i, 1),
                         "the letter I, read as a slash");
            block_cut(f->arena, b, i, i + 1, "/");
        }
    }
}

/* "**Ana **": marks that are no clean Markdown. The blank inside goes with a
 * mark that a comma or a full stop follows. */
static void cut_marks(Finder *f, DocBlock *b) {
    for (size_t at; (at = text_find(b->text, "**")) != SIZE_MAX;) {
        size_t from = at, to = at + 2;
        clean_remove(f, docblock_span(b, at, 2), "a mark of Markdown");
        if (from > 0 && b->text.s[from - 1] == ' ' &&
            (to == b->text.n || strchr(",.;:", b->text.s[to])))
            from--;
        block_cut(f->arena, b, from, to, NULL);
    }
}

/* A raised number whose footnote is not in the document's text. */
static void cut_note_marks(Finder *f, DocBlock *b) {
    for (size_t i = b->nruns; i-- > 0;) {
        const DocRun *run = &b->runs[i];
        bool digits = run->text.n > 0 && run->text.n <= 2 &&
                      strspn(run->text.s, "0123456789") >= run->text.n;
        if (!run->superscript || run->note || !digits || i == 0)
            continue;
        clean_remove(f, run->text.span,
                     "the mark of a footnote that the letter has not");
        block_cut(f->arena, b, run->at, run->at + run->text.n, NULL);
    }
}

/* ---- whole lines ---- */

/* "Page 2 of 3", "2/3", "- 2 -". */
static bool is_page_number(Arena *a, Text t) {
    static const char *const words[] = {"page", "seite", "pagina", "of",
                                        "de",   "sur",   "von",    "第",
                                        "页",   "頁",    "共"};
    FoldWords w = fold_words(a, t, 8);
    size_t numbers = 0;
    for (size_t i = 0; i < w.n; i++) {
        bool number = strspn(w.v[i].s, "0123456789") == strlen(w.v[i].s);
        bool known = number && strlen(w.v[i].s) <= 3;
        numbers += known;
        for (size_t k = 0; k < sizeof words / sizeof *words && !known; k++)
            known = strcmp(w.v[i].s, words[k]) == 0;
        if (!known)
            return false;
    }
    return numbers > 0 && w.n <= 6;
}

/* The organisation's name as a page has it at its foot: in capitals or bold,
 * alone on its lines. */
static bool is_page_foot(Finder *f, const DocBlock *b) {
    Text t = b->text;
    return (text_is_capitals(t) || docblock_strong(b) || text_has_han(t)) &&
           label_is_organisation(f->arena, t);
}

/* "[YOUR NAME]", "____". */
static bool is_placeholder(Text t) {
    size_t marks = 0;
    for (size_t i = 0; i < t.n; i++)
        marks += t.s[i] == '_' || t.s[i] == '.' || t.s[i] == ' ';
    if (t.n >= 4 && marks == t.n)
        return true;
    return t.n > 2 && t.n < 80 && t.s[0] == '[' && t.s[t.n - 1] == ']' &&
           (strncasecmp(t.s, "[your", 5) == 0 || text_is_capitals(t));
}

static const char *line_residue(Finder *f, const DocBlock *b) {
    if (b->place == DOC_HEAD)
        return "head of the pages";
    if (b->place == DOC_FOOT)
        return "foot of the pages";
    if (text_starts(b->text, "\xC2\xA9"))
        return "the foot of a web page";
    if (is_page_number(f->arena, b->text))
        return "a page's number";
    if (is_page_foot(f, b))
        return "the organisation's name, from a page's head or foot";
    if (is_placeholder(b->text))
        return "a place for the writer's own name";
    return NULL;
}

/* ---- all ---- */

static void tell_links(Finder *f, const DocBlock *b) {
    for (size_t i = 0; i < b->nruns; i++) {
        const DocRun *run = &b->runs[i];
        bool nowhere = run->link.s && run->link.n > 0 && run->link.s[0] == '#';
        if (nowhere && (i == 0 || b->runs[i - 1].link.s != run->link.s))
            clean_remove(f, run->text.span, "a link that leads nowhere");
    }
}

static const char *residue_name(DocResidueKind kind) {
    switch (kind) {
    case DOC_RESIDUE_MARK:
        return "a mark of Markdown";
    case DOC_RESIDUE_TAG:
        return "a tag of HTML";
    case DOC_RESIDUE_ENTITY:
        return "an escaped character";
    case DOC_RESIDUE_ESCAPE:
        return "an escape";
    case DOC_RESIDUE_CHARACTER:
        return "an invisible character";
    }
    return "residue";
}

static void push_block(Finder *f, ImportLine line) {
    read_hidden_mail(f, &line.b);
    read_spelt_mail(f, &line.b);
    cut_stretches(f, &line.b);
    cut_marks(f, &line.b);
    cut_note_marks(f, &line.b);
    mend_bar(f, &line.b);
    const char *residue = line_residue(f, &line.b);
    if (residue) {
        line.use = USE_RESIDUE;
        clean_remove(f, line.b.text.span, residue);
    }
    line.value = line.b.text.n;
    if (line.b.text.n > 0)
        vec_push(f->arena, &f->lines, line);
}

static void push_line(Finder *f, ImportLine line) {
    DocBlock v[RUN_ON_MOST];
    size_t n = part_run_on(f, &line.b, v);
    for (size_t i = 0; i < n; i++)
        push_block(f, (ImportLine){.b = v[i]});
}

/* What begins in bold, "**Ana Ruiz** Minister ...": a name and what follows. */
static void push_cell(Finder *f, const DocBlock *cell) {
    size_t bold = 0;
    for (size_t i = 0; i < cell->nruns && cell->runs[i].strong; i++)
        bold = cell->runs[i].at + cell->runs[i].text.n;
    if (bold > 0 && bold < cell->text.n) {
        push_line(f, (ImportLine){.b = block_part(f->arena, cell, 0, bold)});
        DocBlock rest = block_part(f->arena, cell, bold, cell->text.n);
        rest.gap = false;
        push_line(f, (ImportLine){.b = rest});
        return;
    }
    push_line(f, (ImportLine){.b = *cell});
}

/* A row of a table in Markdown: "| cell | cell |". Its rule is nothing. */
static bool push_row(Finder *f, const DocBlock *b) {
    Text t = b->text;
    if (t.n < 3 || t.s[0] != '|' || t.s[t.n - 1] != '|')
        return false;
    if (strspn(t.s, "|-: ") >= t.n)
        return true;
    for (size_t from = 1; from < t.n;) {
        const char *bar = memchr(t.s + from, '|', t.n - from);
        size_t to = bar ? (size_t)(bar - t.s) : t.n;
        DocBlock cell = block_part(f->arena, b, from, to);
        if (cell.text.n > 0)
            push_cell(f, &cell);
        from = to + 1;
    }
    return true;
}

/* A block of head, foot or page may still say the action's number. */
void clean_lines(Finder *f) {
    for (size_t i = 0; i < f->doc->nresidue; i++)
        clean_remove(f, f->doc->residue[i].span,
                     residue_name(f->doc->residue[i].kind));
    for (size_t i = 0; i < f->doc->n; i++) {
        ImportLine line = {.b = f->doc->blocks[i]};
        if (line.b.text.n == 0)
            continue;
        tell_links(f, &line.b);
        if (f->doc->format != DOC_TEXT || !push_row(f, &line.b))
            push_line(f, line);
    }
    mend_bullets(f);
    join_items(f);
}
