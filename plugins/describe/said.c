// SPDX-License-Identifier: Apache-2.0
/* What shapes say of a place, as findings carry it. */
#include "plugins/describe/describer.h"

#include <string.h>

enum { MESSAGE_MAX = 2000, PATH_MAX_SIZE = 600 };

const char *sv_shaped_path(struct sv_ctx *ctx, const struct sv_shaped *s, size_t i)
{
  struct sv_buf text = SV_BUF(PATH_MAX_SIZE);
  (void)sv_shacl_say_path(s->report, i, SV_SHACL_FOR_PEOPLE, &text);
  const char *copy = text.size ? ctx->sv->format(ctx, "%s", sv_buf_text(&text)) : NULL;
  sv_buf_free(&text);
  return copy;
}

const char *sv_shaped_message(struct sv_ctx *ctx, const struct sv_shaped *s, size_t i)
{
  struct sv_buf text = SV_BUF(MESSAGE_MAX);
  (void)sv_shacl_say_message(s->report, i, SV_EN, &text);
  const char *copy = text.size ? ctx->sv->format(ctx, "%s", sv_buf_text(&text)) : NULL;
  sv_buf_free(&text);
  return copy;
}

/* Translations know the sentence whatever the version of the list is: tools/shapes-po makes the
 * same of it. */
const char *sv_shaped_sentence(struct sv_ctx *ctx, const char *message, json_t **args)
{
  static const char word[] = ", version ";
  const char *at = strstr(message, word);
  const size_t head = at ? (size_t)(at - message) + strlen(word) : 0;
  const size_t size = strlen(message);
  *args = NULL;
  if (!at || message[size - 1] != '.' || memchr(message + head, ' ', size - head))
    return message;
  *args = json_pack("{s:s%}", "version", message + head, size - head - 1);
  return ctx->sv->format(ctx, "%.*s{version}.", (int)head, message);
}
