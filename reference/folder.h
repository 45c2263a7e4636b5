// SPDX-License-Identifier: Apache-2.0
/* The private folder of one run: trust anchor, tokens and target file. Gone when the program ends.
 */
#ifndef SV_REFERENCE_FOLDER_H
#define SV_REFERENCE_FOLDER_H

#include "reference/service.h"
#include "reference/tls.h"
#include "reference/zone.h"

struct sv_folder {
  char path[256]; /* "": none */
};

/* Makes the folder and writes ca.pem, samsvar.json and what it names (handed.h) for S. */
enum sv_status sv_folder_make(struct sv_folder *f, const struct sv_service *s, unsigned http_port,
                              const struct sv_tls *tls, const struct sv_zone *zone,
                              struct sv_error *err) SV_MUST_USE;

/* Removes it with its files. */
void sv_folder_remove(struct sv_folder *f);

/* Writes the file NAME, for its owner alone. */
enum sv_status sv_folder_write(const struct sv_folder *f, const char *name, const char *text,
                               struct sv_error *err) SV_MUST_USE;
void sv_folder_drop(const struct sv_folder *f, const char *name);

#endif
