// SPDX-License-Identifier: Apache-2.0
/* Attachments to messages, sent in parts: looked at and acknowledged, and not kept. */
#include "engines/base/ascii.h"
#include "engines/base/utf8.h"
#include "engines/http/multipart.h"
#include "reference/api.h"
#include "reference/text.h"

#include <string.h>

enum { DESCRIPTION_MAX = 200, NAME_MAX_BYTES = 64 };

/* The two parts; those that did not come have no data. */
struct attachment {
  struct sv_span description, file;
  struct sv_media_type type; /* of the file */
  bool typed;
};

static bool unreadable(const struct sv_service *s, struct sv_exchange *x)
{
  sv_problem(s, x, 400, "parameter", "Innholdet kan ikke leses",
             "Innholdet må være multipart/form-data med delene beskrivelse og fil.");
  return false;
}

static bool wrong_type(const struct sv_service *s, struct sv_exchange *x, const char *detail)
{
  sv_answer_set(x, "Accept", "multipart/form-data");
  sv_problem(s, x, 415, "format", "Formatet støttes ikke", detail);
  return false;
}

/* RFC 7578 4.4: text/plain where no media type is said. */
static bool take_part(const struct sv_multipart_part *p, struct attachment *a)
{
  static const char plain[] = "text/plain";
  struct sv_buf name = SV_BUF(NAME_MAX_BYTES);
  const struct sv_span *type = sv_multipart_field(p, "Content-Type");
  bool good = sv_multipart_name(p, NULL, &name, NULL) == SV_OK;
  if (good && strcmp(sv_buf_text(&name), "beskrivelse") == 0) {
    a->description = p->content;
  } else if (good && strcmp(sv_buf_text(&name), "fil") == 0) {
    a->file = p->content;
    good = sv_media_type_parse(type ? type->data : plain, type ? type->size : strlen(plain),
                               &a->type) == SV_OK;
    a->typed = good;
  }
  sv_buf_free(&name);
  return good;
}

/* Takes the content apart; false after a refusal. */
static bool read_parts(const struct sv_service *s, struct sv_exchange *x, struct attachment *a)
{
  const char *type = sv_request_header(x, "Content-Type");
  struct sv_media_type media;
  struct sv_multipart reader;
  struct sv_multipart_part part;
  if (!type || sv_media_type_parse(type, strlen(type), &media) != SV_OK ||
      !sv_span_is(media.type, "multipart") || !sv_span_is(media.subtype, "form-data"))
    return wrong_type(s, x, "Send vedlegget som multipart/form-data.");
  if (!x->request.body ||
      sv_multipart_begin(&reader, &media, x->request.body, x->request.body_size, NULL) != SV_OK)
    return unreadable(s, x);
  enum sv_status status;
  while ((status = sv_multipart_next(&reader, &part, NULL)) == SV_OK)
    if (!take_part(&part, a))
      return unreadable(s, x);
  return status == SV_NOT_FOUND ? true : unreadable(s, x);
}

static bool is_taken(const struct attachment *a)
{
  return (sv_span_is(a->type.type, "text") && sv_span_is(a->type.subtype, "plain")) ||
         (sv_span_is(a->type.type, "application") && sv_span_is(a->type.subtype, "pdf"));
}

static bool judge(const struct sv_service *s, struct sv_exchange *x, const struct attachment *a)
{
  struct sv_faults faults = SV_FAULTS;
  faults.first_only = sv_service_quirk(s, SV_FIRST_FAULT_ONLY);
  const struct sv_span d = a->description;
  const size_t size =
      d.data && sv_utf8_check(d.data, d.size) == d.size ? sv_utf8_length(d.data, d.size) : 0;
  const bool may_lack = !d.data && sv_service_quirk(s, SV_ANY_PARTS);
  if ((size < 1 || size > DESCRIPTION_MAX) && !may_lack)
    sv_faults_add(&faults, "beskrivelse", "må være en tekst som ikke er tom, og ikke for lang");
  if (a->file.size == 0)
    sv_faults_add(&faults, "fil", "må være en fil som ikke er tom");
  if (sv_faults_answer(s, x, &faults))
    return false;
  if (a->typed && (is_taken(a) || sv_service_quirk(s, SV_ANY_PART_TYPE)))
    return true;
  return wrong_type(s, x, "Fila må være ren tekst (text/plain) eller PDF (application/pdf).");
}

void sv_api_attachments(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  struct attachment a = { .typed = false };
  (void)item;
  if (!read_parts(s, x, &a) || !judge(s, x, &a))
    return;
  sv_answer_ok(x, "application/json", SV_CACHE_NONE);
  const char *text =
      sv_arena_copy(&x->arena, a.description.data ? a.description.data : "", a.description.size);
  sv_buf_adds(&x->answer.body, "{\"beskrivelse\":");
  sv_text_json(&x->answer.body, text ? text : "");
  sv_buf_addf(&x->answer.body, ",\"stoerrelse\":%zu}\n", a.file.size);
}
