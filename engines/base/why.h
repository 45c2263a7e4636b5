// SPDX-License-Identifier: Apache-2.0
/* Why the system refused something, in the reader's language. */
#ifndef SV_BASE_WHY_H
#define SV_BASE_WHY_H

/* What the errno ERROR means, a clause without a full stop in the language in use; the system's own
 * words for one that is seldom met. Static, or valid until the next call of strerror(). */
const char *sv_why(int error);

#endif
