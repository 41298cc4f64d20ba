#include "unit.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <unistd.h>

#include "text/font.h"

#define NOTO "/usr/share/fonts/truetype/noto/"
#define CJK "/usr/share/fonts/opentype/noto/"

static void latin(void) {
    Diag *d = diag_new();
    Font *f = font_open(NOTO "NotoSerif-Italic.ttf", 0, 3, 1000, d);
    CHECK(f != NULL);
    CHECK_STR(f->name, "NotoSerif-Italic");
    CHECK_INT(f->number, 3);
    CHECK_INT(f->upem, 1000);
    CHECK_INT(f->outline, FONT_GLYF);
    CHECK(f->embeddable && f->subsettable);
    CHECK_INT(f->ascent, 1069);
    CHECK_INT(f->descent, -293);
    CHECK_INT(f->cap_height, 714);
    CHECK_INT(f->x_height, 536);
    CHECK_INT(f->italic_angle_deg, -12);
    CHECK(f->bbox[0] < 0 && f->bbox[1] < 0 && f->bbox[3] > 714);
    CHECK(font_glyph(f, 'A', 0) > 0);
    CHECK_INT(font_glyph(f, 0x65B0, 0), 0);
    CHECK_INT(font_cid(f, 77), 77);
    /* A size answers in Len: a glyph of 1/1000 em steps at 10 pt. */
    hb_font_t *ten = font_at(f, LEN_OF_PT(10));
    CHECK(ten == font_at(f, LEN_OF_PT(10)));
    CHECK(ten != font_at(f, LEN_OF_PT(11)));
    hb_position_t x = hb_font_get_glyph_h_advance(ten, font_glyph(f, 'm', 0));
    CHECK(x > LEN_OF_PT(7) && x < LEN_OF_PT(10));
    font_free(f);
    CHECK_INT(diag_count(d, DIAG_NOTE), 0);
    diag_free(d);
}

static void sizes(void) {
    Diag *d = diag_new();
    Font *f = font_open(NOTO "NotoNaskhArabic-Regular.ttf", 0, 0, 1130, d);
    CHECK_INT(font_em(f, LEN_OF_PT(10)), LEN_OF_PT(11.3));
    hb_font_t *last = NULL;
    for (int i = 1; i <= 20; i++)
        last = font_at(f, i * LEN_PT);
    CHECK(font_at(f, 20 * LEN_PT) == last);
    font_free(f);
    font_free(NULL);
    diag_free(d);
}

/* One file, five faces: forms differ, CIDs and coverage do not. */
static void collection(void) {
    Diag *d = diag_new();
    Font *jp = font_open(CJK "NotoSerifCJK-Regular.ttc", 0, 0, 1000, d);
    Font *sc = font_open(CJK "NotoSerifCJK-Regular.ttc", 2, 1, 1000, d);
    CHECK_STR(jp->name, "NotoSerifCJKjp-Regular");
    CHECK_STR(sc->name, "NotoSerifCJKsc-Regular");
    CHECK_INT(sc->outline, FONT_CFF_CID);
    CHECK_INT(sc->nglyphs, 65535);
    /* U+76F4 has another form in each. */
    CHECK(font_glyph(jp, 0x76F4, 0) != font_glyph(sc, 0x76F4, 0));
    CHECK_INT(font_glyph(jp, 0x4E00, 0), font_glyph(sc, 0x4E00, 0));
    uint32_t gid = font_glyph(sc, 0x65B0, 0);
    CHECK(gid > 0 && font_cid(sc, gid) > 0);
    CHECK_INT(font_cid(sc, 0), 0);
    /* An ideographic variation (Adobe-Japan1) that the face has, and not. */
    CHECK(font_glyph(jp, 0x4E0E, 0xE0100) > 0);
    CHECK_INT(font_glyph(jp, 0x4E0E, 0xE01EF), 0);
    font_free(jp);
    font_free(sc);
    CHECK_INT(diag_count(d, DIAG_NOTE), 0);
    CHECK(font_open(CJK "NotoSerifCJK-Regular.ttc", 99, 0, 1000, d) == NULL);
    CHECK_INT(diag_exit_status(d), 3);
    diag_free(d);
}

static const char *refused(const char *path, char *out, size_t room) {
    Diag *d = diag_new();
    CHECK(font_open(path, 0, 0, 1000, d) == NULL);
    CHECK(font_open(path, 0, 0, 1000, NULL) == NULL);
    CHECK_INT(diag_exit_status(d), 3);
    FILE *f = fmemopen(out, room, "w");
    diag_print(d, f, false);
    fclose(f);
    diag_free(d);
    return out;
}

/* A folder, no font, fonts cut short at every length: never a crash. */
static void broken(void) {
    char out[512], path[] = "/tmp/envoi-font-XXXXXX";
    CHECK(strstr(refused("/nowhere.ttf", out, sizeof out),
                 "/nowhere.ttf: error: No such file or directory"));
    refused("/tmp", out, sizeof out);
    refused("/dev/null", out, sizeof out);
    int fd = mkstemp(path);
    FILE *in = fopen(NOTO "NotoSansYi-Regular.ttf", "rb");
    static char bytes[1 << 20];
    size_t n = fread(bytes, 1, sizeof bytes, in);
    fclose(in);
    for (size_t cut = 0; cut < n; cut += n / 40) {
        CHECK(ftruncate(fd, 0) == 0);
        CHECK(pwrite(fd, bytes, cut, 0) == (ssize_t)cut);
        Diag *d = diag_new();
        Font *f = font_open(path, 0, 0, 1000, d);
        CHECK((f == NULL) == (diag_count(d, DIAG_SYSTEM) == 1));
        if (f)
            font_glyph(f, 0xA000, 0);
        font_free(f);
        diag_free(d);
    }
    close(fd);
    unlink(path);
}

int main(void) {
    latin();
    sizes();
    collection();
    broken();
    return unit_done("text/font");
}
