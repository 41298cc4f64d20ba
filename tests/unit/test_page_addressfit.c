#include "unit.h"

#include "base/fs.h"
#include "page/addressfit.h"

/* What an address comes out as does not depend on how others were set, nor on
 * whether how it fits is asked for first. */

#define LINES 8

typedef struct Sample {
    const char *lang[LINES];
    const char *text[LINES];
    AddressRole role[LINES];
} Sample;

static const Sample samples[] = {
    {{"en", "zh-Hans", "en", "en", "fr"},
     {"Office 17", "830041　新疆维吾尔自治区乌鲁木齐市天山区中山路479号",
      "479 Zhongshan Lu", "URUMQI, XINJIANG 830041", "CHINE"},
     {ADDRESS_NAME, ADDRESS_LOCAL, ADDRESS_PLACE, ADDRESS_PLACE,
      ADDRESS_COUNTRY}},
    {{"en", "en", "en", "en", "de"},
     {"AVAVAVA Tavares, Wyoming Ltd.",
      "Deputy head of the office for correspondence with the public",
      "1234 A very long avenue that has to break, room 17, behind the lift",
      "SOMEWHERE 12345", "VEREINIGTE STAATEN"},
     {ADDRESS_NAME, ADDRESS_TITLE, ADDRESS_PLACE, ADDRESS_PLACE,
      ADDRESS_COUNTRY}},
    {{"ar", "ar", "ar"},
     {"وزارة العدل", "شارع الملك فيصل 12، الدور 3", "القاهرة 11511"},
     {ADDRESS_NAME, ADDRESS_LOCAL, ADDRESS_LOCAL}},
    {{"ja", "ja", "en"},
     {"法務大臣", "〒100-8977 東京都千代田区霞が関1丁目1番1号中央合同庁舎",
      "JAPAN"},
     {ADDRESS_NAME, ADDRESS_LOCAL, ADDRESS_COUNTRY}}};

static AddressBlock block_of(Arena *a, const Sample *s, bool compact) {
    AddressBlock b = {.v = ARENA_ARRAY(a, AddressLine, LINES)};
    for (size_t i = 0; i < LINES && s->text[i]; i++) {
        AddressLine *before = b.n ? &b.v[b.n - 1] : NULL;
        Text *parts = ARENA_ARRAY(a, Text, LINES);
        parts[0] = text_literal(s->text[i]);
        if (compact && before && before->role == ADDRESS_PLACE &&
            s->role[i] == ADDRESS_PLACE) {
            Text *joined = (Text *)before->parts;
            joined[before->n++] = text_literal(", ");
            joined[before->n++] = parts[0];
            continue;
        }
        b.v[b.n++] = (AddressLine){
            .role = s->role[i], .lang = s->lang[i], .parts = parts, .n = 1};
    }
    return b;
}

/* Where every line and glyph is. */
static const char *printed(Arena *a, const AddressFit *fit) {
    Buf out = {0};
    buf_printf(&out, "%d %d %d %d\n", (int)fit->w, (int)fit->h,
               (int)fit->over_w, (int)fit->over_h);
    for (size_t i = 0; i < fit->n; i++)
        buf_printf(&out, "%d %d\n", (int)fit->lines[i].x, (int)fit->lines[i].y);
    address_fit_dump(fit, DUMP_GLYPHS, &out);
    address_fit_dump(fit, DUMP_LINES, &out);
    const char *s = arena_strndup(a, out.s, out.n);
    buf_free(&out);
    return s;
}

static bool same_setting(const AddressSetting *x, const AddressSetting *y) {
    return x->compact == y->compact && x->freedom == y->freedom &&
           x->size == y->size && x->native_min == y->native_min &&
           x->tight == y->tight && x->room == y->room;
}

static void compare(Fontset *fs, const Sample *s, const AddressFitOptions *opt,
                    Diag *diag) {
    static const AddressSetting likes[] = {
        {0},
        {.size = LEN_OF_PT(8), .native_min = ADDRESS_NATIVE_MIN, .tight = true},
        {.size = LEN_OF_PT(9.5), .native_min = ADDRESS_NATIVE_GOOD},
        {.size = LEN_OF_PT(12), .native_min = ADDRESS_NATIVE_GOOD}};
    Arena *a = arena_new();
    AddressBlock plain = block_of(a, s, false), compact = block_of(a, s, true);
    AddressSetting as, other;
    AddressFit fit;
    bool fits = address_fit_find(fs, &plain, &compact, opt, diag, &as);
    address_fit_set(a, fs, &plain, &compact, &as, opt, diag, &fit);
    const char *want = printed(a, &fit);
    for (size_t i = 0; i < sizeof likes / sizeof *likes; i++) {
        AddressSetting like = likes[i];
        CHECK(address_fit_like(a, fs, &plain, &compact, opt, &like, diag,
                               &other, &fit) == fits);
        CHECK(same_setting(&as, &other));
        CHECK_STR(printed(a, &fit), want);
    }
    /* As it was set itself. */
    address_fit_like(a, fs, &plain, &compact, opt, &as, diag, &other, &fit);
    CHECK_STR(printed(a, &fit), want);
    arena_free(a);
}

static void likes(Fontset *fs, Diag *diag) {
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        for (int w = 25; w <= 105; w += 8) {
            for (int h = 10; h <= 46; h += 6) {
                AddressFitOptions opt = {.w = LEN_OF_MM(w),
                                         .h = LEN_OF_MM(h),
                                         .max_size = ADDRESS_MAX,
                                         .family = FONT_SANS};
                compare(fs, &samples[i], &opt, diag);
            }
        }
    }
}

/* para_try says what para_fit would do. */
static void tries(Fontset *fs, Diag *diag) {
    static const BreakPolicy policies[] = {BREAK_NORMAL, BREAK_ADDRESS,
                                           BREAK_LIST, BREAK_NONE};
    Arena *a = arena_new();
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        for (size_t k = 0; k < LINES * 4 && samples[i].text[k / 4]; k++) {
            TextStyle style = {.family = FONT_SANS,
                               .size = LEN_OF_PT(10),
                               .lang = samples[i].lang[k / 4]};
            UBuilder *b = ubuilder_new(a);
            ubuilder_add(b, text_literal(samples[i].text[k / 4]), &style, diag);
            ParaDraft *d = para_draft(
                a, fs, b, &(ParaOptions){.breaks = policies[k % 4]}, diag);
            for (int w = 10; w < 150; w += 3) {
                Para p;
                size_t n;
                Len widest;
                para_try(d, LEN_OF_MM(w), diag, &n, &widest);
                para_fit(d, LEN_OF_MM(w), 1200, diag, &p);
                CHECK(n == p.n && widest == p.width);
                CHECK(p.height == (Len)p.n * LEN_OF_PT(12));
            }
        }
    }
    arena_free(a);
}

int main(void) {
    Diag *diag = diag_new();
    Arena *a = arena_new();
    Fontset *fs = fontset_new(fs_data_dir(a), false, diag);
    CHECK(fs != NULL);
    if (fs) {
        likes(fs, diag);
        tries(fs, diag);
        CHECK(diag_count(diag, DIAG_ERROR) == 0);
    }
    fontset_free(fs);
    diag_free(diag);
    arena_free(a);
    return unit_done("test_page_addressfit");
}
