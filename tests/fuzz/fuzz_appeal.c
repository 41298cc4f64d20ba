/* fuzz_appeal.c - any folder as that of an appeal.
 *
 * The files of the folder stand in the input one after another, each behind a
 * line "%%% NAME"; what has no such line is appeal.yaml. Names are cut to
 * letters, digits, dots and hyphens, so that nothing is written elsewhere.
 */
#include "input/appealfile.h"
#include "list.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES_MAX = 8, NAME_MAX_BYTES = 40 };

typedef struct Folder {
    char path[200];
    char names[FILES_MAX][NAME_MAX_BYTES];
    size_t n;
} Folder;

static const char *in_folder(const Folder *f, const char *name, char *out,
                             size_t room) {
    snprintf(out, room, "%s/%s", f->path, name);
    return out;
}

static void add_file(Folder *f, const char *name, const char *bytes, size_t n) {
    char path[300];
    if (!name[0] || name[0] == '.' || f->n == FILES_MAX)
        return;
    FILE *out = fopen(in_folder(f, name, path, sizeof path), "wb");
    assert(out);
    fwrite(bytes, 1, n, out);
    fclose(out);
    snprintf(f->names[f->n++], NAME_MAX_BYTES, "%s", name);
}

/* The name behind "%%% ", cleaned. */
static void read_name(const char *s, size_t n, char out[NAME_MAX_BYTES]) {
    size_t k = 0;
    for (size_t i = 0; i < n && k + 1 < NAME_MAX_BYTES; i++) {
        char c = s[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c >= '0' && c <= '9') || c == '.' || c == '-';
        if (plain)
            out[k++] = c;
    }
    out[k] = '\0';
}

static void unpack(Folder *f, const char *s, size_t n) {
    char name[NAME_MAX_BYTES] = "appeal.yaml";
    size_t from = 0;
    for (size_t at = 0; at < n;) {
        const char *end = memchr(s + at, '\n', n - at);
        size_t next = end ? (size_t)(end - s) + 1 : n;
        if (next - at > 4 && memcmp(s + at, "%%% ", 4) == 0) {
            if (at > from)
                add_file(f, name, s + from, at - from);
            read_name(s + at + 4, next - at - 4, name);
            from = next;
        }
        at = next;
    }
    add_file(f, name, s + from, n - from);
}

/* Each in its language, and the own one nowhere but in front. */
static void check_texts(const Appeal *a, const AppealTexts *t, bool clean) {
    for (size_t i = 0; i < t->n; i++) {
        assert(t->v[i].lang[0] && t->v[i].said.n > 0);
        assert(i == 0 || strcmp(t->v[i].lang, a->lang) != 0 || !clean);
        for (size_t k = 0; k < t->v[i].said.n; k++)
            check_text(t->v[i].said.v[k], clean);
        assert(!clean || appeal_text(t, t->v[i].lang) == &t->v[i]);
    }
    assert((appeal_text(t, "ug") != NULL) == (t->n > 0));
}

static void check_appeal(const Appeal *a, bool ok) {
    for (int i = 0; i < APPEAL_PARTS; i++)
        check_texts(a, &a->parts[i], ok);
    for (size_t i = 0; i < a->npersons; i++) {
        check_texts(a, &a->persons[i].names, ok);
        check_texts(a, &a->persons[i].pronouns, ok);
        assert(!ok || a->persons[i].names.n > 0);
    }
    for (size_t i = 0; i < a->ntargets; i++) {
        const AppealTarget *t = &a->targets[i];
        check_texts(a, &t->note, ok);
        check_form(&t->contact->base, ok);
        assert(appeal_target(a, t->id, strlen(t->id)) == t);
    }
    for (size_t i = 0; i < a->nletters; i++)
        assert(a->letters[i].lang[0] &&
               appeal_file(a->letters, a->nletters, a->letters[i].lang));
    Text title = appeal_say(&a->parts[APPEAL_TITLE], "en");
    size_t at = 0, n = 0;
    if (ok && appeal_avoided(a, title.s, title.n, &at, &n) != SIZE_MAX)
        assert(at + n <= title.n);
    assert(!ok || (title.n > 0 && a->npersons > 0 && a->nletters > 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    const char *tmp = getenv("TMPDIR");
    Folder f = {.n = 0};
    char path[300];
    setenv("ENVOI_DATA", "/nowhere", 1);
    snprintf(f.path, sizeof f.path, "%s/envoi-appeal.XXXXXX",
             tmp ? tmp : "/tmp");
    if (!mkdtemp(f.path))
        abort();
    unpack(&f, (const char *)data, n);
    Arena *a = arena_new();
    Diag *diag = diag_new();
    Appeal appeal;
    bool ok = appealfile_load(a, NULL, f.path, diag, &appeal);
    assert(ok == (diag_count(diag, DIAG_ERROR) == 0));
    check_appeal(&appeal, ok);
    diag_free(diag);
    arena_free(a);
    for (size_t i = 0; i < f.n; i++)
        unlink(in_folder(&f, f.names[i], path, sizeof path));
    rmdir(f.path);
    return 0;
}
