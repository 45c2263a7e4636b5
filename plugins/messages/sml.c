// SPDX-License-Identifier: Apache-2.0
/* Finding a participant by its name in the DNS (Peppol SML, U-NAPTR of RFC 4848). */
#include "plugins/messages/checks.h"
#include "plugins/messages/smp.h"

#include "engines/base/ascii.h"
#include "engines/base/sha256.h"

#include <string.h>

enum { ZONE_MAX = 150, URL_MAX = 1000, DIGEST = 32, NAME_DIGITS = 52 };

/* Where OpenPeppol has the participants of production. */
static const char production[] = "participant.sml.prod.tech.peppol.org";

enum sv_outcome msg_party_read(struct sv_ctx *ctx, struct msg_party *out)
{
  enum sv_outcome outcome;
  json_t *j = msg_own_json(ctx, &out->a, &outcome);
  if (!j)
    return outcome;
  const char *id = json_string_value(json_object_get(j, "participant"));
  const char *type = json_string_value(json_object_get(j, "documentType"));
  type = type ? type : msg_param_text(ctx, "document_type");
  if (id && sv_starts_with(id, MSG_SCHEME "::"))
    id += strlen(MSG_SCHEME "::");
  const bool has_code = id && strspn(id, "0123456789") == 4 && id[4] == ':' && id[5];
  const bool has_scheme =
      type && (sv_starts_with(type, "busdox-docid-qns::") || sv_starts_with(type, "peppol-doctype-"
                                                                                  "wildcard::"));
  out->id = has_code ? ctx->sv->format(ctx, "%s", id) : NULL;
  out->document_type =
      type && *type ? ctx->sv->format(ctx, "%s%s", has_scheme ? "" : "busdox-docid-qns::", type)
                    : NULL;
  json_decref(j);
  /* What is no address is messaging.participant's. */
  return out->id ? TEC_READY : SV_INAPPLICABLE;
}

/* Base32 (RFC 4648 6) of the SHA-256 of the identifier in lower case, without padding. */
static const char *hashed(struct sv_ctx *ctx, const char *id)
{
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  char *lower = ctx->sv->format(ctx, "%s", id);
  char *out = ctx->sv->alloc(ctx, NAME_DIGITS + 1);
  char hex[2 * DIGEST + 1];
  for (char *p = lower; *p; p++)
    *p = (char)sv_lower((unsigned char)*p);
  sv_sha256_hex(lower, strlen(lower), hex);
  for (size_t i = 0; i < NAME_DIGITS; i++) {
    unsigned digit = 0;
    for (size_t bit = i * 5; bit < i * 5 + 5; bit++) {
      const unsigned four = bit < DIGEST * 8 ? (unsigned)sv_hex(hex[bit / 4]) : 0;
      digit = digit << 1 | (four >> (3 - bit % 4) & 1);
    }
    out[i] = alphabet[digit];
  }
  return out;
}

/* The zone: what the target's samples, else the profile, else everybody in production uses. NULL
 * when it is no name. */
static const char *zone_of(struct sv_ctx *ctx)
{
  const char *zone = tec_sample_text(ctx, "sml-zone");
  zone = zone ? zone : msg_param_text(ctx, "sml_zone");
  zone = zone ? zone : production;
  size_t size = strlen(zone);
  if (size > 1 && zone[size - 1] == '.')
    size--;
  const bool is_name = size > 0 && size <= ZONE_MAX && zone[0] != '.' &&
                       strspn(zone, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                    "0123456789-._") >= size;
  return is_name ? tec_copy(ctx, (struct sv_span){ zone, size }) : NULL;
}

/* Says why N tells nothing. */
static enum sv_outcome no_answer(struct sv_ctx *ctx, const struct msg_party *p,
                                 const struct sv_named *n)
{
  static const struct {
    const char *error;
    enum sv_attribution who;
  } table[] = { { "refused", SV_CONFIGURATION },
                { "address-refused", SV_CONFIGURATION },
                { "budget", SV_CONFIGURATION },
                { "not-recorded", SV_TOOL },
                { "limit", SV_TOOL },
                { "lost", SV_TOOL } };
  enum sv_attribution who = SV_NETWORK;
  for (size_t i = 0; n->error && i < sizeof table / sizeof table[0]; i++)
    if (strcmp(n->error, table[i].error) == 0)
      who = table[i].who;
  return msg_unsure(ctx, p->a, who, tec_arg("status", n->error ? n->error : n->status),
                    .message = N_("The resolver gave no answer about the participant ({status})."),
                    .where.json_pointer = "/participant", .evidence = n->evidence,
                    .actual = n->detail ? n->detail : "",
                    .hint = N_("Try again, or name another resolver in the target file "
                               "(samples.resolver)."));
}

/* What the resolver says of the participant; NULL with an outcome when that cannot be judged. */
static const struct sv_named *ask(struct sv_ctx *ctx, const struct msg_party *p, const char **zone,
                                  enum sv_outcome *outcome)
{
  *zone = zone_of(ctx);
  if (!*zone) {
    *outcome = msg_unsure(ctx, p->a, SV_CONFIGURATION, NULL,
                          .message = N_("The SML zone that is configured is no name of a zone."),
                          .where.text = "sml-zone",
                          .hint = N_("Correct samples.sml-zone in the target file, or sml_zone in "
                                     "the "
                                     "profile."));
    return NULL;
  }
  if (!tec_sample_text(ctx, "resolver") &&
      tec_is_local_name((struct sv_span){ *zone, strlen(*zone) })) {
    ctx->sv->log(ctx, SV_INFO, "the zone %s is known to this computer only", *zone);
    *outcome = SV_INAPPLICABLE;
    return NULL;
  }
  const char *name = ctx->sv->format(ctx, "%s." MSG_SCHEME ".%s", hashed(ctx, p->id), *zone);
  const struct sv_named *n = sv_lookup(
      ctx, .url = ctx->sv->format(ctx, "https://%s/", *zone), .name = name, .type = "NAPTR",
      .resolver = tec_sample_text(ctx, "resolver"), .anchor = tec_sample_text(ctx, "trust-anchor"));
  if (n->error || (strcmp(n->status, "NOERROR") != 0 && strcmp(n->status, "NXDOMAIN") != 0)) {
    *outcome = no_answer(ctx, p, n);
    return NULL;
  }
  if (strcmp(n->security, "bogus") == 0) {
    *outcome = msg_unsure(ctx, p->a, SV_NETWORK, tec_arg("zone", *zone),
                          .message = N_("The signatures of the zone {zone} are wrong, so its "
                                        "records "
                                        "cannot be trusted."),
                          .where.json_pointer = "/participant", .evidence = n->evidence,
                          .actual = n->reason ? n->reason : "",
                          .hint = N_("Try again, or name another resolver in the target file "
                                     "(samples.resolver)."));
    return NULL;
  }
  *outcome = TEC_READY;
  return n;
}

/* The next quoted string of RECORD from *AT on, its \DDD undone, in OUT; false when there is none,
 * or it does not fit. */
static bool take_string(const char **at, char *out, size_t room)
{
  const char *p = strchr(*at, '"');
  size_t n = 0;
  for (p = p ? p + 1 : NULL; p && *p && *p != '"'; n++) {
    const bool escaped = p[0] == '\\' && strspn(p + 1, "0123456789") >= 3;
    const int value = (p[1] - '0') * 100 + (escaped ? (p[2] - '0') * 10 + (p[3] - '0') : 0);
    if (n + 1 >= room || (escaped && (value < 1 || value > 255)))
      return false;
    out[n] = escaped ? (char)(unsigned char)value : *p;
    p += escaped ? 4 : 1;
  }
  out[n] = '\0';
  *at = p && *p ? p + 1 : "";
  return p && *p == '"';
}

/* The address in EXPRESSION, which must replace the whole: "!.*!https://smp.example/!". */
static const char *address_in(struct sv_ctx *ctx, const char *expression)
{
  static const char *const begins[] = { "!.*!", "!^.*$!" };
  const char *from = NULL;
  for (size_t i = 0; i < 2; i++)
    if (sv_starts_with(expression, begins[i]))
      from = expression + strlen(begins[i]);
  const size_t size = from ? strcspn(from, "!") : 0;
  if (size == 0 || from[size] != '!' || memchr(from, '\\', size))
    return NULL;
  char *url = ctx->sv->format(ctx, "%.*s", (int)size, from);
  for (char *c = url; *c && *c != ':'; c++)
    *c = (char)sv_lower((unsigned char)*c);
  const bool is_web = sv_starts_with(url, "https://") || sv_starts_with(url, "http://");
  return is_web && tec_host(url).size > 0 && sv_uri_is_absolute(url, size, false) ? url : NULL;
}

/* The address that RECORD ("100 10 \"U\" \"Meta:SMP\" \"!.*!...!\" .") leads to, and its place in
 * the order; NULL when it is not of an SMP. */
static const char *address_of(struct sv_ctx *ctx, const char *record, unsigned long long *order)
{
  char flags[8];
  char service[64];
  char expression[URL_MAX];
  unsigned long long first = 0;
  unsigned long long second = 0;
  const size_t size = strcspn(record, " ");
  const char *at = record[size] ? record + size + 1 : "";
  if (!sv_parse_uint(record, size, UINT16_MAX, &first) ||
      !sv_parse_uint(at, strcspn(at, " "), UINT16_MAX, &second))
    return NULL;
  if (!take_string(&at, flags, sizeof flags) || !take_string(&at, service, sizeof service) ||
      !take_string(&at, expression, sizeof expression))
    return NULL;
  *order = first << 16 | second;
  return sv_equal_nocase(flags, "U") && sv_equal_nocase(service, "Meta:SMP")
             ? address_in(ctx, expression)
             : NULL;
}

/* The address of the record that comes first, or NULL. */
static const char *first_address(struct sv_ctx *ctx, const struct sv_named *n)
{
  const char *found = NULL;
  unsigned long long least = 0;
  for (const char *const *r = n->records; *r; r++) {
    unsigned long long order = 0;
    const char *url = address_of(ctx, *r, &order);
    if (!url || (found && order >= least))
      continue;
    found = url;
    least = order;
  }
  return found;
}

enum sv_outcome msg_publisher(struct sv_ctx *ctx, const struct msg_party *p, const char **url)
{
  const char *zone;
  enum sv_outcome outcome;
  const struct sv_named *n = ask(ctx, p, &zone, &outcome);
  if (!n)
    return outcome;
  *url = first_address(ctx, n);
  if (!*url)
    return SV_INAPPLICABLE;
  size_t size = strcspn(*url, "?#");
  while (size > 0 && (*url)[size - 1] == '/')
    size--;
  *url = tec_copy(ctx, (struct sv_span){ *url, size });
  return TEC_READY;
}

/* TEC-MSG-03 */
enum sv_outcome msg_sml(struct sv_ctx *ctx)
{
  struct msg_party p;
  const char *zone;
  enum sv_outcome outcome = msg_party_read(ctx, &p);
  if (outcome != TEC_READY)
    return outcome;
  const struct sv_named *n = ask(ctx, &p, &zone, &outcome);
  if (!n)
    return outcome;
  if (first_address(ctx, n))
    return SV_PASSED;
  json_t *args = json_pack("{s:s, s:s}", "participant", p.id, "zone", zone);
  if (!n->records[0])
    return msg_fail(ctx, p.a, args,
                    .message = N_("The participant {participant} is not found in the zone {zone}."),
                    .where.json_pointer = "/participant", .evidence = n->evidence,
                    .expected = N_("a NAPTR record of the service Meta:SMP"), .actual = n->status,
                    .hint = N_("Have the participant registered by its SMP. A participant of the "
                               "test network needs its zone in the target file "
                               "(samples.sml-zone)."));
  return msg_fail(ctx, p.a, args,
                  .message = N_("What the zone {zone} has of the participant {participant} leads "
                                "to "
                                "no SMP."),
                  .where.json_pointer = "/participant", .evidence = n->evidence,
                  .expected = "\"U\" \"Meta:SMP\" \"!.*!https://smp.example/!\" .",
                  .actual = n->records[0],
                  .hint = N_("Ask who runs the SMP to register its address anew."));
}
