/* fuzz_where.c - any bytes as a --where expression, and as --sort and
 * --records: no crash, no leak, and a tree that can be asked. */
#include "base/diag.h"
#include "job/select.h"
#include "job/where.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char csv[] =
    "id,name,name:zh,line1,postcode,city,country,fax,Member since\n"
    "a,Ana Ruiz,\xE5\xAE\x89\xE5\xA8\x9C,3 Main St,94110,Lyon,FR,1,2019-01-02\n"
    "b,ana ruiz,,3 main st.,94110,LYON,FR,,12\n"
    "c,Ben,,3 Main St,94110,Lyon,FR,,\n";

static void choose(Arena *a, const ContactList *l, SelectOptions opt) {
    Diag *diag = diag_new();
    Selection s;
    bool ok = select_records(a, l, &opt, diag, &s);
    assert(ok == (diag_count(diag, DIAG_ERROR) == 0));
    for (size_t i = 0; ok && i < s.n; i++)
        assert(selection_get(&s, i, a));
    diag_free(diag);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    ContactList l = {0};
    const Source *src = source_from(a, "fuzz.csv", csv, sizeof csv - 1);
    const char *text = arena_strndup(a, (const char *)data, n);
    assert(contacts_parse_csv(a, src, diag, &l.all));
    l.n = l.all.n;
    choose(a, &l, (SelectOptions){.where = text});
    choose(a, &l, (SelectOptions){.sort = text, .dedupe = true});
    choose(a, &l, (SelectOptions){.records = text, .households = true});
    diag_free(diag);
    arena_free(a);
    return 0;
}
