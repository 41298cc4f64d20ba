#include "model/importtargets.h"

#include "model/address_cn.h"
#include "model/addresswords.h"
#include "model/country.h"

#include <string.h>

/* ---- ids ---- */

static bool is_taken(const Finder *f, const char *id) {
    for (size_t i = 0; i < f->out->ntargets; i++)
        if (strcmp(f->out->targets[i].id, id) == 0)
            return true;
    return false;
}

/* "wang-jiang"; of what is not in Latin letters "target-2". */
static const char *make_id(Finder *f, const Contact *c) {
    static const ContactField sources[] = {CONTACT_NAME, CONTACT_TITLE,
                                           CONTACT_ORGANISATION};
    const char *base = NULL;
    for (size_t i = 0; i < 3 && !base; i++) {
        Text t = c->base.fields[sources[i]];
        FoldWords w = fold_words(f->arena, t, 8);
        Buf id = {0};
        for (size_t k = 0; k < w.n && id.n < 40; k++) {
            if (id.n == 0 &&
                fold_match(&(FoldWords){w.v + k, 1}, 0,
                           "mr|mrs|ms|dr|his|her|excellency|h|e|monsieur|"
                           "madame|m|mme|senor|senora|herr|herrn|frau|sr|"
                           "sra|s|l|le|la|son|su|seine") > 0)
                continue;
            if (strspn(w.v[k].s, "abcdefghijklmnopqrstuvwxyz0123456789") !=
                strlen(w.v[k].s))
                break;
            buf_puts(&id, id.n > 0 ? "-" : "");
            buf_puts(&id, w.v[k].s);
        }
        if (id.n > 0)
            base = arena_strndup(f->arena, id.s, id.n);
        buf_free(&id);
    }
    if (!base)
        base = arena_printf(f->arena, "target-%zu", f->out->ntargets + 1);
    const char *id = base;
    for (int k = 2; is_taken(f, id); k++)
        id = arena_printf(f->arena, "%s-%d", base, k);
    return id;
}

/* ---- the address in the country's own script ---- */

static ContactForm *native_form(Contact *c) {
    for (size_t i = 0; i < c->nforms; i++)
        if (c->forms[i].lines.n > 0 || c->forms[i].fields[CONTACT_NAME].n > 0)
            return &c->forms[i];
    return NULL;
}

static Text lines_in_one(Finder *f, const TextList *lines) {
    Text all = lines->v[0];
    for (size_t i = 1; i < lines->n; i++) {
        const Text *t = &lines->v[i];
        Span span = all.span;
        if (t->span.src == span.src && t->span.off > span.off)
            span.n = t->span.off + t->span.n - span.off;
        all = (Text){arena_printf(f->arena, "%.*s %.*s", (int)all.n, all.s,
                                  (int)t->n, t->s),
                     all.n + 1 + t->n, span};
    }
    return all;
}

static void find_native(Finder *f, ImportTarget *t) {
    ContactForm *form = native_form(&t->contact);
    const char *country = t->contact.country;
    if (form && form->lines.n > 0) {
        t->native =
            (ImportValue){lines_in_one(f, &form->lines), IMPORT_FOUND, NULL};
        t->native_lang = form->lang;
        return;
    }
    if (!country[0] || country_writes_latin(country))
        return;
    t->native_lang =
        strcmp(country, "CN") == 0 ? "zh" : country_lang(f->arena, country);
    t->native.why = arena_printf(
        f->arena,
        "the document does not give the address as it is written in %s; if "
        "another document or your address book has it, name the book with "
        "--book, else the address is printed in Latin letters",
        country_display(f->arena, country, "en"));
}

/* ---- embassies ---- */

static bool names_embassy(Finder *f, const ContactForm *form) {
    static const ContactField fields[] = {CONTACT_ORGANISATION,
                                          CONTACT_DEPARTMENT, CONTACT_NAME};
    for (size_t i = 0; i < 3; i++)
        if (label_is_embassy(f->arena, form->fields[fields[i]]))
            return true;
    for (size_t i = 0; i < form->lines.n; i++)
        if (label_is_embassy(f->arena, form->lines.v[i]))
            return true;
    return false;
}

/* The country that an ambassador is of: named in the title, or the one that the
 * action is about. */
static bool ambassador_of(Finder *f, Text title, char code[3]) {
    FoldWords w = fold_words(f->arena, title, 20);
    size_t from = 0;
    for (size_t i = 0; i < w.n && from == 0; i++)
        if (fold_match(&w, i,
                       "ambassador|ambassadeur|ambassadrice|embajador|"
                       "embajadora|botschafter|botschafterin|consul|konsul|"
                       "generalkonsul") > 0)
            from = i + 1;
    if (from == 0)
        return false;
    for (size_t i = from; i < w.n; i++) {
        Text name = text_slice(title, w.v[i].from, title.n - w.v[i].from);
        name = text_without_tail(name, ",.;");
        if (name.n > 3 && countryindex_find(f->countries, name.s, name.n, code))
            return true;
    }
    const ImportValue *country = &f->out->fields[IMPORT_COUNTRY];
    memcpy(code, country->sure == IMPORT_MISSING ? "\0\0" : country->text.s, 2);
    code[2] = '\0';
    return true;
}

/* An ambassador of one country at an address in another. */
static bool is_ambassador_abroad(Finder *f, const Contact *c) {
    char code[3];
    return c->country[0] &&
           ambassador_of(f, c->base.fields[CONTACT_TITLE], code) &&
           strcmp(code, c->country) != 0;
}

static void find_embassy(Finder *f, ImportTarget *t) {
    bool is = names_embassy(f, &t->contact.base) ||
              is_ambassador_abroad(f, &t->contact);
    for (size_t i = 0; i < t->contact.nforms; i++)
        is = is || names_embassy(f, &t->contact.forms[i]);
    if (!is)
        return;
    if (t->contact.country[0]) {
        t->embassy.text =
            (Text){arena_strdup(f->arena, t->contact.country), 2, t->span};
        t->embassy.sure = t->country_guessed ? IMPORT_GUESSED : IMPORT_FOUND;
        t->embassy.why = t->country_guessed
                             ? "no country is named; its postcode looks so"
                             : NULL;
    } else {
        t->embassy.why = "the document does not say which country this embassy "
                         "is in; write it as embassy_in and as country";
    }
}

/* ---- a target ---- */

static void push_target(Finder *f, const ImportTarget *t) {
    Import *out = f->out;
    ImportTarget *v = import_room(f->arena, out->targets, out->ntargets,
                                  sizeof *out->targets);
    v[out->ntargets] = *t;
    out->targets = v;
    out->ntargets++;
}

static Span span_of(const Group *g) {
    Span first = g->v[0].text.span, last = g->v[g->n - 1].text.span;
    if (first.src == last.src && last.off + last.n > first.off)
        first.n = last.off + last.n - first.off;
    return first;
}

/* A salutation with the mark behind it, which is not part of an address. */
static Text with_mark(Text t, const Text *lines, size_t n) {
    for (size_t i = 0; i < n; i++) {
        size_t end = (size_t)(t.s + t.n - lines[i].s);
        if (t.s >= lines[i].s && t.s + t.n < lines[i].s + lines[i].n &&
            strchr(",:!", lines[i].s[end]))
            t.n++;
    }
    return t;
}

/* Nothing names the country: of an address that looks like one in the country
 * where the document's language is at home, it is that. */
static void guess_country(Finder *f, const Text *lines, size_t n,
                          AddressParse *parse) {
    static const char *const homes[][2] = {
        {"fr", "FR"}, {"de", "DE"}, {"es", "ES"}};
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++) {
        AddressParse tried;
        if (parse->contact.country[0] || strcmp(homes[i][0], f->lang) != 0)
            continue;
        address_parse(f->arena, lines, n, homes[i][1], f->countries, f->diag,
                      &tried);
        if (tried.contact.base.fields[CONTACT_POSTCODE].n == 0)
            continue;
        *parse = tried;
        parse->country_guessed = true;
    }
}

/* "Dear Governor / Sehr geehrter Herr Gouverneur": that in the document's
 * language. */
static Text one_salutation(Finder *f, Text t) {
    static const char openings[] =
        "dear|your|senor|senora|estimado|estimada|excelencia|monsieur|madame|"
        "excellence|cher|chere|sehr|exzellenz|eure|ihre|majestad|majeste";
    size_t slash = text_find(t, "/");
    if (slash == SIZE_MAX)
        return t;
    Text first = text_trim(text_slice(t, 0, slash));
    Text second = text_trim(text_slice(t, slash + 1, t.n - slash - 1));
    FoldWords w = fold_words(f->arena, second, 1);
    if (w.n == 0 || fold_match(&w, 0, openings) == 0)
        return t; /* "Dear Sir / Madam" */
    bool english = strcmp(f->lang, "en") == 0;
    bool first_is = text_starts(first, "Dear ") || text_starts(first, "Your ");
    clean_remove(f, (first_is == english ? second : first).span,
                 "the salutation in another language");
    return first_is == english ? first : second;
}

static bool is_empty(const ContactForm *form) {
    size_t n = form->lines.n + form->names.n + form->address.n;
    for (int i = 0; i < CONTACT_FIELDS; i++)
        n += form->fields[i].n;
    return n == 0;
}

/* One that had only a salutation. */
static void drop_empty_forms(Contact *c) {
    size_t n = 0;
    for (size_t i = 0; i < c->nforms; i++)
        if (!is_empty(&c->forms[i]))
            c->forms[n++] = c->forms[i];
    c->nforms = n;
}

static void parse_lines_of(Finder *f, const Text *lines, size_t n,
                           ImportTarget *t) {
    AddressParse parse;
    address_parse(f->arena, lines, n, "", f->countries, f->diag, &parse);
    guess_country(f, lines, n, &parse);
    t->contact = parse.contact;
    t->country_guessed = parse.country_guessed;
    for (size_t i = 0; i < parse.n; i++)
        t->guessed[parse.v[i].part] |= parse.v[i].guessed;
    Text *salutation = &t->contact.base.fields[CONTACT_SALUTATION];
    for (size_t i = 0; i < t->contact.nforms && salutation->n == 0; i++)
        if (t->contact.forms[i].fields[CONTACT_SALUTATION].n > 0)
            salutation = &t->contact.forms[i].fields[CONTACT_SALUTATION];
    if (salutation->n > 0)
        t->salutation =
            (ImportValue){with_mark(one_salutation(f, *salutation), lines, n),
                          IMPORT_FOUND, NULL};
    *salutation = (Text){0};
    drop_empty_forms(&t->contact);
}

static void finish(Finder *f, ImportTarget *t) {
    t->id = make_id(f, &t->contact);
    t->contact.base.fields[CONTACT_ID] = text_literal(t->id);
    if (t->shares == 0) {
        find_native(f, t);
        find_embassy(f, t);
    }
    push_target(f, t);
}

static void set_field(Contact *c, ContactField field, Text t) {
    if (t.n > 0)
        c->base.fields[field] = t;
}

/* Is the line one that names the person, so that its parts are known? */
static bool names_person(const TargetLine *line, const Person *p) {
    return p->name.n > 0 &&
           (line->kind == KIND_BOTH || line->kind == KIND_PERSON ||
            (line->kind == KIND_OFFICE && p->title.n > 0));
}

/* Above the street. */
static void put_first(Finder *f, TextList *lines, Text t) {
    Text *v = ARENA_ARRAY(f->arena, Text, lines->n + 1);
    v[0] = t;
    for (size_t i = 0; i < lines->n; i++)
        v[i + 1] = lines->v[i];
    *lines = (TextList){v, lines->n + 1};
}

static void set_person(Finder *f, ImportTarget *t, const Person *p) {
    Contact *c = &t->contact;
    set_field(c, CONTACT_NAME, p->name);
    set_field(c, CONTACT_TITLE, p->title);
    if (c->base.fields[CONTACT_ORGANISATION].n == 0)
        set_field(c, CONTACT_ORGANISATION, p->organisation);
    else if (c->base.fields[CONTACT_DEPARTMENT].n == 0 &&
             !text_same(c->base.fields[CONTACT_ORGANISATION], p->organisation))
        set_field(c, CONTACT_DEPARTMENT, p->organisation);
    if (p->line.n > 0)
        put_first(f, &c->base.lines, p->line);
    t->guessed[PART_NAME] |= p->name.n > 0;
    t->guessed[PART_TITLE] |= p->title.n > 0;
    t->guessed[PART_ORGANISATION] |= p->organisation.n > 0;
}

/* ---- a whole address in the country's script below the one in Latin ---- */

static bool is_native_only(const Contact *c) {
    static const ContactField latin[] = {
        CONTACT_NAME,       CONTACT_TITLE, CONTACT_ORGANISATION,
        CONTACT_DEPARTMENT, CONTACT_CITY,  CONTACT_DISTRICT,
        CONTACT_REGION};
    size_t n = c->base.lines.n;
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        n += c->base.fields[latin[i]].n;
    return n == 0 && c->nforms == 1 && c->forms[0].lines.n > 0;
}

/* The target that it is the address of: the one above, if the postcodes do not
 * say otherwise. */
static ImportTarget *native_owner(Finder *f, const ImportTarget *t) {
    Text code = t->contact.base.fields[CONTACT_POSTCODE];
    for (size_t i = f->out->ntargets; i-- > 0;) {
        ImportTarget *o = &f->out->targets[i];
        Text other = o->contact.base.fields[CONTACT_POSTCODE];
        if (o->shares)
            continue;
        bool same = code.n == 0 || other.n == 0 ||
                    (code.n == other.n && memcmp(code.s, other.s, code.n) == 0);
        bool lacks = o->native.sure == IMPORT_MISSING &&
                     o->contact.nforms == 0 && o->embassy.text.n == 0;
        return same && lacks ? o : NULL;
    }
    return NULL;
}

static bool give_form(Finder *f, const ImportTarget *t) {
    static const ContactField neutral[] = {CONTACT_EMAIL, CONTACT_PHONE,
                                           CONTACT_FAX, CONTACT_SOCIAL};
    if (strncmp(f->lang, "zh", 2) == 0 || !is_native_only(&t->contact))
        return false;
    ImportTarget *o = native_owner(f, t);
    if (!o)
        return false;
    o->contact.forms = t->contact.forms;
    o->contact.nforms = t->contact.nforms;
    for (size_t i = 0; i < sizeof neutral / sizeof *neutral; i++)
        if (o->contact.base.fields[neutral[i]].n == 0)
            o->contact.base.fields[neutral[i]] =
                t->contact.base.fields[neutral[i]];
    if (o->salutation.sure == IMPORT_MISSING)
        o->salutation = t->salutation;
    for (int k = 0; k <= PART_LABEL; k++)
        o->guessed[k] = o->guessed[k] || t->guessed[k];
    /* Nothing but its place says whose it is. */
    if (t->contact.forms[0].fields[CONTACT_POSTCODE].n == 0 &&
        t->contact.base.fields[CONTACT_POSTCODE].n == 0)
        o->guessed[PART_LINE] = true;
    find_native(f, o);
    return true;
}

/* `p`: who is named at its head; NULL if nothing is known of that. */
static void add_one(Finder *f, const Group *g, const Person *p,
                    const Text *lines, size_t n) {
    ImportTarget t = {.span = span_of(g), .copy = g->v[0].copy};
    parse_lines_of(f, lines, n, &t);
    if (p)
        set_person(f, &t, p);
    else if (give_form(f, &t))
        return;
    for (size_t i = 0; i < g->n; i++)
        if (g->v[i].prose)
            for (int k = 0; k <= PART_LABEL; k++)
                t.guessed[k] = true;
    finish(f, &t);
}

/* Several people at one address: the first has it, the others share it. */
static void add_several(Finder *f, const Group *g, const People *people,
                        const Text *lines, size_t n) {
    size_t first = f->out->ntargets;
    for (size_t i = 0; i < people->v.n; i++) {
        const Person *p = &people->v.v[i];
        ImportTarget t = {.span = p->name.span, .copy = g->v[0].copy};
        if (i == 0)
            parse_lines_of(f, lines, n, &t);
        t.contact.base.lang = "";
        t.contact.number = 1;
        set_person(f, &t, p);
        if (i > 0) {
            t.shares = first + 1;
            t.contact.base.fields[CONTACT_SAME_ADDRESS_AS] =
                text_literal(f->out->targets[first].id);
            memcpy(t.contact.country, f->out->targets[first].contact.country,
                   3);
            t.salutation = (ImportValue){0};
        }
        finish(f, &t);
    }
}

/* ---- Chinese lines that belong to a target above ---- */

static bool has_digits(const Group *g, const char *digits) {
    for (size_t i = 0; i < g->n; i++)
        if (g->v[i].kind != KIND_NATIVE &&
            text_find(g->v[i].text, digits) != SIZE_MAX)
            return true;
    return false;
}

/* By the postcode, which is the same in both scripts. */
static bool give_away(Finder *f, const Group *g, const TargetLine *line) {
    CnPostcode code;
    if (line->kind != KIND_NATIVE || !cn_postcode_find(line->text, &code) ||
        has_digits(g, code.digits))
        return false;
    for (size_t i = 0; i < f->out->ntargets; i++) {
        ImportTarget *t = &f->out->targets[i];
        if (t->native.sure != IMPORT_MISSING || t->shares ||
            !text_equal(t->contact.base.fields[CONTACT_POSTCODE], code.digits))
            continue;
        ContactForm *form = ARENA_NEW(f->arena, ContactForm);
        form->lang = "zh";
        form->lines.v = ARENA_NEW(f->arena, Text);
        form->lines.v[0] = line->text;
        form->lines.n = 1;
        t->contact.forms = form;
        t->contact.nforms = 1;
        t->native =
            (ImportValue){line->text, IMPORT_FOUND, "matched by its postcode"};
        t->native_lang = "zh";
        return true;
    }
    return false;
}

static bool has_latin_place(const Group *g) {
    for (size_t i = 0; i < g->n; i++)
        if (g->v[i].kind == KIND_PLACE && !text_has_han(g->v[i].text))
            return word_count(g->v[i].text) > 2;
    return false;
}

void add_targets(Finder *f, const Group *g) {
    VEC(Text) lines = {0};
    People people;
    group_people(f, g, &people);
    bool several = people.v.n > 1;
    const Person *p =
        people.v.n == 1 && people.v.v[0].name.n > 0 ? &people.v.v[0] : NULL;
    /* Chinese names and offices are told apart with their address; above one in
     * Latin letters, of an embassy, they are not part of it. */
    bool apart = p && text_has_han(p->name) && has_latin_place(g);
    if (p && text_has_han(p->name) && !apart)
        p = NULL;
    for (size_t i = several ? people.heads : 0; i < g->n; i++) {
        const TargetLine *line = &g->v[i];
        if (i < people.heads && p && (apart || names_person(line, p)))
            continue;
        if (!give_away(f, g, line))
            vec_push(f->arena, &lines, line->text);
    }
    if (several)
        add_several(f, g, &people, lines.v, lines.n);
    else if (lines.n > 0)
        add_one(f, g, p, lines.v, lines.n);
}
