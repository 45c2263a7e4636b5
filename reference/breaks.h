// SPDX-License-Identifier: Apache-2.0
/* Breaks: ways in which the service stops conforming, one behaviour each. A break is a row of a
 * table in breaks/; most rows say all there is to say, a few switch on a quirk that code asks for.
 * README.md tells how to add one. */
#ifndef SV_REFERENCE_BREAKS_H
#define SV_REFERENCE_BREAKS_H

#include "reference/exchange.h"

#include <stdbool.h>
#include <stddef.h>

enum sv_break_kind {
  SV_EDIT = 1, /* in the source text of document `where`, `from` becomes `to` */
  SV_SET,      /* header `from` gets the value `to`, in place of its own */
  SV_ADD,      /* one more header `from` with the value `to` */
  SV_DROP,     /* header `from` is not sent */
  SV_STATUS,   /* the status becomes `to` */
  SV_BODY,     /* in the content, `from` becomes `to`; `from` "": `to` is put before it */
  SV_FILL,     /* the content is `to` */
  SV_QUIRK     /* `quirk` holds, for the code that asks with sv_breaks_quirk() */
};

enum sv_quirk {
  SV_QUIRK_NONE,
  /* the certificate and the handshake */
  SV_CERT_EXPIRED,
  SV_CERT_EXPIRES_SOON,
  SV_CERT_NOT_YET_VALID,
  SV_CERT_WRONG_NAME,
  SV_CERT_NAME_IN_CN_ONLY,
  SV_CERT_SELF_SIGNED,
  SV_CERT_UNKNOWN_CA,
  SV_CERT_NO_INTERMEDIATE,
  SV_CERT_SHA1,
  SV_CERT_RSA_1024,
  SV_CERT_OTHER_NUMBER,
  SV_CERT_OTHER_ORGANISATION,
  SV_TLS_NO_13,
  SV_TLS_NO_12,
  SV_TLS_OLD,
  SV_TLS_ONLY_OLD,
  SV_TLS_STATIC_RSA,
  SV_TLS_NO_ALPN,
  SV_TLS_NONE,
  SV_TLS_NO_RENEGOTIATION,
  SV_HTTP_1_0,
  /* what the door before the https face answers; from SV_HELLO_SSL_2 to SV_HELLO_13_LAST */
  SV_HELLO_SSL_2,
  SV_HELLO_SSL_3,
  SV_HELLO_RC4,
  SV_HELLO_3DES,
  SV_HELLO_DHE,
  SV_HELLO_DEFLATE,
  SV_HELLO_STAPLE,
  SV_HELLO_H2,
  SV_HELLO_NO_NAME,
  SV_HELLO_13_LAST,
  /* names */
  SV_ZONE_NO_A,
  SV_ZONE_NO_AAAA,
  SV_ZONE_UNSIGNED,
  SV_ZONE_BOGUS,
  SV_ZONE_NO_CAA,
  SV_ZONE_CAA_MALFORMED,
  SV_ZONE_ALIAS_DANGLES,
  SV_FIELDS_UNBOUNDED,
  SV_TAKES_ANY_SIZE,
  SV_IPV4_ELSEWHERE,
  SV_SML_NONE,
  SV_SML_NO_ADDRESS,
  SV_SMP_OTHER_ISSUER,
  /* the http face */
  SV_HTTP_NO_REDIRECT,
  SV_HTTP_DROPS_QUERY,
  /* http semantics */
  SV_HEAD_HAS_OWN_HEADERS,
  SV_HEAD_HAS_CONTENT,
  SV_NO_304,
  SV_LAST_MODIFIED_IGNORED,
  SV_UNKNOWN_QUERY_500,
  SV_304_WITHOUT_ETAG,
  SV_BAD_GZIP,
  SV_NO_GZIP,
  SV_IGNORES_ACCEPT,
  SV_ANY_METHOD,
  SV_CORS_REFLECTS,
  SV_FRAMES_OPEN,
  SV_HEAD_REFUSED,
  SV_HEAD_REFUSED_SILENTLY,
  SV_OPTIONS_REFUSED,
  SV_TRACE_ECHOES,
  SV_SLOPPY_URI,
  SV_ANY_HOST,
  SV_HOST_OPTIONAL,
  SV_SECOND_GET_GONE,
  SV_UNKNOWN_IS_200,
  SV_SLASH_SAME,
  /* the programming interface */
  SV_ANY_NUMBER,
  SV_ANY_TOKEN,
  SV_EXPIRED_TOKEN,
  SV_UNSIGNED_TOKEN,
  SV_NO_SCOPE_CHECK,
  SV_PAGE_SIZE_IGNORED,
  SV_PAGE_NUMBER_IGNORED,
  SV_NEXT_IS_SAME_PAGE,
  SV_NEXT_WITHOUT_END,
  SV_FILTER_IGNORED,
  SV_SORT_IGNORED,
  SV_LATIN1_ECHO,
  SV_ASCII_ECHO,
  SV_BAD_INPUT_500,
  SV_BAD_INPUT_200,
  SV_FIRST_FAULT_ONLY,
  SV_REPEATED_QUERY_500,
  SV_ANY_BODY,
  SV_ANY_BODY_TYPE,
  SV_ANY_PARTS,
  SV_ANY_PART_TYPE,
  SV_UNTYPED_BODY,
  SV_JSON_REPEATS,
  SV_JSON_ANY_BYTES,
  SV_XML_ENTITIES,
  SV_UPDATE_BLIND,
  /* events, keys */
  SV_FEED_UNORDERED,
  SV_FEED_REPEATS,
  SV_FEED_NOT_REPEATABLE,
  SV_KEYS_PRIVATE,
  SV_KEYS_SAME_KID,
  SV_KEYS_WEAK,
  SV_SEAL_EXPIRED,
  SV_SEAL_OTHER_KEY,
  SV_SEAL_OTHER_ALGORITHM,
  SV_SEAL_MISSING,
  SV_SEAL_INSIDE,
  SV_SEAL_CHANGED,
  SV_HOOK_TAKES_ALL,
  SV_HOOK_ONCE,
  SV_UPDATE_STALE,
  /* what is made of tokens; from SV_ANY_KEY to SV_CLIENT_CLOCK */
  SV_ANY_KEY,
  SV_PUBLIC_KEY_AS_SECRET,
  SV_ANY_ISSUER,
  SV_TEST_ISSUER,
  SV_ANY_AUDIENCE,
  SV_NO_PERSON,
  SV_ANY_PERSON,
  SV_BOUND_AS_BEARER,
  SV_TOKEN_IN_QUERY,
  SV_SCOPE_IS_401,
  SV_WANTS_RFC_9068,
  SV_SUPPLIER_REFUSED,
  SV_TOKEN_FOR_ALL,
  SV_LOGIN_STATE_FIXED,
  SV_ANY_REDIRECT,
  SV_PKCE_OPTIONAL,
  SV_CLIENT_CLOCK,
  SV_KEYS_OTHER,
  /* what the description promises */
  SV_DELETE_KEEPS,
  SV_PUT_APPENDS,
  SV_CREATES_TWICE,
  SV_LONG_LIST,
  SV_SLOW_STATUS,
  SV_SLOW_OLD_UNIT,
  SV_EDGE_500,
  SV_QUIRK_COUNT
};

struct sv_break {
  const char *name; /* kebab-case, kept for ever: tests name it */
  const char *what; /* one sentence: what is wrong now */
  enum sv_break_kind kind;
  const char *where; /* SV_EDIT: document file; else which answers: "[METHOD ]PATH[ STATUS]", shell
                        patterns */
  const char *from;
  const char *to; /* may hold {{places}} as the documents do */
  enum sv_quirk quirk;
  const char *checks; /* ids that must notice, space separated; NULL: none does yet */
};

struct sv_break_table {
  const struct sv_break *rows;
  size_t count;
};

/* Defines the table NAME from the array ROWS. */
#define SV_BREAK_TABLE(name, rows_)                                                                \
  const struct sv_break_table name = { (rows_), sizeof(rows_) / sizeof((rows_)[0]) }

/* The tables of breaks/, in the order they are listed. */
extern const struct sv_break_table *const sv_break_tables[];
extern const size_t sv_break_table_count;

/* The row of that name, or NULL. */
const struct sv_break *sv_break_find(const char *name);

/* The breaks that are switched on. Zero is none. */
struct sv_breaks {
  const struct sv_break *on[32];
  size_t count;
};

/* Switches the break NAME on; false when there is none of that name or too many are on. */
bool sv_breaks_add(struct sv_breaks *b, const char *name);

bool sv_breaks_quirk(const struct sv_breaks *b, enum sv_quirk quirk);

/* Applies the edits for document FILE to its TEXT. SV_INVALID when an edit finds nothing to change.
 */
enum sv_status sv_breaks_edit(const struct sv_breaks *b, const char *file, struct sv_buf *text,
                              struct sv_error *err) SV_MUST_USE;

/* Applies the rows that concern the content, then (after coding and validators) those that concern
 * the head. TO has its
 * {{base}} filled in. */
void sv_breaks_body(const struct sv_breaks *b, struct sv_exchange *x, const char *base);
void sv_breaks_head(const struct sv_breaks *b, struct sv_exchange *x, const char *base);

/* Replaces every FROM in TEXT by TO and gives the number of places. */
size_t sv_text_replace(struct sv_buf *text, const char *from, const char *to);

#endif
