#include "model/importing_parts.h"

#include "model/addresswords.h"

#include <string.h>

/* Words of a salutation that say nothing of whom it is for. */
static const char polite[] =
    "dear|mr|mrs|ms|sir|madam|your|excellency|excellencies|and|the|"
    "honourable|honorable|monsieur|madame|cher|chere|votre|excellence|"
    "estimado|estimada|senor|senora|distinguido|distinguida|excelencia|su|"
    "sehr|geehrte|geehrter|geehrtes|geehrten|herr|frau|exzellenz|eure|le|la|l|"
    "el|de|of|o|a|s|尊|敬|的|爱|先|生|女|士|阁|下";

/* How many of its words stand in the target's name, title or organisation. A
 * word may be the beginning of another: "Secretary" and "secretary general". */
static size_t score(Finder *f, const FoldWords *said, const Contact *c) {
    static const ContactField fields[] = {
        CONTACT_NAME, CONTACT_TITLE, CONTACT_ORGANISATION, CONTACT_DEPARTMENT};
    static const size_t worth[] = {4, 3, 1, 1};
    size_t total = 0;
    for (size_t i = 0; i < said->n; i++) {
        if (fold_match(&(FoldWords){said->v + i, 1}, 0, polite) > 0)
            continue;
        size_t best = 0;
        for (size_t k = 0; k <= c->nforms; k++) {
            const ContactForm *form = k == 0 ? &c->base : &c->forms[k - 1];
            for (size_t j = 0; j < sizeof fields / sizeof *fields; j++) {
                FoldWords w = fold_words(f->arena, form->fields[fields[j]], 40);
                for (size_t m = 0; m < w.n; m++)
                    if (strcmp(w.v[m].s, said->v[i].s) == 0 && worth[j] > best)
                        best = worth[j];
            }
            for (size_t j = 0; j < form->lines.n && best == 0; j++) {
                FoldWords w = fold_words(f->arena, form->lines.v[j], 40);
                for (size_t m = 0; m < w.n; m++)
                    best |= strcmp(w.v[m].s, said->v[i].s) == 0;
            }
        }
        total += best;
    }
    return total;
}

/* "Dear Ambassador" names an embassy's, "Monsieur l'Ambassadeur" too. */
static bool names_ambassador(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 20);
    for (size_t i = 0; i < w.n; i++)
        if (fold_match(&w, i,
                       "ambassador|ambassadeur|ambassadrice|embajador|"
                       "embajadora|botschafter|botschafterin|大使") > 0)
            return true;
    return false;
}

/* The target whose own salutation it is, or which it names best though that has
 * one; SIZE_MAX if it is for one that has none. */
static size_t served_target(Finder *f, Text salutation) {
    FoldWords said = fold_words(f->arena, salutation, 20);
    const char *plain = fold_plain(f->arena, salutation);
    size_t best = SIZE_MAX, most = 0;
    for (size_t i = 0; i < f->out->ntargets; i++) {
        const ImportTarget *t = &f->out->targets[i];
        bool has = t->salutation.sure != IMPORT_MISSING;
        size_t n = score(f, &said, &t->contact);
        if (has && strcmp(fold_plain(f->arena, t->salutation.text), plain) == 0)
            return i;
        if (n > most || (n == most && n > 0 && !has)) {
            most = n;
            best = has ? i : SIZE_MAX;
        }
    }
    return best;
}

static size_t best_target(Finder *f, Text salutation, size_t *points) {
    FoldWords said = fold_words(f->arena, salutation, 20);
    size_t best = SIZE_MAX;
    *points = 0;
    for (size_t i = 0; i < f->out->ntargets; i++) {
        const ImportTarget *t = &f->out->targets[i];
        size_t n = score(f, &said, &t->contact);
        if (t->embassy.sure != IMPORT_MISSING &&
            names_ambassador(f, salutation))
            n += 3;
        if (n > *points && t->salutation.sure == IMPORT_MISSING) {
            *points = n;
            best = i;
        }
    }
    return best;
}

/* The only one, or the first, that has no salutation of its own. */
static size_t first_without(const Finder *f, size_t *count) {
    size_t first = SIZE_MAX;
    *count = 0;
    for (size_t i = 0; i < f->out->ntargets; i++)
        if (f->out->targets[i].salutation.sure == IMPORT_MISSING) {
            first = first == SIZE_MAX ? i : first;
            ++*count;
        }
    return first;
}

/* What the document confirms twice is no guess. */
static void confirm(Finder *f, ImportTarget *t, Text salutation) {
    FoldWords said = fold_words(f->arena, salutation, 20);
    static const struct {
        ContactField field;
        AddressPart part;
    } parts[] = {{CONTACT_NAME, PART_NAME}, {CONTACT_TITLE, PART_TITLE}};
    for (size_t k = 0; k < 2; k++) {
        FoldWords w =
            fold_words(f->arena, t->contact.base.fields[parts[k].field], 20);
        for (size_t i = 0; i < said.n; i++)
            for (size_t j = 0; j < w.n; j++)
                if (strcmp(said.v[i].s, w.v[j].s) == 0 &&
                    fold_match(&(FoldWords){said.v + i, 1}, 0, polite) == 0)
                    t->guessed[parts[k].part] = false;
    }
}

static const char *mark_of(Text t) {
    static const char *const marks[] = {":", ",", "!", "：", "，", "！"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_ends(t, marks[i]))
            return marks[i];
    return NULL;
}

/* Up to the next " / " or the next "Dear", at which *rest begins. */
static Text next_part(Text *rest) {
    static const char *const joints[] = {" / ", ", Dear ", ", dear ",
                                         " and Dear ", " and dear "};
    Text one = *rest;
    *rest = (Text){0};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(one, joints[i]), n = strlen(joints[i]);
        size_t dear = i == 0 ? 0 : strlen("Dear ");
        if (at == SIZE_MAX)
            continue;
        *rest = text_slice(one, at + n - dear, one.n - at - n + dear);
        return text_trim(text_slice(one, 0, at));
    }
    return text_trim(one);
}

static Text marked(Finder *f, Text t, const char *mark) {
    if (!mark || mark_of(t))
        return t;
    return (Text){arena_printf(f->arena, "%.*s%s", (int)t.n, t.s, mark),
                  t.n + strlen(mark), t.span};
}

/* "Dear Party Secretary and Minister," to two targets: one for each. */
static void part_joint_salutation(Finder *f) {
    Text all = f->out->letter.salutation;
    size_t joint = text_find(all, " and "), points, other;
    if (!text_starts(all, "Dear ") || joint == SIZE_MAX)
        return;
    Text first = text_slice(all, 0, joint);
    Text rest = text_slice(all, joint + 5, all.n - joint - 5);
    size_t at = best_target(f, first, &points);
    size_t behind = best_target(f, rest, &other);
    if (at == SIZE_MAX || behind == SIZE_MAX || at == behind)
        return;
    const char *s = arena_printf(f->arena, "Dear %.*s", (int)rest.n, rest.s);
    f->out->letter.salutation = marked(f, first, mark_of(all));
    f->out->targets[behind].salutation =
        (ImportValue){{s, strlen(s), rest.span},
                      IMPORT_GUESSED,
                      "the second of those whom the model letter names"};
}

/* "Dear President Xi / Dear Secretary Ma,": one for each, with the mark that
 * stands behind the last; the letter's is the first. "Dear Sir / Madam" is one.
 */
static void part_salutations(Finder *f) {
    Text all = f->out->letter.salutation, rest = all;
    if (all.n == 0)
        return; /* a document without a model letter */
    Text first = next_part(&rest);
    const char *blank = memchr(first.s, ' ', first.n), *mark = mark_of(all);
    size_t word = blank ? (size_t)(blank - first.s) + 1 : first.n;
    if (rest.n == 0 || word == 0)
        return;
    for (Text more = rest; more.n > 0;) {
        Text one = next_part(&more);
        if (one.n <= word || memcmp(one.s, first.s, word) != 0)
            return;
    }
    f->out->letter.salutation = marked(f, first, mark);
    while (rest.n > 0) {
        size_t points;
        Text one = marked(f, next_part(&rest), mark);
        size_t at = best_target(f, one, &points);
        if (at != SIZE_MAX)
            f->out->targets[at].salutation =
                (ImportValue){one, IMPORT_FOUND,
                              "of the model letter, which names this target"};
    }
}

static void give_salutation(Finder *f) {
    ImportLetter *letter = &f->out->letter;
    part_salutations(f);
    part_joint_salutation(f);
    size_t points, count, at = best_target(f, letter->salutation, &points);
    ImportSure sure = IMPORT_FOUND;
    const char *why = "of the model letter, which names this target";
    if (letter->salutation.n == 0)
        return;
    size_t served = served_target(f, letter->salutation);
    if (served != SIZE_MAX) {
        letter->to = served + 1;
        confirm(f, &f->out->targets[served], letter->salutation);
        return;
    }
    if (at == SIZE_MAX) {
        at = first_without(f, &count);
        sure = IMPORT_GUESSED;
        why = count == 1 ? "of the model letter; only this target has none"
                         : "of the model letter; it names no target, and this "
                           "is the first without one";
    }
    if (at == SIZE_MAX)
        return;
    ImportTarget *t = &f->out->targets[at];
    t->salutation = (ImportValue){letter->salutation, sure, why};
    letter->to = at + 1;
    confirm(f, t, letter->salutation);
}

/* "Director" of "Director of the Prison Administration": what one says to who
 * has the office; n == 0 where nobody says it so. */
static Text spoken_title(Finder *f, Text title) {
    static const char *const spoken[] = {
        "ambassador",       "minister",
        "prime minister",   "president",
        "governor",         "director",
        "director general", "general director",
        "chairman",         "chairwoman",
        "chairperson",      "secretary",
        "party secretary",  "secretary general",
        "commissioner",     "commissioner general",
        "procurator",       "chief procurator",
        "prosecutor",       "prosecutor general",
        "attorney general", "mayor",
        "warden",           "consul general",
        "premier"};
    static const char *const ends[] = {" of ", " for ", " to ", ","};
    size_t n = title.n;
    if (n == 0)
        return (Text){0};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = text_find(title, ends[i]);
        n = at < n ? at : n;
    }
    Text said = text_trim(text_slice(title, 0, n));
    FoldWords w = fold_words(f->arena, said, 4);
    for (size_t i = 0; i < sizeof spoken / sizeof *spoken; i++)
        if (w.n > 0 && fold_match(&w, 0, spoken[i]) == w.n && said.s[0] < 'a' &&
            !text_is_capitals(said))
            return said;
    return (Text){0};
}

static bool is_excellency(Finder *f, Text name) {
    FoldWords w = fold_words(f->arena, name, 2);
    return fold_match(&w, 0, "his|her excellency") > 0 ||
           fold_match(&w, 0, "h e") > 0 || text_starts(name, "HE ");
}

/* "Dear" and the office or the name, where an English document gives this
 * target none: a letter has to begin somehow. Other languages decline the word,
 * by what nobody has said. */
static void make_salutation(Finder *f, ImportTarget *t, const char *mark) {
    const Text *fields = t->contact.base.fields;
    Text who = spoken_title(f, fields[CONTACT_TITLE]);
    const char *dear = "Dear ";
    if (who.n == 0)
        who = fields[CONTACT_NAME].n ? fields[CONTACT_NAME]
                                     : fields[CONTACT_TITLE];
    if (strcmp(f->lang, "en") != 0 || who.n == 0 || text_has_han(who))
        return;
    Span span = who.span;
    if (is_excellency(f, fields[CONTACT_NAME])) {
        dear = "";
        who = text_literal("Your Excellency");
    }
    const char *s =
        arena_printf(f->arena, "%s%.*s%s", dear, (int)who.n, who.s, mark);
    t->salutation =
        (ImportValue){{s, strlen(s), span},
                      IMPORT_GUESSED,
                      "the document gives none for this target; made of the "
                      "office or the name"};
}

/* Where nothing is made of the document: what a writer might put. */
static const char *advice(const Finder *f) {
    static const char *const usual[][2] = {
        {"fr", "Madame, Monsieur,"},
        {"es", "Estimados señores:"},
        {"de", "Sehr geehrte Damen und Herren,"}};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (strcmp(usual[i][0], f->lang) == 0)
            return arena_printf(f->arena,
                                "the document gives none for this target; "
                                "write it, as no letter begins without one: "
                                "\"%s\" to an office",
                                usual[i][1]);
    return "the document gives none for this target; write it, as no letter "
           "begins without one";
}

static const char *usual_mark(const Finder *f) {
    return strncmp(f->lang, "zh", 2) == 0 ? "："
           : strcmp(f->lang, "es") == 0   ? ":"
                                          : ",";
}

/* "Dear Ambassador" of a target gets the mark that the model letter's
 * salutation has: both are printed in the same place. */
static void mark_salutations(Finder *f) {
    const char *own = mark_of(f->out->letter.salutation);
    const char *mark = own ? own : usual_mark(f);
    for (size_t i = 0; i < f->out->ntargets; i++) {
        ImportTarget *t = &f->out->targets[i];
        if (t->salutation.sure == IMPORT_MISSING) {
            t->salutation.why = advice(f);
            make_salutation(f, t, mark);
            continue;
        }
        confirm(f, t, t->salutation.text);
        Text said = text_without_tail(t->salutation.text, ".;");
        if (!mark_of(said)) {
            const char *s =
                arena_printf(f->arena, "%.*s%s", (int)said.n, said.s, mark);
            t->salutation.text = (Text){s, strlen(s), said.span};
            if (!t->salutation.why)
                t->salutation.why =
                    own ? "with the mark of the model letter's"
                        : "with the mark that letters have behind it";
        }
    }
}

void find_salutations(Finder *f) {
    give_salutation(f);
    mark_salutations(f);
}
