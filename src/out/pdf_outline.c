#include "out/pdf_outline.h"

/* Entries in one leaf of the number tree. */
#define LEAF 64

static void put(Buf *out, const char *before, uint32_t n, const char *after) {
    buf_puts(out, before);
    buf_number(out, n);
    buf_puts(out, after);
}

uint32_t outline_write(Objects *o, const Bookmark *v, size_t n,
                       const uint32_t *pages) {
    const uint32_t root = objects_reserve(o);
    Buf b = {0};
    uint32_t before = 0, first = 0, id = objects_reserve(o);
    for (size_t i = 0; i < n; i++) {
        const uint32_t next = i + 1 < n ? objects_reserve(o) : 0;
        first = i == 0 ? id : first;
        buf_clear(&b);
        put(&b, "<</Title(", v[i].number, ")");
        put(&b, "/Parent ", root, " 0 R");
        if (before)
            put(&b, "/Prev ", before, " 0 R");
        if (next)
            put(&b, "/Next ", next, " 0 R");
        put(&b, "/Dest[", pages[v[i].page], " 0 R/Fit]>>");
        objects_write_raw(o, id, &b);
        before = id;
        id = next;
    }
    buf_clear(&b);
    put(&b, "<</Type/Outlines/First ", first, " 0 R");
    put(&b, "/Last ", before, " 0 R");
    put(&b, "/Count ", (uint32_t)n, ">>");
    objects_write_raw(o, root, &b);
    buf_free(&b);
    return root;
}

uint32_t pagelabels_write(Objects *o, const Bookmark *v, size_t n) {
    Buf kids = {0}, b = {0};
    const bool early = v[0].page > 0; /* the tree begins at page 0 */
    for (size_t i = 0; i < n; i += LEAF) {
        const size_t end = i + LEAF < n ? i + LEAF : n;
        const bool front = early && i == 0;
        const uint32_t id = objects_reserve(o);
        buf_clear(&b);
        put(&b, "<</Limits[", front ? 0 : v[i].page, " ");
        put(&b, "", v[end - 1].page, "]/Nums[");
        if (front)
            buf_puts(&b, "0<</S/r>>");
        for (size_t k = i; k < end; k++) {
            put(&b, " ", v[k].page, "<</S/D/P(");
            put(&b, "", v[k].number, "-)>>");
        }
        buf_puts(&b, "]>>");
        objects_write_raw(o, id, &b);
        put(&kids, " ", id, " 0 R");
    }
    const uint32_t root = objects_reserve(o);
    buf_clear(&b);
    buf_puts(&b, "<</Kids[");
    buf_add(&b, kids.s, kids.n);
    buf_puts(&b, "]>>");
    objects_write_raw(o, root, &b);
    buf_free(&kids);
    buf_free(&b);
    return root;
}
