/* labels-pango.c - the yardstick: a sheet of 24 labels with Pango and cairo.
 *
 *     labels-pango LABELS.txt OUT.pdf
 *
 * Sets the lines that `envoi labels bench/labels.yaml --on avery-l7159` sets,
 * in the same faces and sizes, at the same places. Written as one would write
 * it for speed: one layout per style, made once and given each line's text.
 * It checks no coverage and measures no fit, which envoi does.
 *
 * LABELS.txt: blocks apart by a blank line; a line is its role (N name and
 * title, L Chinese, P place, C country), a tab, and the text.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MM (72.0 / 25.4)
/* Avery L7159, as in layouts/labels/avery-l7159.yaml. */
enum { COLUMNS = 3, ROWS = 8 };
static const double left = 6.46 * MM, top = 13.06 * MM, across = 66.54 * MM,
                    down = 33.86 * MM, padding = 3.0 * MM, height = 33.86 * MM;

typedef struct Role {
    char letter;
    const char *family, *lang;
    double size_pt;
    PangoLayout *layout;
} Role;

typedef struct Line {
    const Role *role;
    char text[512];
} Line;

static void make_layouts(cairo_t *cr, Role *roles, size_t n) {
    for (size_t i = 0; i < n; i++) {
        PangoFontDescription *d = pango_font_description_new();
        pango_font_description_set_family_static(d, roles[i].family);
        pango_font_description_set_absolute_size(d, roles[i].size_pt *
                                                        PANGO_SCALE);
        roles[i].layout = pango_cairo_create_layout(cr);
        pango_layout_set_font_description(roles[i].layout, d);
        pango_font_description_free(d);
        PangoAttrList *attrs = pango_attr_list_new();
        pango_attr_list_insert(
            attrs,
            pango_attr_language_new(pango_language_from_string(roles[i].lang)));
        pango_layout_set_attributes(roles[i].layout, attrs);
        pango_attr_list_unref(attrs);
    }
}

/* The block in the middle of its label's height, lines under each other. */
static void draw_block(cairo_t *cr, const Line *lines, size_t n, int place) {
    double x = left + (place % COLUMNS) * across + padding;
    double total = 0;
    for (size_t i = 0; i < n; i++)
        total += lines[i].role->size_pt * 1.2;
    int row = place / COLUMNS;
    double y = top + row * down + (height - total) / 2;
    for (size_t i = 0; i < n; i++) {
        PangoLayout *layout = lines[i].role->layout;
        pango_layout_set_text(layout, lines[i].text, -1);
        y += lines[i].role->size_pt * 1.2;
        cairo_move_to(cr, x, y);
        pango_cairo_show_layout_line(cr,
                                     pango_layout_get_line_readonly(layout, 0));
    }
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
    Role roles[] = {
        {'N', "Noto Sans", "en", 10.0, NULL},
        {'L', "Noto Sans CJK SC", "zh-cn", 10.0, NULL},
        {'P', "Noto Sans", "en", 8.0, NULL},
        {'C', "Noto Sans", "fr", 8.0, NULL},
    };
    size_t nroles = sizeof roles / sizeof *roles;
    make_layouts(cr, roles, nroles);

    Line block[16];
    size_t n = 0;
    int place = 0;
    char line[512];
    bool more = true;
    while (more) {
        more = fgets(line, sizeof line, f) != NULL;
        if (more)
            line[strcspn(line, "\n")] = '\0';
        if (!more || line[0] == '\0') {
            if (n > 0 && place < COLUMNS * ROWS)
                draw_block(cr, block, n, place++);
            n = 0;
            continue;
        }
        for (size_t i = 0; i < nroles; i++) {
            if (roles[i].letter == line[0] && line[1] == '\t' &&
                n < sizeof block / sizeof *block) {
                block[n].role = &roles[i];
                snprintf(block[n++].text, sizeof block->text, "%s", line + 2);
            }
        }
    }
    fclose(f);

    cairo_show_page(cr);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        fprintf(stderr, "%s: %s\n", argv[2], cairo_status_to_string(status));
    for (size_t i = 0; i < nroles; i++)
        g_object_unref(roles[i].layout);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return status == CAIRO_STATUS_SUCCESS && place == COLUMNS * ROWS ? 0 : 1;
}
