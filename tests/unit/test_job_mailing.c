#include "unit.h"

#include "job/mailing.h"

/* Senders and targets are named by one letter; what is made of them is written
 * "1AX 1AY 2BX": number, sender ("-" for the pen), target. */
typedef struct Lists {
    Arena *a;
    Diag *diag;
    ContactList from, to;
    MailingOptions opt;
} Lists;

static ContactList list(Arena *a, const char *names) {
    size_t n = strlen(names);
    ContactList l = {.n = n, .all = {ARENA_ARRAY(a, Contact, n), n}};
    for (size_t i = 0; i < n; i++)
        l.all.v[i].base.fields[CONTACT_NAME] =
            text_literal(arena_strndup(a, &names[i], 1));
    return l;
}

static void set(Lists *l, const char *from, const char *to) {
    l->from = list(l->a, from);
    l->to = list(l->a, to);
    l->opt =
        (MailingOptions){.from = {.list = &l->from}, .to = {.list = &l->to}};
}

static char name_of(const Contact *c) {
    return c ? c->base.fields[CONTACT_NAME].s[0] : '-';
}

static const char *items(Lists *l) {
    const Mailing *m = mailing_open(l->a, &l->opt, l->diag);
    const char *s = "";
    if (!m)
        return "none";
    for (size_t i = 0; i < mailing_count(m); i++) {
        MailingItem item;
        mailing_get(m, i, l->a, &item);
        CHECK_INT(item.number, mailing_number(m, i));
        s = arena_printf(l->a, "%s%s%u%c%c", s, *s ? " " : "", item.number,
                         name_of(item.from), name_of(item.to));
    }
    /* The packs are the items once more. */
    size_t n = 0;
    for (size_t p = 0; p < mailing_packs(m); p++) {
        MailingPack pack = mailing_pack(m, p);
        CHECK_INT(pack.first, n);
        for (size_t k = 0; k < pack.n; k++) {
            MailingItem item;
            CHECK_INT(mailing_number(m, pack.first + k), pack.number);
            mailing_get(m, pack.first + k, l->a, &item);
            CHECK_INT(item.from_at, pack.from_at);
            CHECK(item.from == mailing_sender(m, p, l->a));
        }
        n += pack.n;
    }
    CHECK_INT(n, mailing_count(m));
    return s;
}

static void orders(Lists *l) {
    set(l, "AB", "XY");
    CHECK_STR(items(l), "1AX 2AY 3BX 4BY");
    l->opt.packs = true;
    CHECK_STR(items(l), "1AX 1AY 2BX 2BY");
    set(l, "", "XY");
    CHECK_STR(items(l), "1-X 2-Y");
    l->opt.packs = true;
    l->opt.copies = 3;
    CHECK_STR(items(l), "1-X 1-Y 2-X 2-Y 3-X 3-Y");
    set(l, "A", "");
    CHECK_STR(items(l), "1A-");
}

static void selections(Lists *l) {
    size_t at[] = {2, 0};
    set(l, "A", "XYZ");
    l->opt.to.at = at;
    l->opt.to.n = 2;
    CHECK_STR(items(l), "1AZ 2AX");
    const Mailing *m = mailing_open(l->a, &l->opt, l->diag);
    MailingItem item;
    mailing_get(m, 0, l->a, &item);
    CHECK_INT(item.to_at, 2); /* in the list, wherever it was moved to */
}

static void slices(Lists *l) {
    set(l, "ABC", "XY");
    l->opt.redo = "5,2-3";
    CHECK_STR(items(l), "2AY 3BX 5CX");
    l->opt.packs = true;
    l->opt.redo = "1,3";
    CHECK_STR(items(l), "1AX 1AY 3CX 3CY");
    l->opt.redo = NULL;
    l->opt.shards = 2;
    l->opt.shard = 1;
    CHECK_STR(items(l), "1AX 1AY");
    l->opt.shard = 2;
    CHECK_STR(items(l), "2BX 2BY 3CX 3CY");
    l->opt.packs = false;
    CHECK_STR(items(l), "4BY 5CX 6CY");
}

/* However many slices, together they are the whole. */
static void shards(Lists *l) {
    set(l, "ABCDEFG", "XYZ");
    const char *whole = items(l);
    for (uint32_t n = 1; n <= 21; n++) {
        const char *all = "";
        for (uint32_t k = 1; k <= n; k++) {
            l->opt.shards = n;
            l->opt.shard = k;
            all = arena_printf(l->a, "%s%s%s", all, *all ? " " : "", items(l));
        }
        CHECK_STR(all, whole);
    }
}

static bool unlike(const MailingChooser *self, const Contact *from,
                   const Contact *to) {
    (void)self;
    return name_of(from) != name_of(to);
}

/* Nobody writes to himself. */
static void choosers(Lists *l) {
    MailingChooser chooser = {.writes = unlike};
    set(l, "ABC", "AB");
    l->opt.chooser = &chooser;
    CHECK_STR(items(l), "1AB 2BA 3CA 4CB");
    l->opt.redo = "2-3";
    CHECK_STR(items(l), "2BA 3CA");
    l->opt.packs = true;
    CHECK_STR(items(l), "2BA 3CA 3CB");
    l->opt.redo = "1";
    const Mailing *first = mailing_open(l->a, &l->opt, l->diag);
    const bool *written = mailing_written(first, false, l->a);
    CHECK(!written[0] && written[1]);
    written = mailing_written(first, true, l->a);
    CHECK(written[0] && written[1]);
    /* What a slice has in common goes by the whole run. */
    l->opt.redo = "3";
    const Mailing *third = mailing_open(l->a, &l->opt, l->diag);
    CHECK_INT(name_of(mailing_sender(third, 0, l->a)), 'C');
    CHECK_INT(name_of(mailing_sender_of(third, 1, l->a)), 'A');
    l->opt.redo = NULL;
    set(l, "AB", "A");
    l->opt.chooser = &chooser;
    l->opt.packs = true;
    CHECK(
        mailing_written(mailing_open(l->a, &l->opt, l->diag), false, l->a)[0]);
    CHECK_STR(items(l), "2BA"); /* pack 1 is empty and keeps its number */
    set(l, "AAB", "A");
    l->opt.chooser = &chooser;
    l->opt.packs = true;
    const Mailing *m = mailing_open(l->a, &l->opt, l->diag);
    for (size_t p = 0; p < 3; p++) { /* and its sender */
        CHECK_INT(mailing_pack(m, p).n, p == 2);
        CHECK_INT(mailing_pack(m, p).from_at, p);
        CHECK_INT(name_of(mailing_sender(m, p, l->a)), "AAB"[p]);
    }
    set(l, "AB", "BA");
    l->opt.chooser = &chooser;
    l->opt.packs = true;
    l->opt.to.at = (size_t[]){1};
    l->opt.to.n = 1;
    l->opt.redo = "1"; /* nobody at all */
    m = mailing_open(l->a, &l->opt, l->diag);
    CHECK_INT(mailing_count(m), 0);
    CHECK_INT(name_of(mailing_sender(m, 0, l->a)), 'A');
}

static void refused(Lists *l, const char *redo, uint32_t shards) {
    size_t before = diag_count(l->diag, DIAG_ERROR);
    set(l, "A", "XY");
    l->opt.redo = redo;
    l->opt.shards = shards;
    l->opt.shard = 1;
    CHECK_STR(items(l), "none");
    CHECK_INT(diag_count(l->diag, DIAG_ERROR), before + 1);
}

static void varying(Lists *l) {
    set(l, "A", "XYZ");
    CHECK_INT(mailing_varies(mailing_open(l->a, &l->opt, l->diag)), 0);
    set(l, "ABCDEFGH", "XYZ");
    const Mailing *m = mailing_open(l->a, &l->opt, l->diag);
    CHECK_INT(mailing_varies(m), LETTER_OF_FROM);
    set(l, "A", "QRSTUVWXYZ");
    CHECK_INT(mailing_varies(mailing_open(l->a, &l->opt, l->diag)),
              LETTER_OF_TO);
}

int main(void) {
    Lists l = {.a = arena_new(), .diag = diag_new()};
    orders(&l);
    selections(&l);
    slices(&l);
    shards(&l);
    choosers(&l);
    refused(&l, "3", 0);
    refused(&l, "0", 0);
    refused(&l, NULL, 3);
    varying(&l);
    diag_free(l.diag);
    arena_free(l.a);
    return unit_done("mailing");
}
