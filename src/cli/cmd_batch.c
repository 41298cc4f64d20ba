#include "cli/cli.h"

#include "cli/mailoptions.h"
#include "cli/setoptions.h"
#include "job/batch.h"

#define USAGE "envoi batch LETTER.md... --to ADDRESSES [OPTION...] -o FOLDER"

static const char help[] =
    "usage: " USAGE "\n\n"
    "A mailing: letters, envelopes and labels for a list, in one order and "
    "with\n"
    "one running number, into a folder, with manifest.csv and shopping.txt.\n"
    "Every sender writes to every addressee. Several LETTER.md are one letter\n"
    "in several languages, in one envelope.\n\n"
    "  --to FILE        addressees; default: the letter's \"to:\"\n"
    "  --from FILE      senders; default: the letter's \"from:\"; without "
    "both,\n"
    "                   or with --from blank, ruled lines for the pen\n"
    "  --with KINDS     letters,envelopes,labels (default) or slips: labels "
    "on\n"
    "                   plain paper\n\n"
    "Which of the longer list, the addressees or, if they are more, the "
    "senders:\n\n" RUN_SELECT_HELP "\n"
    "How it looks:\n\n" MAIL_OPTIONS_HELP "\n"
    "The files:\n\n" SET_OPTIONS_HELP MAIL_PART_HELP RUN_LIST_HELP
    "  --printer NAME   a printer measured with \"envoi calibrate\", or a "
    "file\n"
    "  --proof F        another PDF, to check the addresses character by\n"
    "                   character if you cannot read them; all or none\n"
    "  -o, --output D   the folder; it is made if it is not there\n"
    "  --strict         warnings are errors\n"
    "  --system-fonts   allow fonts outside the curated list\n"
    "  --dump=STAGE     print items, glyphs, lines or display instead\n";

static void read_kinds(Run *run, const MailOptions *mail, BatchJob *job) {
    static const char *const words[] = {"letters", "envelopes", "labels",
                                        "slips"};
    bool with[4];
    mail_with(run, mail, "letters,envelopes,labels", words, 4, with);
    job->with_letters = with[0];
    job->with_envelopes = with[1];
    job->with_labels = with[2];
    job->with_slips = with[3];
}

int cmd_batch(int argc, char **argv) {
    Run run;
    run_init(&run);
    BatchJob job = {0};
    MailOptions mail;
    option_text(&run, "to", &job.to);
    option_text(&run, "from", &job.from);
    mail_options(&run, &mail, &job.mail);
    if (!run_parse(&run, argc, argv))
        return run_help(&run, help);
    bool ready = run_arguments(&run, -1, USAGE);
    read_kinds(&run, &mail, &job);
    MailKinds kinds = {job.with_letters, job.with_envelopes, job.with_labels,
                       job.with_slips};
    mail_done(&run, &mail, &job.mail, &kinds);
    if (!job.with_letters) /* the text of the others is not asked for */
        run_dumps_display(&run);
    ready = set_needs_folder(&run) && ready;
    if (ready && run_open(&run)) {
        job.letters = (const char *const *)run.argv;
        job.nletters = (size_t)run.nargs;
        job.mail.out = run.out;
        batch_run(&run.session, &job, run.diag);
    }
    return run_finish(&run);
}
