#include "job/import.h"

#include "base/fs.h"
#include "base/limits.h"
#include "input/document.h"
#include "job/importbook.h"
#include "job/importoffice.h"
#include "job/importreport.h"

#include <string.h>
#include <strings.h>

typedef struct Importer {
    Arena *a;
    const ImportJob *job;
    Diag *diag;
    Import *in; /* one for each document */
    size_t n;
    ImportBook book;
} Importer;

/* ---- reading ---- */

static bool load(Importer *m, const char *path, Document *out) {
    if (!document_load(m->a, path, m->diag, out))
        return false;
    if (out->n <= LIMIT_IMPORT_LINES)
        return true;
    diag_file(m->diag, DIAG_ERROR, path,
              "it has %zu lines; an Urgent Action or a letter has a hundred or "
              "two, and more than %d are not searched: save the part that is "
              "meant as a file of its own",
              out->n, LIMIT_IMPORT_LINES);
    return false;
}

static bool read_document(Importer *m, const char *path) {
    Document *doc = ARENA_NEW(m->a, Document);
    Import *in = &m->in[m->n];
    if (!load(m, path, doc))
        return false;
    import_find(m->a, doc, m->job->lang, m->diag, in);
    m->n++;
    if (in->is_action)
        return true;
    diag_file(m->diag, DIAG_ERROR, path,
              "this is no Urgent Action: %s; if it is a letter, \"envoi import "
              "--as letter -o LETTER.md\" makes one of it that you can edit",
              in->not_action);
    return false;
}

static bool read_all(Importer *m) {
    bool ok = true;
    m->in = ARENA_ARRAY(m->a, Import, m->job->n);
    for (size_t i = 0; i < m->job->n; i++)
        ok = read_document(m, m->job->paths[i]) && ok;
    return ok;
}

/* ---- writing ---- */

/* Documents of one number in several languages are one action. */
static bool are_one(const Importer *m) {
    for (size_t i = 1; i < m->n; i++) {
        Text x = m->in[0].fields[IMPORT_NUMBER].text;
        Text y = m->in[i].fields[IMPORT_NUMBER].text;
        if (x.n == 0 || x.n != y.n || memcmp(x.s, y.s, x.n) != 0)
            return false;
        for (size_t k = 0; k < i; k++)
            if (strcmp(m->in[k].lang, m->in[i].lang) == 0)
                return false;
    }
    return true;
}

/* "ua-79-20", else the document's name. */
static const char *own_name(const Importer *m, size_t i) {
    Text number = m->in[i].fields[IMPORT_NUMBER].text;
    const char *path = m->job->paths[i], *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path, *dot = strrchr(base, '.');
    char *s = number.n ? arena_strndup(m->a, number.s, number.n)
                       : arena_strndup(m->a, base,
                                       dot && dot > base ? (size_t)(dot - base)
                                                         : strlen(base));
    for (char *c = s; number.n && *c; c++)
        *c = *c == ' ' || *c == '/'   ? '-'
             : *c >= 'A' && *c <= 'Z' ? (char)(*c + 32)
                                      : *c;
    return s;
}

/* A folder for each of several. An action and its update have one number, so
 * the second is "ua-79-20-2". */
static const char **folders(const Importer *m) {
    const char **out = ARENA_ARRAY(m->a, const char *, m->n);
    for (size_t i = 0; i < m->n; i++) {
        const char *name = own_name(m, i);
        out[i] = fs_join(m->a, m->job->out, name);
        size_t times = 1;
        for (size_t k = 0; k < i; k++)
            if (strcasecmp(out[k], out[i]) == 0) {
                out[i] = fs_join(m->a, m->job->out,
                                 arena_printf(m->a, "%s-%zu", name, ++times));
                k = (size_t)-1; /* that may be taken too */
            }
    }
    return out;
}

static void make_folders(Importer *m, ImportFiles *files) {
    const Import **in = ARENA_ARRAY(m->a, const Import *, m->n);
    for (size_t i = 0; i < m->n; i++)
        in[i] = &m->in[i];
    const char **out = folders(m);
    if (m->n == 1 || are_one(m))
        importfolder_files(m->a, in, m->n, m->job->out, files);
    else
        for (size_t i = 0; i < m->n; i++)
            importfolder_files(m->a, &in[i], 1, out[i], files);
}

static bool write_all(Importer *m) {
    ImportFiles files = {0};
    if (m->job->out)
        make_folders(m, &files);
    bool ok = !m->job->learn ||
              importbook_learn(m->a, &m->book, m->in, m->n, m->diag, &files);
    ok = ok && (files.n == 0 ||
                importfiles_write(m->a, &files, m->job->force, m->diag));
    importfiles_free(&files);
    return ok;
}

/* ---- all ---- */

static void report(const Importer *m, Buf *out) {
    JsonWriter w = {.out = out};
    if (m->job->json && m->n > 1)
        json_open(&w, NULL, '[');
    for (size_t i = 0; i < m->n; i++) {
        if (m->job->json)
            importreport_json(m->a, &m->in[i], &w);
        else if (m->in[i].is_action)
            importreport_text(m->a, &m->in[i], out);
    }
    if (m->job->json && m->n > 1)
        json_close(&w, ']');
}

/* `--as letter`: the first document, whatever it is. */
static bool make_letter(Importer *m, Buf *out) {
    Document doc;
    Import in;
    ImportFiles files = {0};
    Buf text = {0};
    if (m->job->n > 1) {
        diag_file(m->diag, DIAG_USAGE, NULL,
                  "--as letter takes one document; run it for each");
        return false;
    }
    if (!load(m, m->job->paths[0], &doc))
        return false;
    import_find(m->a, &doc, m->job->lang, m->diag, &in);
    bool ok = importoffice(m->a, &doc, in.lang, m->diag, out, &text);
    if (ok && m->job->out && strcmp(m->job->out, "-") == 0) {
        buf_clear(out);
        buf_add(out, text.s, text.n);
    } else if (ok && m->job->out) {
        Buf *file = importfiles_add(m->a, &files, m->job->out);
        buf_add(file, text.s, text.n);
        ok = importfiles_write(m->a, &files, m->job->force, m->diag);
        importfiles_free(&files);
    }
    buf_free(&text);
    return ok;
}

bool import_run(const ImportJob *job, Buf *out, Diag *diag) {
    Importer m = {.a = arena_new(), .job = job, .diag = diag};
    if (job->as_letter) {
        bool made = make_letter(&m, out);
        arena_free(m.a);
        return made;
    }
    if (job->out && strcmp(job->out, "-") == 0) {
        diag_file(diag, DIAG_USAGE, NULL,
                  "-o names the folder of the appeal; several files cannot go "
                  "to standard output");
        arena_free(m.a);
        return false;
    }
    bool ok = importbook_open(m.a, job->book, job->learn, diag, &m.book);
    ok = read_all(&m) && ok;
    for (size_t i = 0; i < m.n; i++)
        importbook_supply(m.a, &m.book, &m.in[i]);
    report(&m, out);
    ok = ok && write_all(&m);
    importbook_close(&m.book);
    arena_free(m.a);
    return ok;
}
