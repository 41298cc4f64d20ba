/* The ruler on every sheet there is: 100 mm long, off every label and off the
 * border that printers do not reach; and on sheets of all kinds of margins. */
#include "unit.h"

#include <stdlib.h>

#include "input/layoutfile.h"
#include "page/ruler.h"

typedef struct Test {
    Arena *a;
    Fontset *fs;
    Diag *diag;
} Test;

static LayoutBox box(Len x, Len y, Len x2, Len y2) {
    LayoutBox b = {.x = x < x2 ? x : x2, .y = y < y2 ? y : y2};
    b.w = (x < x2 ? x2 : x) - b.x;
    b.h = (y < y2 ? y2 : y) - b.y;
    return b;
}

/* Where an item has ink; of text, capitals and what hangs below the line. */
static LayoutBox ink(const DisplayItem *i) {
    if (i->kind == DISPLAY_LINE)
        return box(i->x, i->y, i->u.line.x2, i->u.line.y2);
    const GlyphRun *run = i->u.glyphs.run;
    Len x = 0, y = -len_muldiv(run->em, 3, 4), x2 = run->width,
        y2 = run->em / 4;
    display_turn(i->turn, &x, &y);
    display_turn(i->turn, &x2, &y2);
    return box(i->x + x, i->y + y, i->x + x2, i->y + y2);
}

static bool overlap(LayoutBox a, LayoutBox b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h &&
           b.y < a.y + a.h;
}

static bool is_clear(const Layout *l, LayoutBox b) {
    if (b.x < SHEET_PADDING || b.y < SHEET_PADDING ||
        b.x + b.w > l->w - SHEET_PADDING || b.y + b.h > l->h - SHEET_PADDING)
        return false;
    b.w += b.w == 0;
    b.h += b.h == 0;
    for (int k = 0; k < layout_labels_per_sheet(l); k++)
        if (overlap(b, layout_label(l, k)))
            return false;
    return true;
}

/* "across", "upright" or "none", with the texts that are there. */
static const char *ruler_of(Test *t, const Layout *l, const char *lang,
                            const char *words) {
    DisplayItems items = {0};
    const char *how = "none";
    size_t texts = 0;
    Len longest = 0;
    bool drawn =
        ruler_draw(t->a, t->fs, l, NULL, lang, text_literal(words), &items);
    CHECK(drawn == (items.n > 0));
    for (size_t i = 0; i < items.n; i++) {
        LayoutBox b = ink(&items.v[i]);
        CHECK(items.v[i].tag == DISPLAY_NO_TAG);
        CHECK(is_clear(l, b));
        texts += items.v[i].kind == DISPLAY_GLYPHS;
        if (items.v[i].kind != DISPLAY_LINE)
            continue;
        if (b.w > longest || b.h > longest)
            how = b.w > b.h ? "across" : "upright";
        longest = b.w > longest ? b.w : longest;
        longest = b.h > longest ? b.h : longest;
        for (size_t k = 0; k < items.n; k++)
            CHECK(items.v[k].kind != DISPLAY_GLYPHS ||
                  !overlap(b, ink(&items.v[k])));
    }
    if (drawn)
        CHECK_INT(longest, LEN_OF_MM(100));
    return drawn ? arena_printf(t->a, "%s, %zu texts", how, texts) : how;
}

/* On sheets with labels a pitch of `pitch` apart. */
static const char *sheet(Test *t, const char *paper, const char *first, int n,
                         int m, const char *label, const char *pitch,
                         const char *words) {
    char *file = arena_printf(t->a,
                              "kind: labels\ntitle: t\npaper: %s\ncolumns: %d\n"
                              "rows: %d\nlabel: %s\nfirst: %s\npitch: %s\n",
                              paper, n, m, label, first, pitch);
    const Source *src = source_from(t->a, "t.yaml", file, strlen(file));
    const Layout *l = layoutfile_parse(t->a, src, "t", t->diag);
    CHECK(l != NULL);
    return l ? ruler_of(t, l, "fr", words) : "";
}

static void margins(Test *t) {
    const char *words = "Taille d'origine", *none = "";
    const char *a4 = "a4", *small = "{width: 118, height: 200}";
    CHECK_STR(sheet(t, a4, "{left: 7, top: 15}", 3, 7,
                    "{width: 64, height: 38}", "{across: 64, down: 38}", words),
              "across, 3 texts");
    CHECK_STR(sheet(t, a4, "{left: 7, top: 15}", 3, 7,
                    "{width: 64, height: 38}", "{across: 64, down: 38}", none),
              "across, 2 texts");
    /* Between two rows only where there is no margin. */
    CHECK_STR(sheet(t, a4, "{left: 0, top: 0}", 1, 2,
                    "{width: 210, height: 140}", "{across: 210, down: 157}",
                    words),
              "across, 3 texts");
    CHECK_STR(sheet(t, a4, "{left: 0, top: 0}", 1, 1,
                    "{width: 210, height: 287.9}", "{across: 210, down: 287.9}",
                    words),
              "none");
    CHECK_STR(sheet(t, a4, "{left: 0, top: 0}", 1, 1,
                    "{width: 210, height: 287.7}", "{across: 210, down: 287.7}",
                    words),
              "across, 3 texts");
    /* Text above the ruler where the sheet is narrow, and needs more room. */
    CHECK_STR(sheet(t, small, "{left: 4, top: 13}", 1, 4,
                    "{width: 110, height: 40}", "{across: 110, down: 40}",
                    words),
              "across, 3 texts");
    CHECK_STR(sheet(t, small, "{left: 4, top: 10}", 1, 4,
                    "{width: 110, height: 45}", "{across: 110, down: 45}",
                    words),
              "none");
    /* Upright beside the labels. */
    CHECK_STR(sheet(t, a4, "{left: 20, top: 0}", 2, 7,
                    "{width: 90, height: 42.4}", "{across: 90, down: 42.4}",
                    words),
              "upright, 3 texts");
    CHECK_STR(sheet(t, a4, "{left: 0, top: 0}", 2, 7,
                    "{width: 100.3, height: 42.4}",
                    "{across: 100.3, down: 42.4}", words),
              "upright, 3 texts");
    CHECK_STR(sheet(t, a4, "{left: 0, top: 0}", 2, 7,
                    "{width: 100.9, height: 42.4}",
                    "{across: 100.9, down: 42.4}", words),
              "none");
    /* Words that are too long, or that no font has, are left out. */
    const char *more = "Taille d'origine, Taille d'origine, Taille d'origine, "
                       "Taille d'origine, Taille d'origine, Taille d'origine";
    CHECK_STR(sheet(t, a4, "{left: 0, top: 15}", 3, 7,
                    "{width: 70, height: 38}", "{across: 70, down: 38}", more),
              "across, 2 texts");
    CHECK_STR(sheet(t, a4, "{left: 7, top: 15}", 3, 7,
                    "{width: 64, height: 38}", "{across: 64, down: 38}",
                    "\xF3\xB0\x80\x80"),
              "across, 2 texts");
    /* A sheet shorter than the ruler. */
    CHECK_STR(sheet(t, "{width: 105, height: 105}", "{left: 5, top: 30}", 1, 1,
                    "{width: 20, height: 20}", "{across: 20, down: 20}", words),
              "none");
    CHECK_INT(diag_count(t->diag, DIAG_NOTE), 0);
}

static void every_sheet(Test *t) {
    const Layout *const *all;
    size_t n = layoutfile_list(t->a, getenv("ENVOI_DATA"), LAYOUT_LABELS,
                               t->diag, &all);
    size_t drawn = 0;
    CHECK(n > 0);
    for (size_t i = 0; i < n; i++)
        if (!all[i]->u.labels.roll)
            drawn +=
                strcmp(ruler_of(t, all[i], "ug", "ئەسلى چوڭلۇقى"), "none") != 0;
    /* Sheets without margins have no room; most have. */
    CHECK(drawn * 2 > n);
}

int main(void) {
    Test t = {.a = arena_new(), .diag = diag_new()};
    t.fs = fontset_new(getenv("ENVOI_DATA"), false, t.diag);
    if (t.fs) {
        margins(&t);
        every_sheet(&t);
        fontset_free(t.fs);
    } else {
        unit_failed++;
    }
    diag_print(t.diag, stdout, false);
    diag_free(t.diag);
    arena_free(t.a);
    return unit_done("ruler");
}
