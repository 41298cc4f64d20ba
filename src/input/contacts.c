#include "input/contacts.h"

#include "base/fs.h"
#include "base/limits.h"
#include "input/contactcsv.h"
#include "input/contactjson.h"
#include "input/contactuse.h"
#include "input/contactvcard.h"
#include "input/contactyaml.h"
#include "input/listfile.h"

#include <string.h>

/* A byte order mark inside the file is what joining two files leaves; nobody
 * sees it, and "name" with one in front is not "name". */
static void find_inner_marks(Arena *a, const Source *src, TextFaults *out) {
    static const char bom[] = "\xEF\xBB\xBF";
    size_t at = src->n >= 3 && memcmp(src->bytes, bom, 3) == 0 ? 3 : 0;
    while (at < src->n && !out->more) {
        const char *hit = memmem(src->bytes + at, src->n - at, bom, 3);
        if (!hit)
            return;
        at = (size_t)(hit - src->bytes);
        textfaults_add(a, out, at, 3,
                       "an invisible byte order mark (U+FEFF) inside the file; "
                       "remove it");
        at += 3;
    }
}

static void refuse_inner_marks(Arena *a, const Source *src, Diag *diag) {
    TextFaults marks = {0};
    find_inner_marks(a, src, &marks);
    textfaults_tell_rest(&marks, src, diag);
}

static void check_all(Arena *a, Contacts *all, Diag *diag) {
    CountryIndex *countries = countryindex_new(a);
    for (size_t i = 0; i < all->n; i++) {
        diag_about(diag, all->v[i].span);
        contact_check_of(&all->v[i], countries, diag);
    }
    diag_about(diag, (Span){0});
}

/* ---- YAML ---- */

/* All records of a list as contacts. */
static void get_all(Arena *a, const ContactRows *rows, Contacts *out) {
    *out = (Contacts){.n = contactrows_count(rows)};
    out->v = ARENA_ARRAY(a, Contact, out->n);
    for (size_t i = 0; i < out->n; i++)
        contactrows_get(rows, i, a, &out->v[i]);
}

static bool parse_yaml(Arena *a, const Source *src, bool used, Diag *diag,
                       ContactList *out) {
    size_t before = diag_count(diag, DIAG_ERROR);
    ContactUses uses = {0};
    *out = (ContactList){0};
    refuse_inner_marks(a, src, diag);
    out->rows = contactyaml_load(a, src, used, diag, &uses);
    if (!out->rows)
        return false;
    out->n = contactrows_count(out->rows);
    if (out->rows->shares) {
        get_all(a, out->rows, &out->all);
        contactuse_fill(a, &uses, out->all.v, diag);
        contacts_share(a, &out->all, diag);
        check_all(a, &out->all, diag);
    }
    return diag_count(diag, DIAG_ERROR) == before;
}

bool contacts_parse_yaml(Arena *a, const Source *src, Diag *diag,
                         Contacts *out) {
    ContactList list;
    bool ok = parse_yaml(a, src, false, diag, &list);
    *out = list.all;
    if (!list.all.v && list.rows)
        get_all(a, list.rows, out);
    contactlist_close(&list);
    return ok;
}

/* ---- CSV ---- */

static void share(Arena *a, Contacts *all, Diag *diag) {
    contacts_share(a, all, diag);
    check_all(a, all, diag);
}

bool contacts_parse_csv(Arena *a, const Source *src, Diag *diag,
                        Contacts *out) {
    size_t before = diag_count(diag, DIAG_ERROR);
    char delimiter;
    refuse_inner_marks(a, src, diag);
    ContactRows *rows = contactcsv_load(a, src, NULL, NULL, diag, &delimiter);
    get_all(a, rows, out);
    if (rows->shares)
        share(a, out, diag);
    contactrows_close(rows);
    return diag_count(diag, DIAG_ERROR) == before;
}

/* What was found out about a file that is not plain UTF-8, or has no commas;
 * `delimiter` is '\0' of what has no fields. */
static void report(const ListFile *file, char delimiter, Diag *diag) {
    const char *fields = delimiter == ';'    ? "semicolons"
                         : delimiter == '\t' ? "tabs"
                                             : "commas";
    if (!delimiter && file->as)
        diag_file(diag, DIAG_NOTE, file->src->name, "read as %s", file->as);
    else if (delimiter && (file->as || delimiter != ','))
        diag_file(diag, DIAG_NOTE, file->src->name,
                  "read as %s, fields separated by %s",
                  file->as ? file->as : "UTF-8", fields);
}

/* ---- any ---- */

static ContactRows *load_rows(Arena *a, ListFile *file, Diag *diag) {
    char delimiter = '\0';
    TextFaults *faults = ARENA_NEW(a, TextFaults);
    *faults = file->faults;
    ContactRows *rows =
        file->format == LIST_JSON
            ? contactjson_load(a, file->src, file->columns, faults, diag)
        : file->format == LIST_VCARD
            ? contactvcard_load(a, file->src, faults, diag)
            : contactcsv_load(a, file->src, file->columns, faults, diag,
                              &delimiter);
    textfaults_tell_rest(faults, file->src, diag);
    report(file, delimiter, diag);
    return rows;
}

/* `clean`: nothing was wrong with the file so far. */
static bool read_file(Arena *a, ListFile *file, bool clean, bool used,
                      Diag *diag, ContactList *out) {
    size_t before = diag_count(diag, DIAG_ERROR);
    *out = (ContactList){0};
    if (file->src && file->format == LIST_YAML) {
        textfaults_tell_rest(&file->faults, file->src, diag);
        clean = clean && diag_count(diag, DIAG_ERROR) == before;
    }
    /* What else is wrong with a list can be told all the same. */
    if (!file->src || (!clean && file->format == LIST_YAML))
        return false;
    if (file->format == LIST_YAML)
        return parse_yaml(a, file->src, used, diag, out);
    find_inner_marks(a, file->src, &file->faults);
    out->rows = load_rows(a, file, diag);
    out->n = contactrows_count(out->rows);
    if (out->rows->shares) {
        get_all(a, out->rows, &out->all);
        share(a, &out->all, diag);
    }
    return clean && diag_count(diag, DIAG_ERROR) == before;
}

static bool load(Arena *a, const ListReading *how, const char *path, bool used,
                 Diag *diag, ContactList *out) {
    ListFile file;
    bool clean = listfile_load(a, how, path, diag, &file);
    return read_file(a, &file, clean, used, diag, out);
}

bool contactlist_parse(Arena *a, const ListReading *how, const char *name,
                       const char *bytes, size_t n, Diag *diag,
                       ContactList *out) {
    ListFile file;
    bool clean = listfile_parse(a, how, name, NULL, bytes, n, diag, &file);
    return read_file(a, &file, clean, false, diag, out);
}

bool contactlist_load(Arena *a, const ListReading *how, const char *path,
                      Diag *diag, ContactList *out) {
    return load(a, how, path, false, diag, out);
}

static bool load_all(Arena *a, const ListReading *how, const char *path,
                     bool used, Diag *diag, Contacts *out) {
    ContactList list;
    bool ok = load(a, how, path, used, diag, &list);
    *out = list.all;
    if (!list.all.v && list.rows)
        get_all(a, list.rows, out);
    contactlist_close(&list);
    return ok;
}

bool contacts_load(Arena *a, const ListReading *how, const char *path,
                   Diag *diag, Contacts *out) {
    return load_all(a, how, path, false, diag, out);
}

bool contacts_load_used(Arena *a, const char *path, Diag *diag, Contacts *out) {
    return load_all(a, NULL, path, true, diag, out);
}

void contactlist_close(ContactList *l) {
    contactrows_close(l->rows);
}

const Contact *contactlist_get(const ContactList *l, size_t i, Arena *a) {
    if (l->all.v)
        return &l->all.v[i];
    Contact *c = ARENA_NEW(a, Contact);
    contactrows_get(l->rows, i, a, c);
    return c;
}
