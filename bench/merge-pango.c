/* merge-pango.c - the yardstick: one letter from many senders, with Pango and
 * cairo.
 *
 *     merge-pango LETTER.txt SENDERS.csv OUT.pdf
 *
 * LETTER.txt as letter-pango takes it; "@1" in a paragraph is the first column
 * of the sender's row, "@2" the second, up to "@9". SENDERS.csv has a header,
 * which is passed over, and no quotes. A page a row. Paragraphs without a
 * column are laid out once and kept; the others are laid out anew for each
 * sender, which is what a program does that is written with care.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MM (72.0 / 25.4)
#define MOST_PARAGRAPHS 64
#define MOST_COLUMNS 9

typedef struct Paragraph {
    char *text;
    bool varies;
    PangoLayout *layout;
    double h;
} Paragraph;

static void *must(void *p) {
    if (!p) {
        fputs("merge-pango: out of memory\n", stderr);
        exit(3);
    }
    return p;
}

static PangoLayout *new_layout(cairo_t *cr) {
    PangoLayout *layout = pango_cairo_create_layout(cr);
    PangoFontDescription *d = pango_font_description_new();
    pango_font_description_set_family_static(
        d, "Noto Serif, UKIJ Tuz Basma, Noto Serif CJK SC");
    pango_font_description_set_absolute_size(d, 11.0 * PANGO_SCALE);
    pango_layout_set_font_description(layout, d);
    pango_font_description_free(d);
    pango_layout_set_width(layout, (int)(165 * MM * PANGO_SCALE));
    pango_layout_set_justify(layout, true);
    return layout;
}

static void set_text(Paragraph *p, const char *text) {
    PangoRectangle box;
    pango_layout_set_text(p->layout, text, -1);
    pango_layout_get_extents(p->layout, NULL, &box);
    p->h = (double)box.height / PANGO_SCALE;
}

/* The paragraph with a row's columns in their places. */
static void fill(Paragraph *p, char *const *columns, char **text,
                 size_t *room) {
    size_t n = 0;
    for (const char *s = p->text;; s++) {
        bool column = s[0] == '@' && s[1] >= '1' && s[1] <= '9';
        const char *from = column ? columns[s[1] - '1'] : s;
        size_t len = column ? strlen(from) : 1;
        if (n + len + 1 > *room) {
            *room = 2 * (n + len + 1);
            *text = must(realloc(*text, *room));
        }
        memcpy(*text + n, from, len);
        n += len;
        if (*s == '\0')
            break;
        s += column;
    }
    set_text(p, *text);
}

static size_t read_letter(const char *path, cairo_t *cr, Paragraph *out) {
    FILE *f = fopen(path, "r");
    char *line = NULL;
    size_t room = 0, n = 0;
    if (!f) {
        perror(path);
        exit(3);
    }
    while (n < MOST_PARAGRAPHS && getline(&line, &room, f) > 0) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '\0')
            continue;
        Paragraph *p = &out[n++];
        *p = (Paragraph){.text = must(strdup(line)),
                         .varies = strchr(line, '@') != NULL,
                         .layout = new_layout(cr)};
        if (!p->varies)
            set_text(p, line);
    }
    free(line);
    fclose(f);
    return n;
}

static void split(char *row, char **columns) {
    row[strcspn(row, "\r\n")] = '\0';
    for (int i = 0; i < MOST_COLUMNS; i++) {
        columns[i] = row;
        row += strcspn(row, ",");
        if (*row)
            *row++ = '\0';
    }
}

static void draw(cairo_t *cr, const Paragraph *all, size_t n) {
    double y = 45 * MM, bottom = 277 * MM;
    for (size_t i = 0; i < n; i++) {
        if (y + all[i].h > bottom) {
            cairo_show_page(cr);
            y = 25 * MM;
        }
        cairo_move_to(cr, 25 * MM, y);
        pango_cairo_show_layout(cr, all[i].layout);
        y += all[i].h + 11.0 / 2;
    }
    cairo_show_page(cr);
}

int main(int argc, char **argv) {
    Paragraph all[MOST_PARAGRAPHS];
    char *row = NULL, *text = NULL, *columns[MOST_COLUMNS];
    size_t row_room = 0, text_room = 0;
    if (argc != 4) {
        fputs("usage: merge-pango LETTER.txt SENDERS.csv OUT.pdf\n", stderr);
        return 2;
    }
    FILE *f = fopen(argv[2], "r");
    if (!f) {
        perror(argv[2]);
        return 3;
    }
    cairo_surface_t *surface =
        cairo_pdf_surface_create(argv[3], 210 * MM, 297 * MM);
    cairo_t *cr = cairo_create(surface);
    size_t n = read_letter(argv[1], cr, all);
    bool header = true;
    for (; getline(&row, &row_room, f) > 0; header = false) {
        if (header)
            continue;
        split(row, columns);
        for (size_t i = 0; i < n; i++)
            if (all[i].varies)
                fill(&all[i], columns, &text, &text_room);
        draw(cr, all, n);
    }
    fclose(f);
    free(row);
    free(text);
    for (size_t i = 0; i < n; i++) {
        g_object_unref(all[i].layout);
        free(all[i].text);
    }
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        fprintf(stderr, "%s: %s\n", argv[3], cairo_status_to_string(status));
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
