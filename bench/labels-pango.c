/* labels-pango.c - the yardstick: sheets of 24 labels with Pango and cairo.
 *
 *     labels-pango LABELS.txt OUT.pdf
 *
 * Sets the lines that `envoi labels LIST --on avery-l7159` sets, in the same
 * faces and sizes, at the same places. Written as one would write it for speed:
 * one layout per style, made once and given each line's text. It checks no
 * coverage and measures no fit, which envoi does.
 *
 * LABELS.txt: blocks apart by a blank line; a line is its size in points, its
 * language, a tab, and the text (bench/lines.awk).
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MM (72.0 / 25.4)
/* Avery L7159, as in layouts/labels/avery-l7159.yaml. */
enum { COLUMNS = 3, ROWS = 8, STYLES = 64, LINES = 16 };
static const double left = 6.46 * MM, top = 13.06 * MM, across = 66.54 * MM,
                    down = 33.86 * MM, padding = 3.0 * MM, height = 33.86 * MM;

typedef struct Style {
    char name[32]; /* size and language, as the file says them */
    double size_pt;
    PangoLayout *layout;
} Style;

typedef struct Line {
    const Style *style;
    char text[512];
} Line;

static void make_layout(cairo_t *cr, Style *s, const char *lang) {
    PangoFontDescription *d = pango_font_description_new();
    pango_font_description_set_family_static(
        d, strncmp(lang, "zh", 2) == 0 ? "Noto Sans CJK SC" : "Noto Sans");
    pango_font_description_set_absolute_size(d, s->size_pt * PANGO_SCALE);
    s->layout = pango_cairo_create_layout(cr);
    pango_layout_set_font_description(s->layout, d);
    pango_font_description_free(d);
    PangoAttrList *attrs = pango_attr_list_new();
    pango_attr_list_insert(
        attrs, pango_attr_language_new(pango_language_from_string(lang)));
    pango_layout_set_attributes(s->layout, attrs);
    pango_attr_list_unref(attrs);
}

/* The style of that name, made when it is first seen. */
static const Style *find_style(cairo_t *cr, Style *styles, const char *name) {
    for (int i = 0; i < STYLES; i++) {
        Style *s = &styles[i];
        if (strcmp(s->name, name) == 0)
            return s;
        if (s->layout)
            continue;
        char *lang;
        snprintf(s->name, sizeof s->name, "%.31s", name);
        s->size_pt = strtod(name, &lang);
        make_layout(cr, s, lang + strspn(lang, " "));
        return s;
    }
    fputs("labels-pango: too many styles\n", stderr);
    exit(1);
}

/* The block in the middle of its label's height, lines under each other. */
static void draw_block(cairo_t *cr, const Line *lines, size_t n, int place) {
    double x = left + (place % COLUMNS) * across + padding;
    double total = 0;
    for (size_t i = 0; i < n; i++)
        total += lines[i].style->size_pt * 1.2;
    int row = place / COLUMNS;
    double y = top + row * down + (height - total) / 2;
    for (size_t i = 0; i < n; i++) {
        PangoLayout *layout = lines[i].style->layout;
        pango_layout_set_text(layout, lines[i].text, -1);
        y += lines[i].style->size_pt * 1.2;
        cairo_move_to(cr, x, y);
        pango_cairo_show_layout_line(cr,
                                     pango_layout_get_line_readonly(layout, 0));
    }
}

/* All blocks of the file, a sheet after the other; their number. */
static int draw_file(cairo_t *cr, FILE *f, Style *styles) {
    static Line block[LINES];
    char line[512];
    size_t n = 0;
    int place = 0;
    for (bool more = true; more;) {
        more = fgets(line, sizeof line, f) != NULL;
        if (more)
            line[strcspn(line, "\n")] = '\0';
        char *tab = more ? strchr(line, '\t') : NULL;
        if (tab && n < LINES) {
            *tab = '\0';
            block[n].style = find_style(cr, styles, line);
            snprintf(block[n++].text, sizeof block->text, "%s", tab + 1);
        } else if (n > 0) {
            if (place > 0 && place % (COLUMNS * ROWS) == 0)
                cairo_show_page(cr);
            draw_block(cr, block, n, place++ % (COLUMNS * ROWS));
            n = 0;
        }
    }
    cairo_show_page(cr);
    return place;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: labels-pango LABELS.txt OUT.pdf\n", stderr);
        return 2;
    }
    FILE *f = fopen(argv[1], "r");
    if (!f) {
        perror(argv[1]);
        return 3;
    }
    cairo_surface_t *surface =
        cairo_pdf_surface_create(argv[2], 210 * MM, 297 * MM);
    cairo_t *cr = cairo_create(surface);
    static Style styles[STYLES];
    int labels = draw_file(cr, f, styles);
    fclose(f);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        fprintf(stderr, "%s: %s\n", argv[2], cairo_status_to_string(status));
    for (int i = 0; i < STYLES && styles[i].layout; i++)
        g_object_unref(styles[i].layout);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return status == CAIRO_STATUS_SUCCESS && labels > 0 ? 0 : 1;
}
