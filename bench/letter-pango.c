/* letter-pango.c - the yardstick: a one-page letter with Pango and cairo.
 *
 *     letter-pango LETTER.txt OUT.pdf
 *
 * LETTER.txt: paragraphs, one a line; a blank line between two is only for the
 * eye. They are set justified in 11 pt Noto Serif with Noto Serif CJK SC on
 * the text area of DIN 5008, as `envoi letter bench/letter.md` sets them; one
 * layout, made once, breaks and draws each.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MM (72.0 / 25.4)

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: letter-pango LETTER.txt OUT.pdf\n", stderr);
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
    PangoLayout *layout = pango_cairo_create_layout(cr);
    PangoFontDescription *d = pango_font_description_new();
    pango_font_description_set_family_static(
        d, "Noto Serif, UKIJ Tuz Basma, Noto Serif CJK SC");
    pango_font_description_set_absolute_size(d, 11.0 * PANGO_SCALE);
    pango_layout_set_font_description(layout, d);
    pango_font_description_free(d);
    pango_layout_set_width(layout, (int)(165 * MM * PANGO_SCALE));
    pango_layout_set_justify(layout, true);

    double y = 45 * MM, bottom = 277 * MM;
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, f) > 0) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '\0')
            continue;
        pango_layout_set_text(layout, line, -1);
        PangoRectangle box;
        pango_layout_get_extents(layout, NULL, &box);
        double h = (double)box.height / PANGO_SCALE;
        if (y + h > bottom) {
            cairo_show_page(cr);
            y = 25 * MM;
        }
        cairo_move_to(cr, 25 * MM, y);
        pango_cairo_show_layout(cr, layout);
        y += h + 11.0 / 2;
    }
    free(line);
    fclose(f);

    cairo_show_page(cr);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        fprintf(stderr, "%s: %s\n", argv[2], cairo_status_to_string(status));
    g_object_unref(layout);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
