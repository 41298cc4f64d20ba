#include "job/layouts.h"

#include "base/yamlwrite.h"
#include "input/layoutfile.h"
#include "model/envelopedesign.h"
#include "model/postzones.h"

#include <string.h>

/* By LayoutKind. */
static const char *const kind_of_one[] = {"labels", "envelope", "letter"};

static void put_box(Buf *out, const char *name, const LayoutBox *b) {
    if (b->span.src)
        buf_printf(out, "%-22s %7.1f %7.1f %7.1f %7.1f\n", name, len_mm(b->x),
                   len_mm(b->y), len_mm(b->w), len_mm(b->h));
}

static void put_area(Buf *out, const char *name, Len x, Len y, Len w, Len h) {
    buf_printf(out, "%-22s %7.1f %7.1f %7.1f %7.1f\n", name, len_mm(x),
               len_mm(y), len_mm(w), len_mm(h));
}

static void put_head(Buf *out) {
    buf_printf(out, "\n%-22s %7s %7s %7s %7s\n", "(mm)", "left", "top", "width",
               "height");
}

/* `head` and the words of `t` in lines of at most 78 characters, indented but
 * for the first. */
static void put_wrapped(Buf *out, const char *head, Text t) {
    size_t used = strlen(head);
    buf_puts(out, head);
    for (size_t i = 0; i < t.n;) {
        size_t end = i;
        while (end < t.n && t.s[end] != ' ' && t.s[end] != '\n')
            end++;
        if (used + 1 + (end - i) > 78) {
            buf_puts(out, "\n ");
            used = 1;
        }
        buf_putc(out, ' ');
        buf_add(out, t.s + i, end - i);
        used += 1 + (end - i);
        for (i = end; i < t.n && (t.s[i] == ' ' || t.s[i] == '\n');)
            i++;
    }
    buf_putc(out, '\n');
}

static void describe_label(const LabelLayout *g, Buf *out) {
    static const char *const shapes[] = {"", ", oval", ", round with a hole"};
    buf_printf(out, "label                  %.2f x %.2f mm%s",
               len_mm(g->label_w), len_mm(g->label_h),
               g->shape == LABEL_ELLIPSE && g->label_w == g->label_h
                   ? ", round"
                   : shapes[g->shape]);
    if (g->round)
        buf_printf(out, ", corners of %.2f mm radius", len_mm(g->round));
    if (g->hole)
        buf_printf(out, " of %.2f mm", len_mm(g->hole));
    buf_putc(out, '\n');
}

/* Distances from one label to the next; none in a direction in which there is
 * no next one. */
static void describe_pitch(const LabelLayout *g, const LabelGrid *grid,
                           Buf *out) {
    static const char *const names[] = {"pitch                  ",
                                        "gap                    "};
    bool across = grid->columns > 1, down = grid->rows > 1;
    for (int i = 0; (across || down) && i < 2; i++) {
        buf_puts(out, names[i]);
        if (across)
            buf_printf(out, "%.2f mm across",
                       len_mm(grid->across - (i ? g->label_w : 0)));
        if (down)
            buf_printf(out, "%s%.2f mm down", across ? ", " : "",
                       len_mm(grid->down - (i ? g->label_h : 0)));
        buf_putc(out, '\n');
    }
}

/* Less than is printed is nothing, on either side. */
static double mm_left(Len l) {
    const Len least = LEN_OF_MM(0.005);
    return l > -least && l < least ? 0 : len_mm(l);
}

static void describe_grid(const Layout *l, const LabelGrid *grid, Buf *out) {
    const LabelLayout *g = &l->u.labels;
    Len right = grid->left + (grid->columns - 1) * grid->across + g->label_w;
    Len bottom = grid->top + (grid->rows - 1) * grid->down + g->label_h;
    buf_printf(out,
               "first label            %.2f mm from the left, %.2f mm from "
               "the top\n",
               len_mm(grid->left), len_mm(grid->top));
    buf_printf(out,
               "last label             %.2f mm from the right, %.2f mm "
               "from the bottom\n",
               mm_left(l->w - right), mm_left(l->h - bottom));
    describe_pitch(g, grid, out);
}

static void describe_labels(const Layout *l, Buf *out) {
    const LabelLayout *g = &l->u.labels;
    LayoutBox text = layout_label_text(l, 0);
    buf_printf(out,
               "\nlabels                 %d: ", layout_labels_per_sheet(l));
    for (size_t i = 0; i < g->ngrids; i++)
        buf_printf(out, "%s%d across, %d down", i ? "; " : "",
                   g->grids[i].columns, g->grids[i].rows);
    buf_putc(out, '\n');
    describe_label(g, out);
    for (size_t i = 0; i < g->ngrids; i++) {
        if (g->ngrids > 1)
            buf_printf(out, "grid %zu\n", i + 1);
        describe_grid(l, &g->grids[i], out);
    }
    buf_printf(out, "text in the first      %.2f x %.2f mm%s\n", len_mm(text.w),
               len_mm(text.h),
               g->shape == LABEL_RECT ? "" : ", or wider, or higher");
    if (g->cut)
        buf_puts(out, "cut lines              yes\n");
    if (g->roll)
        buf_puts(out, "roll                   yes, one label a page\n");
}

static void put_codes(Buf *out, const char *what, const PostcodeBoxes *boxes) {
    if (!boxes->span.src)
        return;
    LayoutBox all = postcode_extent(boxes);
    put_box(out, what, &all);
}

static void describe_design(const EnvelopeDesign *d, Buf *out) {
    put_box(out, "name", &d->name);
    put_codes(out, "postcode", &d->to);
    put_codes(out, "sender's postcode", &d->from);
    for (size_t i = 0; i < d->nwords; i++)
        put_box(out, "words", &d->words[i].box);
    buf_puts(out, d->vertical ? "\nin columns, for mail inside"
                              : "\nfor mail inside");
    for (size_t i = 0; i < d->ncountries; i++)
        buf_printf(out, "%s %s", i ? "," : "", d->countries[i]);
    buf_putc(out, '\n');
    if (d->unverified.n)
        put_wrapped(out, "unverified:", d->unverified);
}

static void describe_envelope(const Layout *l, Buf *out) {
    const EnvelopeLayout *e = &l->u.envelope;
    if (e->ipp)
        buf_printf(out, "printer's name: %s\n", e->ipp);
    if (e->fold.span.src)
        buf_printf(out,
                   "sheet %.1f x %.1f mm, folded %.1f and %.1f mm from its "
                   "upper edge\n",
                   len_mm(e->fold.paper_w), len_mm(e->fold.paper_h),
                   len_mm(e->fold.first), len_mm(e->fold.second));
    put_head(out);
    put_box(out, "recipient", &e->recipient);
    put_box(out, "window", &e->window);
    put_box(out, "sender", &e->sender);
    put_box(out, "stamp, kept empty", &e->stamp);
    for (size_t i = 0; i < e->nclear; i++)
        put_box(out, "kept empty", &e->clear[i]);
    if (e->design) {
        describe_design(e->design, out);
        return;
    }
    buf_printf(out, "\nas the post wants it: %.*s\n", (int)e->post->title.n,
               e->post->title.s);
    put_wrapped(out, "rules from:", e->post->source_note);
    if (e->post->unverified.n)
        put_wrapped(out, "unverified:", e->post->unverified);
}

static void describe_folds(const Layout *l, Buf *out) {
    const LetterLayout *g = &l->u.letter;
    if (g->envelope_at.src)
        buf_printf(out, "envelope               %.1f x %.1f mm\n",
                   len_mm(g->envelope_w), len_mm(g->envelope_h));
    for (size_t i = 0; i < g->nfolds; i++)
        buf_printf(out, "%s%.1f", i ? ", " : "folds at               ",
                   len_mm(g->folds[i]));
    for (size_t i = 0; g->nfolds && i <= g->nfolds; i++)
        buf_printf(out, "%s%.1f", i ? ", " : " mm; panels ",
                   len_mm((i < g->nfolds ? g->folds[i] : l->h) -
                          (i ? g->folds[i - 1] : 0)));
    buf_puts(out, g->nfolds ? " mm high\n" : "");
    if (g->punch)
        buf_printf(out, "punch mark at          %.1f mm\n", len_mm(g->punch));
    if (g->marks_at.src)
        buf_printf(out,
                   "marks                  %.1f mm long, %.1f mm from the left "
                   "edge\n",
                   len_mm(g->mark_w), len_mm(g->mark_x));
}

static void describe_letter(const Layout *l, Buf *out) {
    /* By LetterStyle. */
    static const char *const styles[] = {
        "by the letter's language", "Chinese letter",
        "Chinese official document (GB/T 9704-2012)"};
    const LetterLayout *g = &l->u.letter;
    LayoutBox seen = layout_window_text(l), text = layout_recipient_text(l);
    put_head(out);
    put_box(out, "letterhead", &g->letterhead);
    put_box(out, "window", &g->window);
    if (g->tolerance || g->tolerance_across)
        put_box(out, "  surely shows", &seen);
    put_box(out, "recipient", &g->recipient);
    put_box(out, "  lines in it", &text);
    put_box(out, "return line", &g->return_line);
    put_box(out, "remark", &g->remark);
    put_box(out, "sender", &g->sender);
    put_box(out, "stamp, kept empty", &g->stamp);
    Len width = l->w - g->left - g->right;
    put_area(out, "text, page 1", g->left, g->body, width,
             l->h - g->bottom - g->body);
    put_area(out, "text, other pages", g->left, g->top, width,
             l->h - g->bottom - g->top);
    buf_puts(out, "\n");
    if (g->references)
        buf_printf(out, "references at          %.1f mm\n",
                   len_mm(g->references));
    describe_folds(l, out);
    buf_printf(out, "date                   at the %s of the line\n",
               g->date_right ? "end" : "start");
    buf_printf(out, "style                  %s\n", styles[g->style]);
}

bool layouts_describe(Session *s, const char *name, const char *origin,
                      Diag *diag, Buf *out) {
    Arena *a = arena_new();
    const Layout *l = layouts_find(s, a, name, origin, diag);
    if (l) {
        buf_printf(out, "%s (%s)\n%.*s\n", l->name, kind_of_one[l->kind],
                   (int)l->title.n, l->title.s);
        for (size_t i = 0; i < l->naliases; i++)
            buf_printf(out, "%s%s", i ? ", " : "also called ", l->aliases[i]);
        buf_puts(out, l->naliases ? "\n" : "");
        buf_printf(out, "%s %.1f x %.1f mm\n",
                   l->kind == LAYOUT_ENVELOPE ? "envelope" : "sheet",
                   len_mm(l->w), len_mm(l->h));
        switch (l->kind) {
        case LAYOUT_LABELS:
            describe_labels(l, out);
            break;
        case LAYOUT_ENVELOPE:
            describe_envelope(l, out);
            break;
        case LAYOUT_LETTER:
            describe_letter(l, out);
            break;
        }
        if (l->source_note.n) {
            buf_puts(out, "\n");
            put_wrapped(out, "source:", l->source_note);
        }
        if (strncmp(l->name, "sheet:", strlen("sheet:")) == 0)
            buf_puts(out, "\nto keep it: --yaml prints it as a layout file\n");
    }
    arena_free(a);
    return l != NULL;
}

/* ---- as a layout file ---- */

static void put_mm(Buf *out, const char *before, Len l) {
    buf_puts(out, before);
    len_put_mm(out, l, 4);
}

static void put_grid(const LabelGrid *grid, const char *first,
                     const char *other, Buf *out) {
    buf_printf(out, "%scolumns: %d\n%srows: %d\n", first, grid->columns, other,
               grid->rows);
    buf_printf(out, "%sfirst: {", other);
    put_mm(out, "left: ", grid->left);
    put_mm(out, ", top: ", grid->top);
    buf_puts(out, "}\n");
    if (grid->columns == 1 && grid->rows == 1)
        return;
    buf_printf(out, "%spitch: {", other);
    if (grid->columns > 1)
        put_mm(out, "across: ", grid->across);
    if (grid->rows > 1)
        put_mm(out, grid->columns > 1 ? ", down: " : "down: ", grid->down);
    buf_puts(out, "}\n");
}

static void put_labels(const Layout *l, Buf *out) {
    const LabelLayout *g = &l->u.labels;
    buf_puts(out, "kind: labels\n");
    yamlwrite_pair(out, 0, "title", l->title);
    if (l->source_note.n)
        yamlwrite_pair(out, 0, "source", l->source_note);
    put_mm(out, "paper: {width: ", l->w);
    put_mm(out, ", height: ", l->h);
    buf_puts(out, "}\n");
    if (g->shape != LABEL_RECT)
        buf_printf(out, "shape: %s\n",
                   g->shape == LABEL_ELLIPSE ? "ellipse" : "ring");
    put_mm(out, "label: {width: ", g->label_w);
    put_mm(out, ", height: ", g->label_h);
    if (g->round)
        put_mm(out, ", round: ", g->round);
    if (g->hole)
        put_mm(out, ", hole: ", g->hole);
    buf_puts(out, "}\n");
    if (g->text.span.src) {
        put_mm(out, "text: {left: ", g->text.x);
        put_mm(out, ", top: ", g->text.y);
        put_mm(out, ", width: ", g->text.w);
        put_mm(out, ", height: ", g->text.h);
        buf_puts(out, "}\n");
    }
    if (g->ngrids > 1)
        buf_puts(out, "grids:\n");
    for (size_t i = 0; i < g->ngrids; i++)
        put_grid(&g->grids[i], g->ngrids > 1 ? "  - " : "",
                 g->ngrids > 1 ? "    " : "", out);
    if (g->cut)
        buf_puts(out, "cut: yes\n");
    if (g->roll)
        buf_puts(out, "roll: yes\n");
}

bool layouts_yaml(Session *s, const char *name, Diag *diag, Buf *out) {
    Arena *a = arena_new();
    const Layout *l = layoutfile_find(a, s->data_dir, name, diag);
    bool ok = l && l->kind == LAYOUT_LABELS;
    if (ok)
        put_labels(l, out);
    else if (l)
        diag_file(diag, DIAG_USAGE, NULL,
                  "--yaml is for label sheets, and \"%s\" is none; its file is "
                  "in %s/layouts",
                  name, s->data_dir);
    arena_free(a);
    return ok;
}
