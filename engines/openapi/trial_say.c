// SPDX-License-Identifier: Apache-2.0
/* A trial in words and as a curl line. */
#include "engines/base/buf.h"
#include "engines/openapi/trial_set.h"

#include <string.h>

static const char *const sentences[SV_TRIAL_KINDS] = {
  [SV_TRIAL_PLAIN] = N_("what is required and nothing more"),
  [SV_TRIAL_EXAMPLE] = N_("the values that the description gives as examples"),
  [SV_TRIAL_BOUNDARY] = N_("'{name}' at the edge of what is declared ({keyword}): {value}"),
  [SV_TRIAL_MEDIA] = N_("the declared media type {value} is asked for"),
  [SV_TRIAL_LINKED] = N_("'{name}' as another answer gave it: {value}"),
  [SV_TRIAL_MISSING] = N_("'{name}' is required and left out"),
  [SV_TRIAL_TYPE] = N_("'{name}' has a value of another type: {value}"),
  [SV_TRIAL_ENUM] = N_("'{name}' has none of the declared values: {value}"),
  [SV_TRIAL_RANGE] = N_("'{name}' is outside what is declared ({keyword}): {value}"),
  [SV_TRIAL_LENGTH] = N_("'{name}' has a length that is not allowed ({keyword}): {value}"),
  [SV_TRIAL_FORMAT] = N_("'{name}' is not of the declared format: {value}"),
  [SV_TRIAL_PATTERN] = N_("'{name}' does not fit the declared pattern: {value}"),
  [SV_TRIAL_UNKNOWN_MEMBER] = N_("the content has a member more than is allowed: {name}"),
  [SV_TRIAL_NO_BODY] = N_("the required content is left out"),
  [SV_TRIAL_MALFORMED] = N_("the content is no JSON"),
  [SV_TRIAL_MEDIA_TYPE] = N_("the content is of a media type that is not declared"),
  [SV_TRIAL_NOT_ACCEPTABLE] = N_("a media type is asked for that is not declared"),
  [SV_TRIAL_METHOD] = N_("the method {value} is not declared for the path"),
  [SV_TRIAL_NO_TOKEN] = N_("no token is sent, and one is required"),
  [SV_TRIAL_BAD_TOKEN] = N_("a worthless token is sent"),
  [SV_TRIAL_UNKNOWN_ID] = N_("'{name}' is well-formed and names nothing: {value}"),
};

struct sv_message sv_trial_sentence(const struct sv_trial *t)
{
  static const char part[] = N_("the part '{name}' is of a media type that is not declared: "
                                "{value}");
  struct sv_message m = { .msgid = t->kind == SV_TRIAL_MEDIA_TYPE && t->name ? part
                                                                             : sentences[t->kind] };
  const struct sv_arg args[] = { { .name = "name", .text = t->name ? t->name : "" },
                                 { .name = "keyword", .text = t->keyword ? t->keyword : "" },
                                 { .name = "value", .text = t->value ? t->value : "" } };
  for (size_t i = 0; i < sizeof args / sizeof args[0]; i++)
    m.args[m.count++] = args[i];
  return m;
}

/* TEXT between single quotes, as a POSIX shell reads it. */
static void quote(struct sv_buf *out, const char *text, size_t size)
{
  (void)sv_buf_addc(out, '\'');
  for (size_t i = 0; i < size; i++) {
    if (text[i] == '\'')
      (void)sv_buf_adds(out, "'\\''");
    else
      (void)sv_buf_addc(out, text[i]);
  }
  (void)sv_buf_addc(out, '\'');
}

enum sv_status sv_trial_curl(const struct sv_trial *t, const char *base, struct sv_buf *out)
{
  (void)sv_buf_adds(out, "curl -i");
  if (strcmp(t->method, "GET") != 0)
    (void)sv_buf_addf(out, " -X %s", t->method);
  if (t->secured && !t->anonymous)
    (void)sv_buf_adds(out, " -H \"Authorization: Bearer $TOKEN\"");
  for (size_t i = 0; t->headers[i]; i++) {
    (void)sv_buf_adds(out, " -H ");
    quote(out, t->headers[i], strlen(t->headers[i]));
  }
  if (t->body) {
    (void)sv_buf_adds(out, " --data-raw ");
    quote(out, t->body, t->body_size);
  }
  (void)sv_buf_addc(out, ' ');
  struct sv_buf url = SV_BUF(out->limit);
  (void)sv_buf_addf(&url, "%s%s", base, t->target);
  quote(out, sv_buf_text(&url), url.size);
  sv_buf_free(&url);
  return out->failed;
}

size_t sv_trial_weight(const struct sv_trial *t)
{
  size_t weight = strlen(t->target) + t->body_size + (sv_trial_is_positive(t->kind) ? 0 : 1000);
  for (size_t i = 0; t->headers[i]; i++)
    weight += strlen(t->headers[i]) + 20;
  return weight;
}
