#include "job/runlists.h"

#include "base/buf.h"
#include "base/csvwrite.h"
#include "job/envelope.h"
#include "job/labels.h"

#include <string.h>

static void begin_field(Buf *row) {
    if (row->n > 0)
        buf_puts(row, ",");
}

static void put_number(Buf *row, size_t n) {
    begin_field(row);
    buf_printf(row, "%zu", n);
}

static bool is_computed(const char *s) {
    return *s && strchr("=+-@\t\r", *s) != NULL;
}

static void put_text(Buf *row, const char *s) {
    Buf text = {0};
    buf_printf(&text, "%s%s", is_computed(s) ? "'" : "", s);
    begin_field(row);
    csvwrite_field(row, text.s, text.n);
    buf_free(&text);
}

static bool has_places(const RunKind *k) {
    return k->is == RUN_LABELS ||
           (k->is == RUN_ENVELOPES && envelopes_a_sheet(k->print.source) > 1);
}

static void put_header(const RunLists *r, Buf *row) {
    buf_puts(row, "\xEF\xBB\xBFnumber,sender,target,language");
    for (size_t k = 0; k < r->nkinds; k++) {
        const RunKind *kind = &r->kinds[k];
        const char *name = kind->print.name;
        if (kind->is == RUN_ONCE)
            continue;
        buf_printf(row, ",%s,%s_first,%s_last", name, name, name);
        if (has_places(kind))
            buf_printf(row, ",%s_place", name);
    }
    buf_puts(row, "\r\n");
}

/* One letter: item `i` in language `letter`. */
typedef struct Row {
    const RunLists *lists;
    const PrintSet *set;
    size_t i, letter;
    uint32_t number;
} Row;

/* Where kind `k` has it; false: it has none. */
static bool find_place(const Row *r, size_t k, PrintPlace *out, size_t *place) {
    const RunKind *kind = &r->lists->kinds[k];
    size_t item = 0;
    *place = 0;
    switch (kind->is) {
    case RUN_LETTERS:
        item = r->i * r->lists->nletters + r->letter;
        break;
    case RUN_ENVELOPES:
        item = envelopes_at(kind->print.source, r->i, place);
        break;
    case RUN_LABELS:
        item = labels_at(kind->print.source, r->i, place);
        break;
    case RUN_SHEETS:
        return printset_pack(r->set, k, r->number, out);
    case RUN_ONCE:
        return false;
    }
    *out = printset_place(r->set, k, item);
    return true;
}

static void put_places(const Row *r, Buf *row) {
    for (size_t k = 0; k < r->lists->nkinds; k++) {
        PrintPlace p;
        size_t place;
        if (r->lists->kinds[k].is == RUN_ONCE)
            continue;
        bool found = find_place(r, k, &p, &place);
        if (found) {
            put_text(row, printset_file(r->set, p.file)->name);
            put_number(row, p.first);
            put_number(row, p.last);
        } else {
            buf_puts(row, ",,,");
        }
        if (has_places(&r->lists->kinds[k]))
            put_number(row, place + 1);
    }
}

static void put_row(const Row *r, const MailingItem *item, Arena *a, Buf *row) {
    bool named = item->from && !r->lists->no_sender;
    put_number(row, item->number);
    put_text(row, named ? contact_label(a, item->from) : "");
    put_text(row, item->to ? contact_label(a, item->to) : "");
    put_text(row, r->lists->nletters ? r->lists->letters[r->letter].lang : "");
    put_places(r, row);
    buf_puts(row, "\r\n");
}

bool manifest_write(const RunLists *r, PrintSet *set, Diag *diag) {
    Arena *a = arena_new();
    Buf row = {0};
    FsOut *out =
        printset_text(set, runlists_name(r, a, "manifest", ".csv"), diag);
    size_t rows = r->nletters ? r->nletters : 1;
    if (out) {
        put_header(r, &row);
        fs_out_write(out, row.s, row.n);
    }
    for (size_t i = 0; out && i < mailing_count(r->mailing); i++) {
        MailingItem item;
        arena_reset(a);
        mailing_get(r->mailing, i, a, &item);
        for (size_t k = 0; k < rows; k++) {
            Row at = {r, set, i, k, item.number};
            row.n = 0;
            put_row(&at, &item, a, &row);
            fs_out_write(out, row.s, row.n);
        }
    }
    buf_free(&row);
    arena_free(a);
    return out != NULL;
}
