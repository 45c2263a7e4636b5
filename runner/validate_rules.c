// SPDX-License-Identifier: Apache-2.0
/* samsvar validate openapi --rules: rule sets, national or an agency's own. */
#include "runner/validate.h"

#include "engines/base/file.h"
#include "engines/base/lang.h"
#include "engines/openapi/rule.h"
#include "runner/say.h"

#include <stdlib.h>
#include <string.h>

#define RULES_FILE_MAX ((size_t)16 << 20)

/* PATH seen from the file FROM, as a name of its own; NULL when memory ran out. */
static char *beside(const char *from, const char *path)
{
  struct sv_buf name = SV_BUF((size_t)1 << 16);
  const char *slash = *path == '/' ? NULL : strrchr(from, '/');
  if (slash)
    (void)sv_buf_add(&name, from, (size_t)(slash - from) + 1);
  (void)sv_buf_adds(&name, strncmp(path, "./", 2) == 0 ? path + 2 : path);
  return sv_buf_take(&name);
}

static enum sv_status fetch(void *context, const char *from, const char *path,
                            struct sv_openapi_text *out, struct sv_error *err)
{
  struct sv_buf text = SV_BUF(RULES_FILE_MAX);
  (void)context;
  out->name = beside(from, path);
  if (!out->name)
    return SV_NO_MEMORY;
  const enum sv_status status = sv_file_read(out->name, &text, err);
  out->size = text.size;
  out->bytes = text.size ? sv_buf_take(&text) : strdup("");
  sv_buf_free(&text);
  if (status == SV_OK && out->bytes)
    return SV_OK;
  free(out->name);
  free(out->bytes);
  *out = (struct sv_openapi_text){ .name = NULL };
  return status == SV_OK ? SV_NO_MEMORY : status;
}

enum sv_status sv_validate_rules_read(const char *name, struct sv_rules **out, struct sv_error *err)
{
  struct sv_buf text = SV_BUF(RULES_FILE_MAX);
  const struct sv_rules_options opt = { .name = name, .fetch = fetch };
  if (strcmp(name, "national") == 0)
    return sv_rules_national(out, err);
  enum sv_status status = sv_file_read(name, &text, err);
  if (status == SV_OK)
    status = sv_rules_read(sv_buf_text(&text), text.size, &opt, out, err);
  sv_buf_free(&text);
  return status;
}

static void say_finding(struct sv_validate_out *out, const struct sv_rule_finding *f)
{
  struct sv_buf pointer = SV_BUF((size_t)1 << 20);
  if (out->json)
    (void)sv_openapi_pointer(f->where, &pointer);
  const struct sv_validate_finding finding = { .file = f->file,
                                               .line = f->line,
                                               .column = f->column,
                                               .message = f->text,
                                               .rule = f->rule->name,
                                               .warning = f->rule->severity != SV_RULE_ERROR,
                                               .instance = sv_buf_text(&pointer) };
  sv_validate_say(out, &finding);
  sv_buf_free(&pointer);
}

size_t sv_validate_rules_say(const struct sv_rule_report *report, struct sv_validate_out *out)
{
  size_t count, total;
  const struct sv_rule_finding *f = sv_rule_report_findings(report, &count, &total);
  for (size_t i = 0; i < count; i++)
    say_finding(out, &f[i]);
  return total - count;
}
