// SPDX-License-Identifier: Apache-2.0
/* The files that distributions lead to: that they are there, are what they are said to be, and have
 * the checksum they are said to have. Only hosts of the target are asked, and not many times. */
#include "engines/base/sha256.h"
#include "plugins/describe/distribution.h"
#include "plugins/describe/names.h"
#include "plugins/describe/shapes.h"
#include "plugins/semantic/semantic.h"

#include <samsvar/helpers.h>
#include <string.h>

#define DOWNLOAD DCAT "downloadURL"
#define HINT_FILE N_("Give the address of the file itself, as an IRI.")

static const char *const downloads[] = { DOWNLOAD, NULL };

/* Sign-in and other refusals say nothing of the file. */
static void cannot_tell(struct sv_judging *j, const struct sv_triple *t, const char *property,
                        const struct sv_response *r)
{
  const bool sign_in = r->status == 401 || r->status == 403;
  sv_judging_find_value(
      j, t, property,
      (struct sv_node_fault){
          .outcome = SV_CANT_TELL,
          .attribution = sign_in            ? SV_CREDENTIALS
                         : r->status >= 300 ? SV_TARGET
                                            : SV_TOOL,
          .message = N_("The address did not give the file, so it could not be judged."),
          .actual = j->ctx->sv->format(j->ctx, "%d %s", r->status, r->url ? r->url : ""),
          .hint = sign_in ? N_("Data behind sign-in is judged with a credential for the endpoint "
                               "it is at, or by hand.")
                          : N_("Mend the address in the catalogue.") });
}

static void judge_download(struct sv_judging *j, const struct sv_triple *t)
{
  const char *url = sv_iri_of(j->g, t->o);
  j->looked_at++;
  if (!url || !strchr(url, ':')) {
    sv_judging_find_value(
        j, t, DOWNLOAD,
        (struct sv_node_fault){ .message = N_("The download link is no IRI."), .hint = HINT_FILE });
    return;
  }
  const struct sv_response *r = sv_judging_ask(j, url, SV_ASK_BEGIN);
  if (!r)
    return;
  if (sv_is_gone(r))
    sv_judging_find_value(
        j, t, DOWNLOAD,
        (struct sv_node_fault){
            .message = N_("The download link leads nowhere."),
            .expected = N_("an answer with status 2xx"),
            .actual = j->ctx->sv->format(j->ctx, "%d %s", r->status, r->url ? r->url : ""),
            .hint = HINT_FILE });
  else if (r->status < 200 || r->status >= 300)
    cannot_tell(j, t, DOWNLOAD, r);
}

enum sv_outcome sv_sem_download(struct sv_ctx *ctx)
{
  return sv_judge_values(ctx, downloads, judge_download, NULL);
}

static bool is_html(const struct sv_response *r)
{
  const char *type = sv_header(r, "Content-Type");
  return (type && strncasecmp(type, "text/html", 9) == 0) ||
         sv_sniff(r->body, r->body_size) == SV_LOOKS_HTML;
}

static void judge_page(struct sv_judging *j, const struct sv_triple *t)
{
  const char *format = sv_distribution_format(j, t->s);
  const struct sv_file_type *type = sv_file_type_find(format);
  const struct sv_response *r = sv_judging_ask(j, sv_iri_of(j->g, t->o), SV_ASK_BEGIN);
  if (!r || r->status < 200 || r->status >= 300)
    return; /* the check of the link itself says so */
  j->looked_at++;
  if (is_html(r) && !(type && type->looks == SV_LOOKS_HTML))
    sv_judging_find_value(j, t, DOWNLOAD,
                          (struct sv_node_fault){ .message = N_("The download link leads to a web "
                                                                "page, not to the file."),
                                                  .expected = format ? format : N_("a file"),
                                                  .actual = "text/html",
                                                  .hint = N_("A page where data can be fetched "
                                                             "belongs in dcat:accessURL.") });
}

enum sv_outcome sv_sem_download_page(struct sv_ctx *ctx)
{
  return sv_judge_values(ctx, downloads, judge_page, NULL);
}

/* --- the real format (FDK MQA formatMatch and syntaxValid) --- */

static void judge_syntax(struct sv_judging *j, const struct sv_distribution *x,
                         const struct sv_response *r, enum sv_looks looks)
{
  struct sv_error err = { 0 };
  const enum sv_status status = sv_data_syntax(looks, r->body, r->body_size, &err);
  if (status == SV_OK)
    return;
  const char *actual = j->ctx->sv->format(j->ctx, "%s:%zu:%zu: %s", r->url ? r->url : x->url,
                                          err.line, err.column, err.text);
  sv_judging_find_value(
      j, x->address, x->property,
      (struct sv_node_fault){ .outcome = status == SV_INVALID ? SV_FAILED : SV_CANT_TELL,
                              .attribution = SV_TARGET,
                              .message = status == SV_INVALID ? N_("The file is not valid in its "
                                                                   "own format.")
                                                              : N_("The file was too large to be "
                                                                   "read."),
                              .actual = actual,
                              .hint = N_("Mend the file; samsvar validate tells where it "
                                         "breaks.") });
}

static void judge_form(struct sv_judging *j, const struct sv_distribution *x)
{
  const char *format = sv_distribution_format(j, x->node);
  const struct sv_file_type *type = sv_file_type_find(format);
  if (!type || type->looks == SV_LOOKS_UNKNOWN)
    return;
  const struct sv_response *r = sv_judging_ask(j, x->url, SV_ASK_BEGIN);
  if (!r)
    return;
  if (r->status < 200 || r->status >= 300) {
    cannot_tell(j, x->address, x->property, r);
    return;
  }
  const char *media = sv_header(r, "Content-Type");
  const enum sv_looks looks = sv_sniff(r->body, r->body_size);
  if (!x->is_download && looks == SV_LOOKS_HTML)
    return; /* an access address may be a page with the way to the data */
  j->looked_at++;
  const bool fits = sv_file_type_fits(type, looks);
  if (!fits || (media && !sv_media_type_fits(media, looks)))
    sv_judging_find_value(j, x->address, x->property,
                          (struct sv_node_fault){ .message = fits ? N_("The file has another form "
                                                                       "than its media type says.")
                                                                  : N_("The file has another form "
                                                                       "than the catalogue says."),
                                                  .expected = fits ? media : format,
                                                  .actual = sv_looks_name(looks),
                                                  .hint = N_("Correct dct:format and Content-Type, "
                                                             "or publish the file in the form they "
                                                             "name.") });
  else if (sv_is_whole(r))
    judge_syntax(j, x, r, looks);
}

enum sv_outcome sv_sem_real_format(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  sv_judging_distributions(&j, judge_form);
  return sv_judging_end(&j);
}

/* --- checksums --- */

#define SPDX "http://spdx.org/rdf/terms#"
#define CHECKSUM SPDX "checksum"

static const struct {
  const char *name;   /* in SPDX's term, after checksumAlgorithm_ */
  const char *digest; /* libcrypto's; NULL: not computed here */
  size_t digits;
} algorithms[] = {
  { "md5", "MD5", 32 },           { "sha1", "SHA1", 40 },         { "sha224", "SHA224", 56 },
  { "sha256", "SHA256", 64 },     { "sha384", "SHA384", 96 },     { "sha512", "SHA512", 128 },
  { "sha3_256", "SHA3-256", 64 }, { "sha3_384", "SHA3-384", 96 }, { "sha3_512", "SHA3-512", 128 },
};

enum { ALGORITHMS = sizeof algorithms / sizeof algorithms[0] };

/* The row of the algorithm that IRI names; ALGORITHMS: none. */
static size_t algorithm_of(const char *iri)
{
  const char *name = iri ? strstr(iri, "checksumAlgorithm_") : NULL;
  size_t i = name ? 0 : ALGORITHMS;
  while (i < ALGORITHMS && strcasecmp(name + strlen("checksumAlgorithm_"), algorithms[i].name) != 0)
    i++;
  return i;
}

static void find_checksum(struct sv_judging *j, const struct sv_triple *t, const char *message,
                          const char *expected, const char *actual)
{
  sv_judging_find_value(j, t, CHECKSUM,
                        (struct sv_node_fault){ .message = message,
                                                .expected = expected,
                                                .actual = actual,
                                                .hint = N_("Make the checksum anew with each new "
                                                           "file.") });
}

/* The row of the algorithm when the value has its length, with *VALUE; else ALGORITHMS. How often
 * and of what type both are is judged by the shapes. */
static size_t judge_length(struct sv_judging *j, const struct sv_triple *t, const char **value)
{
  const size_t row = algorithm_of(sv_text_of(j->g, t->o, SPDX "algorithm"));
  *value = sv_text_of(j->g, t->o, SPDX "checksumValue");
  if (row == ALGORITHMS || !*value || sv_count_of(j->g, t->o, SPDX "checksumValue") > 1)
    return ALGORITHMS;
  if (strlen(*value) == algorithms[row].digits)
    return row;
  find_checksum(j, t, N_("The checksum has another length than its algorithm gives."),
                j->ctx->sv->format(j->ctx, "%zu", algorithms[row].digits),
                j->ctx->sv->format(j->ctx, "%zu", strlen(*value)));
  return ALGORITHMS;
}

/* What is compared. */
struct sum {
  const struct sv_triple *triple;
  const char *value;
  size_t row;
};

static void compare_file(struct sv_judging *j, const struct sv_distribution *x)
{
  const struct sum *sum = j->own;
  char hex[SV_DIGEST_HEX_MAX];
  if (!x->is_download)
    return;
  const struct sv_response *r = sv_judging_ask(j, x->url, SV_ASK_WHOLE);
  if (!r)
    return;
  /* What was hidden on the way has changed the bytes. */
  const bool is_changed = r->identity_numbers || memmem(r->body, r->body_size, "*hidden:", 8);
  if (r->status != 200 || !sv_is_whole(r) || is_changed ||
      !sv_digest_hex(algorithms[sum->row].digest, r->body, r->body_size, hex))
    cannot_tell(j, x->address, x->property, r);
  else if (strcasecmp(hex, sum->value) != 0)
    find_checksum(j, sum->triple, N_("The file has another checksum than the catalogue says."),
                  sum->value, hex);
}

static void judge_sum(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, CHECKSUM, &n);
  struct sum sum = { .triple = values, .row = ALGORITHMS };
  if (n == 1)
    sum.row = judge_length(j, values, &sum.value);
  if (sum.row == ALGORITHMS)
    return;
  j->looked_at++;
  j->own = &sum;
  sv_distribution_each(j, node, compare_file);
  j->own = NULL;
}

enum sv_outcome sv_sem_checksum(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "Distribution", NULL };
  return sv_both(sv_judge_by_shapes(ctx, "SEM-039", SV_SHACL_VIOLATION),
                 sv_judge_nodes(ctx, classes, judge_sum, NULL));
}
