#include "job/select.h"

#include <string.h>

#include "job/duplicates.h"
#include "job/households.h"
#include "job/listsort.h"
#include "job/rejects.h"
#include "job/where.h"
#include "model/ranges.h"

const Contact *selection_get(const Selection *s, size_t i, Arena *a) {
    size_t at = s->at ? s->at[i] : i;
    return s->joined && s->joined[at] ? s->joined[at]
                                      : contactlist_get(s->list, at, a);
}

/* The file's name, for messages. */
static const char *list_name(Arena *a, const ContactList *list) {
    Arena *scratch = arena_new();
    Span span = list->n ? contactlist_get(list, 0, scratch)->span : (Span){0};
    const char *name = span.src ? arena_strdup(a, span.src->name) : "the list";
    arena_free(scratch);
    return name;
}

/* Those that can be used, as far as it is known by now. */
static void all_records(const SelectOptions *opt, Selection *s) {
    Arena *scratch = arena_new();
    bool all = !opt->rejects || rejects_count(opt->rejects) == 0;
    for (size_t i = 0; i < s->list->n; i++) {
        arena_reset(scratch);
        if (all ||
            rejects_takes(opt->rejects, contactlist_get(s->list, i, scratch)))
            s->at[s->n++] = i;
    }
    arena_free(scratch);
}

/* Records by their numbers in the file, of which an id may have left one. */
static bool choose_records(Arena *a, const char *records, Selection *s,
                           Diag *diag) {
    Arena *scratch = arena_new();
    size_t n = s->n, last = s->list->n - 1;
    size_t most = contactlist_get(s->list, last, scratch)->number;
    const Source *src = source_from(a, "--records", records, strlen(records));
    Ranges ranges;
    const char *whole =
        arena_printf(scratch, "%s has %zu record%s",
                     list_name(scratch, s->list), most, most == 1 ? "" : "s");
    const char *wrong =
        ranges_parse(a, src->bytes, src->n, (uint32_t)most, whole, &ranges);
    if (wrong)
        diag_at(diag, DIAG_USAGE, (Span){src, 0, src->n}, "%s", wrong);
    s->n = 0;
    for (size_t i = 0; i < n && !wrong; i++) {
        arena_reset(scratch);
        size_t at = s->at[i];
        size_t number = contactlist_get(s->list, at, scratch)->number;
        if (ranges_has(&ranges, (uint32_t)number))
            s->at[s->n++] = at;
    }
    arena_free(scratch);
    return !wrong;
}

static bool choose_where(Arena *a, const SelectOptions *opt, Selection *s,
                         Diag *diag) {
    Where *w = where_open(a, "--where", opt->where, s->list, diag);
    if (!w)
        return false;
    Arena *scratch = arena_new();
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++) {
        arena_reset(scratch);
        if (where_holds(w, contactlist_get(s->list, s->at[i], scratch)))
            s->at[n++] = s->at[i];
    }
    s->n = n;
    where_tell(w, diag);
    where_close(w);
    arena_free(scratch);
    return true;
}

/* What the options said was wanted, in numbers. */
static bool check_choice(Arena *a, const SelectOptions *opt, const Selection *s,
                         Diag *diag) {
    const char *name = list_name(a, s->list);
    if (s->n == 0 && opt->rejects && rejects_count(opt->rejects) > 0)
        return true; /* they are among those that cannot be used */
    if (s->n == 0) {
        diag_file(diag, DIAG_ERROR, name,
                  "none of its %zu records is chosen by %s; look at the fields "
                  "and values there",
                  s->list->n, opt->where ? "--where" : "--records");
        return false;
    }
    if (opt->where || opt->records)
        diag_file(diag, DIAG_NOTE, name, "%zu of its %zu records %s chosen",
                  s->n, s->list->n, s->n == 1 ? "is" : "are");
    return true;
}

bool select_records(Arena *a, const ContactList *list, const SelectOptions *opt,
                    Diag *diag, Selection *out) {
    *out = (Selection){.list = list, .at = ARENA_ARRAY(a, size_t, list->n)};
    if (opt->rejects)
        rejects_list(opt->rejects, list);
    all_records(opt, out);
    if (out->n == 0)
        return true;
    ListSort *sort = NULL;
    bool ok = !opt->records || choose_records(a, opt->records, out, diag);
    ok = (!opt->where || choose_where(a, opt, out, diag)) && ok;
    if (opt->sort)
        ok = (sort = listsort_open(a, list, opt, diag)) != NULL && ok;
    ok = ok && check_choice(a, opt, out, diag);
    if (ok && opt->dedupe)
        duplicates_drop(out, diag);
    else if (ok)
        duplicates_warn(out, diag);
    if (ok && opt->households)
        households_join(a, opt, out, diag);
    if (ok && sort)
        listsort_apply(sort, out);
    listsort_close(sort);
    return ok;
}

static void select_all(Arena *a, const ContactList *list,
                       const SelectOptions *opt, Selection *out) {
    *out = (Selection){.list = list, .at = ARENA_ARRAY(a, size_t, list->n)};
    if (opt->rejects)
        rejects_list(opt->rejects, list);
    all_records(opt, out);
}

bool select_lists(Arena *a, const ContactList *from, const ContactList *to,
                  const SelectOptions *opt, Diag *diag, Selection *out_from,
                  Selection *out_to) {
    bool by_from = from->n > to->n;
    if (by_from)
        select_all(a, to, opt, out_to);
    else
        select_all(a, from, opt, out_from);
    return select_records(a, by_from ? from : to, opt, diag,
                          by_from ? out_from : out_to);
}

bool select_numbers(Arena *a, const ContactList *list, const char *records,
                    Diag *diag, bool **out) {
    Selection s = {.list = list, .at = ARENA_ARRAY(a, size_t, list->n)};
    *out = ARENA_ARRAY(a, bool, list->n);
    all_records(&(SelectOptions){0}, &s);
    if (!choose_records(a, records, &s, diag) ||
        !check_choice(a, &(SelectOptions){.records = records}, &s, diag))
        return false;
    for (size_t i = 0; i < s.n; i++)
        (*out)[s.at[i]] = true;
    return true;
}
