#include "input/image.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/limits.h"
#include "input/image_codec.h"

bool image_fault(ImageFile *f, const char *fmt, ...) {
    va_list args;
    va_start(args, fmt);
    vsnprintf(f->why, sizeof f->why, fmt, args);
    va_end(args);
    return false;
}

bool image_fault_cut(ImageFile *f) {
    return image_fault(f,
                       "is cut off after %zu bytes, before the picture is "
                       "complete; copy or export it again",
                       f->n);
}

bool image_fault_damaged(ImageFile *f, const char *detail) {
    return image_fault(f, "is damaged (%s); copy or export it again", detail);
}

bool image_size_ok(ImageFile *f, uint32_t width, uint32_t height) {
    if (width == 0 || height == 0)
        return image_fault(f,
                           "is %u by %u pixels, so there is nothing to see; "
                           "export it again",
                           width, height);
    if (width > LIMIT_IMAGE_SIDE || height > LIMIT_IMAGE_SIDE)
        return image_fault(f,
                           "is %u by %u pixels, and a side may have %d; "
                           "scale it down",
                           width, height, LIMIT_IMAGE_SIDE);
    if ((size_t)width * height > LIMIT_IMAGE_PIXELS)
        return image_fault(f,
                           "is %u by %u pixels, more than the %zu million "
                           "that are read; scale it down",
                           width, height, LIMIT_IMAGE_PIXELS / 1000000);
    return true;
}

int image_dpi(double x, double y) {
    bool sane = x - y < 0.5 && y - x < 0.5 && x >= 10 && x <= 100000;
    return sane ? (int)(x + 0.5) : 0;
}

/* The first bytes of files that people take for pictures. */
typedef struct Magic {
    size_t at, n;
    const char *bytes;
    const char *name;
    bool (*decode)(Arena *a, ImageFile *f, Image *out);
} Magic;

static const Magic magics[] = {
    {0, 8, "\x89PNG\r\n\x1a\n", "PNG", image_png},
    {0, 3, "\xFF\xD8\xFF", "JPEG", image_jpeg},
    {0, 4, "GIF8", "a GIF picture", NULL},
    {8, 4, "WEBP", "a WebP picture", NULL},
    {4, 8, "ftypavif", "an AVIF picture", NULL},
    {4, 7, "ftyphei", "a HEIC picture", NULL},
    {4, 8, "ftypmif1", "a HEIF picture", NULL},
    {0, 4, "II*\0", "a TIFF picture", NULL},
    {0, 4, "MM\0*", "a TIFF picture", NULL},
    {0, 2, "BM", "a BMP picture", NULL},
    {0, 4, "<svg", "an SVG drawing", NULL},
    {0, 5, "<?xml", "an SVG drawing or other XML", NULL},
    {0, 4, "%PDF", "a PDF", NULL},
    {0, 4, "8BPS", "a Photoshop file", NULL},
};

bool image_decode(Arena *a, ImageFile *f, Image *out) {
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        const Magic *m = &magics[i];
        if (f->n < m->at + m->n || memcmp(f->s + m->at, m->bytes, m->n) != 0)
            continue;
        if (m->decode)
            return m->decode(a, f, out);
        return image_fault(f, "is %s; save it as PNG or JPEG", m->name);
    }
    return image_fault(f, "is neither PNG nor JPEG, whatever its name says; "
                          "save the picture as one of them");
}

static bool read_all(int fd, Buf *out) {
    ssize_t got;
    do {
        buf_reserve(out, 65536);
        got = read(fd, out->s + out->n, 65536);
        if (got > 0)
            out->n += (size_t)got;
    } while ((got > 0 && out->n <= LIMIT_IMAGE_BYTES) ||
             (got < 0 && errno == EINTR));
    return got >= 0;
}

/* What is behind the name is judged before it is read, and opening waits for
 * nobody, as that of a pipe would. */
static bool read_file(const char *path, Span where, Diag *diag, Buf *out) {
    struct stat st;
    bool ok = false;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd >= 0)
        fs_note_input(fd, diag);
    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
        diag_at(diag, DIAG_ERROR, where,
                "there is no picture \"%s\"; check its name and folder", path);
    else if (fd < 0 || fstat(fd, &st) != 0)
        diag_at(diag, DIAG_ERROR, where, "cannot open the picture \"%s\": %s",
                path, strerror(errno));
    else if (S_ISDIR(st.st_mode))
        diag_at(diag, DIAG_ERROR, where,
                "\"%s\" is a folder; name the picture in it", path);
    else if (!S_ISREG(st.st_mode))
        diag_at(diag, DIAG_ERROR, where,
                "\"%s\" is a device or pipe; name a picture file", path);
    else if (st.st_size == 0)
        diag_at(diag, DIAG_ERROR, where,
                "\"%s\" is empty; copy or export it again", path);
    else if (!read_all(fd, out))
        diag_at(diag, DIAG_ERROR, where, "cannot read the picture \"%s\": %s",
                path, strerror(errno));
    else if (out->n > LIMIT_IMAGE_BYTES)
        diag_at(diag, DIAG_ERROR, where,
                "\"%s\" is larger than the %zu MB that are read; scale it down",
                path, LIMIT_IMAGE_BYTES / (1024 * 1024));
    else
        ok = true;
    if (fd >= 0)
        close(fd);
    return ok;
}

bool image_load(Arena *a, const char *path, Span where, Diag *diag,
                Image *out) {
    Buf bytes = {0};
    bool ok = read_file(path, where, diag, &bytes);
    if (ok) {
        ImageFile file = {.s = (const unsigned char *)bytes.s, .n = bytes.n};
        Image image = {0};
        ok = image_decode(a, &file, &image);
        if (ok)
            *out = image;
        else
            diag_at(diag, DIAG_ERROR, where, "\"%s\" %s", path, file.why);
    }
    buf_free(&bytes);
    return ok;
}
