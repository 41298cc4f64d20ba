#include "text/stacks.h"

#include "base/fs.h"
#include "base/limits.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A folder and the package that fills it. */
typedef struct Package {
    const char *name, *folder;
} Package;

/* One statement: its words, carried-on lines included. */
typedef struct Statement {
    VEC(Text) words;
    size_t at; /* next word to read */
} Statement;

typedef struct Reader {
    Arena *a;
    Diag *diag;
    const Source *src;
    size_t pos;
    bool ok;
    Stacks *out;
    VEC(Package) packages;
    VEC(Face *) faces;
    VEC(Marks *) marks;
    VEC(Group *) groups;
    VEC(Language *) languages;
} Reader;

/* Without a span: the file's bytes may be gone when the diag is printed. */
static void wrong(Reader *r, Text word, const char *what) {
    size_t line, column;
    source_place(r->src, word.span.off, &line, &column);
    r->ok = false;
    diag_file(r->diag, DIAG_SYSTEM, r->src->name,
              "line %zu: \"%.*s\" %s; reinstall envoi or mend the file", line,
              (int)word.n, word.s, what);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* Words of the line at pos; pos moves to the next line. */
static void read_line(Reader *r, Statement *st) {
    const char *s = r->src->bytes;
    size_t n = r->src->n, i = r->pos;
    while (i < n && s[i] != '\n' && s[i] != '#') {
        size_t from = i;
        while (i < n && !is_blank(s[i]) && s[i] != '\n')
            i++;
        if (i > from) {
            Text word = text_of_span((Span){r->src, from, i - from});
            vec_push(r->a, &st->words, word);
        } else {
            i++;
        }
    }
    while (i < n && s[i] != '\n')
        i++;
    r->pos = i < n ? i + 1 : n;
}

/* The next line that has words, with the indented ones behind it. */
static bool read_statement(Reader *r, Statement *st) {
    st->words.n = st->at = 0;
    while (r->pos < r->src->n && st->words.n == 0)
        read_line(r, st);
    while (r->pos < r->src->n && is_blank(r->src->bytes[r->pos]))
        read_line(r, st);
    return st->words.n > 0;
}

static Text last_word(const Statement *st) {
    return st->words.v[st->words.n - 1];
}

static bool next_word(Statement *st, Text *out) {
    if (st->at == st->words.n)
        return false;
    *out = st->words.v[st->at++];
    return true;
}

static const char *name_of(Reader *r, Text word) {
    return arena_strndup(r->a, word.s, word.n);
}

/* A word that must be there: a name. "" after a message if it is not. */
static Text need(Reader *r, Statement *st, const char *what) {
    Text word;
    if (next_word(st, &word))
        return word;
    wrong(r, last_word(st), what);
    return text_literal("");
}

static bool parse_range(const char *s, CharRange *out) {
    char *end;
    unsigned long first = strtoul(s, &end, 16), last = first;
    if (end == s)
        return false;
    if (*end == '-') {
        const char *from = end + 1;
        last = strtoul(from, &end, 16);
        if (end == from)
            return false;
    }
    *out = (CharRange){(uint32_t)first, (uint32_t)last};
    return *end == '\0' && first <= last && last <= 0x10FFFF;
}

/* Ranges up to the end or to a word that is none. */
static void read_ranges(Reader *r, Statement *st, CharRanges *out) {
    Text word;
    while (next_word(st, &word)) {
        CharRange range;
        if (!parse_range(name_of(r, word), &range)) {
            st->at--;
            return;
        }
        vec_push(r->a, out, range);
    }
}

static void read_package(Reader *r, Statement *st) {
    Package p = {name_of(r, need(r, st, "needs a name behind it")), ""};
    p.folder = name_of(r, need(r, st, "needs a folder behind it"));
    vec_push(r->a, &r->packages, p);
}

/* "FILE" or "FILE#N". */
static FaceFile read_file_name(Reader *r, Text word) {
    char *name = arena_strndup(r->a, word.s, word.n);
    char *hash = strchr(name, '#');
    FaceFile file = {name, 0};
    if (hash) {
        *hash = '\0';
        file.index = (unsigned)strtoul(hash + 1, NULL, 10);
    }
    return file;
}

static bool starts(Text word, const char *prefix) {
    return word.n > strlen(prefix) &&
           memcmp(word.s, prefix, strlen(prefix)) == 0;
}

static void read_face_detail(Reader *r, Statement *st, Face *face, Text word) {
    static const struct {
        const char *prefix;
        FaceVariant variant;
    } variants[] = {{"bold=", FACE_BOLD},
                    {"italic=", FACE_ITALIC},
                    {"bold-italic=", FACE_BOLD_ITALIC}};
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++)
        if (starts(word, variants[i].prefix)) {
            size_t skip = strlen(variants[i].prefix);
            face->files[variants[i].variant] =
                read_file_name(r, text_slice(word, skip, word.n - skip));
            return;
        }
    if (text_equal(word, "for"))
        read_ranges(r, st, &face->limit);
    else if (text_equal(word, "covers"))
        read_ranges(r, st, &face->covers);
    else
        wrong(r, word,
              "is none of bold=FILE, italic=FILE, bold-italic=FILE, for, "
              "covers or a range of characters");
}

static void read_face(Reader *r, Statement *st) {
    Face *face = ARENA_NEW(r->a, Face);
    face->name = name_of(r, need(r, st, "needs a name behind it"));
    Text package = need(r, st, "needs a package behind it");
    Text scale = need(r, st, "needs a scale in 1/1000 behind it");
    Text file = need(r, st, "needs a file behind it");
    for (size_t i = 0; i < r->packages.n; i++)
        if (text_equal(package, r->packages.v[i].name)) {
            face->package = r->packages.v[i].name;
            face->folder = r->packages.v[i].folder;
        }
    if (!face->package)
        wrong(r, package, "is no package named above");
    face->scale_permille = (int)strtol(name_of(r, scale), NULL, 10);
    if (face->scale_permille < 100 || face->scale_permille > 5000)
        wrong(r, scale, "is no scale between 100 and 5000");
    face->files[FACE_REGULAR] = read_file_name(r, file);
    Text word;
    while (r->ok && next_word(st, &word))
        read_face_detail(r, st, face, word);
    face->number = r->faces.n;
    vec_push(r->a, &r->faces, face);
}

static void read_marks(Reader *r, Statement *st) {
    Marks *marks = ARENA_NEW(r->a, Marks);
    marks->name = name_of(r, need(r, st, "needs a name behind it"));
    read_ranges(r, st, &marks->ranges);
    Text word;
    if (next_word(st, &word))
        wrong(r, word, "is no range of characters such as 2018-201D");
    vec_push(r->a, &r->marks, marks);
}

static void add_group(Reader *r, Text word, StackEntries *out) {
    for (size_t i = 0; i < r->groups.n; i++)
        if (text_equal(text_slice(word, 1, word.n - 1), r->groups.v[i]->name)) {
            const StackEntries *g = &r->groups.v[i]->entries;
            for (size_t k = 0; k < g->n; k++)
                vec_push(r->a, out, g->v[k]);
            return;
        }
    wrong(r, word, "is no group named above");
}

/* FACE, FACE/MARKS or @GROUP. */
static void add_entry(Reader *r, Text word, StackEntries *out) {
    if (word.s[0] == '@') {
        add_group(r, word, out);
        return;
    }
    StackEntry entry = {NULL, NULL};
    const char *slash = memchr(word.s, '/', word.n);
    size_t n = slash ? (size_t)(slash - word.s) : word.n;
    for (size_t i = 0; i < r->faces.n; i++)
        if (text_equal(text_slice(word, 0, n), r->faces.v[i]->name))
            entry.face = r->faces.v[i];
    for (size_t i = 0; slash && i < r->marks.n; i++)
        if (text_equal(text_slice(word, n + 1, word.n - n - 1),
                       r->marks.v[i]->name))
            entry.marks = r->marks.v[i];
    if (!entry.face || (slash && !entry.marks))
        wrong(r, word, "names a face or marks that are not above");
    else
        vec_push(r->a, out, entry);
}

/* The words left; the result is how they were written. */
static const char *read_entries(Reader *r, Statement *st, StackEntries *out) {
    const char *written = "";
    Text word;
    while (next_word(st, &word)) {
        add_entry(r, word, out);
        written = arena_printf(r->a, "%s%s%.*s", written, *written ? " " : "",
                               (int)word.n, word.s);
    }
    return written;
}

static void read_group(Reader *r, Statement *st) {
    Group *group = ARENA_NEW(r->a, Group);
    group->name = name_of(r, need(r, st, "needs a name behind it"));
    group->written = read_entries(r, st, &group->entries);
    vec_push(r->a, &r->groups, group);
}

static void read_language(Reader *r, Statement *st) {
    Language *lang = ARENA_NEW(r->a, Language);
    lang->name = name_of(r, need(r, st, "needs a name behind it"));
    Text word;
    VEC(const char *) tags = {0};
    while (next_word(st, &word)) {
        const char *tag = name_of(r, word);
        vec_push(r->a, &tags, tag);
    }
    lang->tags = tags.v;
    lang->n = tags.n;
    vec_push(r->a, &r->languages, lang);
}

static void read_stack(Reader *r, Statement *st) {
    Text family = need(r, st, "needs serif or sans behind it");
    Text name = need(r, st, "needs a language behind it");
    Language *lang = NULL;
    for (size_t i = 0; i < r->languages.n; i++)
        if (text_equal(name, r->languages.v[i]->name))
            lang = r->languages.v[i];
    FontFamily f = text_equal(family, "serif") ? FONT_SERIF : FONT_SANS;
    if (f == FONT_SANS && !text_equal(family, "sans"))
        wrong(r, family, "is neither serif nor sans");
    else if (!lang)
        wrong(r, name, "is no language named above");
    else
        lang->written[f] = read_entries(r, st, &lang->stacks[f]);
}

static void read_one(Reader *r, Statement *st) {
    static const struct {
        const char *word;
        void (*read)(Reader *, Statement *);
    } words[] = {{"package", read_package},   {"face", read_face},
                 {"marks", read_marks},       {"group", read_group},
                 {"language", read_language}, {"stack", read_stack}};
    Text word = need(r, st, "");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal(word, words[i].word)) {
            words[i].read(r, st);
            return;
        }
    wrong(r, word, "is none of package, face, marks, group, language, stack");
}

/* Every language needs both stacks, and the first one is the common one. */
static void finish(Reader *r) {
    for (size_t i = 0; i < r->faces.n; i++)
        vec_push(r->a, &r->out->faces, (const Face *)r->faces.v[i]);
    for (size_t i = 0; i < r->groups.n; i++)
        vec_push(r->a, &r->out->groups, (const Group *)r->groups.v[i]);
    for (size_t i = 0; i < r->languages.n; i++) {
        const Language *lang = r->languages.v[i];
        vec_push(r->a, &r->out->languages, lang);
        if (r->ok &&
            (!lang->stacks[FONT_SERIF].n || !lang->stacks[FONT_SANS].n)) {
            diag_file(r->diag, DIAG_SYSTEM, r->src->name,
                      "language %s needs a serif and a sans stack", lang->name);
            r->ok = false;
        }
    }
    if (r->ok && (r->languages.n == 0 ||
                  strcmp(r->languages.v[0]->name, "default") != 0)) {
        diag_file(r->diag, DIAG_SYSTEM, r->src->name,
                  "the first language must be called default");
        r->ok = false;
    }
}

bool stacks_load(Arena *a, const char *path, Diag *diag, Stacks *out) {
    Reader r = {.a = a, .diag = diag, .ok = true, .out = out};
    *out = (Stacks){0};
    Buf bytes = {0};
    if (!fs_read(path, LIMIT_INPUT_BYTES, &bytes, diag))
        return false;
    r.src = source_from(a, path, bytes.s ? bytes.s : "", bytes.n);
    buf_free(&bytes);
    Statement st = {0};
    while (r.ok && read_statement(&r, &st))
        read_one(&r, &st);
    finish(&r);
    return r.ok;
}

const Language *stacks_language(const Stacks *stacks, const char *tag) {
    for (size_t n = strlen(tag); n > 0;) {
        for (size_t i = 0; i < stacks->languages.n; i++) {
            const Language *lang = stacks->languages.v[i];
            for (size_t k = 0; k < lang->n; k++)
                if (strlen(lang->tags[k]) == n &&
                    strncasecmp(lang->tags[k], tag, n) == 0)
                    return lang;
        }
        while (n > 0 && tag[--n] != '-')
            continue;
    }
    return stacks->languages.v[0];
}

const FaceFile *face_file(const Face *face, FaceVariant variant,
                          FaceVariant *found) {
    static const FaceVariant plainer[FACE_VARIANTS] = {
        FACE_REGULAR, FACE_REGULAR, FACE_REGULAR, FACE_BOLD};
    if (variant == FACE_BOLD_ITALIC && !face->files[variant].name &&
        !face->files[FACE_BOLD].name)
        variant = FACE_ITALIC;
    while (!face->files[variant].name && variant != FACE_REGULAR)
        variant = plainer[variant];
    *found = variant;
    return &face->files[variant];
}

bool ranges_have(const CharRanges *r, uint32_t cp) {
    for (size_t i = 0; i < r->n; i++)
        if (cp >= r->v[i].first && cp <= r->v[i].last)
            return true;
    return false;
}
