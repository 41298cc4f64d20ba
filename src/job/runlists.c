#include "job/runlists.h"

#include <string.h>

static bool write(PrintTexts *self, PrintSet *set, Diag *diag) {
    const RunLists *r = (const RunLists *)self;
    return manifest_write(r, set, diag) && shopping_write(r, set, diag);
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
