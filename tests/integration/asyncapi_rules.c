// SPDX-License-Identifier: Apache-2.0
/* FILE and the first rule that each AsyncAPI document breaks, or "ok". */
#include "engines/asyncapi/asyncapi.h"
#include "engines/base/file.h"

#include <stdio.h>

static const char *judge(const char *path, char *rule, size_t room)
{
  struct sv_buf text = SV_BUF((size_t)1 << 24);
  struct sv_error err = { .line = 0 };
  struct sv_asyncapi *a = NULL;
  const struct sv_asyncapi_finding *f;
  size_t count, total;
  const char *said = "failed";
  if (sv_file_read(path, &text, &err) == SV_OK &&
      sv_asyncapi_load(sv_buf_text(&text), text.size, path, &a, &err) == SV_OK &&
      sv_asyncapi_validate(a, &f, &count, &total, &err) == SV_OK) {
    (void)snprintf(rule, room, "%s", total ? f[0].rule : "ok");
    said = rule;
  }
  sv_asyncapi_free(a);
  sv_buf_free(&text);
  return said;
}

int main(int argc, char **argv)
{
  char rule[100];
  for (int i = 1; i < argc; i++)
    printf("%s %s\n", argv[i], judge(argv[i], rule, sizeof rule));
  return 0;
}
