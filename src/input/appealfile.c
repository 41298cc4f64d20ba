#include "input/appealfile.h"

#include "base/fs.h"
#include "base/limits.h"
#include "input/appealtexts.h"
#include "input/contactfields.h"
#include "input/contacts.h"
#include "input/letterfile_values.h"
#include "model/country.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static const char *const keys[] = {
    "title",     "reference", "index",    "date",     "country", "lang",
    "summary",   "person",    "demands",  "deadline", "report",  "not_before",
    "not_after", "languages", "previous", "notes",    "avoid",   "targets"};

typedef struct Reader {
    FrontReader front;
    const ListReading *how;
    Appeal *out;
    const YamlNode *targets; /* the map of notes and policies; or NULL */
    bool all_targets;        /* were read: an id that none has is a mistake */
} Reader;

/* ---- the folder ---- */

static bool is_folder(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool is_appeal_file(const char *path) {
    const char *slash = strrchr(path, '/');
    return strcmp(slash ? slash + 1 : path, "appeal.yaml") == 0;
}

bool appealfile_is_folder(const char *path) {
    Arena *a = arena_new();
    bool found = is_folder(path) ? fs_exists(fs_join(a, path, "appeal.yaml"))
                                 : is_appeal_file(path) && fs_exists(path);
    arena_free(a);
    return found;
}

/* Without slashes at its end. */
static const char *folder_of(Arena *a, const char *path) {
    size_t n = strlen(path);
    if (!is_folder(path) && is_appeal_file(path)) {
        n -= strlen("appeal.yaml");
        if (n == 0)
            return ".";
    }
    while (n > 1 && path[n - 1] == '/')
        n--;
    return arena_strndup(a, path, n);
}

/* ---- values of appeal.yaml ---- */

static void read_day(Reader *r, const YamlPair *pair, AppealDay *out) {
    Text t;
    if (!front_plain(&r->front, pair, &t))
        return;
    out->text = t;
    if (!appeal_day(t.s, t.n, &out->day))
        front_fail(
            &r->front, t.span,
            "\"%s\" is \"%s\", no day of the calendar; write year, month "
            "and day, such as 2026-06-30",
            front_quoted(&r->front, pair->key), front_quoted(&r->front, t));
}

static void read_country(Reader *r, const YamlPair *pair) {
    Text t;
    if (front_plain(&r->front, pair, &t) &&
        !country_find(t.s, t.n, r->out->country))
        front_fail(&r->front, t.span,
                   "unknown country \"%s\"; write its two-letter code (CN, KZ) "
                   "or its name",
                   front_quoted(&r->front, t));
}

static void read_lang(Reader *r, const YamlPair *pair) {
    Text t;
    if (front_plain(&r->front, pair, &t) && front_lang(&r->front, t))
        r->out->lang = language_tag(r->front.arena, t);
}

enum { PERSON_KEYS = 2 };

static void person_keys(AppealPerson *p, AppealKey out[PERSON_KEYS]) {
    out[0] = (AppealKey){"name", APPEAL_KEY_TEXT, &p->names};
    out[1] = (AppealKey){"pronouns", APPEAL_KEY_TEXT, &p->pronouns};
}

/* The name alone, under the tag of its language. */
static void read_name(Reader *r, const YamlPair *pair, AppealPerson *p) {
    static const char *const names[] = {"name", "pronouns"};
    Arena *a = r->front.arena;
    const char *lang = language_tag(a, pair->key);
    TextList one = {ARENA_ARRAY(a, Text, 1), 1};
    if (!lang) {
        const char *meant =
            diag_did_you_mean(pair->key.s, pair->key.n, names, 2);
        front_fail(
            &r->front, pair->key.span,
            "\"%s\" is no part of a person; it has name, pronouns, and "
            "the name in other languages under their tags (zh, ug)%s%s%s",
            front_quoted(&r->front, pair->key),
            meant ? "; did you mean \"" : "", meant ? meant : "",
            meant ? "\"?" : "");
    } else if (front_plain(&r->front, pair, one.v) && one.v[0].n) {
        appealtexts_add(&r->front, &p->names, lang, one);
    }
}

/* What is there and could not be read was told where it stands. */
static bool has_text(const YamlNode *root, const char *key) {
    const YamlNode *value = yaml_get(root, key);
    return value && value->kind == YAML_SCALAR && value->scalar.n > 0;
}

/* The language of the appeal may stand below its texts. */
static void read_person(Reader *r, const YamlNode *map, AppealPerson *out) {
    AppealKey own[PERSON_KEYS];
    *out = (AppealPerson){.span = map->span};
    if (map->kind != YAML_MAP) {
        front_fail(&r->front, map->span,
                   "\"person\" takes name: and pronouns:, each on a line of "
                   "its own below it");
        return;
    }
    person_keys(out, own);
    for (size_t i = 0; i < map->n; i++)
        if (!appealtexts_read(&r->front, &map->pairs[i], own, PERSON_KEYS))
            read_name(r, &map->pairs[i], out);
    if (!out->names.n && !has_text(map, "name"))
        front_fail(&r->front, (Span){map->span.src, map->span.off, 0},
                   "this person has no name: add name:");
}

static void read_persons(Reader *r, const YamlPair *pair) {
    const YamlNode *value = pair->value;
    bool list = value->kind == YAML_LIST;
    size_t n = list ? value->n : 1;
    if (yaml_is_null(value) || n == 0 ||
        !appealtexts_few(&r->front, n, pair->key.span))
        return;
    r->out->persons = ARENA_ARRAY(r->front.arena, AppealPerson, n);
    r->out->npersons = n;
    for (size_t i = 0; i < n; i++)
        read_person(r, list ? value->items[i] : value, &r->out->persons[i]);
}

static void read_targets_map(Reader *r, const YamlPair *pair) {
    if (yaml_is_null(pair->value))
        return;
    if (pair->value->kind == YAML_MAP)
        r->targets = pair->value;
    else
        front_fail(&r->front, pair->value->span,
                   "\"targets\" takes the ids of targets.yaml, below each "
                   "return: or note:; who is written to stands in "
                   "targets.yaml");
}

static void read_short(Reader *r, const YamlPair *pair,
                       bool (*read)(FrontReader *, const YamlPair *,
                                    TextList *),
                       TextList *out) {
    TextList list = {0};
    read(&r->front, pair, &list);
    if (appealtexts_few(&r->front, list.n, pair->key.span))
        *out = list;
}

static void part_keys(Appeal *o, AppealKey out[APPEAL_PARTS]) {
    for (int i = 0; i < APPEAL_PARTS; i++)
        out[i] = (AppealKey){appeal_part_names[i],
                             i == APPEAL_DEMANDS || i == APPEAL_NOTES
                                 ? APPEAL_KEY_LIST
                             : i == APPEAL_REPORT ? APPEAL_KEY_LINK
                                                  : APPEAL_KEY_TEXT,
                             &o->parts[i]};
}

static void read_pair(Reader *r, const YamlPair *pair) {
    Appeal *o = r->out;
    FrontReader *f = &r->front;
    AppealKey parts[APPEAL_PARTS];
    part_keys(o, parts);
    const struct {
        const char *key;
        Text *out;
    } texts[] = {{"reference", &o->reference}, {"index", &o->index}};
    const struct {
        const char *key;
        AppealDay *out;
    } days[] = {{"date", &o->date},
                {"deadline", &o->deadline},
                {"not_before", &o->not_before},
                {"not_after", &o->not_after}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (front_key_is(pair->key, texts[i].key)) {
            front_plain(f, pair, texts[i].out);
            return;
        }
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        if (front_key_is(pair->key, days[i].key)) {
            read_day(r, pair, days[i].out);
            return;
        }
    if (front_key_is(pair->key, "languages"))
        read_short(r, pair, front_langs, &o->languages);
    else if (front_key_is(pair->key, "avoid"))
        read_short(r, pair, front_list, &o->avoid);
    else if (front_key_is(pair->key, "previous"))
        appealtexts_link(f, pair, &o->previous);
    else if (front_key_is(pair->key, "country"))
        read_country(r, pair);
    else if (front_key_is(pair->key, "lang"))
        read_lang(r, pair);
    else if (front_key_is(pair->key, "person"))
        read_persons(r, pair);
    else if (front_key_is(pair->key, "targets"))
        read_targets_map(r, pair);
    else if (!appealtexts_read(f, pair, parts, APPEAL_PARTS))
        front_refuse_key(f, pair->key, "an appeal", keys,
                         sizeof keys / sizeof *keys);
}

static void settle(Reader *r) {
    Appeal *o = r->out;
    AppealKey parts[APPEAL_PARTS], person[PERSON_KEYS];
    part_keys(o, parts);
    appealtexts_settle(&r->front, parts, APPEAL_PARTS, o->lang);
    for (size_t i = 0; i < o->npersons; i++) {
        person_keys(&o->persons[i], person);
        appealtexts_settle(&r->front, person, PERSON_KEYS, o->lang);
    }
}

static void read_appeal(Reader *r) {
    FrontReader *f = &r->front;
    const YamlNode *root = yaml_parse(f->arena, f->src, 0, f->src->n, f->diag);
    if (!root) {
        f->failed = true;
        return;
    }
    r->out->source = f->src;
    if (root->kind != YAML_MAP) {
        front_fail(f, root->span,
                   "an appeal is a list of \"key: value\", one under the "
                   "other; begin with title:");
        return;
    }
    for (size_t i = 0; i < root->n; i++)
        read_pair(r, &root->pairs[i]);
    settle(r);
    Span start = {f->src, 0, 0};
    if (!r->out->parts[APPEAL_TITLE].n && !has_text(root, "title"))
        front_fail(f, start, "the appeal has no title; add title:");
    if (!r->out->npersons)
        front_fail(f, start,
                   "the appeal does not say whom it is for; add person: with "
                   "name: below it");
}

/* ---- who is written to ---- */

static void take_target(Reader *r, const Contact *c) {
    Appeal *o = r->out;
    Text id = c->base.fields[CONTACT_ID];
    if (c->broken)
        return;
    if (!id.n) {
        front_fail(&r->front, c->span,
                   "%s has no id; add one, such as \"id: governor\": notes and "
                   "--targets name it so",
                   contact_label(r->front.arena, c));
        return;
    }
    if (memchr(id.s, '\0', id.n)) {
        front_fail(&r->front, id.span,
                   "this id has a character in it that cannot be typed; write "
                   "it with letters and digits");
        return;
    }
    if (appeal_target(o, id.s, id.n)) {
        front_fail(&r->front, id.span,
                   "two targets have the id \"%s\"; change one",
                   front_quoted(&r->front, id));
        return;
    }
    o->targets[o->ntargets++] = (AppealTarget){
        .contact = c, .id = arena_strndup(r->front.arena, id.s, id.n)};
}

static void load_targets(Reader *r) {
    Arena *a = r->front.arena;
    Diag *diag = r->front.diag;
    Appeal *o = r->out;
    const char *path = fs_join(a, o->folder, "targets.yaml");
    const char *table = fs_join(a, o->folder, "targets.csv");
    bool both = fs_exists(path) && fs_exists(table);
    Contacts all;
    if (both)
        diag_file(diag, DIAG_ERROR, table,
                  "targets.yaml is there too; keep one of them");
    if (!fs_exists(path) && !fs_exists(table)) {
        diag_file(diag, DIAG_ERROR, path,
                  "is missing: write the addresses of the targets into it");
        r->front.failed = true;
        return;
    }
    bool ok =
        contacts_load(a, r->how, fs_exists(path) ? path : table, diag, &all);
    r->front.failed = r->front.failed || !ok || both;
    if (all.n > LIMIT_APPEAL_TARGETS) {
        diag_file(diag, DIAG_ERROR, path,
                  "has %zu records; an appeal writes to %d at most, and "
                  "\"envoi batch\" to any number",
                  all.n, LIMIT_APPEAL_TARGETS);
        r->front.failed = true;
        return;
    }
    r->all_targets = ok;
    o->targets = ARENA_ARRAY(a, AppealTarget, all.n);
    for (size_t i = 0; i < all.n; i++)
        take_target(r, &all.v[i]);
}

static AppealTarget *named_target(Reader *r, Text id) {
    Appeal *o = r->out;
    AppealTarget *found = (AppealTarget *)appeal_target(o, id.s, id.n);
    if (found || !r->all_targets)
        return found;
    const char **ids = ARENA_ARRAY(r->front.arena, const char *, o->ntargets);
    for (size_t i = 0; i < o->ntargets; i++)
        ids[i] = o->targets[i].id;
    const char *meant = diag_did_you_mean(id.s, id.n, ids, o->ntargets);
    front_fail(&r->front, id.span, "no target has the id \"%s\"%s%s%s",
               front_quoted(&r->front, id),
               meant ? "; did you mean \"" : "; see targets.yaml",
               meant ? meant : "", meant ? "\"?" : "");
    return NULL;
}

static void read_policy(Reader *r, const YamlPair *pair, AppealTarget *t) {
    Text value;
    if (!front_plain(&r->front, pair, &value))
        return;
    for (int i = 0; i < RETURN_POLICIES; i++)
        if (text_equal(value, return_policy_names[i])) {
            t->has_policy = true;
            t->policy = (ReturnPolicy)i;
            return;
        }
    front_fail(&r->front, value.span,
               "\"return\" is \"%s\"; it must be one of none, initials, group, "
               "full",
               front_quoted(&r->front, value));
}

static void read_target(Reader *r, const YamlPair *pair) {
    static const char *const names[] = {"return", "note"};
    AppealTarget *t = named_target(r, pair->key);
    if (!t || yaml_is_null(pair->value))
        return;
    if (pair->value->kind != YAML_MAP) {
        front_fail(&r->front, pair->value->span,
                   "a target takes return: or note:, each on a line of its own "
                   "below it");
        return;
    }
    AppealKey note = {"note", APPEAL_KEY_TEXT, &t->note};
    for (size_t i = 0; i < pair->value->n; i++) {
        const YamlPair *p = &pair->value->pairs[i];
        if (front_key_is(p->key, "return"))
            read_policy(r, p, t);
        else if (!appealtexts_read(&r->front, p, &note, 1))
            front_refuse_key(&r->front, p->key, "a target here", names, 2);
    }
    appealtexts_settle(&r->front, &note, 1, r->out->lang);
}

/* ---- letters and case sheets ---- */

typedef VEC(AppealFile) FileVec;

/* Place of a language among those that the targets read; then comes the
 * appeal's own. */
static size_t rank(const Appeal *o, const char *lang) {
    for (size_t i = 0; i < o->languages.n; i++) {
        Text t = o->languages.v[i];
        char tag[64];
        if (t.n < sizeof tag) {
            memcpy(tag, t.s, t.n);
            tag[t.n] = '\0';
            if (appeal_serves(lang, tag))
                return i;
        }
    }
    return o->languages.n + !appeal_serves(lang, o->lang);
}

static void add_file(Reader *r, const char *name, const char *lang,
                     FileVec *to) {
    Arena *a = r->front.arena;
    const Appeal *o = r->out;
    AppealFile file = {
        .lang = lang,
        .path = fs_join(a, o->folder, arena_printf(a, "%s.md", name))};
    for (size_t i = 0; i < to->n; i++)
        if (strcmp(to->v[i].lang, lang) == 0) {
            diag_file(r->front.diag, DIAG_ERROR, file.path,
                      "%s is in the same language; keep one of them",
                      to->v[i].path);
            r->front.failed = true;
            return;
        }
    vec_push(a, to, file);
    for (size_t k = to->n - 1; k > 0; k--) {
        AppealFile *x = &to->v[k - 1], *y = &to->v[k];
        if (rank(o, x->lang) <= rank(o, y->lang))
            break;
        AppealFile swap = *x;
        *x = *y;
        *y = swap;
    }
}

/* NAME of NAME.md: letter.zh, case.en, case, or something else. */
static void take_file(Reader *r, const char *name, FileVec *letters,
                      FileVec *cases) {
    static const char *const stems[] = {"letter", "case"};
    Arena *a = r->front.arena;
    size_t n = strcspn(name, ".");
    const char *tail = name[n] ? name + n + 1 : "";
    const char *path = arena_printf(a, "%s/%s.md", r->out->folder, name);
    const char *meant = diag_did_you_mean(name, n, stems, 2);
    bool letter = strlen(stems[0]) == n && strncmp(name, stems[0], n) == 0;
    bool sheet = strlen(stems[1]) == n && strncmp(name, stems[1], n) == 0;
    if (!letter && !sheet) {
        if (meant && name[n])
            diag_file(r->front.diag, DIAG_WARNING, path,
                      "is left alone; did you mean %s.%s.md?", meant, tail);
        return;
    }
    const char *lang =
        tail[0] ? language_tag(a, (Text){tail, strlen(tail), {0}}) : "";
    if (!lang || (letter && !lang[0])) {
        diag_file(r->front.diag, DIAG_ERROR, path,
                  "must have its language in its name, such as %s.en.md or "
                  "%s.zh.md",
                  stems[sheet], stems[sheet]);
        r->front.failed = true;
        return;
    }
    add_file(r, name, lang, letter ? letters : cases);
}

static void find_files(Reader *r) {
    Appeal *o = r->out;
    const char *const *names;
    size_t n;
    FileVec letters = {0}, cases = {0};
    if (!fs_list(r->front.arena, o->folder, ".md", &names, &n)) {
        diag_file(r->front.diag, DIAG_SYSTEM, o->folder,
                  "cannot read the folder: %s", strerror(errno));
        r->front.failed = true;
        return;
    }
    for (size_t i = 0; i < n; i++)
        take_file(r, names[i], &letters, &cases);
    o->letters = letters.v;
    o->nletters = letters.n;
    o->cases = cases.v;
    o->ncases = cases.n;
    if (letters.n > 0)
        return;
    diag_file(r->front.diag, DIAG_ERROR, o->folder,
              "holds no letter; write one as letter.en.md");
    r->front.failed = true;
}

bool appealfile_load(Arena *a, const ListReading *how, const char *path,
                     Diag *diag, Appeal *out) {
    *out = (Appeal){.folder = folder_of(a, path), .lang = "en"};
    Reader r = {.front = {.arena = a, .diag = diag}, .how = how, .out = out};
    const char *file = fs_join(a, out->folder, "appeal.yaml");
    if (!fs_exists(file)) {
        diag_file(diag, DIAG_SYSTEM, path, "%s",
                  !fs_exists(path)     ? fs_missing(a, path)
                  : fs_is_folder(path) ? "no appeal.yaml is in this folder; "
                                         "envoi import makes one"
                                       : "is no folder of an appeal");
        return false;
    }
    if (!source_load(a, file, diag, &r.front.src))
        return false;
    read_appeal(&r);
    load_targets(&r);
    for (size_t i = 0; r.targets && i < r.targets->n; i++)
        read_target(&r, &r.targets->pairs[i]);
    find_files(&r);
    return appeal_check(out, diag) && !r.front.failed;
}
