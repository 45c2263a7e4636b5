// SPDX-License-Identifier: Apache-2.0
/* Bits for the members or items that were evaluated. */
#include "engines/schema/run.h"

#include <stdlib.h>

bool sv_marks_open(struct sv_run *run, struct sv_marks *m, sv_value v)
{
  const struct sv_tape_node *n = sv_tape_node(run->doc, v);
  const uint32_t bits = sv_tape_is_container(n) ? sv_tape_count(run->doc, n) : 0;
  *m = (struct sv_marks){ .count = bits / 64 + 1 };
  m->words = &m->one;
  if (m->count > 1) {
    m->words = calloc(m->count, sizeof *m->words);
    if (!m->words) {
      m->words = &m->one;
      m->count = 1;
      return sv_run_fail(run, SV_NO_MEMORY, NULL);
    }
  }
  return true;
}

void sv_marks_close(struct sv_marks *m)
{
  if (m->words != &m->one)
    free(m->words);
}

void sv_marks_join(struct sv_marks *into, const struct sv_marks *from)
{
  into->all = into->all || from->all;
  for (uint32_t i = 0; i < into->count && i < from->count; i++)
    into->words[i] |= from->words[i];
}
