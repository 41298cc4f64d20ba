/* Pages turned by quarters: the same picture turned, the same text. */
#include "../pdf/pdftry.h"

/* Odd in both directions, so that no wrong turn looks right. */
#define W LEN_OF_PT(240)
#define H LEN_OF_PT(180)
#define DPI 144
#define SCALE (DPI / 72)

static const char *const said = "Dear Governor,\nئۇيغۇر خەت\n中山路479号\n";

static bool make_items(Try *t, DisplayItems *to) {
    Font *serif = try_font(t, SERIF, 0), *naskh = try_font(t, NASKH, 0);
    Font *cjk = try_font(t, CJK, CJK_SC);
    if (!serif || !naskh || !cjk)
        return false;
    const GlyphRun *runs[] = {
        try_run(t, serif, "Dear Governor,", false, "Latn", "en", 20),
        try_run(t, naskh, "ئۇيغۇر خەت", true, "Arab", "ug", 20),
        try_run(t, cjk, "中山路479号", false, "Hani", "zh-Hans", 20)};
    for (int i = 0; i < 3; i++) {
        uint32_t tag = display_tag(&t->tags, ROLE_P, 0, "");
        display_run(t->arena, to, tag, LEN_OF_PT(20), LEN_OF_PT(40 + 26 * i),
                    runs[i], 0, runs[i]->n);
    }
    const DisplayColour red = {255, 0, 0};
    display_frame(t->arena, to, DISPLAY_NO_TAG, LEN_OF_PT(180), LEN_OF_PT(10),
                  LEN_OF_PT(40), LEN_OF_PT(20), LEN_OF_PT(2), red);
    display_line(t->arena, to, DISPLAY_NO_TAG, LEN_OF_PT(10), LEN_OF_PT(150),
                 LEN_OF_PT(110), LEN_OF_PT(130), LEN_OF_PT(2), 0, 0);
    DisplayForm *form = ARENA_NEW(t->arena, DisplayForm);
    *form = (DisplayForm){.w = LEN_OF_PT(30), .h = LEN_OF_PT(50)};
    display_rect(t->arena, &form->items, DISPLAY_NO_TAG, 0, 0, LEN_OF_PT(30),
                 LEN_OF_PT(4), 0);
    display_form(t->arena, to, DISPLAY_NO_TAG, LEN_OF_PT(200), LEN_OF_PT(100),
                 form);
    return true;
}

/* Ink of `upright` that is not where it should be in `turned`, in percent. */
static int lost_ink(const TryRaster *upright, const TryRaster *turned,
                    int quarters, int dx, int dy) {
    int64_t ink = 0, lost = 0;
    for (int y = 0; y < upright->h; y++)
        for (int x = 0; x < upright->w; x++) {
            int dark = 255 - try_pixel(upright, x, y);
            int tx = x, ty = y;
            for (int q = 0, high = upright->h, wide = upright->w; q < quarters;
                 q++) {
                int old = tx, side = high;
                tx = high - 1 - ty;
                ty = old;
                high = wide;
                wide = side;
            }
            int there = 255 - try_pixel(turned, tx + dx, ty + dy);
            ink += dark;
            lost += there < dark ? dark - there : 0;
        }
    return ink ? (int)(lost * 100 / ink) : 100;
}

static void test_turns(void) {
    Try t;
    try_begin(&t);
    DisplayItems items = {0};
    display_tag(&t.tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    if (try_tool("pdftoppm") && make_items(&t, &items)) {
        TryRaster upright = {0};
        for (int q = 0; q < 4; q++) {
            bool sideways = q & 1;
            PdfOptions opt = {.lang = "en", .tags = q < 2 ? &t.tags : NULL};
            t.page = (DisplayPage){.w = (sideways ? H : W) + LEN_OF_PT(7 * q),
                                   .h = (sideways ? W : H) + LEN_OF_PT(q)};
            display_turned(t.arena, &items, &t.page.items, q, W, H,
                           LEN_OF_PT(7 * q), LEN_OF_PT(q));
            CHECK(try_write(&t, "q.pdf", &opt));
            CHECK(try_command(&t, "qpdf --check %s", "q.pdf"));
            const char *text = try_command(
                &t,
                "pdftotext -nopgbrk %s - | sed 's/[\u202B\u202C]//g' | "
                "grep -v '^$'",
                "q.pdf");
            CHECK_STR(text, said);
            TryRaster r = try_raster(&t, "q.pdf", DPI);
            if (q == 0)
                upright = r;
            CHECK_INT(r.w, (sideways ? 180 : 240) * SCALE + 7 * q * SCALE);
            int lost = lost_ink(&upright, &r, q, 7 * q * SCALE, q * SCALE);
            CHECK(lost < 20);
            /* A picture that is not turned at all has it elsewhere. */
            CHECK(q == 0 || lost_ink(&upright, &r, 0, 0, 0) > 50);
        }
    }
    try_end(&t);
}

int main(void) {
    test_turns();
    return unit_done("test_out_turned");
}
