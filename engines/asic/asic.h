// SPDX-License-Identifier: Apache-2.0
/* The two layers of a document package: CMS EnvelopedData (RFC 5652 6) and the ASiC-E container
 * (ETSI EN 319 162-1) that it hides. Only what can be seen without a key is read. */
#ifndef SV_ASIC_ASIC_H
#define SV_ASIC_ASIC_H

#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>

enum { SV_OID_TEXT = 64, SV_ASIC_NAME = 128 };

#define SV_OID_ENVELOPED "1.2.840.113549.1.7.3"
#define SV_OID_AES_256_CBC "2.16.840.1.101.3.4.1.42"
#define SV_OID_RSA_OAEP "1.2.840.113549.1.1.7"

struct sv_cms {
  char type[SV_OID_TEXT]; /* of the content; "" when there is none */
  bool is_enveloped;
  char key_algorithm[SV_OID_TEXT];     /* of the first recipient by key transport */
  char content_algorithm[SV_OID_TEXT]; /* of the content */
};

/* Reads the DER or BER in DATA. SV_INVALID when it is no ContentInfo; SV_LIMIT. */
enum sv_status sv_cms_read(const void *data, size_t size, struct sv_cms *out,
                           struct sv_error *err) SV_MUST_USE;

struct sv_asic {
  char first[SV_ASIC_NAME]; /* name of the first file */
  bool has_mimetype;        /* it is "mimetype", stored, with the media type of ASiC-E */
  bool has_signature;       /* META-INF/ with a signature's name */
  size_t files;
};

/* Reads the ZIP archive in DATA by its central directory. SV_INVALID; SV_LIMIT. */
enum sv_status sv_asic_read(const void *data, size_t size, struct sv_asic *out,
                            struct sv_error *err) SV_MUST_USE;

#endif
