#include "base/jsonwrite.h"

#include <string.h>

static void put_string(Buf *out, const char *s, size_t n) {
    buf_putc(out, '"');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c == '"' || c == '\\') {
            buf_putc(out, '\\');
            buf_putc(out, s[i]);
        } else if (c == '\n') {
            buf_puts(out, "\\n");
        } else if (c == '\t') {
            buf_puts(out, "\\t");
        } else if (c < 0x20) {
            buf_printf(out, "\\u%04x", c);
        } else {
            buf_putc(out, s[i]);
        }
    }
    buf_putc(out, '"');
}

static void begin(JsonWriter *w, const char *name) {
    if (w->more)
        buf_putc(w->out, ',');
    if (w->depth > 0)
        buf_putc(w->out, '\n');
    for (int i = 0; i < w->depth; i++)
        buf_puts(w->out, "  ");
    if (name) {
        put_string(w->out, name, strlen(name));
        buf_puts(w->out, ": ");
    }
    w->more = true;
}

void json_open(JsonWriter *w, const char *name, char bracket) {
    begin(w, name);
    buf_putc(w->out, bracket);
    w->depth++;
    w->more = false;
}

void json_close(JsonWriter *w, char bracket) {
    w->depth--;
    if (w->more) {
        buf_putc(w->out, '\n');
        for (int i = 0; i < w->depth; i++)
            buf_puts(w->out, "  ");
    }
    buf_putc(w->out, bracket);
    if (w->depth == 0)
        buf_putc(w->out, '\n');
    w->more = true;
}

void json_text(JsonWriter *w, const char *name, Text t) {
    begin(w, name);
    put_string(w->out, t.s, t.n);
}

void json_string(JsonWriter *w, const char *name, const char *s) {
    begin(w, name);
    put_string(w->out, s, strlen(s));
}

void json_number(JsonWriter *w, const char *name, uint64_t value) {
    begin(w, name);
    buf_number(w->out, value);
}

void json_bool(JsonWriter *w, const char *name, bool value) {
    begin(w, name);
    buf_puts(w->out, value ? "true" : "false");
}
