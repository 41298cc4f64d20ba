/* printerfile.h - find and read printer profiles (their keys: model/printer.h).
 *
 * A profile is called by its name, NAME.yaml in the user's folder
 * (printerfile_folder), or by a path: what has a '/' or ends in .yaml.
 */
#ifndef ENVOI_INPUT_PRINTERFILE_H
#define ENVOI_INPUT_PRINTERFILE_H

#include "model/printer.h"

/* $XDG_CONFIG_HOME/envoi/printers, else ~/.config/envoi/printers; NULL without
 * a home. It need not exist. */
const char *printerfile_folder(Arena *a);

/* The file of a profile, be it there or not. NULL with an error in `diag` if
 * the name cannot be that of a file, or there is no folder. */
const char *printerfile_path(Arena *a, const char *name, Diag *diag);

/* Checked (printer_check), else NULL with the errors in `diag`; an unknown name
 * gets a did-you-mean. */
const Printer *printerfile_load(Arena *a, const char *name, Diag *diag);

/* Names of the profiles in the folder, sorted. A folder that is not there holds
 * none; one that cannot be read is an error. */
size_t printerfile_names(Arena *a, Diag *diag, const char *const **out);

/* A source already in memory. `name` becomes Printer.name. */
const Printer *printerfile_parse(Arena *a, const Source *src, const char *name,
                                 Diag *diag);

#endif
