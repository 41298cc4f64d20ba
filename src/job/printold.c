#include "job/printold.h"

#include <ctype.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* The files of a mailing: what batch and pack make. */
static const char *const kinds[] = {
    "letters", "envelopes", "labels",   "slips", "cover", "case",
    "tally",   "sign-up",   "petition", "cards", "packs"};
static const char *const texts[] = {"manifest.csv", "shopping.txt",
                                    "rejects.csv"};
/* Named in one warning. */
#define NAMED 3

/* "letters-051-100-fronts.pdf", taken apart. */
typedef struct FileName {
    size_t kind, first, last; /* numbers: 0 if there are none */
} FileName;

static const char *past(const char *s, const char *prefix) {
    size_t n = strlen(prefix);
    return strncmp(s, prefix, n) == 0 ? s + n : NULL;
}

/* "-051" of `s`; NULL: it is something else. */
static const char *past_number(const char *s, size_t *out) {
    char *end;
    if (*s != '-' || !isdigit((unsigned char)s[1]))
        return NULL;
    *out = strtoul(s + 1, &end, 10);
    return end;
}

static bool parse(const char *name, FileName *out) {
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const char *s = past(name, kinds[k]);
        *out = (FileName){.kind = k};
        if (!s)
            continue;
        const char *numbers = past_number(s, &out->first);
        if (numbers)
            s = past_number(numbers, &out->last);
        if (!s)
            continue;
        const char *half = past(s, "-fronts");
        half = half ? half : past(s, "-backs");
        if (strcmp(half ? half : s, ".pdf") == 0)
            return true;
    }
    return false;
}

static bool is_among(const char *name, const char *const *names, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

static bool overlaps(const FileName *file, const char *const *names, size_t n) {
    FileName ours;
    for (size_t i = 0; i < n; i++)
        if (parse(names[i], &ours) && ours.first <= file->last &&
            file->first <= ours.last)
            return true;
    return false;
}

static bool is_old(const char *name, bool slice, const char *const *names,
                   size_t n) {
    FileName file;
    if (is_among(name, names, n))
        return false;
    if (is_among(name, texts, sizeof texts / sizeof *texts))
        return true;
    return parse(name, &file) &&
           (!slice || file.last == 0 || overlaps(&file, names, n));
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

void printold_tell(Arena *a, const char *folder, bool slice,
                   const char *const *names, size_t n, Diag *diag) {
    Names old = {0};
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (is_old(e->d_name, slice, names, n))
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
