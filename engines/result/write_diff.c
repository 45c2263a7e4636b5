// SPDX-License-Identifier: Apache-2.0
/* What has changed since the baseline. */
#include "engines/result/write.h"

static void write_row(struct sv_emit *e, const struct sv_diff_row *row)
{
  sv_emit_open(e, NULL, '{');
  sv_emit_text(e, "change", sv_change_name(row->change));
  sv_write_strings(e, "fresh", row->fresh, row->fresh_count);
  sv_write_strings(e, "gone", row->gone, row->gone_count);
  sv_emit_text(e, "id", row->id);
  sv_emit_text(e, "now", sv_display_name(row->now));
  sv_emit_optional(e, "since", row->since);
  sv_write_text(e, "title", &row->title);
  sv_emit_text(e, "was", sv_display_name(row->was));
  sv_emit_close(e, '}');
}

void sv_write_diff(struct sv_emit *e, const struct sv_diff *d)
{
  if (!d)
    return;
  sv_emit_open(e, "comparison", '{');
  sv_emit_open(e, "baseline", '{');
  sv_emit_text(e, "profileVersion", d->version);
  sv_emit_text(e, "run", d->run);
  sv_emit_optional(e, "sha256", d->sha256);
  sv_emit_text(e, "started", d->started);
  sv_emit_text(e, "verdict", sv_verdict_name(d->verdict));
  sv_emit_close(e, '}');
  sv_emit_open(e, "counts", '{');
  sv_emit_number(e, "changed", d->counts[SV_CHANGE_CHANGED]);
  sv_emit_number(e, "fixed", d->counts[SV_CHANGE_FIXED]);
  sv_emit_number(e, "new", d->counts[SV_CHANGE_NEW]);
  sv_emit_number(e, "same", d->counts[SV_CHANGE_SAME]);
  sv_emit_number(e, "still", d->counts[SV_CHANGE_STILL]);
  sv_emit_close(e, '}');
  sv_emit_open(e, "requirements", '[');
  for (size_t i = 0; i < d->count; i++)
    write_row(e, &d->rows[i]);
  sv_emit_close(e, ']');
  sv_emit_close(e, '}');
}
