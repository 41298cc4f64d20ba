#include "cli/cli.h"

#include "cli/mailoptions.h"
#include "cli/setoptions.h"
#include "base/limits.h"
#include "job/pack.h"

#include <string.h>

#define USAGE "envoi pack APPEAL [OPTION...] -o FOLDER"

static const char help[] =
    "usage: " USAGE "\n\n"
    "Packs for a letter-writing evening, from the folder of an appeal: what\n"
    "each person takes from the table, all in one order, with manifest.csv "
    "and\n"
    "shopping.txt.\n\n"
    "  --packs N        so many packs for the pen; default: 1\n"
    "  --from SENDERS   or one for each sender of a list\n"
    "  --lang en,zh     languages of the letters; default: the first that the\n"
    "                   targets read\n"
    "  --targets ID,... only these; default: all, of embassies the one in the\n"
    "                   country of origin\n"
    "  --with KINDS     cover,case,letters,slips (default), envelopes, "
    "labels,\n"
    "                   and once for all: tally, petition, signup, cards\n"
    "  --after-deadline print although the deadline has passed\n"
    "  --cover-lang TAG language of covers, sheets and shopping.txt; default:\n"
    "                   the sender's, else the country of origin's\n\n"
    "Which senders:\n\n" RUN_SELECT_HELP "\n"
    "How it looks:\n\n" MAIL_OPTIONS_HELP "\n"
    "The files:\n\n" SET_OPTIONS_HELP MAIL_PART_HELP RUN_LIST_HELP
    "  --printer NAME   a printer measured with \"envoi calibrate\", or a "
    "file\n"
    "  --proof F        another PDF, to check the addresses character by\n"
    "                   character if you cannot read them; all or none\n"
    "  -o, --output D   the folder; it is made if it is not there\n"
    "  --strict         warnings are errors\n"
    "  --system-fonts   allow fonts outside the curated list\n"
    "  --dump=display   print that stage instead\n";

static bool agree(Run *run, const PackJob *job) {
    size_t before = diag_count(run->diag, DIAG_USAGE);
    if (job->from && strcmp(job->from, "blank") != 0 && job->packs)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--packs counts packs for the pen, and --from names who "
                  "gets one; leave out one of them");
    const SelectOptions *s = &job->mail.select;
    if ((job->mail.redo != NULL) + (job->mail.shards != 0) +
            (s->records != NULL) >
        1)
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--redo, --shard and --records each choose packs; give one "
                  "of them");
    bool pen = !job->from || strcmp(job->from, "blank") == 0;
    if (pen && (s->records || s->where || s->sort || s->dedupe ||
                s->households || s->keep_going))
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "--records, --where, --sort, --dedupe, --households and "
                  "--keep-going choose from the senders: give --from FILE");
    return diag_count(run->diag, DIAG_USAGE) == before;
}

int cmd_pack(int argc, char **argv) {
    Run run;
    run_init(&run);
    PackJob job = {0};
    MailOptions mail;
    option_number(&run, "packs", LIMIT_ITEMS, &job.packs);
    option_text(&run, "from", &job.from);
    option_text(&run, "lang", &job.lang);
    option_text(&run, "targets", &job.targets);
    option_flag(&run, "after-deadline", &job.after_deadline);
    option_text(&run, "cover-lang", &job.cover_lang);
    mail_options(&run, &mail, &job.mail);
    if (!run_parse(&run, argc, argv))
        return run_help(&run, help);
    bool ready = run_arguments(&run, 1, USAGE);
    mail_with(&run, &mail, "cover,case,letters,slips", pack_kind_names,
              PACK_KINDS, job.with);
    MailKinds kinds = {job.with[PACK_LETTERS], job.with[PACK_ENVELOPES],
                       job.with[PACK_LABELS], job.with[PACK_SLIPS]};
    mail_done(&run, &mail, &job.mail, &kinds);
    ready = agree(&run, &job) && ready;
    run_dumps_display(&run);
    ready = set_needs_folder(&run) && ready;
    if (ready && run_open(&run)) {
        job.appeal = run.argv[0];
        job.packs = job.packs ? job.packs : 1;
        job.mail.out = run.out;
        pack_run(&run.session, &job, run.diag);
    }
    return run_finish(&run);
}
