#include "input/letterfile.h"

#include "base/fs.h"
#include "base/limits.h"
#include "input/letterfile_fields.h"
#include "input/letterfile_front.h"
#include "input/markdown.h"
#include "input/markdown_lines.h"

#include <string.h>

#define BOM "\xEF\xBB\xBF"

typedef struct Reader {
    Arena *arena;
    const Source *src;
    Diag *diag;
    Letter *letter;
    bool head; /* there is one */
    bool failed;
} Reader;

static void fail(Reader *r, Span where, const char *message) {
    diag_at(r->diag, DIAG_ERROR, where, "%s", message);
    r->failed = true;
}

/* "---" alone on the line. */
static bool is_fence(Span line) {
    while (line.n > 0 && strchr(" \t", line.src->bytes[line.off + line.n - 1]))
        line.n--;
    return line.n == 3 && memcmp(line.src->bytes + line.off, "---", 3) == 0;
}

/* Hyphens and what a word processor makes of them. */
static size_t skip_dashes(const Source *src, size_t at) {
    static const char *const dashes[] = {"-", "\u2013", "\u2014", "\u2500"};
    size_t i = 0;
    while (i < sizeof dashes / sizeof *dashes) {
        size_t n = strlen(dashes[i]);
        bool here = strncmp(src->bytes + at, dashes[i], n) == 0;
        at += here ? n : 0;
        i = here ? 0 : i + 1;
    }
    return at;
}

/* The next line with something in it, from `at` on. */
static Span text_line(const Source *src, size_t at, size_t *next) {
    Span line = {src, at, 0};
    for (*next = at; *next < src->n && line_is_blank(line);)
        line = line_at(src, *next, next);
    return line;
}

/* "to: list.csv" without a line of --- above it would be printed. */
static void refuse_bare_head(Reader *r, size_t start) {
    const Source *src = r->src;
    size_t next, end;
    size_t at = text_line(src, start, &next).off;
    Span line = text_line(src, skip_dashes(src, at), &next);
    Span second = text_line(src, next, &end);
    if (front_is_field(src, line.off, false) ||
        (front_is_field(src, line.off, true) &&
         front_is_field(src, second.off, true)))
        fail(r, line,
             "the head of a letter stands between two lines of three hyphens, "
             "---; put one above this and one below its last field");
}

/* Read the front matter, if there is one; where the body begins. Blank lines
 * before it are none of the body: behind them it would be a rule and a heading.
 */
static size_t front_matter(Reader *r) {
    const Source *src = r->src;
    size_t start = 0;
    if (src->n >= 3 && memcmp(src->bytes, BOM, 3) == 0)
        start = 3;
    size_t from;
    Span line = text_line(src, start, &from);
    if (!is_fence(line)) {
        refuse_bare_head(r, start);
        return start;
    }
    r->head = true;
    Span open = line;
    for (size_t at = from; at < src->n;) {
        size_t next;
        line = line_at(src, at, &next);
        if (is_fence(line)) {
            if (!front_read(r->arena, src, from, at - from, r->diag, r->letter))
                r->failed = true;
            return next;
        }
        at = next;
    }
    fail(r, open,
         "the fields that begin here are never closed; add a line of --- "
         "behind them");
    return src->n;
}

/* Nobody sees a byte order mark in the text, and cmark skips one. */
static void refuse_inner_marks(Reader *r) {
    for (size_t at = 3; at < r->src->n;) {
        const char *hit = memmem(r->src->bytes + at, r->src->n - at, BOM, 3);
        if (!hit)
            return;
        at = (size_t)(hit - r->src->bytes);
        fail(r, (Span){r->src, at, 3},
             "an invisible byte order mark (U+FEFF) inside the file; remove "
             "it");
        at += 3;
    }
}

static bool check_size(const Source *src, Diag *diag) {
    if (src->n <= LIMIT_LETTER_BYTES)
        return true;
    size_t at = LIMIT_LETTER_BYTES;
    while (at > 0 && (src->bytes[at] & 0xC0) == 0x80)
        at--;
    diag_at(diag, DIAG_ERROR, (Span){src, at, 0},
            "the letter has %zu bytes; at most %zu, which end here, are read",
            src->n, LIMIT_LETTER_BYTES);
    return false;
}

/* A head alone prints an empty letter; nothing at all prints nothing. */
static void check_text(Reader *r, size_t body) {
    const Letter *letter = r->letter;
    if (letter->body.n > 0 || letter->own_words > 0)
        return;
    if (!r->head)
        fail(r, (Span){r->src, 0, 0}, "the file is empty; write the letter");
    else
        diag_at(r->diag, DIAG_WARNING, (Span){r->src, body, 0},
                "there is no text below the head of the letter");
}

/* A list would be printed line by line. */
static bool is_list(const char *name, Diag *diag) {
    static const char *const endings[] = {".csv", ".tsv",   ".yaml", ".yml",
                                          ".vcf", ".vcard", ".json", ".jsonl"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (fs_ends_in(name, endings[i])) {
            diag_file(diag, DIAG_ERROR, name,
                      "is a list by its name; give the letter, and the list "
                      "with --to or --from");
            return true;
        }
    return false;
}

bool letterfile_parse(Arena *a, const Source *src, Diag *diag, Letter *out) {
    *out = (Letter){.source = src};
    if (is_list(src->name, diag) || !check_size(src, diag))
        return false;
    Reader r = {.arena = a, .src = src, .diag = diag, .letter = out};
    refuse_inner_marks(&r);
    size_t body = front_matter(&r);
    bool ok = markdown_parse(a, src, body, diag, out);
    if (ok && !r.failed)
        check_text(&r, body);
    return ok && !r.failed;
}

bool letterfile_load(Arena *a, const char *path, Diag *diag, Letter *out) {
    const Source *src;
    *out = (Letter){0};
    return source_load(a, path, diag, &src) &&
           letterfile_parse(a, src, diag, out);
}

void letterfile_inlines(Arena *a, Text value, Diag *diag, Inlines *out) {
    fields_inlines(a, value, diag, out);
}
