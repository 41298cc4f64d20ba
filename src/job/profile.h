/* profile.h - a printer profile as its file, and in words. */
#ifndef ENVOI_JOB_PROFILE_H
#define ENVOI_JOB_PROFILE_H

#include "base/buf.h"
#include "model/printer.h"

/* As printerfile_parse reads it; only what is given. */
void profile_yaml(const Printer *p, Buf *out);

/* What envoi understood, one line for each key. */
void profile_describe(const Printer *p, Buf *out);

#endif
