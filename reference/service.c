// SPDX-License-Identifier: Apache-2.0
/* Making the service and answering one request. */
#include "reference/service.h"

#include "engines/base/buf.h"
#include "reference/documents.h"
#include "reference/keys.h"
#include "reference/peppol.h"
#include "reference/route.h"
#include "reference/seal.h"
#include "reference/state.h"
#include "reference/units.h"

#include <stdio.h>

/* The message that the description has as its example: who tries it finds it. */
static void keep_first(const struct sv_service *s)
{
  struct sv_buf json = SV_BUF(1024);
  (void)sv_buf_addf(&json,
                    "{\"emne\":\"Feil adresse\",\"tekst\":\"Enheten har flyttet.\",\"id\":"
                    "\"0123456789abcdef\",\"lenker\":{\"self\":\"%s/v1/meldinger/"
                    "0123456789abcdef\"}}",
                    s->base);
  sv_state_keep(s, "0123456789abcdef", sv_buf_text(&json));
  sv_buf_free(&json);
}

enum sv_status sv_service_make(struct sv_service *s, const char *data, unsigned tls_port,
                               struct sv_error *err)
{
  s->tls_port = tls_port;
  snprintf(s->base, sizeof s->base, "https://localhost:%u", tls_port);
  s->units = sv_register_make(s->seed, s->base);
  s->state = sv_state_new();
  if (!s->units || !s->state)
    return sv_fail(err, SV_NO_MEMORY, "out of memory");
  keep_first(s);
  if (!s->keys)
    SV_TRY(sv_keys_make(&s->keys, s, err));
  SV_TRY(sv_peppol_make(&s->peppol, s, err));
  return sv_documents_make(&s->documents, s, data, err);
}

void sv_service_free(struct sv_service *s)
{
  sv_register_free(s->units);
  sv_documents_free(s->documents);
  sv_keys_free(s->keys);
  sv_peppol_free(s->peppol);
  sv_state_free(s->state);
  s->units = NULL;
  s->documents = NULL;
  s->keys = NULL;
  s->peppol = NULL;
  s->state = NULL;
}

void sv_service_answer(const struct sv_service *s, struct sv_exchange *x)
{
  const unsigned flags = sv_route_answer(s, x);
  sv_breaks_body(&s->breaks, x, s->base);
  sv_finish(s, x, flags);
  sv_breaks_head(&s->breaks, x, s->base);
  sv_seal(s, x);
}
