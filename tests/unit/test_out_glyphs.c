/* The glyphs and places in the file are those of the runs: the content stream
 * is read back with the widths of the font dictionaries, as a printer would. */
#include <math.h>

#include "../pdf/pdftry.h"

typedef struct Seen {
    unsigned font, code;
    double x, y, size;
} Seen;

typedef struct Reader {
    const char *at;
    double width[4][65536]; /* per font resource, 1/1000 em */
    Seen seen[512];
    size_t n;
    double line_x, line_y, x, size;
    unsigned font;
} Reader;

/* "/W [ 3 [ 260 310.5 ] ... ]" of one CIDFont. */
static void read_widths(double *width, const char *s) {
    for (size_t i = 0; i < 65536; i++)
        width[i] = 1000;
    s = strstr(s, "/W [") + 4;
    for (;;) {
        char *end;
        long cid = strtol(s, &end, 10);
        if (end == s)
            return;
        s = strchr(end, '[') + 1;
        for (;; s = end) {
            double w = strtod(s, &end);
            if (end == s)
                break;
            width[cid++] = w;
        }
        s = strchr(s, ']') + 1;
    }
}

static void show_code(Reader *r, unsigned code) {
    r->seen[r->n++] = (Seen){r->font, code, r->x, r->line_y, r->size};
    r->x += r->width[r->font][code] / 1000 * r->size;
}

static void show(Reader *r, const char **s) {
    unsigned code;
    for ((*s)++; sscanf(*s, "%4x", &code) == 1; *s += 4)
        show_code(r, code);
}

/* A byte of a literal string (ISO 32000-1, 7.3.4.2) as qpdf writes it. */
static unsigned literal_byte(const char **s) {
    static const char letters[] = "n\nr\rt\tb\bf\f";
    unsigned code;
    if (**s != '\\')
        return (unsigned char)*(*s)++;
    (*s)++;
    if (sscanf(*s, "%3o", &code) == 1) {
        *s += 3;
        return code;
    }
    const char *l = strchr(letters, **s);
    char c = l ? l[1] : **s;
    (*s)++;
    return (unsigned char)c;
}

static void show_literal(Reader *r, const char **s) {
    for ((*s)++; **s && **s != ')';) {
        unsigned high = literal_byte(s);
        show_code(r, high << 8 | literal_byte(s));
    }
}

static void show_array(Reader *r, const char *s) {
    while (*s && *s != ']') {
        char *end;
        if (*s == '<') {
            show(r, &s);
            s++;
        } else if (*s == '(') {
            show_literal(r, &s);
            s++;
        } else {
            double adjust = strtod(s, &end);
            if (end == s) {
                s++;
            } else {
                r->x -= adjust / 1000 * r->size;
                s = end;
            }
        }
    }
}

/* One line of content as pdf_content.c writes them: an operator each. */
static void read_line(Reader *r, const char *s) {
    double a, b;
    size_t n = strlen(s);
    if (strcmp(s, "BT") == 0) {
        r->line_x = r->line_y = r->x = 0;
    } else if (sscanf(s, "/F%u %lf Tf", &r->font, &r->size) == 2) {
        return;
    } else if (n > 2 && strcmp(s + n - 2, "Td") == 0 &&
               sscanf(s, "%lf %lf", &a, &b) == 2) {
        r->line_x += a;
        r->line_y += b;
        r->x = r->line_x;
    } else if (n > 2 && strcmp(s + n - 2, "TJ") == 0) {
        show_array(r, s);
    }
}

static void read_content(Reader *r, const char *s) {
    char line[65536];
    const char *end = strstr(s, "endstream");
    while (s < end) {
        size_t n = strcspn(s, "\n");
        snprintf(line, sizeof line, "%.*s", (int)n, s);
        read_line(r, line);
        s += n + 1;
    }
}

/* Resources are numbered in the order of their first use, and their CIDFonts
 * are written in that order. */
static Reader *read_pdf(Try *t, const char *name) {
    Reader *r = ARENA_NEW(t->arena, Reader);
    const char *fonts = try_command(
        t, "qpdf --qdf --object-streams=disable %s - | strings -n 1", name);
    const char *s = fonts;
    for (int i = 0; i < 4 && (s = strstr(s, "/DW 1000")); i++, s++)
        read_widths(r->width[i], s);
    const char *bytes =
        try_command(t,
                    "f=%s; qpdf --normalize-content=y --filtered-stream-data "
                    "--show-object=$(qpdf "
                    "--show-pages $f | awk '/content:/ {getline; print $1}') "
                    "$f",
                    name);
    read_content(r, arena_printf(t->arena, "%s\nendstream", bytes));
    return r;
}

/* Blanks and second texts have codes past the glyphs and are passed over. The
 * fonts are used in the order they were opened in. */
static void pass_virtual(const Reader *r, const Font *font, size_t *at) {
    while (*at < r->n && r->seen[*at].font == font->number &&
           r->seen[*at].code >= font->nglyphs)
        (*at)++;
}

/* Every glyph of the run is there, in order, at its place to 0.005 pt. */
static void check_item(const Try *t, const Reader *r, size_t *at,
                       const DisplayItem *item) {
    const GlyphRun *run = item->u.glyphs.run;
    double pen = len_pt(item->x), worst = 0;
    size_t wrong = 0;
    for (uint32_t i = item->u.glyphs.from; i < item->u.glyphs.to; i++) {
        const Glyph *g = &run->glyphs[i];
        pass_virtual(r, run->font, at);
        if (*at == r->n) {
            CHECK_STR("a glyph is missing", "");
            return;
        }
        const Seen *s = &r->seen[(*at)++];
        double y = len_pt(t->page.h) - len_pt(item->y) - len_pt(g->dy);
        double off = fmax(fabs(s->x - pen - len_pt(g->dx)), fabs(s->y - y));
        worst = fmax(worst, off);
        wrong += s->code != g->id;
        pen += len_pt(g->advance);
    }
    pass_virtual(r, run->font, at);
    CHECK_INT(wrong, 0);
    CHECK(worst < 0.005);
}

static void check_page(Try *t) {
    CHECK(try_write(t, "a.pdf", &(PdfOptions){.lang = "en"}));
    Reader *r = read_pdf(t, "a.pdf");
    size_t at = 0;
    for (size_t i = 0; i < t->page.items.n; i++)
        check_item(t, r, &at, &t->page.items.v[i]);
    CHECK_INT(at, r->n);
}

static void test_scripts(void) {
    Try t;
    try_begin(&t);
    Font *latin = try_font(&t, SERIF, 0), *han = try_font(&t, CJK, CJK_SC),
         *arab = try_font(&t, UKIJ, 0), *tibt = try_font(&t, TIBETAN, 0);
    if (latin && han && arab && tibt) {
        uint32_t no = DISPLAY_NO_TAG;
        try_line(&t, no,
                 try_run(&t, latin, "AVAST: To the Waffle office, Ty.", false,
                         "Latn", "en", 10.37));
        try_line(&t, no,
                 try_run(&t, han, "中山路479号“新”，（疆）", false, "Hani",
                         "zh-Hans", 11.3));
        try_line(&t, no,
                 try_run(&t, arab, "ئەكپەر ئەسەت", true, "Arab", "ug", 13.77));
        try_line(&t, no,
                 try_run(&t, tibt, "བོད་སྐད་ཀྱི་ཡི་གེ", false, "Tibt", "bo", 9));
        check_page(&t);
    }
    try_end(&t);
}

/* A line justified by odd amounts over a full page width: rounding must not
 * add up. */
static void test_justified(void) {
    Try t;
    try_begin(&t);
    Font *latin = try_font(&t, SERIF, 0);
    if (latin) {
        const char *text =
            "we hope that you will look into this case once more and let the "
            "world know where he is, how he is, and why";
        for (int raised = 0; raised < 2; raised++) {
            GlyphRun *run = try_run(&t, latin, text, false, "Latn", "en", 9.93);
            for (uint32_t i = 0; i < run->n; i++) {
                run->glyphs[i].advance += 137 + 11 * (Len)(i % 7);
                if (raised && i % 5 == 0)
                    run->glyphs[i].dy = -LEN_OF_PT(1.234);
            }
            try_line(&t, DISPLAY_NO_TAG, run);
        }
        check_page(&t);
    }
    try_end(&t);
}

/* Han set wide: the gaps go into wider codes of the same glyphs, in a second
 * font for CFF, and every glyph still stands at its place. */
static void test_gaps(void) {
    Try t;
    try_begin(&t);
    Font *han = try_font(&t, CJK, CJK_SC);
    if (han) {
        GlyphRun *run = try_run(&t, han, "年第案件年第案件家属家属", false,
                                "Hani", "zh-Hans", 11);
        for (uint32_t i = 0; i < run->n; i++)
            run->glyphs[i].advance += i % 3 == 0 ? run->em / 4 : 0;
        run->glyphs[4].advance += run->em / 9;
        try_line(&t, DISPLAY_NO_TAG, run);
        check_page(&t);
        const char *text = try_command(&t, "pdftotext %s - | head -1", "a.pdf");
        CHECK_STR(text, "年第案件年第案件家属家属\n");
    }
    try_end(&t);
}

int main(void) {
    if (try_tool("qpdf") && try_tool("strings")) {
        test_scripts();
        test_justified();
        test_gaps();
    }
    return unit_done("test_out_glyphs");
}
