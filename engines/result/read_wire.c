// SPDX-License-Identifier: Apache-2.0
/* Exchanges, facts and the verdict. */
#include "engines/result/parts.h"

#include <limits.h>
#include <string.h>

static const struct sv_field exchange_fields[] = {
  SV_FIELD(struct sv_exchange_record, attempts, "attempts", U32, OPTIONAL),
  SV_FIELD(struct sv_exchange_record, body_sha256, "bodySha256", HEX, OPTIONAL),
  SV_FIELD(struct sv_exchange_record, body_size, "bodySize", U64, OPTIONAL),
  SV_FIELD(struct sv_exchange_record, curl, "curl", TEXT, OPTIONAL),
  SV_FIELD(struct sv_exchange_record, detail, "detail", TEXT, OPTIONAL),
  SV_FIELD(struct sv_exchange_record, error, "error", TEXT, OPTIONAL),
  SV_FIELD(struct sv_exchange_record, excerpt, "responseBody", TEXT, OPTIONAL),
  SV_FIELD(struct sv_exchange_record, http_version, "httpVersion", TEXT, OPTIONAL),
  SV_FIELD(struct sv_exchange_record, marks, "marks", U32, OPTIONAL),
  SV_FIELD(struct sv_exchange_record, method, "method", TEXT, REQUIRED),
  SV_FIELD(struct sv_exchange_record, n, "n", U32, REQUIRED),
  SV_FIELD(struct sv_exchange_record, started, "started", TEXT, OPTIONAL),
  SV_FIELD(struct sv_exchange_record, url, "url", TEXT, REQUIRED),
};

static const struct sv_field timing_fields[] = {
  SV_FIELD(struct sv_exchange_record, duration_ms, "totalMs", U32, OPTIONAL),
};

static const struct sv_field certificate_fields[] = {
  SV_FIELD(struct sv_certificate, issuer, "issuer", TEXT, OPTIONAL),
  SV_FIELD(struct sv_certificate, key_bits, "keyBits", U32, OPTIONAL),
  SV_FIELD(struct sv_certificate, key_type, "keyType", TEXT, OPTIONAL),
  SV_FIELD(struct sv_certificate, not_after, "notAfter", I64, OPTIONAL),
  SV_FIELD(struct sv_certificate, not_before, "notBefore", I64, OPTIONAL),
  SV_FIELD(struct sv_certificate, serial, "serial", TEXT, OPTIONAL),
  SV_FIELD(struct sv_certificate, sha256, "sha256", TEXT, OPTIONAL),
  SV_FIELD(struct sv_certificate, signature_algorithm, "signatureAlgorithm", TEXT, OPTIONAL),
  SV_FIELD(struct sv_certificate, subject, "subject", TEXT, OPTIONAL),
};

static const struct sv_field tls_fields[] = {
  SV_FIELD(struct sv_tls, alpn, "alpn", TEXT, OPTIONAL),
  SV_FIELD(struct sv_tls, cipher, "cipher", TEXT, OPTIONAL),
  SV_FIELD(struct sv_tls, verify, "verify", TEXT, OPTIONAL),
  SV_FIELD(struct sv_tls, version, "version", TEXT, OPTIONAL),
};

static const struct sv_field fact_fields[] = {
  SV_FIELD(struct sv_fact_record, check, "check", TEXT, REQUIRED),
  SV_FIELD(struct sv_fact_record, exchange, "exchange", U32, OPTIONAL),
  SV_FIELD(struct sv_fact_record, predicate, "predicate", TEXT, REQUIRED),
  SV_FIELD(struct sv_fact_record, subject, "subject", TEXT, REQUIRED),
  SV_FIELD(struct sv_fact_record, value, "value", TEXT, REQUIRED),
};

static const struct sv_field totals_fields[] = {
  SV_FIELD(struct sv_totals, cant_tell, "cantTell", U32, REQUIRED),
  SV_FIELD(struct sv_totals, failed, "failed", U32, REQUIRED),
  SV_FIELD(struct sv_totals, inapplicable, "inapplicable", U32,
           OPTIONAL), /* not among those of must */
  SV_FIELD(struct sv_totals, no_check, "noCheck", U32, OPTIONAL),
  SV_FIELD(struct sv_totals, passed, "passed", U32, REQUIRED),
  SV_FIELD(struct sv_totals, untested, "untested", U32, REQUIRED),
  SV_FIELD(struct sv_totals, waived, "waived", U32, REQUIRED),
};

static const struct sv_field must_fields[] = {
  SV_FIELD(struct sv_verdict, must_applicable, "applicable", U32, REQUIRED),
};

static const struct sv_field shown_fields[] = {
  SV_FIELD(struct sv_verdict, applicable, "applicable", U32, REQUIRED),
  SV_FIELD(struct sv_verdict, judged, "judged", U32, REQUIRED),
};

static const struct sv_field verdict_fields[] = {
  SV_FIELD(struct sv_verdict, exit_code, "exitCode", U32, REQUIRED),
  SV_FIELD(struct sv_verdict, value, "value", VERDICT, REQUIRED),
};

static enum sv_status read_pair(const struct sv_in *in, sv_value pair, const char *name,
                                struct sv_header_field *h)
{
  const sv_value first = sv_doc_first(in->doc, pair);
  const sv_value second = first == SV_DOC_NONE ? first : sv_doc_next(in->doc, pair, first);
  if (sv_doc_type(in->doc, pair) != SV_DOC_ARRAY || sv_doc_count(in->doc, pair) != 2)
    return sv_fields_damage(in, pair,
                            N_("every element of \"{member}\" must be a name and a value"), name);
  SV_TRY(sv_fields_text(in, first, name, &h->name));
  return sv_fields_text(in, second, name, &h->value);
}

static enum sv_status read_headers(const struct sv_in *in, sv_value object, const char *name,
                                   const struct sv_header_field **out, size_t *count)
{
  sv_value list = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, name, SV_DOC_ARRAY, SV_OPTIONAL, &list));
  const size_t n = list == SV_DOC_NONE ? 0 : sv_doc_count(in->doc, list);
  struct sv_header_field *headers = n ? sv_arena_calloc(in->arena, n, sizeof *headers) : NULL;
  if (n == 0)
    return SV_OK;
  if (!headers)
    return SV_NO_MEMORY;
  *out = headers;
  for (sv_value v = sv_doc_first(in->doc, list); v != SV_DOC_NONE;
       v = sv_doc_next(in->doc, list, v))
    SV_TRY(read_pair(in, v, name, &headers[(*count)++]));
  return SV_OK;
}

static enum sv_status read_certificate(const struct sv_in *in, sv_value object, void *out)
{
  struct sv_certificate *c = out;
  const char *const *names = NULL;
  size_t count = 0;
  SV_TRY(SV_READ(in, object, certificate_fields, c));
  SV_TRY(sv_fields_texts(in, object, "names", &names, &count));
  const char **list = sv_arena_calloc(in->arena, count + 1, sizeof *list);
  if (!list)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < count; i++)
    list[i] = names[i];
  c->names = list;
  return SV_OK;
}

static enum sv_status read_tls(const struct sv_in *in, sv_value object,
                               struct sv_exchange_record *x)
{
  sv_value v = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, "tls", SV_DOC_OBJECT, SV_OPTIONAL, &v));
  if (v == SV_DOC_NONE)
    return SV_OK;
  struct sv_tls *tls = sv_arena_calloc(in->arena, 1, sizeof *tls);
  if (!tls)
    return SV_NO_MEMORY;
  x->tls = tls;
  void *chain = NULL;
  SV_TRY(SV_READ(in, v, tls_fields, tls));
  SV_TRY(sv_part_list(in, v, "chain", read_certificate, sizeof *tls->chain, SV_OPTIONAL, &chain,
                      &tls->chain_count));
  tls->chain = chain;
  const sv_value matches = sv_doc_gets(in->doc, v, "nameMatches");
  tls->name_matches = matches != SV_DOC_NONE && sv_doc_type(in->doc, matches) == SV_DOC_TRUE;
  return SV_OK;
}

static enum sv_status read_status(const struct sv_in *in, sv_value object, int *status)
{
  const sv_value v = sv_doc_gets(in->doc, object, "status");
  int64_t n = 0;
  if (v == SV_DOC_NONE)
    return SV_OK;
  if (!sv_doc_int64(in->doc, v, &n) || n < 0 || n > INT_MAX)
    return sv_fields_damage(in, v, N_("\"{member}\" must be a whole number that is not negative"),
                            "status");
  *status = (int)n;
  return SV_OK;
}

enum sv_status sv_part_exchange(const struct sv_in *in, sv_value object, void *out)
{
  struct sv_exchange_record *x = out;
  sv_value timings = SV_DOC_NONE;
  SV_TRY(SV_READ(in, object, exchange_fields, x));
  SV_TRY(read_status(in, object, &x->status));
  SV_TRY(sv_fields_member(in, object, "timings", SV_DOC_OBJECT, SV_OPTIONAL, &timings));
  if (timings != SV_DOC_NONE)
    SV_TRY(SV_READ(in, timings, timing_fields, x));
  SV_TRY(read_headers(in, object, "requestHeaders", &x->request_headers, &x->request_header_count));
  SV_TRY(
      read_headers(in, object, "responseHeaders", &x->response_headers, &x->response_header_count));
  return read_tls(in, object, x);
}

enum sv_status sv_part_fact(const struct sv_in *in, sv_value object, void *out)
{
  struct sv_fact_record *f = out;
  SV_TRY(SV_READ(in, object, fact_fields, f));
  return sv_part_place(in, object, &f->where);
}

static enum sv_status read_layers(const struct sv_in *in, sv_value object, struct sv_verdict *v)
{
  sv_value layers = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, "layers", SV_DOC_OBJECT, SV_OPTIONAL, &layers));
  for (int l = SV_LEGAL; l <= SV_CROSS_LAYER && layers != SV_DOC_NONE; l++) {
    sv_value one = SV_DOC_NONE;
    SV_TRY(sv_fields_member(in, layers, sv_layer_name((enum sv_layer)l), SV_DOC_OBJECT, SV_OPTIONAL,
                            &one));
    if (one == SV_DOC_NONE)
      continue;
    struct sv_layer_totals *t = &v->layers[v->layer_count++];
    t->layer = (enum sv_layer)l;
    SV_TRY(SV_READ(in, one, totals_fields, &t->totals));
  }
  return SV_OK;
}

static enum sv_status read_capabilities(const struct sv_in *in, sv_value object,
                                        struct sv_verdict *v)
{
  sv_value list = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, "capabilities", SV_DOC_OBJECT, SV_OPTIONAL, &list));
  const size_t n = list == SV_DOC_NONE ? 0 : sv_doc_count(in->doc, list);
  if (n == 0)
    return SV_OK;
  v->capabilities = sv_arena_calloc(in->arena, n, sizeof *v->capabilities);
  if (!v->capabilities)
    return SV_NO_MEMORY;
  for (sv_value c = sv_doc_first(in->doc, list); c != SV_DOC_NONE;
       c = sv_doc_next(in->doc, list, c)) {
    struct sv_capability_totals *t = &v->capabilities[v->capability_count++];
    SV_TRY(sv_fields_text(in, sv_doc_key(in->doc, c), "capabilities", &t->id));
    if (sv_doc_type(in->doc, c) != SV_DOC_OBJECT)
      return sv_fields_damage(in, c, N_("\"{member}\" must be an object"), t->id);
    SV_TRY(SV_READ(in, c, totals_fields, &t->totals));
  }
  return SV_OK;
}

enum sv_status sv_part_verdict(const struct sv_in *in, sv_value object, struct sv_verdict *out)
{
  sv_value shown = SV_DOC_NONE;
  sv_value totals = SV_DOC_NONE;
  sv_value must = SV_DOC_NONE;
  SV_TRY(SV_READ(in, object, verdict_fields, out));
  SV_TRY(sv_fields_member(in, object, "shown", SV_DOC_OBJECT, SV_REQUIRED, &shown));
  SV_TRY(SV_READ(in, shown, shown_fields, out));
  SV_TRY(sv_fields_member(in, object, "totals", SV_DOC_OBJECT, SV_REQUIRED, &totals));
  SV_TRY(SV_READ(in, totals, totals_fields, &out->totals));
  SV_TRY(sv_fields_member(in, object, "must", SV_DOC_OBJECT, SV_OPTIONAL, &must));
  if (must != SV_DOC_NONE) {
    SV_TRY(SV_READ(in, must, must_fields, out));
    SV_TRY(SV_READ(in, must, totals_fields, &out->must));
  }
  SV_TRY(read_layers(in, object, out));
  return read_capabilities(in, object, out);
}
