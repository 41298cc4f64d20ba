#include "job/check.h"

#include "base/fs.h"
#include "input/appealfile.h"
#include "input/labelset.h"
#include "input/layoutfile.h"
#include "input/ledger.h"
#include "input/postfile.h"
#include "input/yaml.h"
#include "job/checkappeal.h"
#include "job/checkbook.h"
#include "job/letter.h"
#include "job/origin.h"
#include "job/place.h"

#include <string.h>

typedef enum YamlFile {
    FILE_ADDRESSES,
    FILE_LAYOUT,
    FILE_POST,
    FILE_LEDGER
} YamlFile;

/* A YAML map that says which kind of layout it is, or that it is a post's; a
 * list of sheets, which have a layout, as no addressee has. Its
 * errors are reported by the reader that it goes to, so a scratch diag takes
 * them here. */
static YamlFile yaml_file(Arena *a, const char *path, const Source **src) {
    if (!fs_ends_in(path, ".yaml") && !fs_ends_in(path, ".yml"))
        return FILE_ADDRESSES;
    Diag *scratch = diag_new();
    const YamlNode *root = NULL, *kind = NULL;
    if (source_load(a, path, scratch, src))
        root = yaml_parse(a, *src, 0, (*src)->n, scratch);
    if (root && root->kind == YAML_MAP)
        kind = yaml_get(root, "kind");
    diag_free(scratch);
    if (root && root->kind == YAML_LIST && root->n > 0 &&
        yaml_get(root->items[0], "layout"))
        return FILE_LEDGER;
    if (!kind)
        return FILE_ADDRESSES;
    return kind->kind == YAML_SCALAR && text_equal(kind->scalar, "post")
               ? FILE_POST
               : FILE_LAYOUT;
}

static bool check_layout(Session *s, Arena *a, const Source *src,
                         const char *path, const char *origin, Diag *diag) {
    char country[3];
    bool known = origin_find(origin, NULL, diag, country);
    const Layout *l = layoutfile_parse(a, src, path, diag);
    return l && known && place_layout(s, a, l, country, diag);
}

static bool check_labelset(Arena *a, const char *path, Diag *diag) {
    LabelCounts counts;
    if (!labelset_check(a, path, diag, &counts))
        return false;
    diag_file(diag, DIAG_NOTE, path,
              "%zu of %zu label sheets of %s can be used", counts.good,
              counts.entries, label_format_names[counts.format]);
    return counts.good == counts.entries;
}

bool check_run(Session *s, const char *path, const CheckOptions *opt,
               Diag *diag) {
    const char *origin = opt->origin;
    if (fs_ends_in(path, ".md")) {
        LetterJob job = {.letters = &path, .nletters = 1, .origin = origin};
        return letter_run(s, &job, diag);
    }
    if (appealfile_is_folder(path))
        return check_appeal(s, path, origin, opt->cover_lang, diag);
    Arena *a = arena_new();
    if (labelset_is_file(a, path)) {
        bool good = check_labelset(a, path, diag);
        arena_free(a);
        return good;
    }
    if (fs_is_folder(path)) {
        diag_file(diag, DIAG_ERROR, path,
                  "no appeal.yaml is in this folder; name the files in it "
                  "that are to be checked");
        arena_free(a);
        return false;
    }
    const Source *src;
    bool ok = false;
    switch (yaml_file(a, path, &src)) {
    case FILE_LAYOUT:
        ok = check_layout(s, a, src, path, origin, diag);
        break;
    case FILE_POST:
        ok = postfile_parse(a, src, path, diag) != NULL;
        break;
    case FILE_LEDGER: {
        Ledger ledger;
        ok = ledger_parse(a, src, s->data_dir, NULL, diag, &ledger);
        break;
    }
    case FILE_ADDRESSES:
        ok = check_book(s, path, origin, diag);
        break;
    }
    arena_free(a);
    return ok;
}
