#include "job/check.h"

#include "input/labelset.h"
#include "input/layoutfile.h"
#include "input/yaml.h"
#include "job/labels.h"
#include "job/letter.h"

#include <string.h>
#include <strings.h>

static bool ends_in(const char *path, const char *tail) {
    size_t n = strlen(path), m = strlen(tail);
    return n >= m && strcasecmp(path + n - m, tail) == 0;
}

/* A YAML map that says which kind of layout it is. Its errors are reported by
 * the reader that it goes to, so a scratch diag takes them here. */
static const Source *as_layout(Arena *a, const char *path) {
    if (!ends_in(path, ".yaml") && !ends_in(path, ".yml"))
        return NULL;
    Diag *scratch = diag_new();
    const Source *src;
    const YamlNode *root = NULL;
    if (source_load(a, path, scratch, &src))
        root = yaml_parse(a, src, 0, src->n, scratch);
    bool layout = root && root->kind == YAML_MAP && yaml_get(root, "kind");
    diag_free(scratch);
    return layout ? src : NULL;
}

static bool check_labelset(Arena *a, const char *path, Diag *diag) {
    LabelCounts counts;
    if (!labelset_check(a, path, diag, &counts))
        return false;
    diag_file(diag, DIAG_NOTE, path,
              "%zu label sheets of %s: %zu can be used, %zu cannot",
              counts.entries, label_format_names[counts.format], counts.good,
              counts.entries - counts.good);
    return counts.good == counts.entries;
}

bool check_run(Session *s, const char *path, const char *origin, Diag *diag) {
    if (ends_in(path, ".md")) {
        LetterJob job = {.letters = &path, .nletters = 1, .origin = origin};
        return letter_run(s, &job, diag);
    }
    Arena *a = arena_new();
    if (labelset_is_file(a, path)) {
        bool good = check_labelset(a, path, diag);
        arena_free(a);
        return good;
    }
    const Source *layout = as_layout(a, path);
    bool ok;
    if (layout) {
        ok = layoutfile_parse(a, layout, path, diag) != NULL;
    } else {
        LabelsJob job = {.addresses = path, .origin = origin, .copies = 1};
        ok = labels_run(s, &job, diag);
    }
    arena_free(a);
    return ok;
}
