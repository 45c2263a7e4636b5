// SPDX-License-Identifier: Apache-2.0
/* What people should hear of plugins that are not used. */
#include "runner/warn.h"

#include "engines/base/buf.h"
#include "engines/base/lang.h"
#include "engines/base/message.h"

#include <string.h>

static const char twice[] = N_("There are two plugins called {name}: {first} is used, {second} is "
                               "not.");
static const char unusable[] = N_("The plugin {name} cannot be used. {why}");

static const char *sentence(struct sv_arena *a, const char *msgid, const struct sv_arg *args,
                            size_t count)
{
  struct sv_buf text = SV_BUF(16384);
  const char *kept = NULL;
  if (sv_message_render(sv_tr(msgid), args, count, &text) == SV_OK)
    kept = sv_arena_strdup(a, sv_buf_text(&text));
  sv_buf_free(&text);
  return kept;
}

enum sv_status sv_plugin_warnings(const struct sv_plugin_files *files,
                                  const struct sv_plugin_info *plugins, struct sv_arena *a,
                                  const char *const **out, size_t *count)
{
  const char **list = sv_arena_calloc(a, 2 * files->count + 1, sizeof *list);
  size_t n = 0;
  if (!list)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < files->count; i++) {
    const struct sv_plugin_file *f = &files->items[i];
    const struct sv_plugin_info *p = &plugins[i];
    if (f->shadowed) {
      const struct sv_arg args[] = { { .name = "name", .text = f->name },
                                     { .name = "first", .text = f->path },
                                     { .name = "second", .text = f->shadowed } };
      list[n++] = sentence(a, twice, args, 3);
    }
    if (p->problem) {
      const struct sv_arg detail = { .name = "detail", .text = p->detail ? p->detail : "" };
      const char *why = sentence(a, p->problem, &detail, 1);
      const struct sv_arg args[] = { { .name = "name", .text = f->name },
                                     { .name = "why", .text = why ? why : "" } };
      list[n++] = sentence(a, unusable, args, 2);
    }
    if (n && !list[n - 1])
      return SV_NO_MEMORY;
  }
  *out = list;
  *count = n;
  return SV_OK;
}

static const char hint[] = N_("Remove the plugin from the folder, or mend it. samsvar list plugins "
                              "shows what can be used.");

struct sv_result *sv_plugin_lost(struct sv_arena *a, const struct sv_plugin_info *p)
{
  struct sv_result *r = sv_arena_calloc(a, 1, sizeof *r);
  struct sv_finding_record *f = sv_arena_calloc(a, 1, sizeof *f);
  struct sv_arg *arg = sv_arena_calloc(a, 1, sizeof *arg);
  char *id = sv_arena_printf(a, "technical.plugin.%s", p->name);
  if (!r || !f || !arg || !id)
    return NULL;
  for (char *c = id; *c; c++)
    if (*c == '_')
      *c = '-';
  *arg = (struct sv_arg){ .name = "detail", .text = p->detail ? p->detail : "" };
  *f = (struct sv_finding_record){ .message = p->problem,
                                   .args = arg,
                                   .arg_count = 1,
                                   .text = sentence(a, p->problem, arg, 1),
                                   .hint = hint,
                                   .outcome = SV_CANT_TELL,
                                   .attribution = SV_TOOL };
  *r = (struct sv_result){ .check = id,
                           .title = N_("The plugin can be used"),
                           .endpoint = "",
                           .outcome = SV_CANT_TELL,
                           .level = SV_MAY,
                           .mode = SV_AUTOMATIC,
                           .attribution = SV_TOOL,
                           .findings = f,
                           .finding_count = 1 };
  return f->text ? r : NULL;
}
