/* What the names of label sheets in collections say (input/labelset.h). */
#include "input/labelset_read.h"

#include "base/fs.h"

#include <string.h>
#include <strings.h>

const char *const label_format_words[] = {"glabels", "libreoffice"};

static bool prefix_of(const char *name, LabelFormat format) {
    const char *word = label_format_words[format];
    return strncasecmp(name, word, strlen(word)) == 0 &&
           name[strlen(word)] == ':';
}

static bool ends_as_file(const char *s, size_t n) {
    static const char *const ends[] = {".xml", ".template", ".glabels"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t m = strlen(ends[i]);
        if (n > m && strncasecmp(s + n - m, ends[i], m) == 0)
            return true;
    }
    return false;
}

bool labelset_looks_like_file(const char *s) {
    return ends_as_file(s, strlen(s));
}

/* A file, or what stands before a "#" is one. */
static bool begins_with_file(const char *name) {
    for (const char *hash = name; (hash = strchr(hash, '#')); hash++)
        if (ends_as_file(name, (size_t)(hash - name)))
            return true;
    return labelset_looks_like_file(name);
}

bool labelset_is_name(const char *name) {
    return prefix_of(name, LABELS_GLABELS) ||
           prefix_of(name, LABELS_LIBREOFFICE) || begins_with_file(name);
}

static const char *seen(Arena *a, const char *beside, const char *path) {
    return beside ? fs_beside(a, beside, path) : path;
}

/* Files and part numbers may have a "#" in them: the file is what is there. */
LabelName labelset_parse_name(Arena *a, const char *name, const char *beside) {
    LabelName w = {.full = name};
    const char *rest = name;
    w.bare = true;
    for (int f = 0; f < LABEL_FORMATS; f++) {
        if (!prefix_of(name, (LabelFormat)f))
            continue;
        w.format = (LabelFormat)f;
        w.bare = false;
        rest = strchr(name, ':') + 1;
    }
    for (const char *hash = rest; (hash = strchr(hash, '#')); hash++) {
        const char *path = arena_strndup(a, rest, (size_t)(hash - rest));
        const char *there = seen(a, beside, path);
        if (*path && (fs_exists(there) || labelset_looks_like_file(path))) {
            w.path = there;
            w.entry = hash[1] ? hash + 1 : NULL;
            return w;
        }
    }
    if (w.bare || labelset_looks_like_file(rest) ||
        (strchr(rest, '/') && fs_exists(seen(a, beside, rest))))
        w.path = seen(a, beside, rest);
    else
        w.entry = rest;
    return w;
}

static const char *with_path(Arena *a, const LabelName *w, const char *path) {
    return arena_printf(a, "%s%s%s%s%s",
                        w->bare ? "" : label_format_words[w->format],
                        w->bare ? "" : ":", path, w->entry ? "#" : "",
                        w->entry ? w->entry : "");
}

const char *labelset_beside(Arena *a, const char *file, const char *name) {
    LabelName w = labelset_parse_name(a, name, file);
    return w.path ? with_path(a, &w, w.path) : name;
}

const char *labelset_named_in(Arena *a, const char *file, const char *name) {
    LabelName w = labelset_parse_name(a, name, NULL);
    return w.path ? with_path(a, &w, fs_named_in(a, file, w.path)) : name;
}
