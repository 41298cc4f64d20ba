/* Finding layouts by their names (input/layoutfile.h). */
#include "input/layoutfile.h"

#include "base/fs.h"
#include "input/labelset.h"
#include "input/layoutother.h"
#include "input/layoutread.h"
#include "input/productname.h"

#include <ctype.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* In folders, as --list takes them, and in messages; by LayoutKind. */
static const char *const kind_folders[] = {"labels", "envelopes", "letters"};
static const char *const kind_names[] = {"label", "envelope", "letter"};

static const Layout *load_path(Arena *a, const char *path, const char *name,
                               int want, Diag *diag) {
    const Source *src;
    if (!source_load(a, path, diag, &src))
        return NULL;
    return layoutread_layout(a, src, name, want, diag);
}

static const char *folder_of(Arena *a, const char *data_dir, LayoutKind kind) {
    return fs_join(a, fs_join(a, data_dir, "layouts"), kind_folders[kind]);
}

static const char *file_of(Arena *a, const char *data_dir, LayoutKind kind,
                           const char *name) {
    return arena_printf(a, "%s/%s.yaml", folder_of(a, data_dir, kind), name);
}

size_t layoutfile_list(Arena *a, const char *data_dir, LayoutKind kind,
                       Diag *diag, const Layout *const **out) {
    VEC(const Layout *) layouts = {0};
    const char *const *names;
    size_t n = layoutread_names(a, folder_of(a, data_dir, kind), diag, &names);
    for (size_t i = 0; i < n; i++) {
        const Layout *l = load_path(a, file_of(a, data_dir, kind, names[i]),
                                    names[i], (int)kind, diag);
        if (l)
            vec_push(a, &layouts, l);
    }
    *out = layouts.v;
    return layouts.n;
}

/* Names are the same in any case and however their parts are joined: "Avery
 * L7163" is avery-l7163. */
static bool same_name(const char *x, const char *y) {
    static const char joints[] = " -_";
    for (;; x++, y++) {
        x += strspn(x, joints);
        y += strspn(y, joints);
        if (tolower((unsigned char)*x) != tolower((unsigned char)*y))
            return false;
        if (!*x)
            return true;
    }
}

static bool has_alias(const Layout *l, const char *name) {
    for (size_t i = 0; i < l->naliases; i++)
        if (same_name(l->aliases[i], name))
            return true;
    return false;
}

/* Of "AVERY® L7163-100", as it is on the box, "L7163" is the product: a part of
 * letters and digits, as a name of the layout. With three digits: "A4" is
 * paper.
 */
static const char *part_name(Arena *a, const char *name,
                             const Layout *const *all, size_t n) {
    static const char parts[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    for (const char *s = name; *s; s += *s != '\0') {
        size_t len = strspn(s, parts), digits = 0;
        for (size_t i = 0; i < len; i++)
            digits += isdigit((unsigned char)s[i]) != 0;
        const char *part = arena_strndup(a, s, len);
        for (size_t i = 0; digits >= 3 && i < n; i++)
            if (same_name(all[i]->name, part) || has_alias(all[i], part))
                return all[i]->name;
        s += len;
    }
    return NULL;
}

static const char *guess_name(Arena *a, const char *name,
                              const Layout *const *all, size_t n) {
    const char *part = part_name(a, name, all, n);
    if (part)
        return part;
    VEC(const char *) names = {0};
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k <= all[i]->naliases; k++)
            vec_push(a, &names, k ? all[i]->aliases[k - 1] : all[i]->name);
    return productname_guess(a, name, names.v, names.n);
}

/* "`envoi layouts --search 4614` also looks ..." where the name is that of a
 * product and `labels` may be meant. */
static const char *search_advice(Arena *a, bool labels, const char *name) {
    const char *digits = productname_digits(a, name);
    if (!labels || !digits)
        return "`envoi layouts` lists them";
    return arena_printf(a,
                        "`envoi layouts --search %s` also looks among the "
                        "sheets of gLabels and LibreOffice",
                        digits);
}

/* A wrong name on the command line is wrong usage, one in a file is a mistake
 * in that file. */
static DiagLevel level_at(Span where) {
    return where.src ? DIAG_ERROR : DIAG_USAGE;
}

static size_t errors(const Diag *diag) {
    return diag_count(diag, DIAG_ERROR) + diag_count(diag, DIAG_USAGE) +
           diag_count(diag, DIAG_SYSTEM);
}

/* The layout of another kind that is called `name`, to say so. */
static const Layout *of_other_kind(Arena *a, const char *data_dir,
                                   LayoutKind kind, const char *name) {
    Diag *scratch = diag_new();
    const Layout *found = NULL;
    diag_mute(scratch);
    for (size_t k = 0; k < COUNT(kind_folders) && !found; k++) {
        const Layout *const *all;
        size_t n = 0;
        if (k != (size_t)kind)
            n = layoutfile_list(a, data_dir, (LayoutKind)k, scratch, &all);
        for (size_t i = 0; i < n && !found; i++)
            if (same_name(all[i]->name, name) || has_alias(all[i], name))
                found = all[i];
    }
    diag_free(scratch);
    return found;
}

static void report_kind(LayoutKind is, LayoutKind wanted, const char *name,
                        const char *known_as, Span where, Diag *diag) {
    static const char *const is_names[] = {"a sheet of labels", "an envelope",
                                           "a layout of letters"};
    static const char *const wanted_names[] = {
        "a sheet of labels is", "an envelope is", "a layout of letters is"};
    bool alias = !same_name(name, known_as);
    diag_at(diag, level_at(where), where,
            "\"%s\"%s%s%s is %s, and %s wanted here; `envoi layouts --list "
            "%s` lists them",
            name, alias ? " (" : "", alias ? known_as : "", alias ? ")" : "",
            is_names[is], wanted_names[wanted], kind_folders[wanted]);
}

static void report_unknown(Arena *a, const char *data_dir, LayoutKind kind,
                           const char *name, Span where,
                           const Layout *const *all, size_t n, Diag *diag) {
    const Layout *other = of_other_kind(a, data_dir, kind, name);
    const char *guess = guess_name(a, name, all, n);
    if (other)
        report_kind(other->kind, kind, name, other->name, where, diag);
    else if (guess)
        diag_at(diag, level_at(where), where,
                "no %s layout is called \"%s\"; did you mean \"%s\"?",
                kind_names[kind], name, guess);
    else
        diag_at(diag, level_at(where), where,
                "no %s layout is called \"%s\"; %s, a file of your own must "
                "end in .yaml",
                kind_names[kind], name,
                search_advice(a, kind == LAYOUT_LABELS, name));
}

/* The one among `all` that is called `name`, by its own name before an alias;
 * NULL if none is. Two that have the same alias are an error. */
static const Layout *called(const Layout *const *all, size_t n,
                            const char *name, Span where, Diag *diag) {
    const Layout *found = NULL;
    for (size_t i = 0; i < n; i++)
        if (same_name(all[i]->name, name))
            return all[i];
    for (size_t i = 0; i < n; i++) {
        if (!has_alias(all[i], name))
            continue;
        if (found) {
            diag_at(diag, level_at(where), where,
                    "\"%s\" may be %s (%.*s) or %s (%.*s); write which", name,
                    found->name, (int)found->title.n, found->title.s,
                    all[i]->name, (int)all[i]->title.n, all[i]->title.s);
            return NULL;
        }
        found = all[i];
    }
    return found;
}

bool layoutfile_is_path(const char *name) {
    return (strchr(name, '/') || fs_ends_in(name, ".yaml")) &&
           !layoutother_is_name(name);
}

const char *layoutfile_beside(Arena *a, const char *file, const char *name) {
    if (labelset_is_name(name))
        return labelset_beside(a, file, name);
    return layoutfile_is_path(name) ? fs_beside(a, file, name) : name;
}

const char *layoutfile_named_in(Arena *a, const char *file, const char *name) {
    if (labelset_is_name(name))
        return labelset_named_in(a, file, name);
    return layoutfile_is_path(name) ? fs_named_in(a, file, name) : name;
}

const Layout *layoutfile_load(Arena *a, const char *data_dir, LayoutKind kind,
                              const char *name, Span where, Diag *diag) {
    if (layoutother_is_name(name) && kind == LAYOUT_LABELS)
        return layoutother_load(a, data_dir, name, where, diag);
    if (layoutother_is_name(name)) {
        report_kind(LAYOUT_LABELS, kind, name, name, where, diag);
        return NULL;
    }
    if (layoutfile_is_path(name) && where.src && !fs_exists(name)) {
        diag_at(diag, DIAG_ERROR, where, "%s: %s", name, fs_missing(a, name));
        return NULL;
    }
    if (layoutfile_is_path(name))
        return load_path(a, name, name, (int)kind, diag);
    const char *path = file_of(a, data_dir, kind, name);
    if (name[0] && fs_exists(path))
        return load_path(a, path, name, (int)kind, diag);
    const Layout *const *all;
    size_t before = errors(diag);
    size_t n = layoutfile_list(a, data_dir, kind, diag, &all);
    const Layout *found = called(all, n, name, where, diag);
    if (!found && errors(diag) == before)
        report_unknown(a, data_dir, kind, name, where, all, n, diag);
    return found;
}

const Layout *layoutfile_find(Arena *a, const char *data_dir, const char *name,
                              Diag *diag) {
    if (layoutother_is_name(name))
        return layoutother_load(a, data_dir, name, (Span){0}, diag);
    if (layoutfile_is_path(name))
        return load_path(a, name, name, -1, diag);
    for (size_t k = 0; name[0] && k < COUNT(kind_names); k++) {
        const char *path = file_of(a, data_dir, (LayoutKind)k, name);
        if (fs_exists(path))
            return load_path(a, path, name, (int)k, diag);
    }
    VEC(const Layout *) every = {0};
    size_t before = errors(diag);
    for (size_t k = 0; k < COUNT(kind_names); k++) {
        const Layout *const *all;
        size_t n = layoutfile_list(a, data_dir, (LayoutKind)k, diag, &all);
        const Layout *found = called(all, n, name, (Span){0}, diag);
        if (found || errors(diag) > before)
            return found;
        for (size_t i = 0; i < n; i++)
            vec_push(a, &every, all[i]);
    }
    const char *guess = guess_name(a, name, every.v, every.n);
    if (guess)
        diag_file(diag, DIAG_USAGE, NULL,
                  "no layout is called \"%s\"; did you mean \"%s\"?", name,
                  guess);
    else
        diag_file(diag, DIAG_USAGE, NULL,
                  "no layout is called \"%s\"; `envoi layouts` lists them, a "
                  "file of your own must end in .yaml",
                  name);
    return NULL;
}
