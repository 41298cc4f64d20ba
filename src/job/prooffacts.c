#include "job/prooffacts.h"

#include <string.h>

#include "text/visual.h"

static void add(Arena *a, ProofFacts *to, const char *label, const char *value,
                const char *lang) {
    ProofFact fact = {label, value, lang};
    vec_push(a, to, fact);
}

/* ---- faces ---- */

typedef struct FaceUse {
    const Font *font;
    Len sizes[8];
    size_t nsizes;
    bool native;
    Buf chars; /* of native lines */
} FaceUse;

typedef VEC(FaceUse) FaceUses;

static FaceUse *use_of(Arena *a, FaceUses *uses, const Font *font,
                       bool native) {
    for (size_t i = 0; i < uses->n; i++)
        if (uses->v[i].font == font && uses->v[i].native == native)
            return &uses->v[i];
    FaceUse use = {.font = font, .native = native};
    vec_push(a, uses, use);
    return &uses->v[uses->n - 1];
}

static void add_size(FaceUse *use, Len size) {
    for (size_t i = 0; i < use->nsizes; i++)
        if (use->sizes[i] == size)
            return;
    if (use->nsizes < sizeof use->sizes / sizeof *use->sizes)
        use->sizes[use->nsizes++] = size;
}

static bool has_ink(const GlyphRun *run) {
    for (uint32_t at = run->start; at < run->end;)
        if (visual_is_seen(utf16_next(run->text->s, run->end, &at)))
            return true;
    return false;
}

static void see_line(Arena *a, const AddressFitLine *line, FaceUses *uses) {
    bool native = proofpage_is_native(line);
    for (size_t i = 0; i < line->para.n; i++) {
        const Line *l = &line->para.lines[i];
        for (size_t k = 0; k < l->nruns; k++) {
            const GlyphRun *run = l->runs[k].run;
            if (!has_ink(run))
                continue;
            FaceUse *use = use_of(a, uses, run->font, native);
            add_size(use, run->item->style->size);
            if (native)
                buf_puts(&use->chars,
                         ustring_utf8(a, run->text, run->start, run->end));
        }
    }
}

static const char *tell_use(Arena *a, const FaceUse *use, bool chars) {
    const char *s = arena_printf(a, "%s,", use->font->name);
    for (size_t i = 0; i < use->nsizes; i++)
        s = arena_printf(a, "%s%s %g", s, i > 0 ? " and" : "",
                         len_pt(use->sizes[i]));
    return arena_printf(a, "%s pt%s%s", s, chars ? ": " : "",
                        chars ? use->chars.s : "");
}

void prooffacts_faces(Arena *a, const AddressFit *fit, ProofFacts *to) {
    FaceUses uses = {0};
    size_t native = 0;
    const char *label = "Face and size";
    for (size_t i = 0; i < fit->n; i++)
        see_line(a, &fit->lines[i], &uses);
    for (size_t i = 0; i < uses.n; i++)
        native += uses.v[i].native;
    for (int pass = 1; pass >= 0; pass--) {
        for (size_t i = 0; i < uses.n; i++) {
            if (uses.v[i].native != pass)
                continue;
            add(a, to, label, tell_use(a, &uses.v[i], pass && native > 1), "");
            label = "";
        }
    }
    for (size_t i = 0; i < uses.n; i++)
        buf_free(&uses.v[i].chars);
}

/* ---- the line in the file ---- */

static bool is_part(const Text *piece, const Text *of) {
    return piece->span.src && piece->span.src == of->span.src &&
           piece->span.off >= of->span.off &&
           piece->span.off + piece->span.n <= of->span.off + of->span.n;
}

/* The pieces of native lines that come from `of`, in the order of the paper. */
typedef VEC(Text) Pieces;

static void find_pieces(Arena *a, const AddressFit *fit, const Text *of,
                        Pieces *out) {
    for (size_t i = 0; i < fit->n; i++) {
        const UString *u = &fit->lines[i].para.text;
        for (size_t k = 0; k < u->npieces; k++)
            if (u->pieces[k].text.n > 0 && u->pieces[k].skip == 0 &&
                is_part(&u->pieces[k].text, of))
                vec_push(a, out, u->pieces[k].text);
    }
}

static void put_unblank(Buf *out, const char *s, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (!strchr(" \t\r\n", s[i]))
            buf_putc(out, s[i]);
}

/* What is left of `of` when its pieces are taken out, without blanks. */
static char *left_over(Arena *a, const Text *of, const Pieces *pieces) {
    Buf rest = {0}, out = {0};
    buf_add(&rest, of->s, of->n);
    for (size_t i = 0; i < pieces->n; i++) {
        const Text *p = &pieces->v[i];
        char *at = memmem(rest.s, rest.n, p->s, p->n);
        if (at)
            memset(at, ' ', p->n);
    }
    put_unblank(&out, rest.s, rest.n);
    char *s = arena_strndup(a, out.n ? out.s : "", out.n);
    buf_free(&rest);
    buf_free(&out);
    return s;
}

/* In the order of the file. */
static bool in_order(const Pieces *pieces) {
    for (size_t i = 1; i < pieces->n; i++)
        if (pieces->v[i].span.off < pieces->v[i - 1].span.off)
            return false;
    return true;
}

/* A Chinese postcode that one of the lines begins with, or is. */
static const char *first_postcode(Arena *a, const AddressFit *fit) {
    for (size_t i = 0; i < fit->n; i++) {
        const UString *u = &fit->lines[i].para.text;
        char *s = ustring_utf8(a, u, 0, u->n);
        if (strspn(s, "0123456789") == 6) {
            s[6] = '\0';
            return s;
        }
    }
    return NULL;
}

/* What envoi did to a line. Its postcode may be printed from another field,
 * and left out here. */
static const char *tell_change(Arena *a, const AddressFit *fit,
                               const Pieces *pieces, char *left) {
    const char *code = first_postcode(a, fit);
    char *code_left = code ? strstr(left, code) : NULL;
    bool moved = code && (code_left || !in_order(pieces));
    if (code_left) /* it is printed, if from elsewhere */
        memmove(code_left, code_left + 6, strlen(code_left + 6) + 1);
    const char *first =
        moved   ? arena_printf(a,
                               " The postcode %s was moved to where the post of "
                                 "China looks for it.",
                               code)
        : *left ? ""
                : " It is printed in the order that the post wants.";
    return *left ? arena_printf(a, "%s Not printed here: %s", first, left)
                 : first;
}

/* Nothing to tell of a line that prints as it stands. */
static void original_line(Arena *a, const AddressFit *fit,
                          const AddressFit *native, const Text *of,
                          ProofFacts *to) {
    Pieces pieces = {0};
    size_t line, col;
    find_pieces(a, native, of, &pieces);
    char *left = left_over(a, of, &pieces);
    if (pieces.n == 0 || (!*left && in_order(&pieces)))
        return;
    source_place(of->span.src, of->span.off, &line, &col);
    add(a, to, "In the file", arena_strndup(a, of->s, of->n), "");
    add(a, to, "",
        arena_printf(a, "%s, line %zu.%s", of->span.src->name, line,
                     tell_change(a, fit, &pieces, left)),
        "en");
}

static void original_list(Arena *a, const AddressFit *fit,
                          const AddressFit *native, const TextList *list,
                          ProofFacts *to) {
    for (size_t i = 0; i < list->n; i++)
        original_line(a, fit, native, &list->v[i], to);
}

void prooffacts_original(Arena *a, const ProofAddress *address,
                         ProofFacts *to) {
    AddressFit native = address->fit;
    const Contact *c = address->contact;
    native.lines = ARENA_ARRAY(a, AddressFitLine, native.n);
    native.n = 0;
    for (size_t i = 0; i < address->fit.n; i++)
        if (proofpage_is_native(&address->fit.lines[i]))
            native.lines[native.n++] = address->fit.lines[i];
    for (size_t i = 0; i <= c->nforms; i++) {
        const ContactForm *f = i == 0 ? &c->base : &c->forms[i - 1];
        original_list(a, &address->fit, &native, &f->lines, to);
        original_list(a, &address->fit, &native, &f->address, to);
    }
}

/* ---- where it is printed ---- */

/* "1-4, 7" of the numbers of copies [from, to), which rise. */
static const char *tell_numbers(Arena *a, const ProofCopy *v, size_t n) {
    const char *s = "";
    for (size_t i = 0; i < n;) {
        size_t end = i + 1;
        while (end < n && v[end].number == v[end - 1].number + 1)
            end++;
        s = arena_printf(a, "%s%s%zu", s, *s ? ", " : "", v[i].number);
        if (end > i + 1)
            s = arena_printf(a, "%s%s%zu", s, end == i + 2 ? ", " : "\u2013",
                             v[end - 1].number);
        i = end;
    }
    return s;
}

static size_t page_end(const ProofCopies *c, size_t from) {
    size_t to = from + 1;
    while (to < c->n && c->v[to].file == c->v[from].file &&
           c->v[to].page == c->v[from].page)
        to++;
    return to;
}

static bool same_numbers(const ProofCopies *c, size_t x, size_t nx, size_t y,
                         size_t ny) {
    bool same = nx == ny;
    for (size_t i = 0; same && i < nx; i++)
        same = c->v[x + i].number == c->v[y + i].number;
    return same;
}

/* Pages that follow one another with the same labels are told at once. */
#define PLACES_MOST 30

void prooffacts_places(Arena *a, const ProofCopies *c, const char *const *files,
                       ProofFacts *to) {
    const char *s = c->n == 1 ? "once: " : arena_printf(a, "%zu times: ", c->n);
    size_t told = 0;
    for (size_t i = 0; i < c->n; told++) {
        size_t end = page_end(c, i), n = end - i, last = i;
        while (end < c->n && c->v[end].file == c->v[last].file &&
               c->v[end].page == c->v[last].page + 1 &&
               same_numbers(c, i, n, end, page_end(c, end) - end)) {
            last = end;
            end = page_end(c, end);
        }
        if (told == PLACES_MOST) {
            s = arena_printf(a, "%s and on further pages", s);
            break;
        }
        s = i > 0 ? arena_printf(a, "%s; ", s) : s;
        if (files && (i == 0 || c->v[i].file != c->v[i - 1].file))
            s = arena_printf(a, "%s%s, ", s, files[c->v[i].file]);
        s = arena_printf(a, "%spage%s %zu", s, last > i ? "s" : "",
                         c->v[i].page + 1);
        if (last > i)
            s = arena_printf(a, "%s\u2013%zu", s, c->v[last].page + 1);
        if (c->v[i].number > 0)
            s = arena_printf(a, "%s, label%s %s", s, n > 1 ? "s" : "",
                             tell_numbers(a, c->v + i, n));
        i = end;
    }
    add(a, to, "Printed", s, "en");
}

/* ---- what was read ---- */

void prooffacts_found(Arena *a, const ProofReading *reading, size_t address,
                      size_t copies, const AddressFit *fit, ProofFacts *to) {
    const ProofFound *found = &reading->found[address];
    add(a, to, "Read back",
        arena_printf(a,
                     "by poppler %s from the finished PDF: as it was set, %zu "
                     "characters%s",
                     reading->version, found->chars,
                     copies > 1
                         ? arena_printf(a, ", each of the %zu times", copies)
                         : ""),
        "en");
    for (size_t i = 0; i < fit->n; i++)
        if (proofpage_is_native(&fit->lines[i]))
            add(a, to, "", found->lines[i], fit->lines[i].lang);
}
