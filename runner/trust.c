// SPDX-License-Identifier: Apache-2.0
/* Whether a file has certificates to trust. */
#include "runner/trust.h"

#include "engines/base/why.h"

#include <samsvar/plugin.h>

#include <errno.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <stdio.h>
#include <string.h>

enum sv_status sv_trust_check(const char *path, struct sv_error *err)
{
  FILE *file = fopen(path, "re");
  if (!file)
    return sv_fail_at(err, SV_NOT_FOUND, path, 0, 0,
                      N_("the certificates to trust cannot be read: %s"), sv_why(errno));
  X509 *first = PEM_read_X509(file, NULL, NULL, NULL);
  const enum sv_status status = first ? SV_OK
                                      : sv_fail_at(err, SV_INVALID, path, 0, 0,
                                                   N_("there is no certificate in PEM in this "
                                                      "file"));
  X509_free(first);
  ERR_clear_error();
  (void)fclose(file);
  return status;
}
