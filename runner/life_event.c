// SPDX-License-Identifier: Apache-2.0
/* Life events that a target file may name. */
#include "runner/life_event.h"

#include "runner/kinds.h"

const char *const sv_life_event_codes[] = {
  "alvorlig-sykt-barn",
  "dodsfall-og-arv",
  "fa-barn",
  "miste-og-finne-jobb",
  "ny-i-norge",
  "starte-og-drive-bedrift",
  "starte-og-drive-frivillig-org",
};
const size_t sv_life_event_count = sizeof sv_life_event_codes / sizeof sv_life_event_codes[0];

enum sv_status sv_life_events_check(const struct sv_reader *r, sv_value v, const char *const *items,
                                    size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (!sv_word_in(items[i], sv_life_event_codes, sv_life_event_count))
      return sv_reader_unknown(r, sv_doc_at(r->doc, v, i), "life event", items[i],
                               sv_life_event_codes, sv_life_event_count);
  return SV_OK;
}
