// SPDX-License-Identifier: Apache-2.0
/* Requests that no good client sends: another Host or none, a very long target or field, content
 * that is announced and never sent; or
 * HEAD after which the connection is read on. They travel between processes and stand in recordings
 * as header lines whose names begin with a colon, which no field of HTTP has. Such a request is
 * then shared, paced, recorded and replayed like any other. Pure. */
#ifndef SV_ENGINES_HTTP_ODD_H
#define SV_ENGINES_HTTP_ODD_H

#include "engines/base/arena.h"

#include <samsvar/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  SV_ODD_HOSTS_MOST = 2,
  SV_ODD_LONG_MOST = 128 << 10,   /* bytes of a target or field */
  SV_ODD_ANNOUNCE_MOST = 1 << 30, /* bytes of content */
  SV_ODD_READ_MOST = 64 << 10,    /* bytes after the header section of an answer to HEAD */
  SV_ODD_LINES_MOST = SV_ODD_HOSTS_MOST + 5,
};

struct sv_odd {
  bool is_odd;
  bool is_anonymous; /* more is odd about it than that the answer is read on */
  bool own_hosts;    /* the Host lines are HOSTS, and none when there are none */
  const char *hosts[SV_ODD_HOSTS_MOST];
  size_t host_count;
  uint32_t long_target, long_field, announce, read_on;
};

/* The lines for what is odd about R, NULL last; an empty list when nothing is. NULL when memory ran
 * out, or R has more hosts than two. */
const char *const *sv_odd_lines(struct sv_arena *a, const struct sv_request *r);

/* Whether LINE is one of them. */
bool sv_odd_is_line(const char *line);

/* Reads the odd ones among COUNT LINES; strings are borrowed. NULL, or what is wrong with them
 * (static). */
const char *sv_odd_read(const char *const *lines, size_t count, struct sv_odd *out);

#endif
