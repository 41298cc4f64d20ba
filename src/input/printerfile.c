#include "input/printerfile.h"

#include "base/fs.h"
#include "input/layoutread.h"

#include <errno.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
/* With .yaml behind it, far under what file systems take (255). */
#define NAME_MAX_BYTES 100

static const char *const printer_keys[] = {"title",      "offset",  "back",
                                           "scale",      "skew",    "border",
                                           "compensate", "envelope"};
static const char *const envelope_keys[] = {
    "feed", "side", "edge", "turned", "face", "paper", "offset", "border"};

/* A value that may be absent but not empty. */
static const YamlNode *value_of(LayoutReader *r, const YamlNode *map,
                                const char *key) {
    return yaml_get(map, key) ? layoutread_need(r, map, key) : NULL;
}

static PrinterOffset read_offset(LayoutReader *r, const YamlNode *root,
                                 const char *key) {
    static const char *const keys[] = {"right", "down"};
    PrinterOffset o = {0};
    if (!yaml_get(root, key))
        return o;
    const YamlNode *m = layoutread_map(r, root, key, keys, COUNT(keys));
    if (!m)
        return o;
    o.given = true;
    o.at = m->span;
    o.right = layoutread_length(r, layoutread_need(r, m, "right"), "right");
    o.down = layoutread_length(r, layoutread_need(r, m, "down"), "down");
    return o;
}

static PrinterBorder read_border(LayoutReader *r, const YamlNode *root) {
    static const char *const keys[] = {"left", "top", "right", "bottom"};
    PrinterBorder b = {0};
    if (!yaml_get(root, "border"))
        return b;
    const YamlNode *m = layoutread_map(r, root, "border", keys, COUNT(keys));
    if (!m)
        return b;
    b.given = true;
    b.at = m->span;
    b.left = layoutread_length(r, layoutread_need(r, m, "left"), "left");
    b.top = layoutread_length(r, layoutread_need(r, m, "top"), "top");
    b.right = layoutread_length(r, layoutread_need(r, m, "right"), "right");
    b.bottom = layoutread_length(r, layoutread_need(r, m, "bottom"), "bottom");
    return b;
}

/* "99.8 %", "99.8": in 1/1000; `most` digits before the point. */
static bool thousandths(Text t, int32_t *out) {
    size_t i = t.n && (t.s[0] == '-' || t.s[0] == '+') ? 1 : 0;
    size_t whole = 0, part = 0;
    int32_t v = 0;
    for (; i < t.n && t.s[i] >= '0' && t.s[i] <= '9'; i++, whole++)
        if (whole < 5)
            v = v * 10 + (t.s[i] - '0');
    if (i < t.n && t.s[i] == '.')
        for (i++; i < t.n && t.s[i] >= '0' && t.s[i] <= '9'; i++, part++)
            if (part < 3)
                v = v * 10 + (t.s[i] - '0');
    for (size_t k = part; k < 3; k++)
        v *= 10;
    *out = t.n && t.s[0] == '-' ? -v : v;
    return i == t.n && whole + part > 0 && whole < 5;
}

static int32_t read_percent(LayoutReader *r, const YamlNode *map,
                            const char *key) {
    const YamlNode *value = layoutread_need(r, map, key);
    int32_t v = 0;
    if (!value)
        return PRINTER_TRUE;
    Text t = layoutread_text(r, value, key);
    if (t.n && t.s[t.n - 1] == '%')
        t = text_trim(text_slice(t, 0, t.n - 1));
    if (thousandths(t, &v))
        return v * 10;
    layoutread_fail(r, value->span,
                    "\"%s\" is not a percentage; write what 100 mm come out "
                    "as, such as 99.8 %%",
                    key);
    return PRINTER_TRUE;
}

static void read_scale(LayoutReader *r, const YamlNode *root, Printer *p) {
    static const char *const keys[] = {"across", "down"};
    if (!yaml_get(root, "scale"))
        return;
    const YamlNode *m = layoutread_map(r, root, "scale", keys, COUNT(keys));
    if (!m)
        return;
    p->scale.given = true;
    p->scale.at = m->span;
    p->scale.across = read_percent(r, m, "across");
    p->scale.down = read_percent(r, m, "down");
}

static void read_skew(LayoutReader *r, const YamlNode *root, Printer *p) {
    const YamlNode *value = value_of(r, root, "skew");
    if (!value)
        return;
    p->skew_given = true;
    p->skew_at = value->span;
    if (!thousandths(layoutread_text(r, value, "skew"), &p->skew))
        layoutread_fail(r, value->span,
                        "\"skew\" is not a number; write the mm by which the "
                        "print turns clockwise on 100 mm, such as 0.1");
}

/* By number or in words. */
static int read_feed(LayoutReader *r, const YamlNode *m) {
    static const char *const sides[] = {"left", "centre", "right"};
    static const char *const edges[] = {"short", "long"};
    const YamlNode *feed = value_of(r, m, "feed");
    const YamlNode *side = value_of(r, m, "side");
    const YamlNode *edge = value_of(r, m, "edge");
    if (feed && (side || edge)) {
        layoutread_fail(r, (side ? side : edge)->span,
                        "\"feed\" says this already; remove one of them");
        return 0;
    }
    if (!side != !edge)
        layoutread_fail(r, (side ? side : edge)->span,
                        "\"side\" and \"edge\" go together; add \"%s\"",
                        side ? "edge" : "side");
    if (feed)
        return layoutread_count(r, feed, "feed", PRINTER_FEEDS);
    if (!side || !edge)
        return 0;
    size_t s = layoutread_word(r, side, "side", sides, COUNT(sides));
    size_t e = layoutread_word(r, edge, "edge", edges, COUNT(edges));
    return (int)(1 + s + e * COUNT(sides));
}

static void read_envelope(LayoutReader *r, const YamlNode *root, Printer *p) {
    static const char *const faces[] = {"up", "down"};
    PrinterEnvelope *e = &p->envelope;
    if (!yaml_get(root, "envelope"))
        return;
    const YamlNode *m = layoutread_map(r, root, "envelope", envelope_keys,
                                       COUNT(envelope_keys));
    if (!m)
        return;
    e->at = m->span;
    e->feed = read_feed(r, m);
    e->turned = value_of(r, m, "turned") && layoutread_yes(r, m, "turned");
    const YamlNode *face = value_of(r, m, "face");
    if (face)
        e->face = (PrinterFace)(1 + layoutread_word(r, face, "face", faces, 2));
    const YamlNode *paper = value_of(r, m, "paper");
    e->paper = (PrinterPaper)layoutread_word(r, paper, "paper", printer_papers,
                                             PRINTER_PAPERS);
    e->offset = read_offset(r, m, "offset");
    e->border = read_border(r, m);
}

const Printer *printerfile_parse(Arena *a, const Source *src, const char *name,
                                 Diag *diag) {
    LayoutReader r = {a, diag, true};
    const YamlNode *root =
        layoutread_root(&r, src,
                        "a printer profile is a list of keys; begin with "
                        "\"offset: {right: 0.8, down: -0.5}\"");
    if (!root)
        return NULL;
    Printer *p = ARENA_NEW(a, Printer);
    p->name = arena_strdup(a, name);
    p->scale = (PrinterScale){.across = PRINTER_TRUE, .down = PRINTER_TRUE};
    layoutread_keys(&r, root, "a printer profile", printer_keys,
                    COUNT(printer_keys));
    p->title = layoutread_text(&r, value_of(&r, root, "title"), "title");
    p->offset = read_offset(&r, root, "offset");
    p->back = read_offset(&r, root, "back");
    read_scale(&r, root, p);
    const YamlNode *compensate = value_of(&r, root, "compensate");
    p->compensate = compensate && layoutread_yes(&r, root, "compensate");
    p->compensate_at = compensate ? compensate->span : (Span){0};
    read_skew(&r, root, p);
    p->border = read_border(&r, root);
    read_envelope(&r, root, p);
    return r.ok && printer_check(p, diag) ? p : NULL;
}

/* ---- finding ---- */

static bool is_path(const char *name) {
    return strchr(name, '/') || fs_ends_in(name, ".yaml");
}

/* It becomes the name of a file, and a word of the command line. */
static bool is_name(const char *name) {
    for (const char *s = name; *s; s++)
        if ((unsigned char)*s < ' ' || *s == 0x7F)
            return false;
    return name[0] && name[0] != '.' && name[0] != '-' &&
           strlen(name) <= NAME_MAX_BYTES;
}

const char *printerfile_folder(Arena *a) {
    const char *config = fs_config_dir(a);
    return config ? fs_join(a, config, "printers") : NULL;
}

static void report_no_home(Diag *diag) {
    diag_file(diag, DIAG_USAGE, NULL,
              "where are printer profiles? neither XDG_CONFIG_HOME nor HOME is "
              "set; give the path of a profile, such as ./office.yaml");
}

const char *printerfile_path(Arena *a, const char *name, Diag *diag) {
    if (is_path(name))
        return name;
    if (!is_name(name)) {
        diag_file(diag, DIAG_USAGE, NULL,
                  "\"%.*s\" cannot be the name of a printer profile; take a "
                  "short word such as office",
                  NAME_MAX_BYTES, name);
        return NULL;
    }
    const char *folder = printerfile_folder(a);
    if (!folder)
        report_no_home(diag);
    return folder ? arena_printf(a, "%s/%s.yaml", folder, name) : NULL;
}

size_t printerfile_names(Arena *a, Diag *diag, const char *const **out) {
    size_t n = 0;
    *out = NULL;
    const char *folder = printerfile_folder(a);
    if (!folder)
        report_no_home(diag);
    else if (!fs_list(a, folder, ".yaml", out, &n) && errno != ENOENT)
        diag_file(diag, DIAG_SYSTEM, folder,
                  "cannot open the folder of printer profiles: %s",
                  strerror(errno));
    return n;
}

static void report_unknown(Arena *a, const char *name, Diag *diag) {
    const char *const *names;
    size_t before = diag_count(diag, DIAG_ERROR);
    size_t n = printerfile_names(a, diag, &names);
    if (diag_count(diag, DIAG_ERROR) > before)
        return;
    const char *guess = diag_did_you_mean(name, strlen(name), names, n);
    if (guess)
        diag_file(
            diag, DIAG_USAGE, NULL,
            "no printer is saved under the name \"%s\"; did you mean \"%s\"?",
            name, guess);
    else
        diag_file(
            diag, DIAG_USAGE, NULL,
            "no printer is saved under the name \"%s\"%s; to measure "
            "yours, make a page with `envoi calibrate -o page.pdf`, print "
            "it and do what it says",
            name, n ? " (`envoi calibrate --list` lists those that are)" : "");
}

const Printer *printerfile_load(Arena *a, const char *name, Diag *diag) {
    const Source *src;
    const char *path = printerfile_path(a, name, diag);
    if (!path)
        return NULL;
    if (!is_path(name) && !fs_exists(path)) {
        report_unknown(a, name, diag);
        return NULL;
    }
    return source_load(a, path, diag, &src)
               ? printerfile_parse(a, src, name, diag)
               : NULL;
}
