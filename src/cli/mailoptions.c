#include "cli/mailoptions.h"

#include "cli/setoptions.h"

#include "base/buf.h"
#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

static void read_shard(Run *run, const char *option, const char *value,
                       void *to) {
    MailRun *m = to;
    char *slash, *end;
    unsigned long k = strtoul(value, &slash, 10), n = 0;
    if (value[0] >= '1' && value[0] <= '9' && *slash == '/' &&
        slash[1] >= '1' && slash[1] <= '9') {
        n = strtoul(slash + 1, &end, 10);
        if (*end || k > n || n > LIMIT_ITEMS)
            n = 0;
    }
    if (n == 0)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "%s: \"%s\" is no part of a whole; 2/5 is the second of five",
                  option, value);
    m->shard = (uint32_t)k;
    m->shards = (uint32_t)n;
}

static void read_policy(Run *run, const char *option, const char *value,
                        void *to) {
    *(ReturnPolicy *)to = (ReturnPolicy)option_word(
        run, option, value, return_policy_names, RETURN_POLICIES);
}

static void read_place(Run *run, const char *option, const char *value,
                       void *to) {
    static const char *const places[] = {"front", "flap"};
    *(bool *)to = option_word(run, option, value, places, 2) == 1;
}

static void read_air(Run *run, const char *option, const char *value,
                     void *to) {
    *(AirMark *)to = option_yes(run, option, value) ? AIR_YES : AIR_NO;
}

static void read_frame(Run *run, const char *option, const char *value,
                       void *to) {
    *(bool *)to = !option_yes(run, option, value);
}

void return_options(Run *run, ReturnPolicy *policy, const char **group) {
    option_value(run, "return", read_policy, policy);
    option_text(run, "group", group);
}

void envelope_options(Run *run, EnvelopeJob *job) {
    return_options(run, &job->policy, &job->group);
    option_value(run, "return-place", read_place, &job->flap);
    option_value(run, "air", read_air, &job->air);
    option_value(run, "frame", read_frame, &job->no_frame);
    option_flag(run, "portrait", &job->portrait);
    option_text(run, "paper", &job->paper);
}

void label_place_options(Run *run, LabelsJob *job) {
    option_number(run, "start", LIMIT_CELLS, &job->start);
    option_list(run, "free", &job->free, &job->nfree);
    option_text(run, "ledger", &job->ledger);
    option_flag(run, "stack", &job->stack);
    option_flag(run, "no-ruler", &job->no_ruler);
}

void mail_options(Run *run, MailOptions *m, MailRun *job) {
    *m = (MailOptions){0};
    *job = (MailRun){.labels = {.copies = 1}};
    option_text(run, "on", &job->letter_layout);
    option_text(run, "envelopes-on", &job->envelope.layout);
    option_text(run, "labels-on", &job->labels.layout);
    option_text(run, "slips-on", &job->slips);
    option_text(run, "with", &m->with);
    option_text(run, "origin", &job->origin);
    option_value(run, "script", run_read_script, &m->script);
    envelope_options(run, &job->envelope);
    option_flag(run, "no-sender", &job->no_sender);
    label_place_options(run, &job->labels);
    option_text(run, "redo", &job->redo);
    option_value(run, "shard", read_shard, job);
    set_options(run, &job->set);
    run_people_options(run, &job->select);
}

static void check_ledger(Run *run, const MailRun *job, bool labels) {
    if (!job->labels.ledger)
        return;
    if (!labels)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--ledger knows the sheets of labels, and none are printed; "
                  "add labels to --with");
    else if (!job->labels.layout)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--ledger: of which sheets? give --labels-on LAYOUT");
    if (job->shards)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--shard prints on several machines, and the sheets of the "
                  "ledger are on one table; leave one of them out");
}

/* Nobody sees that an option did nothing. */
static void check_kinds(Run *run, const MailRun *job, const MailKinds *kinds) {
    const EnvelopeJob *e = &job->envelope;
    const LabelsJob *l = &job->labels;
    const bool on_sheets = kinds->labels || kinds->slips;
    const struct {
        const char *option, *kind;
        bool given, printed;
    } all[] = {
        {"--on", "letters", job->letter_layout != NULL, kinds->letters},
        {"--envelopes-on", "envelopes", e->layout != NULL, kinds->envelopes},
        {"--return-place", "envelopes", e->flap, kinds->envelopes},
        {"--air", "envelopes", e->air != AIR_BY_POST, kinds->envelopes},
        {"--frame", "envelopes", e->no_frame, kinds->envelopes},
        {"--portrait", "envelopes", e->portrait, kinds->envelopes},
        {"--paper", "envelopes", e->paper != NULL, kinds->envelopes},
        {"--labels-on", "labels", l->layout != NULL, kinds->labels},
        {"--start", "labels", l->start > 0, kinds->labels},
        {"--free", "labels", l->nfree > 0, kinds->labels},
        {"--return", "letters and envelopes", e->policy != RETURN_FULL,
         kinds->letters || kinds->envelopes},
        {"--group", "letters and envelopes", e->group != NULL,
         kinds->letters || kinds->envelopes},
        {"--slips-on", "slips", job->slips != NULL, kinds->slips},
        {"--stack", "labels and slips", l->stack, on_sheets},
        {"--no-ruler", "labels and slips", l->no_ruler, on_sheets}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].given && !all[i].printed)
            diag_file(run->diag, DIAG_USAGE, NULL,
                      "%s is for %s, and none are printed; add them to --with, "
                      "or leave the option out",
                      all[i].option, all[i].kind);
}

void mail_done(Run *run, const MailOptions *m, MailRun *job,
               const MailKinds *kinds) {
    check_ledger(run, job, kinds->labels);
    check_kinds(run, job, kinds);
    job->envelope.script = job->labels.script = m->script;
    run_keeps(run, job->envelope.group);
    if (job->no_sender && job->envelope.policy != RETURN_FULL)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--no-sender prints no return address; leave --return out");
}

/* "letters, envelopes or labels". */
static void list_words(const char *const *words, size_t n, Buf *out) {
    for (size_t i = 0; i < n; i++)
        buf_printf(out, "%s%s",
                   i == 0      ? ""
                   : i + 1 < n ? ", "
                               : " or ",
                   words[i]);
}

static size_t find_word(const char *s, size_t len, const char *const *words,
                        size_t n) {
    size_t i = 0;
    while (i < n && (strlen(words[i]) != len || memcmp(words[i], s, len) != 0))
        i++;
    return i;
}

void mail_with(Run *run, const MailOptions *m, const char *usual,
               const char *const *words, size_t n, bool *out) {
    const char *s = m->with ? m->with : usual;
    memset(out, 0, n * sizeof *out);
    for (;; s++) {
        size_t len = strcspn(s, ","), i = find_word(s, len, words, n);
        if (i < n) {
            out[i] = true;
        } else {
            Buf list = {0};
            list_words(words, n, &list);
            diag_file(run->diag, DIAG_USAGE, NULL,
                      "--with: \"%.*s\" is not known; write %.*s, with "
                      "commas between and no blanks",
                      (int)len, s, (int)list.n, list.s);
            buf_free(&list);
        }
        s += len;
        if (!*s)
            return;
    }
}
