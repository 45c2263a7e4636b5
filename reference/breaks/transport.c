// SPDX-License-Identifier: Apache-2.0
/* Breaks of certificates, the handshake and the http face. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { "expired-certificate", "The certificate ran out yesterday.", SV_QUIRK, .quirk = SV_CERT_EXPIRED,
    .checks = "technical.transport.certificate-validity" },
};

SV_BREAK_TABLE(sv_breaks_transport, rows);
