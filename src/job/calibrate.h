/* calibrate.h - pages to measure a printer with, and the profiles of printers.
 */
#ifndef ENVOI_JOB_CALIBRATE_H
#define ENVOI_JOB_CALIBRATE_H

#include "job/session.h"
#include "model/calibration.h"

typedef struct CalibratePage {
    const char *lang;   /* of the words; NULL: the origin country's */
    const char *origin; /* a country; NULL: unknown, and they are English */
    int paper;          /* PrinterPaper; -1: not given */
    bool duplex;        /* of the sheet: its back too */
} CalibratePage;

/* The page to fold and measure, on A4 or letter paper; not given, as is used in
 * the country of origin. */
bool calibrate_sheet(Session *s, const CalibratePage *page,
                     const JobOutput *out, Diag *diag);

/* The face of envelope `name` for each way of feeding it that can be, one page
 * each: on the paper, or if none is given on pages as large as the envelope.
 * With a printer in `out`, one page as its profile says. */
bool calibrate_envelope(Session *s, const char *name, const CalibratePage *page,
                        const JobOutput *out, Diag *diag);

/* What was read off the pages. Only what is given changes a profile. */
typedef struct CalibrateReadings {
    const char *title; /* NULL: not given */
    Len fold[READINGS], back[READINGS];
    size_t nfold, nback;            /* 0, 2 or 4 */
    Len bars[2];                    /* across, down */
    Len border[4];                  /* left, top, right, bottom */
    Len corner[2];                  /* of the envelope: left, top */
    size_t nbars, nborder, ncorner; /* 0: not given */
    int feed;                       /* 0: not given */
    bool turned;
    PrinterPaper paper; /* that the feed was tried with */
    PrinterFace face;   /* PRINTER_FACE_UNKNOWN: not given */
    int compensate;     /* 0 no, 1 yes, -1 not given */
} CalibrateReadings;

/* Make the profile `name`, or with `force` change one that is there. What was
 * understood goes to `text`. False, with the errors, if a reading cannot be;
 * nothing is written then. */
bool calibrate_save(const char *name, bool force, const CalibrateReadings *read,
                    Diag *diag, Buf *text);

/* All profiles by name and title; one of them in words. */
bool calibrate_list(Diag *diag, Buf *text);
bool calibrate_show(const char *name, Diag *diag, Buf *text);

#endif
