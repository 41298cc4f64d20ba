#include "job/profile.h"

#include "base/yamlwrite.h"

/* ---- as a file ---- */

/* Hundredths of a millimetre: a tenth of what can be read. */
static void put_mm(Buf *out, Len l) {
    len_put_mm(out, l, 2);
}

static void put_offset(Buf *out, const char *key, const PrinterOffset *o) {
    if (!o->given)
        return;
    buf_printf(out, "%s: {right: ", key);
    put_mm(out, o->right);
    buf_puts(out, ", down: ");
    put_mm(out, o->down);
    buf_puts(out, "}\n");
}

static void put_border(Buf *out, const char *key, const PrinterBorder *b) {
    const Len v[] = {b->left, b->top, b->right, b->bottom};
    static const char *const names[] = {"left", "top", "right", "bottom"};
    if (!b->given)
        return;
    for (int i = 0; i < 4; i++) {
        buf_printf(out, i ? ", %s: " : "%s: {left: ", i ? names[i] : key);
        put_mm(out, v[i]);
    }
    buf_puts(out, "}\n");
}

static void put_envelope(Buf *out, const PrinterEnvelope *e) {
    if (!e->feed && e->face == PRINTER_FACE_UNKNOWN && !e->offset.given &&
        !e->border.given)
        return;
    buf_puts(out, "envelope:\n");
    if (e->feed)
        buf_printf(out, "  feed: %d\n", e->feed);
    if (e->turned)
        buf_puts(out, "  turned: yes\n");
    if (e->face != PRINTER_FACE_UNKNOWN)
        buf_printf(out, "  face: %s\n",
                   e->face == PRINTER_FACE_UP ? "up" : "down");
    if (e->paper != PRINTER_PAPER_ENVELOPE)
        buf_printf(out, "  paper: %s\n", printer_papers[e->paper]);
    put_offset(out, "  offset", &e->offset);
    put_border(out, "  border", &e->border);
}

void profile_yaml(const Printer *p, Buf *out) {
    buf_puts(out, "# A printer's faults, measured with envoi calibrate; "
                  "lengths in mm.\n");
    if (p->title.n)
        yamlwrite_pair(out, 0, "title", p->title);
    put_offset(out, "offset", &p->offset);
    put_offset(out, "back", &p->back);
    if (p->scale.given) {
        buf_puts(out, "scale: {across: ");
        buf_fixed(out, p->scale.across, 4);
        buf_puts(out, " %, down: ");
        buf_fixed(out, p->scale.down, 4);
        buf_puts(out, " %}\n");
    }
    if (p->compensate)
        buf_puts(out, "compensate: yes\n");
    if (p->skew_given) {
        buf_puts(out, "skew: ");
        buf_fixed(out, p->skew, 3);
        buf_putc(out, '\n');
    }
    put_border(out, "border", &p->border);
    put_envelope(out, &p->envelope);
}

/* ---- in words ---- */

static void say_offset(Buf *out, const char *what, const PrinterOffset *o) {
    if (!o->given)
        return;
    if (o->right == 0 && o->down == 0) {
        buf_printf(out, "%-10s the print lies where it should\n", what);
        return;
    }
    buf_printf(out,
               "%-10s the print lies %.2f mm too far %s and %.2f mm too "
               "far %s; pages are moved back\n",
               what, len_mm(o->right < 0 ? -o->right : o->right),
               o->right < 0 ? "left" : "right",
               len_mm(o->down < 0 ? -o->down : o->down),
               o->down < 0 ? "up" : "down");
}

static void say_scale(Buf *out, const Printer *p) {
    const PrinterScale *s = &p->scale;
    if (!s->given)
        return;
    if (s->across == PRINTER_TRUE && s->down == PRINTER_TRUE) {
        buf_printf(out, "%-10s lengths come out as they should\n", "scale");
        return;
    }
    buf_printf(out,
               "%-10s 100 mm come out as %.2f mm across and %.2f mm down; ",
               "scale", s->across / 1e4, s->down / 1e4);
    buf_puts(out, p->compensate ? "pages are set so much larger or smaller\n"
                  : printer_scale_is_off(s)
                      ? "switch off \"fit to page\" in the print dialog\n"
                      : "nothing is done about it\n");
}

static void say_skew(Buf *out, const Printer *p) {
    if (p->skew_given && p->skew == 0)
        buf_printf(out, "%-10s the print stands straight\n", "skew");
    else if (p->skew_given)
        buf_printf(out,
                   "%-10s turned by %.2f mm on 100 mm %sclockwise; nothing is "
                   "done about it\n",
                   "skew", (p->skew < 0 ? -p->skew : p->skew) / 1e3,
                   p->skew < 0 ? "anti" : "");
}

static void say_border(Buf *out, const char *what, const PrinterBorder *b) {
    if (b->given)
        buf_printf(out,
                   "%-10s blank at the left %.1f, top %.1f, right %.1f, bottom "
                   "%.1f mm; text there is an error\n",
                   what, len_mm(b->left), len_mm(b->top), len_mm(b->right),
                   len_mm(b->bottom));
}

static void say_envelope(Buf *out, const PrinterEnvelope *e) {
    static const char *const sides[] = {"at the left", "in the centre",
                                        "at the right"};
    static const char *const papers[] = {
        "the printer is told the envelope's size", "the printer is told A4",
        "the printer is told US letter"};
    if (e->feed)
        buf_printf(out, "%-10s feed %d%s: %s, %s edge first%s; %s\n",
                   "envelopes", e->feed, e->turned ? ",turned" : "",
                   sides[printer_feed_side(e->feed)],
                   printer_feed_long(e->feed) ? "long" : "short",
                   e->turned ? ", turned round" : "", papers[e->paper]);
    if (e->face != PRINTER_FACE_UNKNOWN)
        buf_printf(out, "%-10s lie with the address %s\n", "envelopes",
                   e->face == PRINTER_FACE_UP ? "up" : "down");
    say_offset(out, "envelopes", &e->offset);
    say_border(out, "envelopes", &e->border);
}

void profile_describe(const Printer *p, Buf *out) {
    buf_printf(out, "%s%s%.*s\n", p->name, p->title.n ? ": " : "",
               (int)p->title.n, p->title.s);
    size_t before = out->n;
    say_offset(out, "offset", &p->offset);
    say_offset(out, "back", &p->back);
    say_scale(out, p);
    say_skew(out, p);
    say_border(out, "border", &p->border);
    say_envelope(out, &p->envelope);
    if (out->n == before)
        buf_puts(out, "the profile says nothing\n");
}
