#include "job/print.h"

#include "job/printset_private.h"

bool print_pages(PageSource *src, const JobOutput *out, Diag *diag) {
    PrintSet set = {.kinds = &(PrintKind){"", src},
                    .n = 1,
                    .opt = &(PrintSetOptions){0},
                    .out = out,
                    .diag = diag};
    return printset_run(&set);
}
