#include "input/wordsfile.h"

#include "base/fs.h"
#include "input/yaml.h"

#include <string.h>
#include <unicode/uloc.h>

/* languages/TAG.yaml, or NULL if there is no such file. */
static const char *file_of(Arena *a, const char *data_dir, const char *tag) {
    const char *path = arena_printf(a, "%s/languages/%s.yaml", data_dir, tag);
    return fs_exists(path) ? path : NULL;
}

/* The script CLDR expects for the tag, "Hans" for zh-CN; "" if unknown. */
static void script_of(const char *lang, char out[8]) {
    char likely[64];
    UErrorCode status = U_ZERO_ERROR;
    out[0] = '\0';
    uloc_addLikelySubtags(lang, likely, sizeof likely, &status);
    if (U_FAILURE(status))
        return;
    uloc_getScript(likely, out, 8, &status);
    if (U_FAILURE(status))
        out[0] = '\0';
}

/* A language's own file serves only the script it is written in: kk.yaml is
 * Cyrillic and nothing for Kazakh in Arabic letters. */
static const char *find_file(Arena *a, const char *data_dir, const char *lang) {
    const char *path = file_of(a, data_dir, lang);
    if (path)
        return path;
    const char *primary = arena_strndup(a, lang, strcspn(lang, "-"));
    char wanted[8], usual[8];
    script_of(lang, wanted);
    path = file_of(a, data_dir, arena_printf(a, "%s-%s", primary, wanted));
    if (path)
        return path;
    script_of(primary, usual);
    return strcmp(wanted, usual) == 0 ? file_of(a, data_dir, primary) : NULL;
}

bool wordsfile_load(Arena *a, const char *data_dir, const char *lang,
                    Diag *diag, Words *out) {
    *out = (Words){.lang = arena_strdup(a, lang),
                   .file = find_file(a, data_dir, lang)};
    const Source *src;
    if (!out->file)
        return true;
    if (!source_load(a, out->file, diag, &src))
        return false;
    const YamlNode *root = yaml_parse(a, src, 0, src->n, diag);
    if (!root || root->kind != YAML_MAP)
        return false;
    /* Other keys are for other uses and later words. */
    for (int i = 0; i < WORDS; i++) {
        const YamlNode *entry = yaml_get(root, word_names[i]);
        const YamlNode *text =
            entry && entry->kind == YAML_MAP ? yaml_get(entry, "text") : NULL;
        if (text && text->kind == YAML_SCALAR && text->scalar.n)
            out->v[i] = text->scalar;
    }
    return true;
}
