#include "job/listsort.h"

#include <stdlib.h>
#include <string.h>

#include "job/listfield.h"
#include "model/address_cn.h"
#include "model/collation.h"
#include "model/country.h"

/* One field of --sort. */
typedef struct SortKey {
    ListField field;
    bool descending;
} SortKey;

/* What memcmp orders a record by. */
typedef struct SortRecord {
    const char *key;
    size_t n;
    size_t at;    /* index into the list */
    size_t place; /* in the selection, so far */
} SortRecord;

struct ListSort {
    VEC(SortKey) keys;
    const char *origin;
    Collation *collation;
};

/* ---- reading ---- */

/* The one language that all records which say one have; "" else. */
static const char *common_lang(Arena *a, const ContactList *list) {
    Arena *scratch = arena_new();
    const char *lang = "";
    for (size_t i = 0; i < list->n; i++) {
        Text t = contactlist_get(list, i, scratch)->base.fields[CONTACT_LANG];
        if (t.n > 0 && lang[0] && !text_equal(t, lang)) {
            lang = "";
            break;
        }
        if (t.n > 0 && !lang[0])
            lang = arena_strndup(a, t.s, t.n);
        arena_reset(scratch);
    }
    arena_free(scratch);
    return lang;
}

/* All names of --sort are in one language form: `name:zh` says which. */
static const char *form_lang(const ListSort *s) {
    for (size_t i = 0; i < s->keys.n; i++)
        if (s->keys.v[i].field.key.lang[0])
            return s->keys.v[i].field.key.lang;
    return "";
}

static const char *find_lang(Arena *a, const ListSort *s,
                             const ContactList *list,
                             const SelectOptions *opt) {
    const char *lang = opt->lang ? opt->lang : form_lang(s);
    if (!lang[0])
        lang = common_lang(a, list);
    return !lang[0] && s->origin[0] ? country_lang(a, s->origin) : lang;
}

static bool read_key(Arena *a, ListSort *s, Text part, const ContactList *list,
                     Diag *diag) {
    SortKey key = {0};
    part = text_trim(part);
    if (part.n > 0 && part.s[0] == '-') {
        key.descending = true;
        part = text_trim(text_slice(part, 1, part.n - 1));
    }
    if (part.n == 0) {
        diag_at(diag, DIAG_USAGE, part.span,
                "here a field is missing, as in: country,-postcode,name");
        return false;
    }
    if (!listfield_find(a, part, list, diag, &key.field))
        return false;
    vec_push(a, &s->keys, key);
    return true;
}

ListSort *listsort_open(Arena *a, const ContactList *list,
                        const SelectOptions *opt, Diag *diag) {
    ListSort *s = ARENA_NEW(a, ListSort);
    const Source *src = source_from(a, "--sort", opt->sort, strlen(opt->sort));
    bool ok = source_check(src, diag);
    for (size_t at = 0; ok && at <= src->n;) {
        size_t n = strcspn(src->bytes + at, ",");
        ok = read_key(a, s, text_of_span((Span){src, at, n}), list, diag);
        at += n + 1;
    }
    if (!ok)
        return NULL;
    s->origin = opt->origin ? opt->origin : "";
    s->collation = collation_open(find_lang(a, s, list, opt));
    return s;
}

void listsort_close(ListSort *s) {
    if (s)
        collation_close(s->collation);
}

/* ---- keys ---- */

/* Runs of digits as numbers: how many, then they; letters as capitals; nothing
 * else counts. */
static void add_postcode(Text t, Buf *out) {
    for (size_t i = 0; i < t.n;) {
        char c = t.s[i];
        size_t n = 0;
        while (i + n < t.n && t.s[i + n] >= '0' && t.s[i + n] <= '9')
            n++;
        if (n > 0) {
            size_t zeros = strspn(t.s + i, "0");
            zeros = zeros < n ? zeros : n - 1;
            buf_putc(out, (char)(n - zeros < 40 ? 1 + n - zeros : 41));
            buf_add(out, t.s + i + zeros, n - zeros);
            i += n;
            continue;
        }
        if (c >= 'a' && c <= 'z')
            c = (char)(c - 'a' + 'A');
        if ((c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80)
            buf_putc(out, c);
        i++;
    }
    buf_putc(out, '\0');
}

/* The code of the field, else one that stands in Chinese lines. */
static bool find_postcode(const Contact *c, TextList values, Arena *a,
                          Text *out) {
    CnPostcode found;
    if (values.n > 0) {
        *out = values.v[0];
        return true;
    }
    if (strcmp(c->country, "CN") != 0)
        return false;
    for (size_t f = 0; f <= c->nforms; f++) {
        const ContactForm *form = f == 0 ? &c->base : &c->forms[f - 1];
        const TextList *lists[] = {&form->lines, &form->address};
        for (size_t l = 0; l < 2; l++)
            for (size_t i = 0; i < lists[l]->n; i++)
                if (cn_postcode_find(lists[l]->v[i], &found)) {
                    *out = text_literal(arena_strdup(a, found.digits));
                    return true;
                }
    }
    return false;
}

/* One field of one record; false if it has none. */
static bool add_field(const ListSort *s, const SortKey *key, const Contact *c,
                      Arena *a, Buf *out) {
    const FieldKey *f = &key->field.key;
    TextList values = listfield_values(&key->field, c, a);
    bool simple = f->kind == FIELD_SIMPLE;
    Text code;
    if (simple && f->field == CONTACT_POSTCODE) {
        if (!find_postcode(c, values, a, &code))
            return false;
        const char *country = c->country[0] ? c->country : s->origin;
        buf_puts(out, strcmp(country, s->origin) == 0 ? "" : country);
        buf_putc(out, '\0');
        add_postcode(code, out);
        return true;
    }
    if (simple && f->field == CONTACT_COUNTRY && c->country[0]) {
        buf_add(out, c->country, 3);
        return true;
    }
    if (values.n > 0)
        collation_key(s->collation, values.v[0], out);
    return values.n > 0;
}

/* All fields, one behind the other: a byte that says whether it is there, and
 * its key, every bit turned over where the order is. */
static void add_keys(const ListSort *s, const Contact *c, Arena *a, Buf *out) {
    for (size_t i = 0; i < s->keys.n; i++) {
        size_t flag = out->n;
        buf_putc(out, 0);
        if (!add_field(s, &s->keys.v[i], c, a, out)) {
            out->s[flag] = 1;
            continue;
        }
        for (size_t k = flag + 1; s->keys.v[i].descending && k < out->n; k++)
            out->s[k] = (char)~out->s[k];
    }
}

static int by_key(const void *x, const void *y) {
    const SortRecord *a = x, *b = y;
    size_t n = a->n < b->n ? a->n : b->n;
    int order = n ? memcmp(a->key, b->key, n) : 0;
    if (order != 0)
        return order;
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

void listsort_apply(ListSort *sort, Selection *s) {
    Arena *a = arena_new(), *scratch = arena_new();
    SortRecord *records = ARENA_ARRAY(a, SortRecord, s->n);
    Buf key = {0};
    for (size_t i = 0; i < s->n; i++) {
        arena_reset(scratch);
        key.n = 0;
        add_keys(sort, selection_get(s, i, scratch), scratch, &key);
        records[i] =
            (SortRecord){arena_strndup(a, key.s, key.n), key.n, s->at[i], i};
    }
    if (s->n > 0)
        qsort(records, s->n, sizeof *records, by_key);
    for (size_t i = 0; i < s->n; i++)
        s->at[i] = records[i].at;
    buf_free(&key);
    arena_free(a);
    arena_free(scratch);
}
