// SPDX-License-Identifier: Apache-2.0
/* Signed service metadata, and the certificates in them. */
#include "tests/fuzz/fuzz.h"

#include "engines/xmlsig/signature.h"
#include "engines/xml/smp.h"

#include <string.h>

enum { ARENA_MAX = 4 << 20, NOW = 1795330800 };

static void read_certificates(const struct sv_smp *smp)
{
  for (size_t i = 0; i < smp->count; i++) {
    const char *text = smp->endpoints[i].certificate ? smp->endpoints[i].certificate : "";
    struct sv_x509 c;
    char reason[200];
    if (sv_x509_read(text, strlen(text), &c) == SV_OK)
      PROMISE(sv_x509_is_issued(&c, text, strlen(text), NOW, reason) != SV_OK || c.certificate);
    PROMISE(strlen(c.subject) < sizeof c.subject);
    sv_x509_free(&c);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct sv_arena arena = SV_ARENA(ARENA_MAX);
  struct sv_error err = { .text = "" };
  struct sv_xml *x = NULL;
  struct sv_smp smp;
  struct sv_signature s = { .detail = "" };
  if (size > SV_SIGNED_BYTES_MAX)
    return 0;
  if (sv_xml_read((const char *)data, size, "d.xml", NULL, &x, NULL, &err) == SV_OK) {
    if (sv_smp_read(x, &arena, &smp) == SV_OK) {
      PROMISE(smp.count <= SV_SMP_ENDPOINTS_MAX);
      read_certificates(&smp);
    }
    if (sv_signature_verify(x, &s, &err) == SV_OK)
      PROMISE(s.verdict && (s.verdict == SV_SIGNATURE_GOOD) == (s.signer.certificate != NULL));
    sv_signature_free(&s);
  }
  sv_xml_free(x);
  sv_arena_free(&arena);
  return 0;
}
