// SPDX-License-Identifier: Apache-2.0
/* Verifying with xmlsec, which may use few algorithms, no address but the document's own, and no
 * key but the one it is handed. */
#include "engines/xmlsig/crypto.h"

#include <openssl/crypto.h>
#include <openssl/x509.h>
#include <string.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/errors.h>
#include <xmlsec/io.h>
#include <xmlsec/openssl/app.h>
#include <xmlsec/openssl/crypto.h>
#include <xmlsec/transforms.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

static void stay_silent(const char *file, int line, const char *func, const char *object,
                        const char *subject, int reason, const char *message)
{
  (void)file, (void)line, (void)func, (void)object, (void)subject, (void)reason, (void)message;
}

/* The library's lists live as long as one question, so that nothing is kept between them; what
 * opens files and addresses is taken out. */
static bool set_up(void)
{
  if (xmlSecInit() < 0)
    return false;
  xmlSecErrorsSetCallback(stay_silent);
  xmlSecIOCleanupCallbacks();
  if (xmlSecCheckVersion() == 1 && xmlSecOpenSSLInit() >= 0)
    return true;
  (void)xmlSecShutdown();
  return false;
}

static void tear_down(void)
{
  (void)xmlSecOpenSSLShutdown();
  (void)xmlSecShutdown();
}

static bool restrict_to(xmlSecDSigCtx *ctx)
{
  const xmlSecTransformId both[] = { xmlSecTransformInclC14NId, xmlSecTransformInclC14N11Id,
                                     xmlSecTransformExclC14NId };
  const xmlSecTransformId of_reference[] = { xmlSecTransformEnvelopedId,
                                             xmlSecOpenSSLTransformSha256Id,
                                             xmlSecOpenSSLTransformSha384Id,
                                             xmlSecOpenSSLTransformSha512Id };
  const xmlSecTransformId of_signature[] = {
    xmlSecOpenSSLTransformRsaSha256Id,   xmlSecOpenSSLTransformRsaSha384Id,
    xmlSecOpenSSLTransformRsaSha512Id,   xmlSecOpenSSLTransformEcdsaSha256Id,
    xmlSecOpenSSLTransformEcdsaSha384Id, xmlSecOpenSSLTransformEcdsaSha512Id
  };
  bool done = true;
  ctx->enabledReferenceUris = xmlSecTransformUriTypeEmpty;
  for (size_t i = 0; i < sizeof both / sizeof both[0]; i++)
    done = done && xmlSecDSigCtxEnableReferenceTransform(ctx, both[i]) >= 0 &&
           xmlSecDSigCtxEnableSignatureTransform(ctx, both[i]) >= 0;
  for (size_t i = 0; i < sizeof of_reference / sizeof of_reference[0]; i++)
    done = done && xmlSecDSigCtxEnableReferenceTransform(ctx, of_reference[i]) >= 0;
  for (size_t i = 0; i < sizeof of_signature / sizeof of_signature[0]; i++)
    done = done && xmlSecDSigCtxEnableSignatureTransform(ctx, of_signature[i]) >= 0;
  return done;
}

/* The key of C as the library holds keys; NULL when it cannot. */
static xmlSecKey *key_of(const struct sv_x509 *c)
{
  unsigned char *der = NULL;
  const int size = i2d_X509(c->certificate, &der);
  xmlSecKey *key = size > 0
                       ? xmlSecOpenSSLAppKeyLoadMemory(der, (xmlSecSize)size,
                                                       xmlSecKeyDataFormatCertDer, NULL, NULL, NULL)
                       : NULL;
  OPENSSL_free(der);
  return key;
}

/* Whether the method of SIGNATURE is for keys like that of C; the library would call it a fault of
 * its own. */
static bool is_for_key(xmlNode *signature, const struct sv_x509 *c)
{
  xmlNode *method = xmlSecFindNode(signature, xmlSecNodeSignatureMethod, xmlSecDSigNs);
  xmlChar *name = method ? xmlGetNoNsProp(method, (const xmlChar *)"Algorithm") : NULL;
  const bool rsa = name && strstr((const char *)name, "#rsa-");
  const bool ec = name && strstr((const char *)name, "#ecdsa-");
  xmlFree(name);
  return (rsa && c->is_rsa) || (ec && c->is_ec);
}

static enum sv_status ask(xmlNode *signature, const struct sv_x509 *c, bool *good,
                          struct sv_error *err)
{
  xmlSecDSigCtx *ctx = xmlSecDSigCtxCreate(NULL);
  bool asked = false;
  if (ctx)
    ctx->signKey = key_of(c);
  if (ctx && ctx->signKey && restrict_to(ctx))
    asked = xmlSecDSigCtxVerify(ctx, signature) >= 0;
  *good = asked && ctx->status == xmlSecDSigStatusSucceeded;
  if (ctx)
    xmlSecDSigCtxDestroy(ctx);
  return asked ? SV_OK
               : sv_fail(err, SV_INTERNAL, N_("the library for XML signatures could not say"));
}

enum sv_status signature_fits(xmlNode *signature, const struct sv_x509 *c, bool *good,
                              struct sv_error *err)
{
  *good = false;
  if (!is_for_key(signature, c))
    return SV_OK;
  if (!set_up())
    return sv_fail(err, SV_INTERNAL, N_("the library for XML signatures could not be set up"));
  const enum sv_status status = ask(signature, c, good, err);
  tear_down();
  return status;
}
