// SPDX-License-Identifier: Apache-2.0
/* Answers that libmicrohttpd refuses to send. */
#ifndef SV_REFERENCE_RAW_H
#define SV_REFERENCE_RAW_H

#include "reference/exchange.h"

#include <microhttpd.h>

/* Writes A as it is to CONNECTION, header section and content, whatever the method was. Gives
 * MHD_NO, for which libmicrohttpd closes the connection. */
enum MHD_Result sv_raw_send(struct MHD_Connection *connection, const struct sv_answer *a);

#endif
