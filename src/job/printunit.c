#include "job/printunit.h"

#include "model/paper.h"

#include <string.h>

static bool has_back(const DisplayPages *pages) {
    for (size_t i = 0; i < pages->n; i++)
        if (!pages->v[i].front)
            return true;
    return false;
}

static void forget(PrintWalk *w) {
    Arena *a = w->tags.arena;
    arena_reset(w->scratch);
    arena_reset(a);
    w->tags = (DisplayTags){.arena = a};
}

static PrintOutcome draw_item(PrintWalk *w, const PrintStep *step,
                              PrintUnit *unit) {
    PageSource *src = w->row->kinds[step->kind].source;
    DrawnItem drawn = {.step = *step};
    drawn.whole =
        src->draw(src, step->item, w->scratch, &w->tags, &drawn.pages);
    w->set->ok = drawn.whole && w->set->ok;
    if (w->set->ok && src->duplex_if_backs && !src->duplex &&
        has_back(&drawn.pages)) {
        src->duplex = true;
        return PRINT_WANTS_BACKS;
    }
    /* Among others that have backs, each page of a kind that has none is on a
     * sheet of its own. */
    for (size_t i = 0; w->duplex && !src->duplex && i < drawn.pages.n; i++)
        drawn.pages.v[i].front = true;
    if (unit->first == 0)
        unit->first = step->first;
    if (step->last > unit->last)
        unit->last = step->last;
    vec_push(w->scratch, &unit->items, drawn);
    return PRINT_DRAWN;
}

PrintOutcome printunit_draw(PrintWalk *w, bool alone, PrintUnit *out) {
    PrintStep step;
    *out = (PrintUnit){0};
    forget(w);
    while (printorder_peek(&w->now.at, &step) &&
           (out->items.n == 0 || (!alone && !step.whole))) {
        if (draw_item(w, &step, out) == PRINT_WANTS_BACKS)
            return PRINT_WANTS_BACKS;
        printorder_take(&w->now.at, &step);
    }
    return PRINT_DRAWN;
}

size_t printunit_pages(const PrintWalk *w, const PrintUnit *unit) {
    PrintPart at = w->part;
    for (size_t i = 0; i < unit->items.n; i++)
        for (size_t k = 0; k < unit->items.v[i].pages.n; k++)
            part_count(&at, unit->items.v[i].pages.v[k].front);
    return part_pages(&at);
}

/* The page that goes to `at` as the printer wants it. */
static bool place_page(PrintWalk *w, const PageSource *src, const PrintPart *at,
                       DisplayPage *page) {
    const Printer *printer = w->set->out->printer;
    DisplayPage placed;
    if (!printer)
        return true;
    bool ok =
        printable_place(w->scratch, printer, page,
                        part_on_back(at, page->front), w->set->diag, &placed);
    *page = placed;
    if (!src->bleeds)
        printable_see(&w->now.printable, page, part_number(at, page->front));
    return ok;
}

static void note_place(PrintWalk *w, const PrintStep *step, size_t first,
                       size_t last) {
    const PrintSet *set = w->set;
    if (w->row->first != SIZE_MAX && set->places[w->row->first + step->kind])
        set->places[w->row->first + step->kind][step->item] = (PrintPlace){
            (uint32_t)set->printed.n, (uint32_t)first, (uint32_t)last};
}

/* The addresses of all kinds are numbered one after another. */
static void tell_marks(PrintWalk *w, const PrintStep *step) {
    const PrintKind *kinds = w->set->kinds;
    size_t first = 0;
    for (size_t k = 0; w->part.marks[0] && k < w->row->first + step->kind; k++)
        first += kinds[k].source->proof ? kinds[k].source->proof->n : 0;
    for (int i = 0; i < 2; i++)
        if (w->part.marks[i])
            w->part.marks[i]->first_address = first;
}

static bool is_letter(const DisplayPage *page) {
    const char *name = paper_name(page->w, page->h);
    return name && strcmp(name, "US Letter") == 0;
}

/* Where its pages come to stand, and as what. */
static void place_item(PrintWalk *w, DrawnItem *item) {
    const PageSource *src = w->row->kinds[item->step.kind].source;
    PrintTotal *total = &w->now.totals[item->step.kind];
    PrintPart at = w->part;
    size_t first = 0, last = 0;
    for (size_t i = 0; i < item->pages.n; i++) {
        DisplayPage *page = &item->pages.v[i];
        w->set->ok = place_page(w, src, &at, page) && w->set->ok;
        last = part_number(&at, page->front);
        first = i == 0 ? last : first;
        if (!part_on_back(&at, page->front)) {
            total->sheets++;
            total->letter += is_letter(page);
        }
        part_count(&at, page->front);
    }
    total->pages += item->pages.n;
    w->now.pages += item->pages.n;
    note_place(w, &item->step, first, last);
}

static bool write_item(PrintWalk *w, const DrawnItem *item) {
    tell_marks(w, &item->step);
    /* Nowhere else: a letter is to be anybody's. */
    if (w->set->opt->by == PRINT_BY_PACK && item->step.first > 0 &&
        w->set->ok && item->pages.n > 0)
        part_pack(&w->part, item->step.first, item->pages.v[0].front);
    for (size_t i = 0; i < item->pages.n; i++) {
        const DisplayPage *page = &item->pages.v[i];
        if (w->set->ok && w->set->out->dump == DUMP_DISPLAY)
            display_dump(&w->tags, page, w->set->out->text);
        if (w->set->ok && !part_page(&w->part, page))
            return false;
        if (!w->set->ok)
            part_count(&w->part, page->front);
    }
    return true;
}

bool printunit_write(PrintWalk *w, PrintUnit *unit) {
    for (size_t i = 0; i < unit->items.n; i++) {
        if (unit->items.v[i].whole)
            place_item(w, &unit->items.v[i]);
        if (!write_item(w, &unit->items.v[i]))
            return false;
    }
    if (w->set->ok)
        part_tags_done(&w->part);
    return true;
}
