// SPDX-License-Identifier: Apache-2.0
/* EARL 1.0: one assertion a requirement. The outcome is copied as it is; a waiver is beside it and
 * never makes it passed. */
#include "reports/earl.h"

#include "reports/ci.h"
#include "reports/formats.h"
#include "reports/put.h"
#include "reports/say.h"

#include <stdlib.h>

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })

enum { TEXT_MOST = 2000 };

/* The IRIs that every assertion repeats. */
struct names {
  struct sv_buf run, tool, subject, profile;
};

static void name_all(const struct sv_run *run, struct names *n)
{
  *n = (struct names){ SV_BUF(SV_SCRATCH), SV_BUF(SV_SCRATCH), SV_BUF(SV_SCRATCH),
                       SV_BUF(SV_SCRATCH) };
  (void)sv_buf_adds(&n->run, sv_put_is_uuid(run->id) ? "urn:uuid:" : "urn:samsvar:run:");
  sv_put_iri_part(&n->run, run->id);
  (void)sv_buf_adds(&n->tool, "urn:samsvar:tool:");
  sv_put_iri_part(&n->tool, run->version);
  (void)sv_buf_adds(&n->subject, "urn:samsvar:target:");
  sv_put_iri_part(&n->subject, run->target.id);
  (void)sv_buf_adds(&n->profile, "urn:samsvar:profile:");
  sv_put_iri_part(&n->profile, run->profile.id);
  (void)sv_buf_addc(&n->profile, ':');
  sv_put_iri_part(&n->profile, run->profile.version);
}

static void names_free(struct names *n)
{
  sv_buf_free(&n->run);
  sv_buf_free(&n->tool);
  sv_buf_free(&n->subject);
  sv_buf_free(&n->profile);
}

/* What BASE names, with # and MARK before ID. */
static void within(struct sv_buf *out, const struct sv_buf *base, const char *mark, const char *id)
{
  sv_buf_cut(out, 0);
  (void)sv_buf_adds(out, sv_buf_text(base));
  (void)sv_buf_addf(out, "#%s", mark);
  sv_put_iri_part(out, id);
}

static void tool(const struct sv_report *r, const struct names *n, struct sv_rdf_out *o)
{
  sv_rdf_node(o, sv_buf_text(&n->tool), LIST("earl:Assertor", "earl:Software"));
  sv_rdf_text(o, "dct:title", "samsvar", NULL);
  sv_rdf_blank(o, "doap:release", NULL);
  sv_rdf_text(o, "doap:revision", r->run->version, NULL);
  sv_rdf_close(o);
  sv_rdf_close(o);
}

/* The addresses of the target's endpoints, each once, as IRIs in *OUT that end with NULL. */
static enum sv_status addresses(const struct sv_run *run, struct sv_arena *a,
                                const char *const **out)
{
  const char **list = sv_arena_calloc(a, run->target.endpoint_count + 1, sizeof *list);
  size_t count = 0;
  if (!list)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < run->target.endpoint_count; i++) {
    struct sv_buf iri = SV_BUF(SV_SCRATCH);
    if (sv_put_is_web(run->target.endpoints[i].url)) {
      sv_put_iri(&iri, run->target.endpoints[i].url);
      list[count++] = sv_arena_strdup(a, sv_buf_text(&iri));
    }
    sv_buf_free(&iri);
    if (count && !list[count - 1])
      return SV_NO_MEMORY;
  }
  *out = list;
  return SV_OK;
}

static enum sv_status subject(const struct sv_report *r, const struct names *n,
                              struct sv_rdf_out *o)
{
  const struct sv_run *run = r->run;
  struct sv_arena a = SV_ARENA(0);
  const char *const *urls = NULL;
  const enum sv_status status = addresses(run, &a, &urls);
  if (status == SV_OK) {
    sv_rdf_node(o, sv_buf_text(&n->subject), LIST("earl:TestSubject"));
    if (run->target.organisation || run->target.orgnr) {
      sv_rdf_blank(o, "dct:publisher", LIST("foaf:Organization"));
      sv_rdf_text(o, "dct:identifier", run->target.orgnr, NULL);
      sv_rdf_text(o, "foaf:name", run->target.organisation, NULL);
      sv_rdf_close(o);
    }
    sv_rdf_iris(o, "dct:source", urls);
    sv_rdf_text(o, "dct:title", run->target.name, NULL);
    sv_rdf_close(o);
  }
  sv_arena_free(&a);
  return status;
}

static void profile(const struct sv_report *r, const struct names *n, struct sv_rdf_out *o)
{
  sv_rdf_node(o, sv_buf_text(&n->profile), LIST("earl:TestRequirement"));
  sv_rdf_text(o, "dct:identifier", r->run->profile.id, NULL);
  sv_rdf_texts(o, "dct:title", &r->run->profile.title);
  sv_rdf_text(o, "doap:revision", r->run->profile.version, NULL);
  sv_rdf_close(o);
}

static void test_case(const struct sv_item *item, const struct names *n, struct sv_rdf_out *o)
{
  const struct sv_requirement_result *q = item->requirement;
  struct sv_buf iri = SV_BUF(SV_SCRATCH);
  struct sv_buf term = SV_BUF(64);
  within(&iri, &n->profile, "", q->id);
  sv_rdf_node(o, sv_buf_text(&iri), LIST("earl:TestCase"));
  sv_rdf_texts(o, "dct:description", &q->statement);
  sv_rdf_text(o, "dct:identifier", q->id, NULL);
  sv_rdf_iris(o, "dct:isPartOf", LIST(sv_buf_text(&n->profile)));
  if (sv_put_is_web(q->norm.url)) {
    sv_buf_cut(&iri, 0);
    sv_put_iri(&iri, q->norm.url);
    sv_rdf_iris(o, "dct:references", LIST(sv_buf_text(&iri)));
  }
  sv_rdf_texts(o, "dct:title", &q->title);
  if (q->capability_count) {
    sv_buf_cut(&iri, 0);
    (void)sv_buf_adds(&iri, "urn:samsvar:capability:");
    sv_put_iri_part(&iri, q->capabilities[0]);
    sv_rdf_iris(o, "sv:capability", LIST(sv_buf_text(&iri)));
  }
  (void)sv_buf_addf(&term, "sv:%s", sv_layer_name(q->layer));
  sv_rdf_term(o, "sv:layer", sv_buf_text(&term));
  sv_buf_cut(&term, 0);
  (void)sv_buf_addf(&term, "sv:%s", sv_level_name(q->level));
  sv_rdf_term(o, "sv:level", sv_buf_text(&term));
  sv_rdf_close(o);
  sv_buf_free(&term);
  sv_buf_free(&iri);
}

static void waiver(const struct sv_waiver *w, struct sv_rdf_out *o)
{
  if (!w)
    return;
  sv_rdf_blank(o, "sv:waiver", LIST("sv:Waiver"));
  sv_rdf_text(o, "dct:description", w->reason, NULL);
  sv_rdf_text(o, "dct:valid", w->expires, NULL);
  sv_rdf_term(o, "sv:state", w->expired ? "sv:expired" : "sv:accepted");
  sv_rdf_text(o, "sv:owner", w->owner, NULL);
  sv_rdf_close(o);
}

static void result(const struct sv_report *r, const struct sv_item *item, struct sv_rdf_out *o)
{
  const struct sv_requirement_result *q = item->requirement;
  const struct sv_result *from = NULL;
  const struct sv_finding_record *f = sv_item_finding(item, &from);
  struct sv_buf text = SV_BUF(SV_SCRATCH);
  sv_rdf_blank(o, "earl:result", LIST("earl:TestResult"));
  sv_rdf_time(o, "dct:date", r->run->started);
  if (f)
    (void)sv_say_place(r, f, from->endpoint, &text);
  sv_rdf_text(o, "dct:description", sv_buf_text(&text), NULL);
  sv_buf_cut(&text, 0);
  if (item->display != SV_SHOW_PASS)
    sv_ci_message(r, item, TEXT_MOST, &text);
  sv_rdf_text(o, "earl:info", sv_buf_text(&text), sv_lang_name(r->lang));
  sv_buf_cut(&text, 0);
  (void)sv_buf_addf(&text, "earl:%s", sv_outcome_name(q->outcome));
  sv_rdf_term(o, "earl:outcome", sv_buf_text(&text));
  if (item->attribution) {
    sv_buf_cut(&text, 0);
    (void)sv_buf_addf(&text, "sv:%s", sv_attribution_name(item->attribution));
    sv_rdf_term(o, "sv:attribution", sv_buf_text(&text));
  }
  sv_rdf_close(o);
  sv_buf_free(&text);
}

static void assertion(const struct sv_report *r, const struct sv_item *item, const struct names *n,
                      struct sv_rdf_out *o)
{
  struct sv_buf iri = SV_BUF(SV_SCRATCH);
  within(&iri, &n->run, "a-", item->requirement->id);
  sv_rdf_node(o, sv_buf_text(&iri), LIST("earl:Assertion"));
  sv_rdf_iris(o, "earl:assertedBy", LIST(sv_buf_text(&n->tool)));
  sv_rdf_term(o, "earl:mode",
              item->requirement->mode == SV_MANUAL ? "earl:manual" : "earl:automatic");
  result(r, item, o);
  sv_rdf_iris(o, "earl:subject", LIST(sv_buf_text(&n->subject)));
  within(&iri, &n->profile, "", item->requirement->id);
  sv_rdf_iris(o, "earl:test", LIST(sv_buf_text(&iri)));
  waiver(item->requirement->waiver, o);
  sv_rdf_close(o);
  sv_buf_free(&iri);
}

static enum sv_status render(const struct sv_report *r, bool turtle, struct sv_buf *out)
{
  struct sv_rdf_out o = { .emit = { .out = out }, .turtle = turtle };
  struct names n;
  name_all(r->run, &n);
  sv_rdf_begin(&o);
  tool(r, &n, &o);
  const enum sv_status status = subject(r, &n, &o);
  profile(r, &n, &o);
  for (size_t i = 0; i < r->view->count && status == SV_OK && !out->failed; i++) {
    test_case(&r->view->items[i], &n, &o);
    assertion(r, &r->view->items[i], &n, &o);
  }
  sv_rdf_end(&o);
  names_free(&n);
  return status == SV_OK ? out->failed : status;
}

enum sv_status sv_earl_render(const struct sv_report *r, struct sv_buf *out)
{
  return render(r, false, out);
}

enum sv_status sv_earl_turtle_render(const struct sv_report *r, struct sv_buf *out)
{
  return render(r, true, out);
}
