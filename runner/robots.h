// SPDX-License-Identifier: Apache-2.0
/* robots.txt (RFC 9309): asked before looking around for documents that nobody pointed at. */
#ifndef SV_RUNNER_ROBOTS_H
#define SV_RUNNER_ROBOTS_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the SIZE bytes of TEXT let AGENT (a product token) fetch PATH, which begins with a slash
 * and may have a query. The longest rule that fits decides; without one it may. */
bool sv_robots_allow(const char *text, size_t size, const char *agent, const char *path);

#endif
