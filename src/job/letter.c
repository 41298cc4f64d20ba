#include "job/letter.h"

#include "job/letters.h"

/* One letter file with the lists it is written to and from. */
typedef struct LetterFile {
    ReadLetter read;
    ContactList to, from;
} LetterFile;

/* Every sender times every addressee, a missing one counting as one. */
static const Mailing *load_file(Session *s, Arena *a, const LetterJob *job,
                                const char *path, Diag *diag, LetterFile *out) {
    if (!letter_read(s, a, path, diag, &out->read) && !out->read.letter)
        return NULL;
    size_t before = diag_count(diag, DIAG_ERROR);
    bool ok =
        letter_records(s, a, &out->read, LETTER_TO, job->to, diag, &out->to);
    if (!letter_wants_pen(&out->read, job->from))
        ok = letter_records(s, a, &out->read, LETTER_FROM, job->from, diag,
                            &out->from) &&
             ok;
    MailingOptions options = {.to = {.list = &out->to},
                              .from = {.list = &out->from}};
    return ok && diag_count(diag, DIAG_ERROR) == before
               ? mailing_open(a, &options, diag)
               : NULL;
}

/* What is wrong with the other files is told even if one is wrong. */
bool letter_run(Session *s, const LetterJob *job, Diag *diag) {
    Arena *a = arena_new();
    LetterFile *files = ARENA_ARRAY(a, LetterFile, job->nletters);
    PageSource *letters = NULL;
    bool ok = true;
    for (size_t i = 0; i < job->nletters; i++) {
        size_t before = diag_count(diag, DIAG_ERROR);
        const Mailing *m =
            load_file(s, a, job, job->letters[i], diag, &files[i]);
        if (!m || diag_count(diag, DIAG_ERROR) > before) {
            ok = false;
            continue;
        }
        LettersOptions options = {
            .letters = &files[i].read,
            .nletters = 1,
            .layout = job->layout,
            .origin = job->origin,
            .outside_return = job->policy,
            .group = job->group,
            .pen = letter_wants_pen(&files[i].read, job->from),
            .dump = job->out.dump,
            .text = job->out.text};
        if (letters)
            letters_add(letters, &options, m);
        else
            letters = letters_open(s, &options, m, diag);
    }
    JobOutput none = {.dump = job->out.dump, .text = job->out.text};
    ok = letters && print_pages(letters, ok ? &job->out : &none, diag) && ok;
    letters_close(letters);
    for (size_t i = 0; i < job->nletters; i++) {
        contactlist_close(&files[i].to);
        contactlist_close(&files[i].from);
    }
    arena_free(a);
    return ok;
}
