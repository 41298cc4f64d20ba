#include "input/jpeg_segments.h"

#include <stdbool.h>
#include <string.h>

#define SOI 0xD8
#define EOI 0xD9
#define SOS 0xDA
#define APP1 0xE1

typedef struct Segment {
    int marker;
    const unsigned char *s; /* at its 0xFF */
    size_t n; /* with marker and length; of a scan with its data */
} Segment;

typedef struct Walk {
    const unsigned char *s;
    size_t n, at;
} Walk;

static size_t get16(const unsigned char *s) {
    return (size_t)s[0] << 8 | s[1];
}

/* Entropy-coded data ends at a marker that is neither a stuffed byte nor a
 * restart (B.1.1.5). */
static size_t scan_end(const Walk *w, size_t at) {
    for (; at + 1 < w->n; at++) {
        int next = w->s[at + 1];
        bool data = next == 0 || next == 0xFF || (next >= 0xD0 && next <= 0xD7);
        if (w->s[at] == 0xFF && !data)
            return at;
    }
    return w->n;
}

/* The next segment, EOI among them. False at the end of the file or where no
 * marker is. */
static bool next_segment(Walk *w, Segment *out) {
    while (w->at + 1 < w->n && w->s[w->at] == 0xFF && w->s[w->at + 1] == 0xFF)
        w->at++; /* fill bytes (B.1.1.2) */
    if (w->n - w->at < 2 || w->s[w->at] != 0xFF)
        return false;
    *out = (Segment){w->s[w->at + 1], w->s + w->at, 2};
    bool bare =
        out->marker == 0x01 || (out->marker >= 0xD0 && out->marker <= EOI);
    if (!bare) {
        if (w->n - w->at < 4 || get16(out->s + 2) < 2)
            return false;
        out->n = 2 + get16(out->s + 2);
        if (out->n > w->n - w->at)
            return false;
    }
    if (out->marker == SOS)
        out->n = scan_end(w, w->at + out->n) - w->at;
    w->at += out->n;
    return true;
}

/* ---- Exif ---- */

/* TIFF 6.0, section 2, in either byte order. */
typedef struct Tiff {
    const unsigned char *s;
    size_t n;
    bool big;
} Tiff;

static size_t tiff16(const Tiff *t, size_t at) {
    if (t->n < 2 || at > t->n - 2)
        return 0;
    const unsigned char *s = t->s + at;
    return t->big ? get16(s) : (size_t)s[1] << 8 | s[0];
}

static size_t tiff32(const Tiff *t, size_t at) {
    return t->big ? tiff16(t, at) << 16 | tiff16(t, at + 2)
                  : tiff16(t, at + 2) << 16 | tiff16(t, at);
}

static int tiff_orientation(const Tiff *t) {
    size_t ifd = tiff32(t, 4);
    size_t entries = tiff16(t, ifd);
    for (size_t i = 0; i < entries; i++) {
        size_t entry = ifd + 2 + 12 * i;
        if (tiff16(t, entry) == 0x0112) {
            size_t value = tiff16(t, entry + 8);
            return value >= 1 && value <= 8 ? (int)value : 1;
        }
    }
    return 1;
}

int jpeg_orientation(const unsigned char *s, size_t n) {
    Walk w = {s, n, 0};
    Segment seg;
    while (next_segment(&w, &seg) && seg.marker != SOS) {
        if (seg.marker != APP1 || seg.n < 18 ||
            memcmp(seg.s + 4, "Exif\0\0", 6) != 0)
            continue;
        Tiff t = {seg.s + 10, seg.n - 10, seg.s[10] == 'M'};
        return tiff_orientation(&t);
    }
    return 1;
}

/* ---- without what is not picture ---- */

/* Quantization, Huffman and restart tables, the frames that PDF readers know
 * (ISO 32000-1, 7.4.8: baseline, extended, progressive), scans. */
static bool is_picture(int marker) {
    switch (marker) {
    case 0xDB:
    case 0xC4:
    case 0xDD:
    case 0xC0:
    case 0xC1:
    case 0xC2:
    case SOS:
        return true;
    default:
        return false;
    }
}

static size_t put(unsigned char *to, size_t at, const void *bytes, size_t n) {
    memcpy(to + at, bytes, n);
    return at + n;
}

const unsigned char *jpeg_repack(Arena *a, const unsigned char *s, size_t n,
                                 int adobe, size_t *packed) {
    /* Adobe Technical Note 5116, 18: version 100, no flags. */
    unsigned char app14[] = {
        0xFF, 0xEE, 0,   14, 'A', 'd', 'o', 'b',
        'e',  0,    100, 0,  0,   0,   0,   (unsigned char)adobe};
    unsigned char *to = arena_alloc(a, n + sizeof app14);
    size_t at = put(to, 0, "\xFF\xD8", 2);
    if (adobe >= 0)
        at = put(to, at, app14, sizeof app14);
    Walk w = {s, n, 2};
    Segment seg = {0};
    while (next_segment(&w, &seg) && seg.marker != EOI)
        if (is_picture(seg.marker))
            at = put(to, at, seg.s, seg.n);
    if (seg.marker != EOI)
        return NULL;
    *packed = put(to, at, "\xFF\xD9", 2);
    return to;
}
