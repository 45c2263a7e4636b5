// SPDX-License-Identifier: Apache-2.0
/* Document packages of eFormidling: CMS around an ASiC-E. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/asic/asic.h"

#include <string.h>

static enum sv_outcome tell(struct sv_ctx *ctx, const struct sv_artifact *a, const char *message,
                            const char *expected, const char *actual)
{
  return msg_fail(ctx, a, NULL, .message = message, .where.text = "asic", .expected = expected,
                  .actual = actual,
                  .hint = N_("Sign the documents into an ASiC-E, and encrypt it for the receiver "
                             "as CMS with AES-256-CBC and RSA-OAEP."));
}

static enum sv_outcome judge_cms(struct sv_ctx *ctx, const struct sv_artifact *a)
{
  struct sv_cms cms;
  struct sv_error err = { .text = "" };
  const enum sv_status status = sv_cms_read(a->data, a->size, &cms, &err);
  if (status == SV_LIMIT)
    return msg_unsure(ctx, a, SV_TOOL, tec_arg("fault", err.text),
                      .message = N_("The package could not be judged: {fault}."),
                      .where.text = "asic",
                      .hint = N_("Look at the package with openssl cms -cmsout -print."));
  if (status != SV_OK || !cms.is_enveloped)
    return tell(ctx, a, N_("The package is neither CMS EnvelopedData nor a ZIP file."),
                "CMS EnvelopedData (RFC 5652 6)", cms.type);
  if (strcmp(cms.content_algorithm, SV_OID_AES_256_CBC) != 0)
    return tell(ctx, a, N_("The package is not encrypted with AES-256-CBC."), SV_OID_AES_256_CBC,
                cms.content_algorithm);
  if (strcmp(cms.key_algorithm, SV_OID_RSA_OAEP) != 0)
    return tell(ctx, a, N_("The key of the package is not encrypted with RSA-OAEP."),
                SV_OID_RSA_OAEP, cms.key_algorithm);
  return SV_PASSED;
}

static enum sv_outcome judge_zip(struct sv_ctx *ctx, const struct sv_artifact *a)
{
  struct sv_asic asic;
  struct sv_error err = { .text = "" };
  const enum sv_status status = sv_asic_read(a->data, a->size, &asic, &err);
  if (status == SV_LIMIT)
    return msg_unsure(ctx, a, SV_TOOL, tec_arg("fault", err.text),
                      .message = N_("The package could not be judged: {fault}."),
                      .where.text = "asic",
                      .hint = N_("Look at the package with openssl cms -cmsout -print."));
  if (status != SV_OK)
    return tell(ctx, a, N_("The package is no ZIP file that can be read."), "ZIP", err.text);
  if (!asic.has_mimetype)
    return tell(ctx, a, N_("The first file of the package does not say that it is ASiC-E."),
                "mimetype: application/vnd.etsi.asic-e+zip", asic.first);
  if (!asic.has_signature)
    return tell(ctx, a, N_("The package has no signature."), "META-INF/*signature*", "");
  return SV_PASSED;
}

/* TEC-MSG-11: the outer layer as it is sent, or the inner one that was decrypted with a test key.
 */
enum sv_outcome msg_package(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a = msg_own(ctx, &outcome);
  if (!a)
    return outcome;
  return a->size > 4 && memcmp(a->data, "PK\x03\x04", 4) == 0 ? judge_zip(ctx, a)
                                                              : judge_cms(ctx, a);
}
