#include "model/importing_parts.h"

#include <string.h>

static void add_demand(Finder *f, Text t, const char *why) {
    Import *out = f->out;
    ImportValue *v = import_room(f->arena, out->demands, out->ndemands,
                                 sizeof *out->demands);
    v[out->ndemands++] =
        (ImportValue){t, why ? IMPORT_GUESSED : IMPORT_FOUND, why};
    out->demands = v;
}

static bool ends_in_colon(Text t) {
    return text_ends(t, ":") || text_ends(t, "：");
}

/* A demand without its mark of a list; "; and" behind it belongs to the list.
 */
static Text demand_text(Text t) {
    static const char *const words[] = {"; and", ", and", "; et", "; y",
                                        "; und"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_ends(t, words[i]))
            t = text_slice(t, 0, t.n - strlen(words[i]));
    return text_trim(t);
}

/* Lines that follow "I therefore urge you to:" are demands, with bullets or
 * without, until the writer speaks again or the bullets end. */
static void mark_demands(Finder *f) {
    ImportLetter *letter = &f->out->letter;
    bool asking = false, bullets = false;
    for (size_t i = 0; i < letter->n; i++) {
        DocBlock *b = &letter->blocks[i];
        Text t = docblock_slice(b, 0, b->text.n);
        bool item = b->kind == DOC_ITEM;
        if (asking && ((bullets && !item) || label_is_writers(f->arena, t)))
            asking = bullets = false;
        if (asking || item) {
            const char *why =
                item ? NULL : "a line without a bullet, under a colon";
            b->kind = DOC_ITEM;
            b->level = b->level ? b->level : 1;
            bullets = bullets || item;
            add_demand(f, demand_text(t), why);
        }
        if (ends_in_colon(t) && i + 1 < letter->n)
            asking = true;
    }
}

/* A letter without a list: what stands behind "I call on you to", parted at its
 * semicolons. */
static const char *const calls[] = {
    "i ~ call on|upon you to",
    "i ~ call on|upon your ~ to",
    "i ~ urge|ask|request you to",
    "i ~ urge|ask|request your ~ to",
    "je vous ~ demande|prie|exhorte|engage ~ de|a|d",
    "le|les ~ pido|insto|ruego ~ que|a",
    "ich ~ fordere|bitte sie ~ auf",
    "ich ~ fordere|bitte sie eindringlich|dringend|hoflich|nachdrucklich",
    "ich ~ fordere|bitte sie"};

static Text without_joint(Text t) {
    static const char *const joints[] = {"and ", "et ", "y ", "und ", "to "};
    t = text_trim(t);
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (text_starts(t, joints[i]))
            t = text_trim(
                text_slice(t, strlen(joints[i]), t.n - strlen(joints[i])));
    return t;
}

/* "Please release her." At the start of a sentence, and not a wish for the
 * writer: "Please let me know ...". */
static size_t begs(const FoldWords *w, Text t, size_t at) {
    bool starts = at == 0 || strchr(".!?", t.s[w->v[at].from - 2]) != NULL;
    if (!starts || fold_match(w, at, "please ~ accept|find|be|note") > 0 ||
        fold_match(w, at, "please let me|us know") > 0 ||
        fold_match(w, at, "please inform|tell|send|write|keep me|us") > 0)
        return 0;
    size_t n = fold_match(w, at, "please");
    return n > 0 ? n : fold_match(w, at, "s il vous plait");
}

/* Where the sentence around byte `from` ends. */
static size_t sentence_end(Text t, size_t from) {
    for (size_t i = from; i < t.n; i++)
        if (t.s[i] == '.' &&
            (i + 1 == t.n || (t.s[i + 1] == ' ' && i > from + 2)))
            return i;
    return t.n;
}

/* From byte `from` to the end of its sentence; the end. */
static size_t part_at(Finder *f, Text t, size_t from) {
    size_t end = sentence_end(t, from);
    while (from < end) {
        size_t to = from;
        while (to < end && t.s[to] != ';')
            to++;
        Text part = without_joint(text_slice(t, from, to - from));
        if (part.n > 0)
            add_demand(f, part, "what a sentence of the letter asks for");
        from = to + 1;
    }
    return end;
}

static void part_sentences(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, SIZE_MAX);
    size_t done = 0;
    for (size_t at = 0; at < w.n; at++) {
        size_t n = 0;
        if (w.v[at].from < done)
            continue;
        for (size_t i = 0; i < sizeof calls / sizeof *calls && n == 0; i++)
            n = fold_match(&w, at, calls[i]);
        if (n == 0)
            n = begs(&w, t, at);
        if (n > 0 && at + n < w.n)
            done = part_at(f, t, w.v[at + n].from);
    }
}

/* Demands of paragraph `i`; what was found before follows them. */
static bool part_paragraph(Finder *f, size_t i) {
    const DocBlock *b = &f->out->letter.blocks[i];
    ImportValue *behind = f->out->demands;
    size_t n = f->out->ndemands;
    f->out->demands = NULL;
    f->out->ndemands = 0;
    part_sentences(f, docblock_slice(b, 0, b->text.n));
    bool found = f->out->ndemands > 0;
    for (size_t k = 0; k < n; k++)
        add_demand(f, behind[k].text, behind[k].why);
    return found;
}

static void find_in_letter(Finder *f) {
    ImportLetter *letter = &f->out->letter;
    mark_demands(f);
    if (f->out->ndemands > 0)
        return;
    /* The last paragraphs that ask are those. */
    bool asked = false, asks = false;
    for (size_t i = letter->n; i-- > 0 && (asks || !asked);) {
        asks = part_paragraph(f, i);
        asked = asked || asks;
    }
}

/* A line that was wrapped: it does not end, and the next begins small. */
static bool goes_on(const ImportValue *demand, const ImportLine *line) {
    Text t = demand->text;
    const DocBlock *b = &line->b;
    return t.n >= 60 && !strchr(".;:,!?", t.s[t.n - 1]) && !b->gap &&
           b->text.s[0] >= 'a' && b->text.s[0] <= 'z' &&
           (b->kind != DOC_ITEM || b->label.n == 0);
}

static void append_demand(Finder *f, ImportValue *demand, Text more) {
    Text old = demand->text;
    demand->text = (Text){arena_printf(f->arena, "%.*s %.*s", (int)old.n, old.s,
                                       (int)more.n, more.s),
                          old.n + 1 + more.n, old.span};
}

static void read_points(Finder *f) {
    if (f->out->ndemands > 0)
        return;
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        size_t n = f->out->ndemands;
        if (line->use != USE_POINT)
            continue;
        Text t = demand_text(line_text(line));
        if (n > 0 && goes_on(&f->out->demands[n - 1], line))
            append_demand(f, &f->out->demands[n - 1], t);
        else
            add_demand(f, t, NULL);
    }
}

void find_demands(Finder *f) {
    find_in_letter(f);
    read_points(f);
}
