#include "model/address_compose.h"

#include <string.h>
#include <strings.h>

/* What a text says of an address: where one is printed, its like in another
 * language says nothing new. */
typedef enum Group {
    GROUP_NAME,
    GROUP_TITLE,
    GROUP_ORGANISATION,
    GROUP_DEPARTMENT,
    GROUP_ATTENTION,
    GROUP_CARE_OF,
    GROUP_PLACE,
    GROUP_POSTCODE,
    GROUPS
} Group;

static const struct {
    ContactField field;
    Group group;
} fields[] = {{CONTACT_NAME, GROUP_NAME},
              {CONTACT_TITLE, GROUP_TITLE},
              {CONTACT_ORGANISATION, GROUP_ORGANISATION},
              {CONTACT_DEPARTMENT, GROUP_DEPARTMENT},
              {CONTACT_ATTENTION, GROUP_ATTENTION},
              {CONTACT_CARE_OF, GROUP_CARE_OF},
              {CONTACT_DISTRICT, GROUP_PLACE},
              {CONTACT_CITY, GROUP_PLACE},
              {CONTACT_REGION, GROUP_PLACE},
              {CONTACT_POSTCODE, GROUP_POSTCODE}};
#define FIELDS (sizeof fields / sizeof *fields)

typedef struct Printed {
    Arena *arena;
    VEC(Text) texts;
    bool group[GROUPS];
} Printed;

static void add(Printed *p, Group group, Text t) {
    if (t.n == 0)
        return;
    vec_push(p->arena, &p->texts, t);
    p->group[group] = true;
}

static void add_field(Printed *p, Group group, FieldLines lines) {
    for (size_t i = 0; i < lines.n; i++)
        for (size_t k = 0; k < lines.v[i].n; k++)
            add(p, group, lines.v[i].v[k]);
}

static void add_side(Printed *p, const AddressSide *side) {
    add_field(p, GROUP_NAME, side->names);
    add_field(p, GROUP_TITLE, side->title);
    add_field(p, GROUP_ORGANISATION, side->organisation);
    add_field(p, GROUP_DEPARTMENT, side->department);
    add_field(p, GROUP_ATTENTION, side->attention);
    add_field(p, GROUP_CARE_OF, side->care_of);
    add_field(p, GROUP_PLACE, side->street);
    add(p, GROUP_PLACE, side->district);
    add(p, GROUP_PLACE, side->city);
    add(p, GROUP_PLACE, side->region);
    add(p, GROUP_POSTCODE, side->postcode);
}

/* Letters and digits alone, as postcodes and repetitions are compared. */
static Text bare(Arena *a, Text t) {
    char *s = ARENA_ARRAY(a, char, t.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < t.n; i++) {
        char c = t.s[i];
        bool upper = c >= 'A' && c <= 'Z';
        if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
            (unsigned char)c >= 0x80)
            s[n++] = (char)(upper ? c - 'A' + 'a' : c);
    }
    return (Text){s, n, t.span};
}

static bool holds(Text t, Text word) {
    return memmem(t.s, t.n, word.s, word.n) != NULL;
}

/* A slice of it is, or the same words in another place. */
static bool is_printed(const Printed *p, Text t, bool code) {
    for (size_t i = 0; i < p->texts.n; i++)
        if (p->texts.v[i].s >= t.s && p->texts.v[i].s < t.s + t.n)
            return true;
    Text words = bare(p->arena, t);
    for (size_t i = 0; i < p->texts.n; i++) {
        Text other = bare(p->arena, p->texts.v[i]);
        if (holds(other, words) || (code && other.n > 0 && holds(words, other)))
            return true;
    }
    return words.n == 0;
}

static bool form_has(const ContactForm *form, Group group) {
    if (!form)
        return false;
    for (size_t i = 0; i < FIELDS; i++)
        if (fields[i].group == group && form->fields[fields[i].field].n > 0)
            return true;
    return (group == GROUP_NAME && form->names.n > 0) ||
           (group == GROUP_PLACE && (form->lines.n > 0 || form->address.n > 0));
}

typedef struct Search {
    const Composer *m;
    Printed printed;
    AddressScript script;
    const ContactForm *form;   /* that is looked at */
    const ContactForm *chosen; /* the form that `script` asks for instead of
                                  the base form, or NULL */
} Search;

static const char *reason(const Search *s, Text t, bool whole) {
    if (whole)
        return "\"address\" is the whole address; write it there";
    if (s->form->lang[0])
        return arena_printf(s->m->arena,
                            "nothing of this kind is printed, and the label "
                            "is not in \"%s\"; give it without a language too",
                            s->form->lang);
    bool native = address_is_native(t);
    if (s->script == ADDRESS_NATIVE && !native)
        return "it is in Latin letters, and only the country's own script is "
               "printed; write it in that script, or print both";
    if (s->script == ADDRESS_LATIN && native)
        return "only Latin letters are printed; write it in them too, or "
               "print both scripts";
    return "what the record has in a language stands there instead; put it in "
           "there if it is wanted";
}

static void tell(const Search *s, Group group, Text t, bool whole) {
    const char *why = reason(s, t, whole);
    const char *label = composer_label(s->m);
    /* Whoever asks for one script gets no title in the other; where it is, and
     * for whom, is what gets lost mail. */
    if (group == GROUP_NAME || group == GROUP_PLACE || group == GROUP_POSTCODE)
        diag_at(s->m->diag, DIAG_WARNING, t.span,
                "\"%s\": \"%.*s\" is not printed: %s", label, (int)t.n, t.s,
                why);
    else
        diag_cure(s->m->diag, DIAG_NOTE, t.span,
                  arena_printf(s->m->arena, "unprinted %d", (int)group),
                  "\"%s\": \"%.*s\" is not printed: %s", label, (int)t.n, t.s,
                  why);
}

static void look_at(const Search *s, Group group, Text given, bool whole) {
    /* Of a sender what matters is that a letter can come back. */
    if (s->m->sender && group < GROUP_PLACE)
        return;
    FieldLines lines = format_field(s->m->arena, given);
    bool base = s->form->lang[0] == '\0';
    const char *country = s->m->contact->country;
    for (size_t i = 0; i < lines.n; i++) {
        Text t = lines.v[i].v[0];
        bool other =
            base ? form_has(s->chosen, group) : s->printed.group[group];
        if (!(other && !whole) &&
            !is_printed(&s->printed, t, group == GROUP_POSTCODE) &&
            !(group == GROUP_PLACE && country_named(country, t.s, t.n)))
            tell(s, group, t, whole);
    }
}

static void look_at_list(const Search *s, Group group, TextList list,
                         bool whole) {
    for (size_t i = 0; i < list.n; i++)
        look_at(s, group, list.v[i], whole);
}

static void look_at_form(Search *s, const ContactForm *form) {
    bool whole = form->address.n > 0;
    s->form = form;
    look_at_list(s, GROUP_NAME, form->names, false);
    look_at_list(s, GROUP_PLACE, form->lines, whole);
    look_at_list(s, GROUP_PLACE, form->address, false);
    for (size_t i = 0; i < FIELDS; i++) {
        Group group = fields[i].group;
        bool in_whole = whole && group >= GROUP_PLACE;
        if (group != GROUP_NAME || form->names.n == 0)
            look_at(s, group, form->fields[fields[i].field], in_whole);
    }
}

void address_tell_unprinted(const Composer *m, const AddressSide *latin,
                            const AddressSide *native, AddressScript script) {
    const Contact *c = m->contact;
    bool split = m->format->native_lang != NULL;
    Search s = {.m = m,
                .printed = {.arena = m->arena},
                .script = split ? script : ADDRESS_BOTH};
    if (split && script != ADDRESS_BOTH)
        s.chosen = script == ADDRESS_NATIVE
                       ? contact_form(c, m->format->native_lang)
                       : address_latin_form(c);
    AddressSide above = address_above_native(latin, native);
    if (s.script != ADDRESS_NATIVE)
        add_side(&s.printed, latin);
    else
        add_side(&s.printed, &above);
    if (s.script != ADDRESS_LATIN)
        add_side(&s.printed, native);
    look_at_form(&s, &c->base);
    for (size_t i = 0; i < c->nforms; i++)
        look_at_form(&s, &c->forms[i]);
}
