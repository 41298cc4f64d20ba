/* rejecttexts.h - rejects.csv among the text files of a print set. */
#ifndef ENVOI_JOB_REJECTTEXTS_H
#define ENVOI_JOB_REJECTTEXTS_H

#include "job/printset.h"
#include "job/rejects.h"

typedef struct RejectTexts {
    PrintTexts texts; /* for PrintSetOptions */
    PrintTexts *others;
    Rejects *rejects;
} RejectTexts;

/* The text files of `others`, and with them what `r` has found. */
RejectTexts rejecttexts(PrintTexts *others, Rejects *r);

#endif
