#include "job/returnaddress.h"

#include "base/fs.h"
#include "job/records.h"

#include <string.h>

ReturnPolicy return_policy(const ReturnPolicy *policies, size_t to_at,
                           ReturnPolicy run) {
    return policies ? policies[to_at] : run;
}

bool return_uses_group(const ReturnPolicy *policies, size_t n, ReturnPolicy run,
                       const char *group, Diag *diag) {
    bool used = !group || (!policies && run == RETURN_GROUP);
    for (size_t i = 0; policies && i < n; i++)
        used = used || policies[i] == RETURN_GROUP;
    if (!used)
        diag_file(diag, DIAG_USAGE, NULL,
                  "--group is for --return group; add that, or leave --group "
                  "out");
    return used;
}

size_t return_number(size_t from_at, ReturnPolicy policy) {
    return from_at * RETURN_POLICIES + policy;
}

/* FILE#ID of the group that the sender's record names; NULL after an error. */
static const char *group_of(Arena *a, const Contact *sender, Diag *diag,
                            Span *where) {
    Text group = sender->base.fields[CONTACT_GROUP];
    if (!group.n || !sender->span.src) {
        diag_cure(diag, DIAG_ERROR, sender->span, "--group",
                  "the sender names no group, as maybe others of the list; "
                  "write its record's id as group: with each, or give --group "
                  "FILE#ID for all");
        return NULL;
    }
    const char *file = sender->span.src->name;
    const char *value = arena_strndup(a, group.s, group.n);
    *where = group.span;
    return strchr(value, '#') ? fs_beside(a, file, value)
                              : arena_printf(a, "%s#%s", file, value);
}

static const Contact *find_group(ReturnGroups *groups, const char *spec,
                                 Span where, const ListReading *how,
                                 Diag *diag) {
    Contacts found = {0};
    for (size_t i = 0; i < groups->known.n; i++)
        if (strcmp(groups->known.v[i].spec, spec) == 0)
            return groups->known.v[i].contact;
    ReturnGroup g = {.spec = arena_strdup(groups->arena, spec)};
    if (records_load(groups->arena, how, g.spec, where, diag, &found))
        g.contact = &found.v[0];
    vec_push(groups->arena, &groups->known, g);
    return g.contact;
}

bool return_choose(Arena *a, ReturnGroups *groups, const Contact *sender,
                   ReturnPolicy policy, const char *group,
                   const ListReading *how, Diag *diag, const Contact **out) {
    Contact *shortened = ARENA_NEW(a, Contact);
    Span where = {0};
    *out = NULL;
    switch (policy) {
    case RETURN_FULL:
        *out = sender;
        return true;
    case RETURN_INITIALS:
        *out = shortened;
        return contact_shorten(a, sender, diag, shortened);
    case RETURN_GROUP:
        if (!group && !(group = group_of(a, sender, diag, &where)))
            return false;
        *out = find_group(groups, group, where, how, diag);
        return *out != NULL;
    case RETURN_NONE:
        return true;
    }
    return true;
}
