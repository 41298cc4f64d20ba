#include "model/importing_parts.h"

#include "model/addresswords.h"

#include <string.h>

/* ---- whose salutation it is ---- */

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

/* Up to the next " / ", which *rest is behind. */
static Text next_part(Text *rest) {
    size_t slash = text_find(*rest, " / ");
    Text one = *rest;
    *rest = (Text){0};
    if (slash != SIZE_MAX) {
        *rest = text_slice(one, slash + 3, one.n - slash - 3);
        one = text_slice(one, 0, slash);
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
static bool make_salutation(Finder *f, ImportTarget *t, const char *mark) {
    const Text *fields = t->contact.base.fields;
    Text who = spoken_title(f, fields[CONTACT_TITLE]);
    const char *dear = "Dear ";
    if (who.n == 0)
        who = fields[CONTACT_NAME].n ? fields[CONTACT_NAME]
                                     : fields[CONTACT_TITLE];
    if (strcmp(f->lang, "en") != 0 || who.n == 0 || text_has_han(who))
        return false;
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
    return true;
}

/* What letters to an office begin with where nobody is named: the usual words
 * of each language. */
static bool use_neutral(Finder *f, ImportTarget *t, const char *mark) {
    static const char *const usual[][2] = {
        {"en", "Dear Sir or Madam"}, {"fr", "Madame, Monsieur"},
        {"es", "Estimados señores"}, {"de", "Sehr geehrte Damen und Herren"},
        {"zh", "尊敬的先生/女士"},   {"zh-Hant", "尊敬的先生/女士"}};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        if (strcmp(usual[i][0], f->lang) != 0)
            continue;
        const char *s = arena_printf(f->arena, "%s%s", usual[i][1], mark);
        t->salutation = (ImportValue){
            {s, strlen(s), t->span},
            IMPORT_GUESSED,
            "the document gives none for this target; the usual words to an "
            "office"};
        return true;
    }
    return false;
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
            t->salutation.why = "the document gives none for this target; "
                                "write it, as no letter begins without one";
            if (!make_salutation(f, t, mark))
                use_neutral(f, t, mark);
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

/* ---- demands ---- */

static void add_demand(Finder *f, Text t, const char *why) {
    Import *out = f->out;
    ImportValue *v = import_room(f->arena, out->demands, out->ndemands,
                                 sizeof *out->demands);
    v[out->ndemands++] =
        (ImportValue){t, why ? IMPORT_GUESSED : IMPORT_FOUND, why};
    out->demands = v;
}

static bool ends_in_colon(Text t) {
    return text_ends(t, ":") || text_ends(t, "：");
}

/* A demand without its mark of a list; "; and" behind it belongs to the list.
 */
static Text demand_text(Text t) {
    static const char *const words[] = {"; and", ", and", "; et", "; y",
                                        "; und"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_ends(t, words[i]))
            t = text_slice(t, 0, t.n - strlen(words[i]));
    return text_trim(t);
}

/* Lines that follow "I therefore urge you to:" are demands, with bullets or
 * without, until the writer speaks again or the bullets end. */
static void mark_demands(Finder *f) {
    ImportLetter *letter = &f->out->letter;
    bool asking = false, bullets = false;
    for (size_t i = 0; i < letter->n; i++) {
        DocBlock *b = &letter->blocks[i];
        Text t = docblock_slice(b, 0, b->text.n);
        bool item = b->kind == DOC_ITEM;
        if (asking && ((bullets && !item) || label_is_writers(f->arena, t)))
            asking = bullets = false;
        if (asking || item) {
            const char *why =
                item ? NULL : "a line without a bullet, under a colon";
            b->kind = DOC_ITEM;
            b->level = b->level ? b->level : 1;
            bullets = bullets || item;
            add_demand(f, demand_text(t), why);
        }
        if (ends_in_colon(t) && i + 1 < letter->n)
            asking = true;
    }
}

/* A letter without a list: what stands behind "I call on you to", parted at its
 * semicolons. */
static const char *const calls[] = {
    "i ~ call on|upon you to",
    "i ~ call on|upon your ~ to",
    "i ~ urge|ask|request you to",
    "i ~ urge|ask|request your ~ to",
    "je vous ~ demande|prie|exhorte|engage ~ de|a|d",
    "le|les ~ pido|insto|ruego ~ que|a",
    "ich ~ fordere|bitte sie ~ auf",
    "ich ~ fordere|bitte sie"};

static Text without_joint(Text t) {
    static const char *const joints[] = {"and ", "et ", "y ", "und ", "to "};
    t = text_trim(t);
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (text_starts(t, joints[i]))
            t = text_trim(
                text_slice(t, strlen(joints[i]), t.n - strlen(joints[i])));
    return t;
}

/* "Please release her." At the start of a sentence, and not a wish for the
 * writer: "Please let me know ...". */
static size_t begs(const FoldWords *w, Text t, size_t at) {
    bool starts = at == 0 || strchr(".!?", t.s[w->v[at].from - 2]) != NULL;
    if (!starts || fold_match(w, at, "please ~ accept|find|be|note") > 0 ||
        fold_match(w, at, "please let me|us know") > 0 ||
        fold_match(w, at, "please inform|tell|send|write|keep me|us") > 0)
        return 0;
    size_t n = fold_match(w, at, "please");
    return n > 0 ? n : fold_match(w, at, "s il vous plait");
}

/* Where the sentence around byte `from` ends. */
static size_t sentence_end(Text t, size_t from) {
    for (size_t i = from; i < t.n; i++)
        if (t.s[i] == '.' &&
            (i + 1 == t.n || (t.s[i + 1] == ' ' && i > from + 2)))
            return i;
    return t.n;
}

/* From byte `from` to the end of its sentence; the end. */
static size_t part_at(Finder *f, Text t, size_t from) {
    size_t end = sentence_end(t, from);
    while (from < end) {
        size_t to = from;
        while (to < end && t.s[to] != ';')
            to++;
        Text part = without_joint(text_slice(t, from, to - from));
        if (part.n > 0)
            add_demand(f, part, "what a sentence of the letter asks for");
        from = to + 1;
    }
    return end;
}

static void part_sentences(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, SIZE_MAX);
    size_t done = 0;
    for (size_t at = 0; at < w.n; at++) {
        size_t n = 0;
        if (w.v[at].from < done)
            continue;
        for (size_t i = 0; i < sizeof calls / sizeof *calls && n == 0; i++)
            n = fold_match(&w, at, calls[i]);
        if (n == 0)
            n = begs(&w, t, at);
        if (n > 0 && at + n < w.n)
            done = part_at(f, t, w.v[at + n].from);
    }
}

/* Demands of paragraph `i`; what was found before follows them. */
static bool part_paragraph(Finder *f, size_t i) {
    const DocBlock *b = &f->out->letter.blocks[i];
    ImportValue *behind = f->out->demands;
    size_t n = f->out->ndemands;
    f->out->demands = NULL;
    f->out->ndemands = 0;
    part_sentences(f, docblock_slice(b, 0, b->text.n));
    bool found = f->out->ndemands > 0;
    for (size_t k = 0; k < n; k++)
        add_demand(f, behind[k].text, behind[k].why);
    return found;
}

static void find_demands(Finder *f) {
    ImportLetter *letter = &f->out->letter;
    mark_demands(f);
    if (f->out->ndemands > 0)
        return;
    /* The last paragraphs that ask are those. */
    bool asked = false, asks = false;
    for (size_t i = letter->n; i-- > 0 && (asks || !asked);) {
        asks = part_paragraph(f, i);
        asked = asked || asks;
    }
}

/* ---- all ---- */

static void push_block(Finder *f, DocBlock **v, size_t *n, size_t *cap,
                       const DocBlock *b) {
    if (*n == *cap)
        *v = vec_grow(f->arena, *v, *n, cap, sizeof **v);
    (*v)[(*n)++] = *b;
}

static void set_closing(Finder *f, Text t) {
    ImportValue *closing = &f->out->letter.closing;
    if (closing->sure == IMPORT_MISSING) {
        *closing = (ImportValue){t, IMPORT_FOUND, NULL};
        return;
    }
    Text old = closing->text;
    closing->text = (Text){
        arena_printf(f->arena, "%.*s\n%.*s", (int)old.n, old.s, (int)t.n, t.s),
        old.n + 1 + t.n, old.span};
}

/* "Start with Dear Director and a sentence about yourself." */
static void read_told_salutation(Finder *f, const ImportLine *line) {
    Text t = line_text(line);
    FoldWords w = fold_words(f->arena, t, 12);
    size_t n = fold_match(&w, 0, "start|begin ~ with dear");
    if (n == 0 || f->out->letter.salutation.n > 0)
        return;
    size_t from = w.v[n - 1].from, to = t.n;
    static const char *const ends[] = {" and ", ",", ".", ";", " then "};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = text_find((Text){t.s + from, t.n - from, {0}}, ends[i]);
        to = at != SIZE_MAX && from + at < to ? from + at : to;
    }
    f->out->letter.salutation = text_slice(t, from, to - from);
}

/* A line that was wrapped: it does not end, and the next begins small. */
static bool goes_on(const ImportValue *demand, const ImportLine *line) {
    Text t = demand->text;
    const DocBlock *b = &line->b;
    return t.n >= 60 && !strchr(".;:,!?", t.s[t.n - 1]) && !b->gap &&
           b->text.s[0] >= 'a' && b->text.s[0] <= 'z' &&
           (b->kind != DOC_ITEM || b->label.n == 0);
}

static void append_demand(Finder *f, ImportValue *demand, Text more) {
    Text old = demand->text;
    demand->text = (Text){arena_printf(f->arena, "%.*s %.*s", (int)old.n, old.s,
                                       (int)more.n, more.s),
                          old.n + 1 + more.n, old.span};
}

static void read_points(Finder *f) {
    if (f->out->ndemands > 0)
        return;
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        size_t n = f->out->ndemands;
        if (line->use != USE_POINT)
            continue;
        Text t = demand_text(line_text(line));
        if (n > 0 && goes_on(&f->out->demands[n - 1], line))
            append_demand(f, &f->out->demands[n - 1], t);
        else
            add_demand(f, t, NULL);
    }
}

void find_letter(Finder *f) {
    ImportLetter *letter = &f->out->letter;
    size_t cap = 0, story = 0;
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        if (line->use == USE_SALUTATION) {
            letter->salutation = line_text(line);
            letter->span = line->b.text.span;
        } else if (line->use == USE_LETTER) {
            push_block(f, &letter->blocks, &letter->n, &cap, &line->b);
        } else if (line->use == USE_CLOSING) {
            set_closing(f, line_text(line));
        } else if (line->use == USE_STORY) {
            push_block(f, &f->out->story, &f->out->nstory, &story, &line->b);
        } else if (line->label == LABEL_INSTRUCTION) {
            read_told_salutation(f, line);
        }
    }
    letter->sure = letter->n > 0 ? IMPORT_FOUND : IMPORT_MISSING;
    if (letter->n == 0)
        letter->why = "the document has no model letter; what it asks for is "
                      "on the case sheet, and the letter is ruled lines for "
                      "your own words";
    else if (letter->closing.sure == IMPORT_MISSING)
        letter->closing.why =
            "the model letter has no closing; write one as closing:";
    find_demands(f);
    read_points(f);
    give_salutation(f);
    mark_salutations(f);
}
