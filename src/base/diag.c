#include "base/diag.h"

#include "base/buf.h"
#include "base/limits.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Everything a message needs to be printed: the source it speaks of dies with
 * its job. */
typedef struct Message {
    DiagLevel level;
    const char *file; /* of the place, or the file as a whole; NULL: the run */
    bool placed;
    size_t off;
    const char *where; /* "14:3", of a sheet "Sheet1!C14" */
    const char *text;
    const char *cure;    /* NULL: of its own */
    const char *excerpt; /* the source line, underlined; "" for none */
    size_t order;
} Message;

typedef struct FileId {
    unsigned long long device, number;
} FileId;

struct Diag {
    Arena *arena;
    VEC(Message) messages;
    VEC(FileId) inputs;
    size_t counts[DIAG_SYSTEM + 1]; /* by level; past LIMIT_DIAGS not kept */
    const char *subject;
    Span about;                    /* the record; src NULL: none */
    DiagTaker *taker;              /* or NULL */
    size_t taken[DIAG_SYSTEM + 1]; /* of the counts, by it */
    bool strict, mute;
};

Diag *diag_new(void) {
    Diag *d = malloc(sizeof *d);
    if (!d)
        oom();
    *d = (Diag){.arena = arena_new()};
    return d;
}

void diag_free(Diag *d) {
    if (!d)
        return;
    arena_free(d->arena);
    free(d);
}

bool diag_has_read(const Diag *d, unsigned long long device,
                   unsigned long long number) {
    for (size_t i = 0; i < d->inputs.n; i++)
        if (d->inputs.v[i].device == device && d->inputs.v[i].number == number)
            return true;
    return false;
}

void diag_read(Diag *d, unsigned long long device, unsigned long long number) {
    if (!diag_has_read(d, device, number))
        vec_push(d->arena, &d->inputs, ((FileId){device, number}));
}

void diag_strict(Diag *d) {
    d->strict = true;
}

void diag_subject(Diag *d, const char *subject) {
    d->subject = subject;
}

Span diag_about(Diag *d, Span record) {
    Span before = d->about;
    d->about = record;
    return before;
}

void diag_divert(Diag *d, DiagTaker *taker) {
    d->taker = taker;
    for (int l = DIAG_NOTE; l <= DIAG_SYSTEM; l++) {
        d->counts[l] -= d->taken[l];
        d->taken[l] = 0;
    }
}

size_t diag_taken(const Diag *d) {
    return d->taken[DIAG_WARNING] + d->taken[DIAG_ERROR];
}

void diag_mute(Diag *d) {
    d->mute = true;
}

static bool same_string(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_same(const Message *o, const Message *m) {
    if (m->cure)
        return same_string(o->cure, m->cure) && o->level == m->level;
    return o->placed == m->placed && o->off == m->off &&
           same_string(o->file, m->file) && strcmp(o->text, m->text) == 0;
}

/* The kept message that `m` would repeat, or NULL. */
static Message *known(const Diag *d, const Message *m) {
    for (size_t i = 0; i < d->messages.n; i++)
        if (is_same(&d->messages.v[i], m))
            return &d->messages.v[i];
    return NULL;
}

/* The line the span starts in, under it a caret and tildes. Columns are
 * characters; wide ones may shift the underline on a terminal, so a line with
 * anything but ASCII before or in the span gets no underline. */
static void excerpt(Buf *out, Span where, size_t line) {
    const Source *src = where.src;
    size_t from = where.off, to = where.off;
    if (src->places)
        return; /* whoever has the sheet before him sees the cell */
    while (from > 0 && src->bytes[from - 1] != '\n')
        from--;
    while (to < src->n && src->bytes[to] != '\n' && src->bytes[to] != '\r')
        to++;
    if (from == 0 && to >= 3 && memcmp(src->bytes, "\xEF\xBB\xBF", 3) == 0)
        from = 3;
    size_t shown = to - from;
    if (shown > 160 || shown == 0 || from > where.off)
        return; /* a base64 blob, or nothing, helps nobody */
    for (size_t i = from; i < to; i++)
        if ((unsigned char)src->bytes[i] < 0x20 && src->bytes[i] != '\t')
            return;
    size_t start = out->n;
    buf_printf(out, "%5zu", line);
    size_t gutter = out->n - start;
    buf_printf(out, " | %.*s\n", (int)shown, src->bytes + from);
    size_t end = where.off + where.n < to ? where.off + where.n : to;
    for (size_t i = from; i < end; i++)
        if ((unsigned char)src->bytes[i] >= 0x80)
            return;
    buf_printf(out, "%*s | ", (int)gutter, "");
    for (size_t i = from; i < where.off; i++)
        buf_putc(out, src->bytes[i] == '\t' ? '\t' : ' ');
    buf_putc(out, '^');
    for (size_t i = where.off + 1; i < end; i++)
        buf_putc(out, '~');
    buf_putc(out, '\n');
}

/* `m` with copies of all that it speaks of. */
static Message copied(Diag *d, Message m, Span where) {
    m.text = arena_strdup(d->arena, m.text);
    m.file = m.file ? arena_strdup(d->arena, m.file) : NULL;
    m.cure = m.cure ? arena_strdup(d->arena, m.cure) : NULL;
    m.excerpt = "";
    if (m.placed) {
        Buf shown = {0};
        size_t line, col;
        source_place(where.src, where.off, &line, &col);
        m.where = source_where(d->arena, where.src, where.off);
        excerpt(&shown, where, line);
        m.excerpt = arena_strndup(d->arena, shown.s ? shown.s : "", shown.n);
        buf_free(&shown);
    }
    return m;
}

static DiagLevel effective(const Diag *d, DiagLevel level) {
    return level == DIAG_WARNING && d->strict ? DIAG_ERROR : level;
}

/* The limit is one of each level: a thousand warnings must not hide the error
 * behind them, nor a thousand errors that the disk is full. */
static void add(Diag *d, Message m, Span where, const char *fmt, va_list args) {
    Buf text = {0};
    if (d->mute) {
        d->counts[m.level]++;
        return;
    }
    if (d->subject)
        buf_printf(&text, "%s: ", d->subject);
    buf_vprintf(&text, fmt, args);
    m.text = text.s ? text.s : "";
    if (d->taker && d->about.src && effective(d, m.level) == DIAG_ERROR) {
        d->taker->take(d->taker, d->about, where, m.cure, m.text);
        d->counts[m.level]++;
        d->taken[m.level]++;
        buf_free(&text);
        return;
    }
    m.order = d->messages.n;
    Message *before = known(d, &m);
    if (!before) {
        if (d->counts[m.level]++ < LIMIT_DIAGS)
            vec_push(d->arena, &d->messages, copied(d, m, where));
    } else if (m.placed && !before->placed) {
        *before = copied(d, m, where); /* with a place it says more */
    }
    buf_free(&text);
}

/* Where messages about a source stand among each other: by cell in a sheet. */
static size_t order_of(Span where) {
    size_t row, col;
    if (!where.src || !where.src->places)
        return where.off;
    source_place(where.src, where.off, &row, &col);
    return row << 16 | col;
}

static Message at_place(DiagLevel level, Span where) {
    return (Message){.level = level,
                     .file = where.src ? where.src->name : NULL,
                     .placed = where.src != NULL,
                     .off = order_of(where)};
}

void diag_at(Diag *d, DiagLevel level, Span where, const char *fmt, ...) {
    va_list args;
    va_start(args, fmt);
    add(d, at_place(level, where), where, fmt, args);
    va_end(args);
}

void diag_cure(Diag *d, DiagLevel level, Span where, const char *cure,
               const char *fmt, ...) {
    va_list args;
    va_start(args, fmt);
    Message m = at_place(level, where);
    m.cure = cure;
    add(d, m, where, fmt, args);
    va_end(args);
}

void diag_file(Diag *d, DiagLevel level, const char *file, const char *fmt,
               ...) {
    va_list args;
    va_start(args, fmt);
    add(d, (Message){.level = level, .file = file}, (Span){0}, fmt, args);
    va_end(args);
}

int diag_exit_status(const Diag *d) {
    if (d->counts[DIAG_SYSTEM])
        return 3;
    if (d->counts[DIAG_USAGE])
        return 2;
    bool error =
        d->counts[DIAG_ERROR] || (d->strict && d->counts[DIAG_WARNING]);
    return error ? 1 : 0;
}

size_t diag_count(const Diag *d, DiagLevel level) {
    size_t n = 0;
    for (int l = DIAG_NOTE; l <= DIAG_SYSTEM; l++)
        if (effective(d, (DiagLevel)l) >= level)
            n += d->counts[l];
    return n;
}

static int by_place(const void *x, const void *y) {
    const Message *a = x, *b = y;
    if (a->placed != b->placed)
        return a->placed ? -1 : 1;
    if (a->placed) {
        int c = strcmp(a->file, b->file);
        if (c)
            return c;
        if (a->off != b->off)
            return a->off < b->off ? -1 : 1;
    }
    return a->order < b->order ? -1 : a->order > b->order;
}

static const char *const level_names[] = {"note", "warning", "error", "error",
                                          "error"};
static const char *const level_colors[] = {
    "\033[1;36m", "\033[1;35m", "\033[1;31m", "\033[1;31m", "\033[1;31m"};

static void print(const Diag *d, const Message *m, FILE *f, bool color) {
    DiagLevel level = effective(d, m->level);
    fputs(m->file ? m->file : "envoi", f);
    if (m->placed)
        fprintf(f, ":%s", m->where);
    fprintf(f, ": %s%s:%s %s\n%s", color ? level_colors[level] : "",
            level_names[level], color ? "\033[0m" : "", m->text, m->excerpt);
}

void diag_print(const Diag *d, FILE *f, bool color) {
    size_t n = d->messages.n;
    if (n == 0)
        return;
    Message *sorted = malloc(n * sizeof *sorted);
    if (!sorted)
        oom();
    memcpy(sorted, d->messages.v, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, by_place);
    for (size_t i = 0; i < n; i++)
        print(d, &sorted[i], f, color);
    size_t dropped = diag_count(d, DIAG_NOTE) - n;
    if (dropped)
        fprintf(f, "envoi: note: %zu more messages like these\n", dropped);
    free(sorted);
}

/* Optimal string alignment distance, at most `limit` + 1. Words are short. */
static size_t distance(const char *a, size_t n, const char *b, size_t m) {
    size_t d[34][34];
    for (size_t i = 0; i <= n; i++)
        d[i][0] = i;
    for (size_t j = 0; j <= m; j++)
        d[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        for (size_t j = 1; j <= m; j++) {
            size_t best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (d[i - 1][j] + 1 < best)
                best = d[i - 1][j] + 1;
            if (d[i][j - 1] + 1 < best)
                best = d[i][j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
                a[i - 2] == b[j - 1] && d[i - 2][j - 2] + 1 < best)
                best = d[i - 2][j - 2] + 1;
            d[i][j] = best;
        }
    }
    return d[n][m];
}

const char *diag_did_you_mean(const char *word, size_t n,
                              const char *const *candidates, size_t count) {
    return diag_nearest(word, n, candidates, count, n / 3 + 1);
}

const char *diag_nearest(const char *word, size_t n,
                         const char *const *candidates, size_t count,
                         size_t most) {
    const char *best = NULL;
    size_t best_distance = most;
    if (n > 32)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t m = strlen(candidates[i]);
        if (m > 32)
            continue;
        size_t dist = distance(word, n, candidates[i], m);
        if (dist < best_distance || (dist == best_distance && !best)) {
            best = candidates[i];
            best_distance = dist;
        }
    }
    return best;
}
