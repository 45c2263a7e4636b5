// SPDX-License-Identifier: Apache-2.0
/* Shapes that the profile of a run names in place of ours, and what they say. */
#include "plugins/describe/describer.h"
#include "plugins/describe/shapes.h"

#include <string.h>

enum { TOLD_MAX = 50 };

const struct sv_description *sv_shaped_official(struct sv_ctx *ctx)
{
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  return kind ? sv_describe_nth(ctx, ctx->sv->format(ctx, "shapes-%s", kind), 0) : NULL;
}

static void tell(struct sv_ctx *ctx, const struct sv_shaped *s, size_t i)
{
  const struct sv_shacl_result r = sv_shacl_report_at(s->report, i);
  const char *what = sv_shaped_message(ctx, s, i);
  json_t *args = json_pack("{s:s}", "what", what ? what : r.component);
  sv_node_find(ctx, s->description,
               &(struct sv_node_fault){ .node = r.focus,
                                        .path = sv_shaped_path(ctx, s, i),
                                        .number = (uint32_t)r.line,
                                        .value = r.value,
                                        .message = r.severity == SV_SHACL_VIOLATION
                                                       ? N_("The shapes that the profile names "
                                                            "are broken: {what}")
                                                       : N_("The shapes that the profile names "
                                                            "warn: {what}"),
                                        .args = args,
                                        .expected = s->official->artifact->url,
                                        .hint = N_("The shapes say what is asked; samsvar validate "
                                                   "shacl judges by them too.") });
  json_decref(args);
}

/* Which shapes judged stands among the facts, by address or file and digest. */
static void tell_source(struct sv_ctx *ctx, const struct sv_shaped *s)
{
  const struct sv_artifact *a = s->official->artifact;
  sv_tell(ctx, .subject = s->description->artifact->url ? s->description->artifact->url : "service",
          .predicate = "shapes", .value = a->url ? a->url : a->name, .where.url = a->url,
          .evidence = a->evidence);
}

/* What the shapes ask in words that are not SHACL Core was not judged, and is never met by that. */
static enum sv_outcome judged_in_part(struct sv_ctx *ctx, const struct sv_shaped *s, size_t count)
{
  const struct sv_artifact *a = s->official->artifact;
  json_t *args = json_pack("{s:I}", "count", (json_int_t)count);
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_TOOL,
          .message = N_("Nothing is wrong by what was judged, but {count} parts of the shapes are "
                        "not SHACL Core and were not judged."),
          .args = args, .where.url = a->url, .evidence = a->evidence,
          .hint = N_("samsvar validate shacl names them with their lines."));
  json_decref(args);
  return SV_CANT_TELL;
}

enum sv_outcome sv_judge_official(struct sv_ctx *ctx, const struct sv_description *shapes,
                                  enum sv_shacl_severity severity)
{
  enum sv_outcome outcome = SV_CANT_TELL;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  const struct sv_shaped *s = sv_shaped_by(ctx, d, shapes);
  if (!s || s->status != SV_OK) {
    sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = s ? SV_CONFIGURATION : SV_TOOL,
            .message = N_("The shapes that the profile names could not judge the description."),
            .where.url = shapes->artifact->url, .actual = s ? s->err.text : NULL,
            .evidence = shapes->artifact->evidence,
            .hint = N_("Try samsvar validate shacl with the same shapes; it says what is wrong "
                       "with "
                       "them."));
    return SV_CANT_TELL;
  }
  size_t told = 0;
  const size_t total = (size_t)sv_shacl_report_count(s->report, severity);
  if (severity == SV_SHACL_VIOLATION)
    tell_source(ctx, s);
  for (size_t i = 0; i < sv_shacl_report_kept(s->report) && told < TOLD_MAX; i++) {
    if (sv_shacl_report_at(s->report, i).severity != severity)
      continue;
    tell(ctx, s, i);
    told++;
  }
  if (total > told)
    sv_shaped_tell_others(ctx, s, total - told);
  size_t unjudged = 0;
  (void)sv_shacl_unjudged(s->program, &unjudged);
  if (total == 0 && unjudged > 0)
    return judged_in_part(ctx, s, unjudged);
  return sv_describe_outcome(sv_shacl_report_focus(s->report), total);
}
