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
    const ContactList *const lists[] = {r->from, r->to};
    Arena *a = arena_new();
    const char *names[] = {runlists_name(r, a, "manifest", ".csv"),
                           runlists_name(r, a, "shopping", ".txt")};
    bool ok = true;
    for (size_t i = 0; folder && i < 4; i++) {
        const char *path = fs_join(a, folder, names[i / 2]);
        if (!lists[i % 2] || !contactlist_is_of(lists[i % 2], path))
            continue;
        diag_file(diag, DIAG_USAGE, path,
                  "the run would write its own over this list; give the list "
                  "another name, or -o another folder");
        ok = false;
    }
    arena_free(a);
    return ok;
}
