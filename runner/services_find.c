// SPDX-License-Identifier: Apache-2.0
/* What a check says: findings, facts and evidence, packed and sent; main judges whether they hold.
 */
#include "engines/base/message.h"
#include "runner/worker_state.h"

#include <string.h>

static void pack_args(struct sv_worker *w, const json_t *object)
{
  size_t count = 0;
  const struct sv_arg *args = object ? sv_args_from_json(&w->check, object, &count) : NULL;
  if (!args || count > SV_WIRE_ARGS_MOST)
    count = args ? SV_WIRE_ARGS_MOST : 0;
  sv_pack_u32(&w->out, (uint32_t)count);
  for (size_t i = 0; i < count; i++) {
    sv_pack_string(&w->out, sv_worker_cut(w, args[i].name));
    sv_pack_string(&w->out, sv_worker_cut(w, args[i].text));
    sv_pack_i64(&w->out, args[i].number);
  }
}

static void pack_place(struct sv_worker *w, struct sv_place p)
{
  const char **const texts[] = { &p.text,   &p.url,       &p.file,       &p.json_pointer, &p.xpath,
                                 &p.header, &p.operation, &p.focus_node, &p.path };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    *texts[i] = sv_worker_cut(w, *texts[i]);
  sv_wire_pack_place(&w->out, &p);
}

void sv_service_finding(struct sv_ctx *ctx, const struct sv_finding *finding)
{
  struct sv_worker *w = (struct sv_worker *)ctx;
  struct sv_finding f = { 0 };
  memcpy(&f, finding, finding->size && finding->size < sizeof f ? finding->size : sizeof f);
  if (w->opening)
    return;
  if (w->findings++ >= SV_WIRE_FINDINGS_MOST) {
    w->findings_left_out++;
    return;
  }
  const size_t begin = sv_worker_begin(w, SV_WIRE_FINDING);
  sv_pack_u32(&w->out, (uint32_t)f.outcome);
  sv_pack_u32(&w->out, (uint32_t)f.attribution);
  sv_pack_string(&w->out, sv_worker_cut(w, f.message));
  pack_args(w, f.args);
  pack_place(w, f.where);
  sv_pack_string(&w->out, sv_worker_cut(w, f.expected));
  sv_pack_string(&w->out, sv_worker_cut(w, f.actual));
  sv_pack_string(&w->out, sv_worker_cut(w, f.hint));
  sv_pack_u32(&w->out, f.evidence);
  sv_worker_end(w, begin);
}

void sv_service_fact(struct sv_ctx *ctx, const struct sv_fact *fact)
{
  struct sv_worker *w = (struct sv_worker *)ctx;
  struct sv_fact f = { 0 };
  memcpy(&f, fact, fact->size && fact->size < sizeof f ? fact->size : sizeof f);
  if (w->opening || w->facts++ >= SV_WIRE_FACTS_MOST)
    return;
  const size_t begin = sv_worker_begin(w, SV_WIRE_FACT);
  sv_pack_string(&w->out, sv_worker_cut(w, f.subject));
  sv_pack_string(&w->out, sv_worker_cut(w, f.predicate));
  sv_pack_string(&w->out, sv_worker_cut(w, f.value));
  pack_place(w, f.where);
  sv_pack_u32(&w->out, f.evidence);
  sv_worker_end(w, begin);
}

sv_evidence sv_service_evidence(struct sv_ctx *ctx, const char *label, const char *media_type,
                                const void *data, size_t size)
{
  struct sv_worker *w = (struct sv_worker *)ctx;
  if (w->opening || size > SV_WIRE_EVIDENCE_MOST || w->evidences >= SV_WIRE_EVIDENCES_MOST)
    return 0;
  const size_t begin = sv_worker_begin(w, SV_WIRE_EVIDENCE);
  sv_pack_u32(&w->out, w->evidences);
  sv_pack_string(&w->out, sv_worker_cut(w, label));
  sv_pack_string(&w->out, sv_worker_cut(w, media_type));
  sv_pack_bytes(&w->out, data, size);
  sv_worker_end(w, begin);
  return SV_WIRE_EVIDENCE_BIT | w->evidences++;
}
