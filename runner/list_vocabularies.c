// SPDX-License-Identifier: Apache-2.0
/* samsvar list vocabularies: the code lists, with version, date and source. */
#include "runner/list.h"

#include "engines/base/lang.h"
#include "runner/columns.h"
#include "runner/command.h"
#include "runner/vocabularies.h"

#include <string.h>

static json_t *row(const struct sv_vocabulary *v)
{
  return json_pack("{s:s,s:s,s:s,s:s,s:s,s:s,s:s,s:b,s:I,s:s}", "id", v->id, "title",
                   sv_vocabulary_title(v, sv_lang_used()), "scheme", v->scheme, "version",
                   v->version, "issued", v->issued, "taken", v->taken, "source", v->source,
                   "complete", (int)v->complete, "codes", (json_int_t)v->count, "note", v->note);
}

/* Numbers and dates as a person reads them. */
static json_t *shown(const struct sv_vocabulary *v)
{
  char count[24];
  (void)snprintf(count, sizeof count, "%zu", v->count);
  return json_pack("{s:s,s:s,s:s,s:s,s:b,s:s}", "id", v->id, "version",
                   *v->version ? v->version : "-", "date", *v->issued ? v->issued : v->taken,
                   "codes", count, "complete", (int)v->complete, "title",
                   sv_vocabulary_title(v, sv_lang_used()));
}

int sv_list_vocabularies(const struct sv_list_options *o, struct sv_error *err)
{
  static const struct sv_column columns[] = {
    { N_("Vocabulary"), "id" }, { N_("Version"), "version" },   { N_("Date"), "date" },
    { N_("Codes"), "codes" },   { N_("Complete"), "complete" }, { N_("Title"), "title" }
  };
  struct sv_vocabularies *s = NULL;
  const bool as_json = o->format && strcmp(o->format, "json") == 0;
  const enum sv_status status = sv_vocabularies_open(o->vocabularies, &s, err);
  if (status != SV_OK)
    return status == SV_NO_MEMORY || status == SV_LIMIT ? SV_EXIT_INTERNAL : SV_EXIT_USAGE;
  json_t *rows = json_array();
  for (size_t i = 0; i < sv_vocabularies_count(s); i++) {
    const struct sv_vocabulary *v = sv_vocabularies_at(s, i);
    (void)json_array_append_new(rows, as_json ? row(v) : shown(v));
  }
  sv_vocabularies_free(s);
  if (as_json)
    return sv_json_print(rows);
  sv_columns_print(stdout, rows, columns, sizeof columns / sizeof columns[0]);
  json_decref(rows);
  return SV_EXIT_CONFORMS;
}
