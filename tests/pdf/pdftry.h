/* pdftry.h - for the tests of src/out: shape a line with a font file, put it on
 * a page, write the page, ask other people's tools what is in the file.
 *
 * Fonts are Debian's, by path; a test whose font or tool is not installed is
 * skipped. Nothing here uses the fontset, so that a test says exactly which
 * face, script and direction it means.
 */
#ifndef ENVOI_TESTS_PDFTRY_H
#define ENVOI_TESTS_PDFTRY_H

#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../unit/unit.h"
#include "base/fs.h"
#include "base/utf8.h"
#include "out/pdf.h"

#define NOTO "/usr/share/fonts/truetype/noto/"
#define SERIF NOTO "NotoSerif-Regular.ttf"
#define TIBETAN NOTO "NotoSerifTibetan-Regular.ttf"
#define NASKH NOTO "NotoNaskhArabic-Regular.ttf"
#define CJK "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
#define CJK_SC 2
#define UKIJ "/usr/share/fonts/truetype/fonts-ukij-uyghur/UKIJTuzB.ttf"
#define HANA "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"

typedef struct Try {
    Arena *arena;
    Diag *diag;
    Font *fonts[16];
    unsigned nfonts;
    DisplayTags tags;
    DisplayPage page;
    Len next_y;
    char dir[64]; /* a folder of its own, removed at the end */
} Try;

static inline void try_begin(Try *t) {
    *t = (Try){.arena = arena_new(), .diag = diag_new()};
    t->tags.arena = t->arena;
    t->page.w = LEN_OF_MM(210);
    t->page.h = LEN_OF_MM(297);
    t->next_y = LEN_OF_PT(60);
    strcpy(t->dir, "/tmp/envoi-test-XXXXXX");
    if (!mkdtemp(t->dir))
        abort();
}

static inline void try_end(Try *t) {
    char cmd[128];
    snprintf(cmd, sizeof cmd, "rm -rf '%s'", t->dir);
    if (system(cmd) != 0)
        printf("%s stays\n", t->dir);
    for (unsigned i = 0; i < t->nfonts; i++)
        font_free(t->fonts[i]);
    diag_free(t->diag);
    arena_free(t->arena);
}

/* NULL, and one test skipped, if it is not installed. */
static inline Font *try_font(Try *t, const char *path, unsigned index) {
    if (access(path, R_OK) != 0) {
        printf("skipped: no %s\n", path);
        unit_skipped++;
        return NULL;
    }
    for (unsigned i = 0; i < t->nfonts; i++)
        if (strcmp(t->fonts[i]->path, path) == 0 && t->fonts[i]->index == index)
            return t->fonts[i];
    Font *f = font_open(path, index, t->nfonts, 1000, t->diag);
    if (f)
        t->fonts[t->nfonts++] = f;
    return f;
}

static inline GlyphRun *try_run(Try *t, Font *font, const char *utf8, bool rtl,
                                const char *script, const char *lang,
                                double pt) {
    UString *u = ARENA_NEW(t->arena, UString);
    size_t n = strlen(utf8);
    u->s = ARENA_ARRAY(t->arena, UChar, n + 1);
    for (size_t at = 0; at < n;) {
        uint32_t cp = utf8_next(utf8, n, &at);
        if (cp > 0xFFFF)
            u->s[u->n++] = (UChar)(0xD7C0 + (cp >> 10));
        u->s[u->n++] = (UChar)(cp > 0xFFFF ? 0xDC00 + (cp & 0x3FF) : cp);
    }
    TextStyle *style = ARENA_NEW(t->arena, TextStyle);
    *style = (TextStyle){.size = LEN_OF_PT(pt), .lang = lang};
    Item *item = ARENA_NEW(t->arena, Item);
    *item = (Item){.end = u->n,
                   .level = rtl,
                   .script = hb_script_from_string(script, -1),
                   .lang = lang,
                   .style = style,
                   .font = font};
    GlyphRun *run = ARENA_NEW(t->arena, GlyphRun);
    shape_range(t->arena, u, item, 0, u->n, run);
    return run;
}

/* A line of its own on the page, under a tag of its own if `parent` is one. */
static inline void try_line(Try *t, uint32_t parent, const GlyphRun *run) {
    uint32_t tag = parent == DISPLAY_NO_TAG
                       ? DISPLAY_NO_TAG
                       : display_tag(&t->tags, ROLE_P, parent, "");
    display_run(t->arena, &t->page.items, tag, LEN_OF_PT(60), t->next_y, run, 0,
                run->n);
    t->next_y += LEN_OF_PT(40);
}

static inline const char *try_path(Try *t, const char *name) {
    return arena_printf(t->arena, "%s/%s", t->dir, name);
}

static inline bool try_write(Try *t, const char *name, const PdfOptions *opt) {
    Pdf *pdf = pdf_open(try_path(t, name), opt, t->diag);
    if (!pdf)
        return false;
    pdf_page(pdf, &t->page);
    return pdf_close(pdf, t->diag);
}

static inline bool try_tool(const char *name) {
    char cmd[128];
    snprintf(cmd, sizeof cmd, "command -v %s >/dev/null", name);
    if (system(cmd) == 0)
        return true;
    printf("skipped: no %s\n", name);
    unit_skipped++;
    return false;
}

/* What a command prints; %s in `fmt` is the file. NULL if it fails. */
static inline const char *try_command(Try *t, const char *fmt,
                                      const char *name) {
    char cmd[512];
    snprintf(cmd, sizeof cmd, fmt, try_path(t, name));
    FILE *f = popen(cmd, "r");
    if (!f)
        return NULL;
    Buf b = {0};
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, f)) > 0;)
        buf_add(&b, block, n);
    const char *out = arena_strndup(t->arena, b.s ? b.s : "", b.n);
    buf_free(&b);
    return pclose(f) == 0 ? out : NULL;
}

static inline const char *try_read(Try *t, const char *name, size_t *n) {
    Buf b = {0};
    *n = 0;
    if (!fs_read(try_path(t, name), (size_t)1 << 30, &b, t->diag))
        return "";
    *n = b.n;
    const char *out = arena_strndup(t->arena, b.s ? b.s : "", b.n);
    buf_free(&b);
    return out;
}

/* The first page as gray pixels, 255 white. */
typedef struct TryRaster {
    const unsigned char *v; /* NULL if it could not be made */
    int w, h;
} TryRaster;

static inline TryRaster try_raster(Try *t, const char *name, int dpi) {
    TryRaster r = {0};
    size_t n;
    const char *command = arena_printf(
        t->arena, "pdftoppm -gray -singlefile -r %d %%s %s/page", dpi, t->dir);
    if (!try_command(t, command, name))
        return r;
    const char *s = try_read(t, "page.pgm", &n);
    if (sscanf(s, "P5 %d %d 255", &r.w, &r.h) == 2 &&
        n > (size_t)r.w * (size_t)r.h)
        r.v = (const unsigned char *)s + n - (size_t)r.w * (size_t)r.h;
    return r;
}

static inline int try_pixel(const TryRaster *r, int x, int y) {
    return !r->v || x < 0 || y < 0 || x >= r->w || y >= r->h
               ? 255
               : r->v[y * r->w + x];
}

/* The messages so far. */
static inline const char *try_messages(Try *t) {
    char *s = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&s, &n);
    diag_print(t->diag, f, false);
    fclose(f);
    const char *out = arena_strndup(t->arena, s, n);
    free(s);
    return out;
}

#endif
