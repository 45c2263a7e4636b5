// SPDX-License-Identifier: Apache-2.0
/* The enveloped XML signature of a whole document (XML Signature 1.1), judged strictly: one
 * signature, in the root element, over the whole document and nothing else, by algorithms of today,
 * with the key of a certificate that stands in it. Whose certificate that is, is not judged here.
 */
#ifndef SV_XMLSIG_SIGNATURE_H
#define SV_XMLSIG_SIGNATURE_H

#include "engines/xml/x509.h"
#include "engines/xml/xml.h"

enum { SV_SIGNED_BYTES_MAX = 1 << 20 };

enum sv_signature_verdict {
  SV_SIGNATURE_GOOD = 1,
  SV_SIGNATURE_NONE,      /* the root element has none */
  SV_SIGNATURE_WRONG,     /* the document or the signature was changed, or another key signed */
  SV_SIGNATURE_MALFORMED, /* a part is missing or is not what it should be; detail names it */
  SV_SIGNATURE_REFUSED,   /* a form that proves less than it seems to; detail names it */
  SV_SIGNATURE_NO_KEY     /* no certificate in it, or its key is too weak or of another kind */
};

struct sv_signature {
  enum sv_signature_verdict verdict;
  char
      detail[200]; /* the element, algorithm or address that is the reason; "" when there is none */
  size_t line;     /* of it; 0: not known */
  struct sv_x509 signer; /* whose key it verified with; only of a good one */
};

/* Judges the signature of X. OUT is to be freed with sv_signature_free(), also after a failure.
 * SV_LIMIT when the document has more nodes than is gone through; SV_INTERNAL when the library for
 * signatures could not say. Nothing is fetched and no file is read. */
enum sv_status sv_signature_verify(const struct sv_xml *x, struct sv_signature *out,
                                   struct sv_error *err) SV_MUST_USE;
void sv_signature_free(struct sv_signature *s);

#endif
