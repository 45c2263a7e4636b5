// SPDX-License-Identifier: Apache-2.0
/* The head of an answer, line by line as it came: what libcurl accepts in silence is noticed here.
 * Pure. */
#ifndef SV_RUNNER_NET_HEAD_H
#define SV_RUNNER_NET_HEAD_H

#include "engines/base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  SV_HEAD_LINE_MAX = 16 << 10, /* bytes of one header line */
  SV_HEAD_MAX = 256 << 10,     /* bytes of all, interim answers included */
  SV_HEAD_COUNT_MAX = 500,     /* header lines */
  SV_INTERIM_MAX = 10,         /* 1xx answers */
};

struct sv_head {
  struct sv_buf lines; /* "Name: value", each with a NUL after it; of the final answer */
  size_t count;
  size_t bytes;     /* so far, interim answers included */
  unsigned interim; /* 1xx answers */
  int status;       /* 0: no status line yet */
  char version[8];
  bool complete; /* the blank line after a final status was seen */
  bool stopped;  /* a limit or a coding of ours ended the transfer */
  uint32_t marks;
  char detail[200]; /* the first fault */
  bool has_length, has_coding;
  char length[24];
  bool gzip;     /* Content-Encoding: gzip, and nothing else */
  bool unknown;  /* a content coding that was not asked for */
  bool location; /* there is a Location */
};

/* Makes H ready for the next answer. */
void sv_head_reset(struct sv_head *h);

/* Takes one line as it came, with its line end. False: the transfer must stop; H has marks and
 * detail. */
bool sv_head_line(struct sv_head *h, const char *line, size_t size);

/* Adds MARK and, when it is the first, the reason. */
void sv_head_fault(struct sv_head *h, uint32_t mark, const char *detail);

void sv_head_free(struct sv_head *h);

#endif
