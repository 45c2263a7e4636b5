// SPDX-License-Identifier: Apache-2.0
/* Two municipalities side by side: the operation that cannot be called without saying something. */
#include "reference/api.h"
#include "reference/text.h"
#include "reference/units.h"

#include "engines/base/utf8.h"

#include <string.h>

enum { PURPOSE_MAX = 100 };

/* The municipality that parameter NAME names; NULL after a fault, or when there is none. */
static const struct sv_municipality *municipality(const struct sv_exchange *x, struct sv_faults *f,
                                                  const char *name)
{
  const char *number = sv_request_query(x, name);
  if (number && strlen(number) == 4 && strspn(number, "0123456789") == 4)
    return sv_municipality_find(number);
  sv_faults_add(f, name, "må være et kommunenummer med fire sifre");
  return NULL;
}

static void write_one(struct sv_buf *out, const char *name, const struct sv_municipality *m)
{
  sv_buf_addf(out, "\"%s\":{\"kommunenummer\":\"%s\",\"navn\":", name, m->number);
  sv_text_json(out, m->name);
  sv_buf_addc(out, '}');
}

void sv_api_compare(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  struct sv_faults faults = SV_FAULTS;
  faults.first_only = sv_service_quirk(s, SV_FIRST_FAULT_ONLY);
  const char *purpose = sv_request_header(x, "Formaal");
  const size_t size = purpose ? sv_utf8_length(purpose, strlen(purpose)) : 0;
  const struct sv_municipality *from = municipality(x, &faults, "fra");
  const struct sv_municipality *to = municipality(x, &faults, "til");
  if (size < 1 || size > PURPOSE_MAX)
    sv_faults_add(&faults, "Formaal", "må si hva svaret skal brukes til");
  if (sv_faults_answer(s, x, &faults))
    return;
  if (sv_service_quirk(s, SV_BAD_INPUT_200)) {
    from = from ? from : &sv_municipalities[0];
    to = to ? to : &sv_municipalities[0];
  }
  if (!from || !to) {
    sv_problem(s, x, 404, "ikke-funnet", "Ikke funnet", "Det er ingen kommune med dette nummeret.");
    return;
  }
  struct sv_buf *out = &x->answer.body;
  sv_answer_ok(x, "application/json", SV_CACHE_OPEN);
  sv_buf_addc(out, '{');
  write_one(out, "fra", from);
  sv_buf_addc(out, ',');
  write_one(out, "til", to);
  sv_buf_addf(out, ",\"sammeFylke\":%s}\n",
              strncmp(from->number, to->number, 2) == 0 ? "true" : "false");
}
