#include "job/runlists.h"

#include "base/fs.h"

#include <string.h>

static bool write(PrintTexts *self, PrintSet *set, Diag *diag) {
    const RunLists *r = (const RunLists *)self;
    return (!runlists_is_mail(r) || manifest_write(r, set, diag)) &&
           shopping_write(r, set, diag);
}

bool runlists_is_mail(const RunLists *r) {
    bool any = false;
    for (size_t i = 0; i < r->nkinds; i++)
        any = any || r->kinds[i].is != RUN_ONCE;
    return any;
}

void runlists_init(RunLists *r) {
    r->texts.write = write;
}

const char *runlists_name(const RunLists *r, Arena *a, const char *name,
                          const char *ending) {
    const Mailing *m = r->mailing;
    if (!r->slice)
        return arena_printf(a, "%s%s", name, ending);
    int width = (int)strlen(arena_printf(a, "%u", mailing_last(m)));
    return arena_printf(a, "%s-%0*u-%0*u%s", name, width, mailing_number(m, 0),
                        width, mailing_number(m, mailing_count(m) - 1), ending);
}

bool runlists_may_write(const RunLists *r, const char *folder, Diag *diag) {
    Arena *a = arena_new();
    const char *names[] = {runlists_name(r, a, "manifest", ".csv"),
                           runlists_name(r, a, "shopping", ".txt")};
    bool ok = true;
    for (size_t i = 0; folder && i < 2; i++)
        ok = fs_spares_input(fs_join(a, folder, names[i]), diag) && ok;
    arena_free(a);
    return ok;
}
