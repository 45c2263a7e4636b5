// SPDX-License-Identifier: Apache-2.0
/* Signing XML documents (XML Signature), with libxml2's canonical form and GnuTLS. */
#ifndef SV_REFERENCE_SIGN_H
#define SV_REFERENCE_SIGN_H

#include "engines/base/buf.h"

#include <gnutls/x509.h>
#include <stdbool.h>

/* Fills the first DigestValue and SignatureValue of TEXT, which are empty: over the document
 * without the Signature they stand in, by SHA-256 and KEY (RSA, or EC on P-256), in the canonical
 * form that its CanonicalizationMethod names. SV_INVALID when TEXT is no XML with such elements. */
enum sv_status sv_sign_xml(struct sv_buf *text, gnutls_x509_privkey_t key,
                           struct sv_error *err) SV_MUST_USE;

enum { SV_RAW_SIGNATURE = 64 };

/* The DER signature of a key on P-256 as its R and S, 32 bytes each; false when it is none. */
bool sv_sign_raw(const gnutls_datum_t *der, unsigned char out[SV_RAW_SIGNATURE]);

#endif
