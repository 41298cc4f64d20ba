/* setoptions.h - the options of commands that print several files into a
 * folder: --by, --split, --duplex, --quiet.
 *
 *     set_options(&run, &job.set);
 */
#ifndef ENVOI_CLI_SETOPTIONS_H
#define ENVOI_CLI_SETOPTIONS_H

#include "cli/cli.h"
#include "job/printset.h"

/* What their --help says. */
#define SET_OPTIONS_HELP                                                       \
    "  --by pack        all kinds in one packs.pdf, pack after pack; "         \
    "default:\n"                                                               \
    "                   --by kind, a file for each\n"                          \
    "  --split N        no more than N packs in a file; Np for pages, 20MB "   \
    "for\n"                                                                    \
    "                   size; a pack is never divided\n"                       \
    "  --duplex manual  for printers that print one side: a file of fronts "   \
    "and\n"                                                                    \
    "                   one of backs, last sheet first\n"                      \
    "  --quiet          do not show how far a long run is\n"

void set_options(Run *run, PrintSetOptions *out);

/* What after all options is left to check: -o must name a folder. To be called
 * in place of run_needs_output. */
bool set_needs_folder(Run *run);

#endif
