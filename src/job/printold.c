#include "job/printold.h"

#include "job/pack.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* The files of a mailing beside its kinds, which batch and pack share. */
static const struct {
    const char *stem, *ending;
} others[] = {{"packs", ".pdf"},
              {"manifest", ".csv"},
              {"shopping", ".txt"},
              {"rejects", ".csv"}};
/* Named in one warning. */
#define NAMED 3

static const char *past(const char *s, const char *prefix) {
    size_t n = strlen(prefix);
    return strncmp(s, prefix, n) == 0 ? s + n : NULL;
}

/* Behind "-051"; NULL: it is something else. */
static const char *past_number(const char *s) {
    size_t n = *s == '-' ? strspn(s + 1, "0123456789") : 0;
    return n > 0 ? s + 1 + n : NULL;
}

/* "letters.pdf", "letters-051-100-fronts.pdf" */
static bool is_file(const char *name, const char *stem, const char *ending) {
    const char *s = past(name, stem);
    const char *number = s ? past_number(s) : NULL;
    s = number ? past_number(number) : s;
    if (!s)
        return false;
    const char *half = past(s, "-fronts");
    half = half ? half : past(s, "-backs");
    return strcmp(half ? half : s, ending) == 0;
}

static bool is_ours(const char *name) {
    for (int k = 0; k < PACK_KINDS; k++)
        if (is_file(name, pack_kind_names[k], ".pdf"))
            return true;
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
        if (is_file(name, others[k].stem, others[k].ending))
            return true;
    return false;
}

static bool is_among(const char *name, const char *const *names, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

static int by_name(const void *x, const void *y) {
    const char *const *a = x, *const *b = y;
    return strcmp(*a, *b);
}

typedef VEC(const char *) Names;

/* "a, b, c and 5 more", sorted. */
static const char *tell_names(Arena *a, Names *names) {
    qsort(names->v, names->n, sizeof *names->v, by_name);
    const char *told = names->v[0];
    for (size_t i = 1; i < names->n && i < NAMED; i++)
        told = arena_printf(a, "%s, %s", told, names->v[i]);
    return names->n > NAMED
               ? arena_printf(a, "%s and %zu more", told, names->n - NAMED)
               : told;
}

void printold_tell(Arena *a, const char *folder, const char *const *names,
                   size_t n, Diag *diag) {
    Names old = {0};
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (is_ours(e->d_name) && !is_among(e->d_name, names, n))
            vec_push(a, &old, (const char *)arena_strdup(a, e->d_name));
    if (dir)
        closedir(dir);
    if (old.n > 0)
        diag_file(diag, DIAG_WARNING, folder,
                  old.n > 1 ? "%s are of an earlier run, not of this one; move "
                              "them away, so that nobody prints them"
                            : "%s is of an earlier run, not of this one; move "
                              "it away, so that nobody prints it",
                  tell_names(a, &old));
}

void printold_hidden(Arena *a, const char *folder, Diag *diag) {
    Names old = {0};
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir));) {
        const char *rest = past(e->d_name, ".envoi-");
        if (rest && strlen(rest) == 6)
            vec_push(a, &old, (const char *)arena_strdup(a, e->d_name));
    }
    if (dir)
        closedir(dir);
    if (old.n > 0)
        diag_file(
            diag, DIAG_WARNING, folder,
            "hidden files of a run that was killed: %s; delete them, they "
            "may hold addresses",
            tell_names(a, &old));
}
