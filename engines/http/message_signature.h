// SPDX-License-Identifier: Apache-2.0
/* HTTP message signatures (RFC 9421): what Signature-Input and Signature say, and the text that was
 * signed, built again from a message. Verifying is for engines/jose/message.h. */
#ifndef SV_HTTP_MESSAGE_SIGNATURE_H
#define SV_HTTP_MESSAGE_SIGNATURE_H

#include "engines/base/buf.h"
#include "engines/http/sf.h"

enum {
  SV_SIGNATURES_MAX = 8,
  SV_KEYID_MAX = 512,
  SV_ALGORITHM_MAX = 64,
  SV_SIGNATURE_BASE_MAX = 256 << 10
};

/* One signature of a message. Borrows the fields. */
struct sv_message_signature {
  struct sv_span label;
  struct sv_span components; /* between the parentheses of Signature-Input */
  struct sv_sf_item params;  /* the parameters; the item's own value is unused */
  struct sv_span value;      /* of Signature, in base64 */
  bool has_created, has_expires, has_alg, has_keyid;
  int64_t created, expires; /* seconds since 1970 */
  char alg[SV_ALGORITHM_MAX];
  char keyid[SV_KEYID_MAX]; /* unescaped */
};

enum sv_signatures_fault {
  SV_SIGNATURES_WHOLE,
  SV_SIGNATURES_INPUT,     /* Signature-Input is no dictionary of lists of strings */
  SV_SIGNATURES_VALUE,     /* Signature is no dictionary of byte sequences */
  SV_SIGNATURES_LABEL,     /* LABEL stands in one of the two only (4.2) */
  SV_SIGNATURES_PARAMETER, /* a parameter of LABEL has another type than 2.3 says */
  SV_SIGNATURES_NONE,      /* both are empty */
};

struct sv_message_signatures {
  struct sv_message_signature list[SV_SIGNATURES_MAX];
  size_t count;
  enum sv_signatures_fault fault;
  struct sv_span label; /* of the fault */
};

/* The signatures of the two fields, each with its lines joined by commas. SV_INVALID after a fault,
 * SV_LIMIT above the numbers above. */
enum sv_status sv_message_signatures_read(struct sv_span input, struct sv_span value,
                                          struct sv_message_signatures *out) SV_MUST_USE;

/* A message, and for a response the request that it answers. Header lines are "Name: value" in the
 * order they came, NULL last. */
struct sv_signed_message {
  unsigned status; /* of a response; 0: it is a request */
  const char *const *headers;
  const char *method; /* of the request itself, or of the one that is answered */
  const char *url;    /* likewise */
  const char *const
      *request_headers; /* of the one that is answered, as far as they are known; NULL: none are */
};

/* Why there is no base. */
enum sv_base_fault {
  SV_BASE_WHOLE,
  SV_BASE_TWICE,     /* a component is covered twice (2) */
  SV_BASE_UNKNOWN,   /* neither the name of a field nor a derived component of 2.2 */
  SV_BASE_MISPLACED, /* a component of the other kind of message, or one that may not be covered */
  SV_BASE_PARAMETER, /* a parameter that the component does not have, or two that exclude each other
                      */
  SV_BASE_MISSING,   /* the message has no such field, member or query parameter, or has it twice */
  SV_BASE_UNPARSED,  /* the field is not the structured field that it must be */
  SV_BASE_NO_ASCII,  /* its value has other characters than those of ASCII (2.5) */
  SV_BASE_UNTYPED,   /* "sf" of a field whose type is not known here */
  SV_BASE_UNSEEN,    /* a trailer, or a field of the request, that is not known here */
  SV_BASE_LIMIT,     /* a field longer than 64 KiB */
};

struct sv_base_result {
  enum sv_base_fault fault;
  char component[160]; /* the identifier at fault, serialized and perhaps cut */
};

/* Whether what stops the base is that we do not know enough, and not what the signer wrote. */
static inline bool sv_base_is_ours(enum sv_base_fault f)
{
  return f == SV_BASE_UNTYPED || f == SV_BASE_UNSEEN || f == SV_BASE_LIMIT;
}

/* Appends the signature base of S (2.5) over M. SV_INVALID with a fault; SV_LIMIT. */
enum sv_status sv_signature_base(const struct sv_message_signature *s,
                                 const struct sv_signed_message *m, struct sv_buf *out,
                                 struct sv_base_result *result) SV_MUST_USE;

/* Whether S covers the field NAME (lower-case) of the message itself, whole. */
bool sv_signature_covers(const struct sv_message_signature *s, const char *name);

#endif
