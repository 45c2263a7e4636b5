// SPDX-License-Identifier: Apache-2.0
/* The whole contract between the runner and a plugin.
 *
 * A plugin is a shared object that exports one constant, made with SV_PLUGIN(). It is loaded, described and run in
 * worker processes only: it has no sockets, no credentials and no files to write.
 *
 * Ownership: a plugin never frees and never keeps. What a service returns lives until the check returns; what is
 *   passed to a service is copied before it returns.
 * Threads: a worker has one thread. Services must be called from it.
 * Errors: services do not fail in ways a check must handle. A refused or broken request is a response with .error
 *   set; memory that runs out ends the worker, and the runner records the check as cantTell, attribution tool.
 * Growth: fields are only ever added at the end of a struct, with a higher SV_ABI_MINOR. A runner loads a plugin of
 *   the same major and a minor no higher than its own, so a plugin may use every service of the header it was
 *   built with. History: 1.0 first; 1.1 handshakes and names: sv_services.handshake, .lookup; sv_request.http_1;
 *   1.2 odd requests: sv_request.hosts, .long_target, .long_field, .announce, .read_on;
 *   .once; SV_MAY_WRITE, SV_ALSO_WRITES; the target's "unsafe"; 1.3 sv_response.synthetic_numbers.
 */
#ifndef SAMSVAR_PLUGIN_H
#define SAMSVAR_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SV_PLUGIN_MAGIC 0x53565031u /* "SVP1" */
#define SV_ABI_MAJOR 1
#define SV_ABI_MINOR 3

#if defined(__GNUC__)
#define SV_PRINTF(fmt, arg) __attribute__((format(printf, fmt, arg)))
#define SV_EXPORT __attribute__((visibility("default")))
#else
#define SV_PRINTF(fmt, arg)
#define SV_EXPORT
#endif

/* Marks a message, title or hint for translation; the English sentence is the msgid. */
#define N_(text) text

/* What a check concludes: W3C EARL's outcomes. */
enum sv_outcome {
  SV_PASSED = 1,   /* the requirement is met */
  SV_FAILED,       /* it is not, and the target is why */
  SV_INAPPLICABLE, /* it does not concern this endpoint: feature not used, no focus node */
  SV_CANT_TELL,    /* not to be told from what was seen; a finding says why and whose fault it is */
  SV_UNTESTED      /* not run; set by the runner only */
};

/* Who a finding is about. Only SV_TARGET counts against the target. */
enum sv_attribution { SV_TARGET = 1, SV_CONFIGURATION, SV_CREDENTIALS, SV_NETWORK, SV_DEPENDENCY, SV_TOOL };

enum sv_layer { SV_LEGAL = 1, SV_ORGANISATIONAL, SV_SEMANTIC, SV_TECHNICAL, SV_CROSS_LAYER };
enum sv_level { SV_MUST = 1, SV_SHOULD, SV_MAY };
enum sv_log { SV_DEBUG = 1, SV_INFO, SV_WARNING };

/* Check flags. Without SV_WRITES, SV_HEAVY, SV_MAY_WRITE, SV_ALSO_WRITES a check sends GET, HEAD and OPTIONS only. */
#define SV_WRITES (1u << 0)  /* sends requests that may change data; run only when allowed */
#define SV_HEAVY (1u << 1)   /* sends many requests; run only when allowed */
#define SV_OFFLINE (1u << 2) /* judges documents only, sends nothing */
#define SV_CROSS (1u << 3)   /* compares the facts of all layers; runs once a target, after every other check */
/* Since 1.2: sends more than GET, HEAD and OPTIONS where the target's "unsafe" is true. Where it is not the check still
 * runs, with what is safe; when that leaves nothing to judge it is inapplicable, and the runner says why. */
#define SV_MAY_WRITE (1u << 4)
/* Since 1.2: tells whether anything is there at all. When it fails, checks that cannot tell because of the same
 * address are untested, blocked by it. */
#define SV_PRESENCE (1u << 5)
/* Since 1.2: as SV_MAY_WRITE, for a check that is whole without: what it sends with leave is more of the same. */
#define SV_ALSO_WRITES (1u << 6)

/* Marks of an answer that is not a plain whole one. A check that looked at such an answer cannot pass. */
#define SV_MARK_TRUNCATED (1u << 0)  /* ended before its declared length, or its coding was cut */
#define SV_MARK_LIMITED (1u << 1)    /* a limit of ours was reached; .detail names it */
#define SV_MARK_AMBIGUOUS (1u << 2)  /* framing that two readers may read differently */
#define SV_MARK_UNSTABLE (1u << 3)   /* an earlier attempt at the same request failed; does not forbid a pass */
#define SV_MARK_UNVERIFIED (1u << 4) /* the certificate does not verify; does not forbid a pass by itself */
/* Those with which an answer was not seen whole. */
#define SV_MARKS_NOT_WHOLE (SV_MARK_TRUNCATED | SV_MARK_LIMITED | SV_MARK_AMBIGUOUS)

struct sv_ctx;

/* A document or message kept as proof; 0 is none. An exchange's number is its evidence. */
typedef uint32_t sv_evidence;

struct sv_request {
  uint32_t size;              /* set by sv_http() */
  const char *method;         /* NULL: GET */
  const char *url;            /* absolute, or relative to the endpoint's URL; NULL: the endpoint's URL */
  const char *const *headers; /* "Name: value" strings, NULL last; NULL: none */
  const void *body;
  size_t body_size;
  const char *credential; /* name of a credential of the target, "" for anonymous; NULL: the endpoint's own */
  uint32_t follow;        /* redirects to follow, 0 to 5 */
  uint32_t timeout_ms;    /* 0: the run's own */
  uint32_t http_1;        /* not 0: offer HTTP/1.1 only, on a connection of its own */
  const char *address;    /* an address of the host, the one to connect to; NULL: any */
  /* Since 1.2: what no good client sends. A request with one of these goes out anonymous, over HTTP/1.1, on a
   * connection of its own; redirects are not followed, and it is not tried again. */
  const char *const *hosts; /* Host in place of the URL's own, at most two, NULL last; none: no Host at all */
  uint32_t long_target;     /* bytes of query put behind the path; at most 128 KiB */
  uint32_t long_field;      /* bytes of a field X-Samsvar; likewise */
  uint32_t announce; /* bytes of content announced with Expect: 100-continue, at most 1 GiB. None is sent: when the
                        service asks for it the answer has status 100 */
  /* Since 1.2: HEAD only, over HTTP/1.1 with Connection: close, not tried again. The body is what comes after the
   * header section, at most this many bytes (64 KiB); SV_MARK_LIMITED when more came, SV_MARK_TRUNCATED when the
   * connection was not closed. After 204 and 304 nothing is read. */
  uint32_t read_on;
  /* Since 1.2: not 0: one that may change data is sent once in a run all the same. Who asks it again so, of whatever
   * check, gets that answer. */
  uint32_t once;
};

/* A certificate as presented. Times are seconds since 1970-01-01T00:00:00Z. */
struct sv_certificate {
  const char *subject; /* RFC 4514 text */
  const char *issuer;
  const char *serial;              /* hexadecimal */
  const char *sha256;              /* of the DER form, 64 hexadecimal digits */
  const char *key_type;            /* "RSA", "EC", "Ed25519" ... */
  const char *signature_algorithm; /* "sha256WithRSAEncryption" ... */
  const char *const *names;        /* subjectAltName: "DNS:a.example", "IP:127.0.0.1"; NULL last */
  int64_t not_before;
  int64_t not_after;
  uint32_t key_bits;
};

/* What the handshake showed; NULL without TLS. */
struct sv_tls {
  const char *version; /* "TLSv1.3" */
  const char *cipher;  /* OpenSSL's name */
  const char *alpn;    /* "h2", "http/1.1"; NULL: none agreed */
  const char *verify;  /* NULL: the chain verified and the name matched; else why not, in OpenSSL's words */
  const struct sv_certificate *chain; /* as sent, leaf first */
  size_t chain_count;
  int32_t name_matches; /* 1: a subjectAltName is the host asked for */
};

struct sv_response {
  const char *error; /* NULL, or why there is no answer: "dns", "connect", "closed", "tls", "timeout", "http",
                        "limit", "refused", "address-refused", "credential", "unsafe-method", "budget",
                        "retry-after", "not-recorded", "lost" (docs/network.md says what each means) */
  const char *detail;         /* of the error or of the marks, English, for a log; may be NULL */
  int status;                 /* 0 when there is no answer */
  uint32_t marks;             /* SV_MARK_... */
  const char *url;            /* of this answer, after redirects */
  const char *http_version;   /* "1.0", "1.1", "2", "3" */
  const char *const *headers; /* "Name: value" as received, NULL last */
  const void *body;           /* decoded from Content-Encoding: gzip, else as received; a NUL follows it */
  size_t body_size;
  uint32_t duration_ms;
  sv_evidence evidence; /* the whole exchange, secrets masked */
  const struct sv_tls *tls;
  const struct sv_response *redirected_from; /* the answer that led here; NULL: none */
  uint32_t identity_numbers; /* Norwegian identity numbers in the answer; each is hidden before it comes here */
  /* Since 1.3: of them, those of a series for tests (month + 80, + 65, + 40). In the body eleven digits 8 stand for
   * one of these, eleven digits 9 for another. */
  uint32_t synthetic_numbers;
};

/* A handshake to begin. The runner sends a ClientHello made from this, reads what the server answers in clear, and
 * closes: no application data is sent. Equal offers to one host are made once in a run. */
struct sv_offer {
  uint32_t size;              /* set by sv_handshake() */
  const char *url;            /* whose host and port are asked; NULL: the endpoint's */
  uint32_t max, min;          /* 0x0002 for SSL 2, 0x0300 to 0x0304; max 0: 0x0303; min counts above that only */
  const uint16_t *suites;     /* in order, 0 last; NULL: what was common for max */
  const uint16_t *groups;     /* likewise */
  const uint16_t *signatures; /* likewise */
  const char *name;           /* SNI; "" for none; NULL: the host when it is a name */
  const char *alpn;           /* protocols with spaces between; NULL: none */
  uint32_t deflate;           /* not 0: offer compression */
  const char *address;        /* an address of the host, the one to connect to; NULL: any */
};

/* What the server answered to an offer. */
struct sv_answered {
  const char *error; /* as sv_response.error; NULL: there is an answer */
  const char *detail;
  uint32_t marks;
  sv_evidence evidence;
  const char *url;
  const char *answer; /* "hello", "alert", or "closed": the connection was ended without a word */
  const char *alert;  /* "handshake_failure" ... or the number; NULL: none */
  /* Of a hello: */
  uint32_t version; /* as chosen */
  uint32_t suite;
  uint32_t compression;   /* 0: none */
  uint32_t renegotiation; /* 1: renegotiation_info is there (RFC 5746) */
  uint32_t dh_bits;       /* of the prime in a finite-field DHE key exchange; 0: there was none */
  const char *alpn;       /* NULL: none agreed */
  const char *staple; /* of status_request: "none", "good", "revoked", "unknown", "expired",
                         "malformed", "unsigned", or "unchecked": no issuer was sent */
};

/* A question to the resolver of the run, which validates DNSSEC. */
struct sv_question {
  uint32_t size;        /* set by sv_lookup() */
  const char *url;      /* whose host is asked for; NULL: the endpoint's */
  const char *name;     /* a name to ask for instead; NULL: that host */
  const char *type;     /* "A", "AAAA", "CAA", "MX", "NAPTR", "TXT" */
  const char *resolver; /* "ADDRESS" or "ADDRESS@PORT"; NULL: the system's */
  const char *anchor;   /* trust anchor, a DS or DNSKEY record as text; NULL: the root's */
};

/* What the resolver said. */
struct sv_named {
  const char *error; /* as sv_response.error: "dns": the resolver does not answer; NULL: it did */
  const char *detail;
  sv_evidence evidence;
  const char *status;         /* "NOERROR", "NXDOMAIN", "SERVFAIL" ... */
  const char *security;       /* "secure", "insecure", "bogus", or "unchecked": the resolver passes on no signatures */
  const char *reason;         /* why bogus; NULL: not */
  const char *canonical;      /* where a CNAME led; NULL: none */
  const char *const *records; /* as text, NULL last: "192.0.2.1", "0 issue \"ca.example\"", "10 mail.example." */
};

/* A document of the target that several checks look at, fetched once for the run. */
struct sv_artifact {
  const char *name; /* the endpoint's or document's id in the target file */
  const char *kind; /* an endpoint kind of the contract: "openapi", "dcat" ... */
  const char *media_type; /* NULL: not said */
  const char *url;        /* or the file it was read from */
  const void *data;       /* a NUL follows it */
  size_t size;
  uint32_t marks;
  sv_evidence evidence;
};

/* Where a finding is. All members may be absent. */
struct sv_place {
  const char *text; /* in words: "section Contact", a header's name when no member fits */
  const char *url;
  const char *file;
  const char *json_pointer;
  const char *xpath;
  const char *header;
  const char *operation;  /* "GET /v1/units" */
  const char *focus_node; /* of RDF: an IRI, never a blank node */
  const char *path;       /* of RDF, from the focus node */
  uint32_t line;
  uint32_t column;
};

struct sv_finding {
  uint32_t size; /* set by sv_find() */
  enum sv_outcome outcome;         /* SV_FAILED or SV_CANT_TELL */
  enum sv_attribution attribution; /* 0: SV_TARGET when failed, SV_TOOL when cantTell */
  const char *message;  /* msgid: one English sentence with {named} places, marked with N_() */
  const json_t *args;   /* the named places: an object of strings and integers; NULL: none */
  struct sv_place where;
  const char *expected; /* msgid, or a value */
  const char *actual;   /* what was seen; the runner cleans, masks and cuts it */
  const char *hint;     /* msgid: what to do about it */
  sv_evidence evidence;
};

/* Something seen that other layers can be held against. */
struct sv_fact {
  uint32_t size;         /* set by sv_tell() */
  const char *subject;   /* what it is about: "service", a URL, an organisation number */
  const char *predicate; /* "endpoint-url", "licence", "publisher" */
  const char *value;
  struct sv_place where;
  sv_evidence evidence;
};

struct sv_services {
  uint32_t size;
  void (*log)(struct sv_ctx *, enum sv_log, const char *fmt, ...) SV_PRINTF(3, 4);
  /* The endpoint as the target file describes it: {"id","kind","url", ...}. For SV_CROSS checks: {}. */
  const json_t *(*endpoint)(struct sv_ctx *);
  /* The target: {"name","organisation","role","environment","endpoints":[...],"samples":{...},"unsafe"}, and
   * "limits":{"addresses"} when the target file says how many addresses of a description may be asked.
   * Since 1.2 "unsafe" is true when requests that may change data are allowed and the target is not in production. */
  const json_t *(*target)(struct sv_ctx *);
  /* A parameter of the profile; NULL: not set. */
  const json_t *(*param)(struct sv_ctx *, const char *name);
  /* The N-th document of KIND (from 0), NULL when there are no more. */
  const struct sv_artifact *(*artifact)(struct sv_ctx *, const char *kind, size_t n);
  const struct sv_response *(*http)(struct sv_ctx *, const struct sv_request *);
  /* N requests at once, answers in OUT in the same order. */
  void (*http_all)(struct sv_ctx *, const struct sv_request *, size_t n, const struct sv_response **out);
  sv_evidence (*evidence)(struct sv_ctx *, const char *label, const char *media_type, const void *data,
                          size_t size);
  void (*finding)(struct sv_ctx *, const struct sv_finding *);
  void (*fact)(struct sv_ctx *, const struct sv_fact *);
  /* All facts of the target as an array of objects; SV_CROSS checks only, else empty. */
  const json_t *(*facts)(struct sv_ctx *);
  /* A string, and SIZE cleared bytes, that live as long as the check. */
  char *(*format)(struct sv_ctx *, const char *fmt, ...) SV_PRINTF(2, 3);
  void *(*alloc)(struct sv_ctx *, size_t size);
  /* The time the run judges by, seconds since 1970; the same again in a replay. */
  int64_t (*now)(struct sv_ctx *);
  /* A word no service has a resource for, "samsvar-" and 8 hexadecimal digits; the same again in a replay. */
  const char *(*probe)(struct sv_ctx *);
  /* Since 1.1. */
  const struct sv_answered *(*handshake)(struct sv_ctx *, const struct sv_offer *);
  const struct sv_named *(*lookup)(struct sv_ctx *, const struct sv_question *);
};

/* What a check is handed. Read only. */
struct sv_ctx {
  const struct sv_services *sv;
  void *state; /* what the plugin's open() left */
};

struct sv_check {
  const char *id;           /* stable for ever: "technical.http.content-type" */
  const char *title;        /* msgid: what holds when it passes, one sentence */
  const char *requirements; /* ids in the requirement catalogue, space separated */
  const char *kinds;        /* endpoint kinds it concerns, space separated; "*": any with a URL */
  enum sv_layer layer;
  enum sv_level level;
  uint32_t flags;
  uint32_t timeout_ms; /* 0: the run's own */
  enum sv_outcome (*run)(struct sv_ctx *);
};

struct sv_plugin {
  /* These first four guard the rest and never move. */
  uint32_t magic;
  uint16_t abi_major, abi_minor;
  uint32_t size;       /* of this struct, as the plugin knew it */
  uint32_t check_size; /* of one row of checks, likewise */

  uint32_t jansson; /* its major version: json_t crosses this interface */
  uint32_t check_count;
  const struct sv_check *checks;
  const char *name; /* the file's name without .so */
  const char *version;
  const char *licence; /* SPDX */
  const char *summary; /* msgid */
  enum sv_outcome (*open)(struct sv_ctx *); /* once a worker, optional; not SV_PASSED: its checks are cantTell */
  void (*close)(struct sv_ctx *);
};

/* The one symbol: NAME_LTX_samsvar_plugin, so that several plugins can be linked into one program. */
#define SV_PLUGIN(modname, table, ...)                                                             \
  extern SV_EXPORT const struct sv_plugin modname##_LTX_samsvar_plugin;                            \
  const struct sv_plugin modname##_LTX_samsvar_plugin = {                                          \
    .magic = SV_PLUGIN_MAGIC,                                                                      \
    .abi_major = SV_ABI_MAJOR,                                                                     \
    .abi_minor = SV_ABI_MINOR,                                                                     \
    .size = sizeof(struct sv_plugin),                                                              \
    .check_size = sizeof(struct sv_check),                                                         \
    .jansson = JANSSON_MAJOR_VERSION,                                                              \
    .check_count = sizeof(table) / sizeof((table)[0]),                                             \
    .checks = (table),                                                                             \
    .name = #modname,                                                                              \
    __VA_ARGS__                                                                                    \
  }

/* Calls with named arguments: sv_http(ctx, .url = "/v1/items", .method = "HEAD"). */
#define sv_http(ctx, ...)                                                                          \
  ((ctx)->sv->http((ctx), &(struct sv_request){ .size = sizeof(struct sv_request), __VA_ARGS__ }))
#define sv_handshake(ctx, ...)                                                                     \
  ((ctx)->sv->handshake((ctx), &(struct sv_offer){ .size = sizeof(struct sv_offer), __VA_ARGS__ }))
#define sv_lookup(ctx, ...)                                                                        \
  ((ctx)->sv->lookup((ctx), &(struct sv_question){ .size = sizeof(struct sv_question), __VA_ARGS__ }))
#define sv_find(ctx, ...)                                                                          \
  ((ctx)->sv->finding((ctx), &(struct sv_finding){ .size = sizeof(struct sv_finding), __VA_ARGS__ }))
#define sv_tell(ctx, ...)                                                                          \
  ((ctx)->sv->fact((ctx), &(struct sv_fact){ .size = sizeof(struct sv_fact), __VA_ARGS__ }))

#ifdef __cplusplus
}
#endif
#endif
