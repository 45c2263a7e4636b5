// SPDX-License-Identifier: Apache-2.0
/* Matching requests with the rows of a fake. */
#ifndef SV_TESTS_FAKE_FITS_H
#define SV_TESTS_FAKE_FITS_H

#include <samsvar/plugin.h>

#include <stdbool.h>

/* Whether the row's REQUEST (see fake_services.h) is this one. */
bool sv_fake_fits(const char *request, const char *method, const char *url,
                  const struct sv_request *r);

#endif
