/* paper - a printer that is off, and somebody who reads what it printed.
 *
 *   paper print [--right MM] [--down MM] [--wide PERCENT] [--high PERCENT]
 *               [--skew MM] [--blank L,T,R,B] PAGE.pgm PAPER.pgm
 *   paper fold PAPER.pgm             A,B,C,D as the stairs tell
 *   paper bars PAPER.pgm             lengths across and down
 *   paper edges PAPER.pgm            smallest strokes: left,top,right,bottom
 *   paper cut X Y W H QUARTERS PAPER.pgm OUT.pgm
 *                                    a part of it, turned back anticlockwise
 *   paper cross PAPER.pgm            place of a cross near the upper left
 *   paper labels LEFT TOP W H ACROSS DOWN COLUMNS ROWS WANT.pgm PAPER.pgm
 *                                    how far the ink of the labels is off
 *
 * Rasters are gray with 10 pixels a mm (pdftoppm -gray -r 254). The creases of
 * a fold are the middle of the raster, exactly; nothing here knows what was
 * done to the print. Lengths are printed in mm.
 */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PER_MM 10.0
#define DARK 128 /* of 255: half a pixel of ink */

typedef struct Raster {
    int w, h;
    unsigned char *ink; /* 255: black */
} Raster;

static void fail(const char *what, const char *name) {
    fprintf(stderr, "paper: %s %s\n", what, name);
    exit(3);
}

static Raster blank(int w, int h) {
    Raster r = {w, h, calloc((size_t)w * (size_t)h, 1)};
    if (!r.ink)
        fail("out of memory", "");
    return r;
}

/* A page of whole millimetres, as which pdftoppm makes a pixel more. */
static int trim(int side) {
    return side % 10 == 1 ? side - 1 : side;
}

static Raster load(const char *name) {
    int w = 0, h = 0;
    FILE *f = fopen(name, "rb");
    if (!f || fscanf(f, "P5 %d %d 255", &w, &h) != 2 || fgetc(f) == EOF)
        fail("cannot read", name);
    Raster r = blank(trim(w), trim(h));
    for (int y = 0; y < r.h; y++)
        for (int x = 0; x < w; x++) {
            int v = fgetc(f);
            if (v == EOF)
                fail("too short:", name);
            if (x < r.w)
                r.ink[y * r.w + x] = (unsigned char)(255 - v);
        }
    fclose(f);
    return r;
}

static void save(const Raster *r, const char *name) {
    FILE *f = fopen(name, "wb");
    if (!f)
        fail("cannot write", name);
    fprintf(f, "P5\n%d %d\n255\n", r->w, r->h);
    for (size_t i = 0; i < (size_t)r->w * (size_t)r->h; i++)
        fputc(255 - r->ink[i], f);
    if (fclose(f) != 0)
        fail("cannot write", name);
}

static double at(const Raster *r, int x, int y) {
    return x < 0 || y < 0 || x >= r->w || y >= r->h ? 0 : r->ink[y * r->w + x];
}

/* Between pixels; (x, y) in pixels, their middles at halves. */
static double between(const Raster *r, double x, double y) {
    double fx = floor(x - 0.5), fy = floor(y - 0.5);
    double u = x - 0.5 - fx, v = y - 0.5 - fy;
    int i = (int)fx, k = (int)fy;
    return (at(r, i, k) * (1 - u) + at(r, i + 1, k) * u) * (1 - v) +
           (at(r, i, k + 1) * (1 - u) + at(r, i + 1, k + 1) * u) * v;
}

/* ---- the printer ---- */

typedef struct Faults {
    double right, down, wide, high, skew;
    double blank[4];
} Faults;

static bool is_blank(const Raster *page, const Faults *f, double x, double y) {
    return x < f->blank[0] * PER_MM || y < f->blank[1] * PER_MM ||
           x > page->w - f->blank[2] * PER_MM ||
           y > page->h - f->blank[3] * PER_MM;
}

static Raster print(const Raster *page, const Faults *f) {
    Raster out = blank(page->w, page->h);
    double mx = page->w / 2.0, my = page->h / 2.0;
    double turn = atan(f->skew / 100), c = cos(turn), s = sin(turn);
    for (int y = 0; y < out.h; y++)
        for (int x = 0; x < out.w; x++) {
            double px = x + 0.5 - mx - f->right * PER_MM;
            double py = y + 0.5 - my - f->down * PER_MM;
            double qx = mx + (px * c + py * s) / (f->wide / 100);
            double qy = my + (py * c - px * s) / (f->high / 100);
            if (!is_blank(page, f, qx, qy))
                out.ink[y * out.w + x] =
                    (unsigned char)(between(page, qx, qy) + 0.5);
        }
    return out;
}

/* ---- connected ink ---- */

typedef struct Blob {
    int left, top, right, bottom; /* right, bottom: last pixel */
} Blob;

typedef struct Blobs {
    Blob *v;
    int n, cap;
} Blobs;

static Blob flood(const Raster *r, unsigned char *done, int start, int *stack) {
    Blob b = {start % r->w, start / r->w, start % r->w, start / r->w};
    int n = 0;
    stack[n++] = start;
    done[start] = 1;
    while (n > 0) {
        int p = stack[--n], x = p % r->w, y = p / r->w;
        b.left = x < b.left ? x : b.left;
        b.right = x > b.right ? x : b.right;
        b.top = y < b.top ? y : b.top;
        b.bottom = y > b.bottom ? y : b.bottom;
        for (int dy = -1; dy <= 1; dy++)
            for (int dx = -1; dx <= 1; dx++) {
                int q = (y + dy) * r->w + x + dx;
                if (at(r, x + dx, y + dy) >= DARK && !done[q]) {
                    done[q] = 1;
                    stack[n++] = q;
                }
            }
    }
    return b;
}

static Blobs find_blobs(const Raster *r) {
    Blobs out = {0};
    int total = r->w * r->h;
    unsigned char *done = calloc((size_t)total, 1);
    int *stack = malloc((size_t)total * sizeof *stack);
    if (!done || !stack)
        fail("out of memory", "");
    for (int i = 0; i < total; i++) {
        if (done[i] || r->ink[i] < DARK)
            continue;
        if (out.n == out.cap) {
            out.cap = out.cap ? out.cap * 2 : 256;
            out.v = realloc(out.v, (size_t)out.cap * sizeof *out.v);
            if (!out.v)
                fail("out of memory", "");
        }
        out.v[out.n++] = flood(r, done, i, stack);
    }
    free(done);
    free(stack);
    return out;
}

static double wide(const Blob *b) {
    return (b->right - b->left + 1) / PER_MM;
}

static double high(const Blob *b) {
    return (b->bottom - b->top + 1) / PER_MM;
}

static bool about(double v, double want, double by) {
    return fabs(v - want) <= by;
}

/* Blobs of w x h mm whose middle is in [x, x2] x [y, y2] mm. */
static int count(const Blobs *all, double w, double h, double x, double y,
                 double x2, double y2) {
    int n = 0;
    for (int i = 0; i < all->n; i++) {
        const Blob *b = &all->v[i];
        double mx = (b->left + b->right + 1) / 2.0 / PER_MM;
        double my = (b->top + b->bottom + 1) / 2.0 / PER_MM;
        n += about(wide(b), w, w < 1 ? 0.25 : 0.2) &&
             about(high(b), h, h < 1 ? 0.25 : 0.2) && mx >= x && mx <= x2 &&
             my >= y && my <= y2;
    }
    return n;
}

/* ---- the stairs ---- */

static int by_place(const void *x, const void *y) {
    const double *a = x, *b = y;
    return (a[0] > b[0]) - (a[0] < b[0]);
}

/* What a careful eye reads: between the two steps beside the crease. Steps are
 * strokes of 3 mm; `middle`: where the stair is from the middle of the sheet.
 */
static double read_stair(const Raster *r, const Blobs *all, bool upright,
                         double middle) {
    double steps[64][2]; /* along the crease, across it */
    double crease = (upright ? r->w : r->h) / 2.0;
    double centre = (upright ? r->h : r->w) / 2.0 + middle * PER_MM;
    int n = 0;
    for (int i = 0; i < all->n && n < 64; i++) {
        const Blob *b = &all->v[i];
        double x = (b->left + b->right + 1) / 2.0;
        double y = (b->top + b->bottom + 1) / 2.0;
        double along = upright ? y : x, across = upright ? x : y;
        if (!about(upright ? wide(b) : high(b), 0.2, 0.21) ||
            !about(upright ? high(b) : wide(b), 3, 0.25) ||
            fabs(along - centre) > 36 * PER_MM ||
            fabs(across - crease) > 11 * PER_MM)
            continue;
        steps[n][0] = along;
        steps[n++][1] = across;
    }
    if (n != 21)
        fail("a stair has not its 21 steps:", upright ? "upright" : "level");
    qsort(steps, (size_t)n, sizeof *steps, by_place);
    for (int i = 0; i + 1 < n; i++) {
        double here = steps[i][1] - crease, next = steps[i + 1][1] - crease;
        if (here * next <= 0)
            return (i - 10 + here / (here - next)) * 0.5;
    }
    fail("the crease meets no step", "");
    return 0;
}

static void fold(const Raster *r) {
    Blobs all = find_blobs(r);
    printf("%.2f,%.2f,%.2f,%.2f\n", read_stair(r, &all, true, -70),
           read_stair(r, &all, false, -41), read_stair(r, &all, true, 70),
           read_stair(r, &all, false, 41));
    free(all.v);
}

/* The strokes that are there are the last ones of 1 to 20. A piece of one is
 * one. */
static void edges(const Raster *r) {
    Blobs all = find_blobs(r);
    double w = r->w / PER_MM, h = r->h / PER_MM;
    printf("%d,%d,%d,%d\n", 21 - count(&all, 0.3, 2.6, 0, 0, 26, h),
           21 - count(&all, 2.6, 0.3, 0, 0, w, 26),
           21 - count(&all, 0.3, 2.6, w - 26, 0, w, h),
           21 - count(&all, 2.6, 0.3, 0, h - 26, w, h));
    free(all.v);
}

/* A bar is the longest thing there is; its line is 0.2 mm wide. */
static void bars(const Raster *r) {
    Blobs all = find_blobs(r);
    double across = 0, down = 0;
    for (int i = 0; i < all.n; i++) {
        const Blob *b = &all.v[i];
        if (high(b) < 5 && wide(b) > across)
            across = wide(b);
        if (wide(b) < 5 && high(b) > down)
            down = high(b);
    }
    printf("%.1f,%.1f\n", across - 0.2, down - 0.2);
    free(all.v);
}

/* ---- envelopes ---- */

static Raster cut(const Raster *r, double x, double y, double w, double h,
                  int quarters) {
    int x0 = (int)lround(x * PER_MM), y0 = (int)lround(y * PER_MM);
    int cw = (int)lround(w * PER_MM), ch = (int)lround(h * PER_MM);
    bool odd = quarters % 2 == 1;
    Raster out = blank(odd ? ch : cw, odd ? cw : ch);
    for (int v = 0; v < out.h; v++)
        for (int u = 0; u < out.w; u++) {
            /* (u, v) of the face came to lie here when it was turned. */
            int px = quarters == 0   ? u
                     : quarters == 1 ? cw - 1 - v
                     : quarters == 2 ? cw - 1 - u
                                     : v;
            int py = quarters == 0   ? v
                     : quarters == 1 ? u
                     : quarters == 2 ? ch - 1 - v
                                     : ch - 1 - u;
            out.ink[v * out.w + u] = (unsigned char)at(r, x0 + px, y0 + py);
        }
    return out;
}

static void cross(const Raster *r) {
    Blobs all = find_blobs(r);
    for (int i = 0; i < all.n; i++) {
        const Blob *b = &all.v[i];
        if (about(wide(b), 8, 0.3) && about(high(b), 8, 0.3) &&
            b->left < 20 * PER_MM && b->top < 20 * PER_MM)
            printf("%.2f,%.2f\n", (b->left + b->right + 1) / 2.0 / PER_MM,
                   (b->top + b->bottom + 1) / 2.0 / PER_MM);
    }
    free(all.v);
}

/* ---- labels ---- */

/* Middle of the ink in a box, in pixels; false if there is none. */
static bool ink_in(const Raster *r, double x, double y, double w, double h,
                   double *mx, double *my) {
    double sum = 0;
    *mx = *my = 0;
    for (int v = (int)ceil(y * PER_MM); v < (int)((y + h) * PER_MM); v++)
        for (int u = (int)ceil(x * PER_MM); u < (int)((x + w) * PER_MM); u++) {
            double ink = at(r, u, v);
            sum += ink;
            *mx += ink * u;
            *my += ink * v;
        }
    *mx /= sum;
    *my /= sum;
    return sum > 255;
}

static void labels(char **arg) {
    double g[6];
    for (int i = 0; i < 6; i++)
        g[i] = atof(arg[i]);
    int columns = atoi(arg[6]), rows = atoi(arg[7]), n = 0;
    Raster want = load(arg[8]), got = load(arg[9]);
    double worst = 0, x, y, x2, y2;
    for (int i = 0; i < columns * rows; i++) {
        int column = i % columns, row = i / columns;
        double left = g[0] + column * g[4], top = g[1] + row * g[5];
        bool a = ink_in(&want, left, top, g[2], g[3], &x, &y);
        if (a != ink_in(&got, left, top, g[2], g[3], &x2, &y2))
            worst = 99;
        if (!a)
            continue;
        n++;
        worst = fmax(worst, fmax(fabs(x2 - x), fabs(y2 - y)) / PER_MM);
    }
    printf("%d labels, %.2f mm off at most\n", n, worst);
    free(want.ink);
    free(got.ink);
}

static void read_faults(int argc, char **argv, Faults *f) {
    static const char *const names[] = {"--right", "--down", "--wide", "--high",
                                        "--skew"};
    double *values[] = {&f->right, &f->down, &f->wide, &f->high, &f->skew};
    *f = (Faults){.wide = 100, .high = 100};
    for (int i = 0; i + 1 < argc; i += 2) {
        for (int k = 0; k < 5; k++)
            if (strcmp(argv[i], names[k]) == 0)
                *values[k] = atof(argv[i + 1]);
        if (strcmp(argv[i], "--blank") == 0 &&
            sscanf(argv[i + 1], "%lf,%lf,%lf,%lf", &f->blank[0], &f->blank[1],
                   &f->blank[2], &f->blank[3]) != 4)
            fail("four numbers for", argv[i]);
    }
}

int main(int argc, char **argv) {
    const char *what = argc > 2 ? argv[1] : "";
    Raster r = {0}, out = {0};
    if (strcmp(what, "labels") == 0 && argc == 12) {
        labels(argv + 2);
        return 0;
    }
    if (strcmp(what, "print") == 0 && argc >= 4) {
        Faults f;
        read_faults(argc - 4, argv + 2, &f);
        r = load(argv[argc - 2]);
        out = print(&r, &f);
        save(&out, argv[argc - 1]);
    } else if (strcmp(what, "cut") == 0 && argc == 9) {
        r = load(argv[7]);
        out = cut(&r, atof(argv[2]), atof(argv[3]), atof(argv[4]),
                  atof(argv[5]), atoi(argv[6]));
        save(&out, argv[8]);
    } else if (argc == 3) {
        r = load(argv[2]);
        if (strcmp(what, "fold") == 0)
            fold(&r);
        else if (strcmp(what, "bars") == 0)
            bars(&r);
        else if (strcmp(what, "edges") == 0)
            edges(&r);
        else if (strcmp(what, "cross") == 0)
            cross(&r);
    } else {
        fail("what?", what);
    }
    free(r.ink);
    free(out.ink);
    return 0;
}
