#include "out/pdf_unicode.h"

#include <stdlib.h>
#include <string.h>

/* Entries of one block (Adobe Technical Note 5411, 1.4.1). */
#define BLOCK 100
/* A range costs a line as an entry does, and a block of its own. */
#define RANGE_MIN 3

typedef struct CodeText {
    const UChar *s;
    uint32_t n; /* 0: the code has no text here */
} CodeText;

typedef struct UnicodeMap {
    uint32_t id;
    CodeText texts[65536]; /* by code */
} UnicodeMap;

struct UnicodeMaps {
    UnicodeMap **v;
    size_t n;
};

UnicodeMaps *unicode_new(void) {
    UnicodeMaps *maps = calloc(1, sizeof *maps);
    if (!maps)
        oom();
    return maps;
}

void unicode_free(UnicodeMaps *maps) {
    if (!maps)
        return;
    for (size_t i = 0; i < maps->n; i++)
        free(maps->v[i]);
    free(maps->v);
    free(maps);
}

static bool agrees(const UnicodeMap *map, const UnicodeCode *codes, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const CodeText *t = &map->texts[codes[i].code];
        if (t->n && (t->n != codes[i].n ||
                     memcmp(t->s, codes[i].text, t->n * sizeof *t->s) != 0))
            return false;
    }
    return true;
}

static UnicodeMap *add_map(UnicodeMaps *maps, Objects *o) {
    UnicodeMap *map = calloc(1, sizeof *map);
    UnicodeMap **v = realloc(maps->v, (maps->n + 1) * sizeof(UnicodeMap *));
    if (!map || !v)
        oom();
    map->id = objects_reserve(o);
    maps->v = v;
    maps->v[maps->n++] = map;
    return map;
}

uint32_t unicode_add(UnicodeMaps *maps, Objects *o, const UnicodeCode *codes,
                     size_t n) {
    UnicodeMap *map = NULL;
    for (size_t i = 0; i < maps->n && !map; i++)
        if (agrees(maps->v[i], codes, n))
            map = maps->v[i];
    if (!map)
        map = add_map(maps, o);
    for (size_t i = 0; i < n; i++)
        map->texts[codes[i].code] = (CodeText){codes[i].text, codes[i].n};
    return map->id;
}

/* ---- writing ---- */

static bool follows(const CodeText *t) {
    return t[0].n == 1 && t[1].n == 1 && t[1].s[0] == t[0].s[0] + 1 &&
           t[1].s[0] % 256 != 0;
}

/* The end of the codes from `code` on that stand for characters one behind the
 * other. Only the last byte may count up, of code and text (5411, 1.4.2). */
static uint32_t range_end(const UnicodeMap *map, uint32_t code) {
    uint32_t end = code + 1;
    while (end % 256 != 0 && follows(&map->texts[end - 1]))
        end++;
    return end - code < RANGE_MIN ? code + 1 : end;
}

/* Lines of one kind, written in blocks that say how many they hold. */
typedef struct Block {
    const char *kind;
    unsigned n;
    Buf lines;
} Block;

static void flush_block(Block *b, Buf *out) {
    if (b->n) {
        buf_printf(out, "%u begin%s\n", b->n, b->kind);
        buf_add(out, b->lines.s, b->lines.n);
        buf_printf(out, "end%s\n", b->kind);
    }
    buf_clear(&b->lines);
    b->n = 0;
}

static void end_line(Block *b, const CodeText *text, Buf *out) {
    buf_puts(&b->lines, " <");
    for (uint32_t i = 0; i < text->n; i++)
        buf_printf(&b->lines, "%04X", text->s[i]);
    buf_puts(&b->lines, ">\n");
    if (++b->n == BLOCK)
        flush_block(b, out);
}

static void put_codes(const UnicodeMap *map, Buf *out) {
    Block chars = {.kind = "bfchar"}, ranges = {.kind = "bfrange"};
    for (uint32_t code = 0, end; code < 65536; code = end) {
        const CodeText *text = &map->texts[code];
        end = code + 1;
        if (text->n == 0)
            continue;
        end = range_end(map, code);
        if (end > code + 1) {
            buf_printf(&ranges.lines, "<%04X> <%04X>", code, end - 1);
            end_line(&ranges, text, out);
        } else {
            buf_printf(&chars.lines, "<%04X>", code);
            end_line(&chars, text, out);
        }
    }
    flush_block(&chars, out);
    flush_block(&ranges, out);
    buf_free(&chars.lines);
    buf_free(&ranges.lines);
}

static void write_map(const UnicodeMap *map, Objects *o) {
    Buf b = {0};
    buf_puts(&b, "/CIDInit /ProcSet findresource begin\n12 dict begin\n"
                 "begincmap\n/CIDSystemInfo << /Registry (Adobe) "
                 "/Ordering (UCS) /Supplement 0 >> def\n"
                 "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                 "1 begincodespacerange\n<0000> <FFFF>\n"
                 "endcodespacerange\n");
    put_codes(map, &b);
    buf_puts(&b, "endcmap\nCMapName currentdict /CMap defineresource pop\n"
                 "end\nend\n");
    objects_stream(o, map->id, NULL, b.s, b.n);
    buf_free(&b);
}

void unicode_write(const UnicodeMaps *maps, Objects *o) {
    for (size_t i = 0; i < maps->n; i++)
        write_map(maps->v[i], o);
}
