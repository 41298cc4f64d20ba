#include "job/packletters.h"

#include "input/contactfields.h"

#include <string.h>

typedef struct Reading {
    Session *session;
    Arena *arena;
    const Appeal *appeal;
    Diag *diag;
    PackLetters *out;
} Reading;

static const char *all_langs(const Reading *r) {
    const char *all = "";
    for (size_t i = 0; i < r->appeal->nletters; i++)
        all = arena_printf(r->arena, "%s%s%s", all, i ? ", " : "",
                           r->appeal->letters[i].lang);
    return all;
}

static bool add_letter(Reading *r, const AppealFile *file) {
    PackLetters *out = r->out;
    for (size_t i = 0; i < out->n; i++)
        if (strcmp(out->v[i].path, file->path) == 0)
            return true;
    ReadLetter *read = &out->v[out->n++];
    *read = (ReadLetter){.path = file->path};
    bool ok = letter_read(r->session, r->arena, file->path, r->diag, read);
    if (!ok)
        out->n--;
    return ok;
}

static bool add_lang(Reading *r, const char *lang, size_t n) {
    const Appeal *a = r->appeal;
    const char *tag = language_tag(r->arena, (Text){lang, n, {0}});
    const AppealFile *f =
        tag ? appeal_file(a->letters, a->nletters, tag) : NULL;
    if (f)
        return add_letter(r, f);
    diag_file(r->diag, DIAG_USAGE, NULL,
              "--lang: %s has no letter.%.*s.md; it has letters in %s",
              a->folder, (int)n, lang, all_langs(r));
    return false;
}

static bool add_langs(Reading *r, const char *list) {
    bool ok = true, any = false;
    while (*list) {
        list += strspn(list, ", ");
        size_t n = strcspn(list, ", ");
        any = any || n > 0;
        ok = (n == 0 || add_lang(r, list, n)) && ok;
        list += n;
    }
    if (!any)
        diag_file(r->diag, DIAG_USAGE, NULL,
                  "--lang names no language; %s has letters in %s",
                  r->appeal->folder, all_langs(r));
    return ok && any;
}

/* What is not printed though it is there. */
static void tell_others(Reading *r) {
    const char *others = "";
    const Appeal *a = r->appeal;
    for (size_t i = 1; i < a->nletters; i++)
        others = arena_printf(r->arena, "%s%s%s", others, i > 1 ? ", " : "",
                              a->letters[i].lang);
    if (a->nletters > 1)
        diag_file(r->diag, DIAG_NOTE, NULL,
                  "letters in %s; %s has them in %s too: --lang %s,%s",
                  a->letters[0].lang, a->folder, others, a->letters[0].lang,
                  a->letters[1].lang);
}

bool packletters_read(Session *s, Arena *a, const Appeal *appeal,
                      const char *wanted, bool tell, Diag *diag,
                      PackLetters *out) {
    Reading r = {s, a, appeal, diag, out};
    *out = (PackLetters){.v = ARENA_ARRAY(a, ReadLetter, appeal->nletters)};
    if (wanted)
        return add_langs(&r, wanted);
    if (tell)
        tell_others(&r);
    return add_letter(&r, &appeal->letters[0]);
}
