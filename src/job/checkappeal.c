#include "job/checkappeal.h"

#include "base/limits.h"
#include "input/appealfile.h"
#include "input/contactfields.h"
#include "job/pack.h"
#include "job/readletter.h"
#include "job/today.h"
#include "model/country.h"
#include "model/languagename.h"
#include "page/letterlook.h"

#include <string.h>

typedef struct Check {
    Session *session;
    Arena *arena;
    Diag *diag;
    Diag *told; /* of what the run has told already */
    Appeal appeal;
} Check;

/* ---- days and languages ---- */

static void check_days(const Check *c) {
    const Appeal *a = &c->appeal;
    AppealTime time = appeal_time(a, today());
    const AppealDay *last = &a->deadline;
    if (!last->day || (a->not_after.day && a->not_after.day < last->day))
        last = &a->not_after;
    if (time == APPEAL_LATE)
        diag_at(c->diag, DIAG_WARNING, last->text.span,
                "this day has passed: ask the office of the organisation in "
                "your country before you write; packs need --after-deadline");
    else if (!last->day && !a->deadline.text.s && !a->not_after.text.s)
        diag_at(c->diag, DIAG_NOTE, (Span){a->source, 0, 0},
                "the appeal has no deadline; add deadline: if there is one");
    else if (time == APPEAL_EARLY)
        diag_at(c->diag, DIAG_NOTE, a->not_before.text.span,
                "nothing is to be posted before this day");
}

static void check_languages(const Check *c) {
    const Appeal *a = &c->appeal;
    for (size_t i = 0; i < a->languages.n; i++) {
        Text t = a->languages.v[i];
        const char *lang = arena_strndup(c->arena, t.s, t.n);
        if (!appeal_file(a->letters, a->nletters, lang))
            diag_at(c->diag, DIAG_WARNING, t.span,
                    "the targets read \"%s\", and there is no letter.%s.md",
                    lang, lang);
    }
}

/* ---- what those at the table read ---- */

typedef struct Lacking {
    const Check *check;
    const char *lang;
    const char *keys; /* of what is not there in it */
} Lacking;

static void lacks(Lacking *l, const char *key) {
    Arena *a = l->check->arena;
    l->keys = arena_printf(a, "%s%s%s", l->keys, l->keys[0] ? ", " : "", key);
}

static void look_for(Lacking *l, const AppealTexts *t, const char *name,
                     const char *whose) {
    if (t->n && !appeal_serves(appeal_text(t, l->lang)->lang, l->lang))
        lacks(l, arena_printf(l->check->arena, "%s:%s%s%s", name, l->lang,
                              whose ? " of " : "", whose ? whose : ""));
}

static void look_for_case(Lacking *l) {
    const Appeal *a = &l->check->appeal;
    bool own = appeal_serves(a->lang, l->lang);
    if (a->ncases && !appeal_file(a->cases, a->ncases, l->lang) &&
        !(own && appeal_file(a->cases, a->ncases, "")))
        lacks(l, arena_printf(l->check->arena, "case.%s.md", l->lang));
}

/* What a pack in `lang` would have in another language. */
static void check_reader(const Check *c, const char *lang, Span where) {
    const Appeal *a = &c->appeal;
    Lacking l = {.check = c, .lang = lang, .keys = ""};
    const char *name;
    for (int i = 0; i < APPEAL_PARTS; i++)
        if (i != APPEAL_REPORT) /* a page of the web may be in several */
            look_for(&l, &a->parts[i], appeal_part_names[i], NULL);
    for (size_t i = 0; i < a->npersons; i++)
        look_for(&l, &a->persons[i].pronouns, "pronouns", NULL);
    for (size_t i = 0; i < a->ntargets; i++)
        look_for(&l, &a->targets[i].note, "note", a->targets[i].id);
    look_for_case(&l);
    language_names(c->arena, &lang, 1, "en", false, &name);
    if (l.keys[0])
        diag_at(c->diag, DIAG_NOTE, where,
                "papers in %s have these in another language, as long as you "
                "do not add them: %s",
                name, l.keys);
}

/* Each language that a text is in is one that papers are wanted in, and so is
 * the one asked for, or that of the country of origin. */
static void check_readers(const Check *c, const char *origin,
                          const char *cover_lang) {
    const Appeal *a = &c->appeal;
    const AppealText **seen =
        ARENA_ARRAY(c->arena, const AppealText *, LIMIT_APPEAL_LIST);
    size_t n = 0;
    char code[3] = "";
    for (int i = 0; i < APPEAL_PARTS; i++)
        for (size_t k = 0; k < a->parts[i].n && n < LIMIT_APPEAL_LIST; k++) {
            const AppealText *t = &a->parts[i].v[k];
            size_t at = 0;
            while (at < n && !appeal_serves(seen[at]->lang, t->lang))
                at++;
            if (at == n)
                seen[n++] = t;
        }
    for (size_t i = 0; i < n; i++)
        check_reader(c, seen[i]->lang,
                     text_span(seen[i]->said.v[0], 0, seen[i]->said.v[0].n));
    bool posted = origin && country_find(origin, strlen(origin), code);
    if (!posted && !cover_lang)
        return;
    const char *lang = cover_lang
                           ? language_tag(c->arena, text_literal(cover_lang))
                           : country_lang(c->arena, code);
    if (!lang)
        return; /* the run tells */
    for (size_t i = 0; i < n; i++)
        if (appeal_serves(seen[i]->lang, lang))
            return;
    check_reader(c, lang, (Span){a->source, 0, 0});
}

/* ---- letters ---- */

/* The header says nothing else than the file's name and the command. */
static void check_header(const Check *c, const AppealFile *file,
                         const Letter *letter) {
    const char *lang = letter_lang(c->arena, letter);
    Text said = letter->fields[LETTER_LANG].raw;
    static const LetterField unread[] = {LETTER_TO, LETTER_FROM};
    if (!appeal_file(file, 1, lang))
        diag_at(c->diag, DIAG_ERROR,
                said.s ? said.span : (Span){letter->source, 0, 0},
                "the file is named as \"%s\" and its header %s \"%s\"; write "
                "lang: %s, or rename it",
                file->lang, said.s ? "says" : "says nothing, which is", lang,
                file->lang);
    for (size_t i = 0; i < sizeof unread / sizeof *unread; i++) {
        Text t = letter->fields[unread[i]].raw;
        if (t.s && !text_equal(t, "blank"))
            diag_at(c->diag, DIAG_WARNING, t.span,
                    "\"%s\" is not looked at in an appeal: %s; take the line "
                    "out",
                    letter_field_names[unread[i]],
                    unread[i] == LETTER_TO ? "letters go to targets.yaml"
                                           : "--from names the senders");
    }
    Text hello = letter->fields[LETTER_SALUTATION].raw;
    if (hello.n && c->appeal.ntargets > 1 && !memmem(hello.s, hello.n, "{{", 2))
        diag_at(c->diag, DIAG_WARNING, hello.span,
                "all %zu targets are greeted like this; take the line out, and "
                "each gets its own salutation of targets.yaml",
                c->appeal.ntargets);
}

static void check_letters(const Check *c) {
    for (size_t i = 0; i < c->appeal.nletters; i++) {
        const AppealFile *file = &c->appeal.letters[i];
        ReadLetter read = {0};
        letter_read(c->session, c->arena, file->path, c->told, &read);
        if (read.letter && !read.broken)
            check_header(c, file, read.letter);
    }
}

/* ---- targets ---- */

/* Words by which an embassy is known. */
static bool sounds_like_embassy(const Contact *c) {
    static const char *const words[] = {
        "embassy",     "ambassador", "ambassade", "ambassadeur", "botschaft",
        "botschafter", "embajada",   "embajador", "大使"};
    static const ContactField fields[] = {CONTACT_ORGANISATION, CONTACT_TITLE};
    Text list[sizeof words / sizeof *words];
    size_t n = sizeof words / sizeof *words, at, len;
    for (size_t i = 0; i < n; i++)
        list[i] = text_literal(words[i]);
    Appeal a = {.avoid = {list, n}};
    for (size_t i = 0; i < 2; i++) {
        Text t = c->base.fields[fields[i]];
        if (t.s && appeal_avoided(&a, t.s, t.n, &at, &len) != SIZE_MAX)
            return true;
    }
    return false;
}

static bool has_native_place(const Contact *c) {
    const ContactForm *form = contact_form(c, "zh-Hans");
    return form && (form->lines.n || form->address.n);
}

static bool can_be_reached(const Contact *c) {
    static const ContactField ways[] = {CONTACT_EMAIL, CONTACT_FAX,
                                        CONTACT_PHONE, CONTACT_SOCIAL};
    bool found = false;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        found = found || contact_get(c, ways[i], "").n > 0;
    return found;
}

static void check_target(const Check *c, const AppealTarget *t) {
    const Contact *to = t->contact;
    if (!contact_has_place(to)) {
        diag_at(c->diag, DIAG_WARNING, to->span,
                can_be_reached(to)
                    ? "%s has no postal address: it gets no letters, and "
                      "stands on the covers for who wants to write or call"
                    : "%s has no postal address, no email, fax, phone nor "
                      "social: nobody can reach it",
                t->id);
        return;
    }
    if (to->embassy_in[0] && strcmp(to->embassy_in, to->country) != 0)
        diag_at(c->diag, DIAG_WARNING, to->base.fields[CONTACT_EMBASSY_IN].span,
                "%s is an embassy in %s, and its address is in %s; correct one "
                "of them, or leave embassy_in out if it is one to several "
                "countries",
                t->id, country_display(c->arena, to->embassy_in, "en"),
                country_display(c->arena, to->country, "en"));
    if (!to->embassy_in[0] && sounds_like_embassy(to))
        diag_at(c->diag, DIAG_WARNING, to->span,
                "%s sounds like an embassy; add embassy_in: %s, and only "
                "packs posted there write to it",
                t->id, to->country);
    if (strcmp(to->country, "CN") == 0 && !has_native_place(to))
        diag_at(c->diag, DIAG_NOTE, to->span,
                "%s has no address in Chinese, so its slips have Latin letters "
                "alone; add zh: {lines: ...} if it is known",
                t->id);
}

/* ---- everything a run would find ---- */

static bool try_packs(const Check *c, const char *path, const char *origin,
                      const char *cover_lang) {
    const Appeal *a = &c->appeal;
    const char *langs = "";
    for (size_t i = 0; i < a->nletters; i++)
        langs = arena_printf(c->arena, "%s%s%s", langs, i ? "," : "",
                             a->letters[i].lang);
    PackJob job = {.appeal = path,
                   .packs = 1,
                   .lang = langs,
                   .cover_lang = cover_lang,
                   .after_deadline = true,
                   .mail = {.origin = origin, .labels = {.copies = 1}},
                   .only_check = true};
    for (int k = 0; k < PACK_KINDS; k++)
        job.with[k] = k != PACK_LABELS && k != PACK_ENVELOPES;
    return pack_run(c->session, &job, c->diag);
}

/* The run tells what is wrong; here it is read once more for what is not wrong
 * and yet worth a word. */
bool check_appeal(Session *s, const char *path, const char *origin,
                  const char *cover_lang, Diag *diag) {
    Check c = {
        .session = s, .arena = arena_new(), .diag = diag, .told = diag_new()};
    size_t before = diag_count(diag, DIAG_ERROR);
    diag_mute(c.told);
    appealfile_load(c.arena, &s->lists, path, c.told, &c.appeal);
    try_packs(&c, path, origin, cover_lang);
    if (c.appeal.source) {
        check_days(&c);
        check_languages(&c);
        check_readers(&c, origin, cover_lang);
        check_letters(&c);
        for (size_t i = 0; i < c.appeal.ntargets; i++)
            check_target(&c, &c.appeal.targets[i]);
    }
    diag_free(c.told);
    arena_free(c.arena);
    return diag_count(diag, DIAG_ERROR) == before;
}
