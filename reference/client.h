// SPDX-License-Identifier: Apache-2.0
/* What a client of this run is handed besides addresses: tokens for each purpose, grants, requests
 * for tokens, and a certificate. */
#ifndef SV_REFERENCE_CLIENT_H
#define SV_REFERENCE_CLIENT_H

#include "reference/folder.h"

/* Writes the files. */
enum sv_status sv_client_write(const struct sv_folder *f, const struct sv_service *s,
                               struct sv_error *err) SV_MUST_USE;
void sv_client_remove(const struct sv_folder *f);

/* Appends the members "credentials" and "documents" of the target file; the list of documents is
 * left open for more. */
void sv_client_list(const struct sv_folder *f, const struct sv_service *s, struct sv_buf *out);

/* Fills in the dates {{a-month-ago}}, {{eleven-months-ago}} and {{two-years-ago}}. */
enum sv_status sv_client_dates(const struct sv_service *s, struct sv_buf *text) SV_MUST_USE;

#endif
