// SPDX-License-Identifier: Apache-2.0
/* What form a signature has: everything that can make it sign something else than the document, or
 * with something else than a key, is refused before the library is asked. */
#include "engines/xmlsig/signature.h"

#include "engines/base/ascii.h"
#include "engines/jose/base64url.h"
#include "engines/xmlsig/crypto.h"

#include <libxml/tree.h>
#include <stdio.h>
#include <string.h>

enum {
  NODES_MAX = 100000,
  ATTRIBUTES_MAX = 1000,
  CERTIFICATES_MAX = 4,
  VALUE_MAX = 64 << 10,
  TEXT_SIZE = 200
};

#define DS "http://www.w3.org/2000/09/xmldsig#"
#define EXC "http://www.w3.org/2001/10/xml-exc-c14n#"
#define MORE "http://www.w3.org/2001/04/xmldsig-more#"
#define ENC "http://www.w3.org/2001/04/xmlenc#"

static const char *const canonical[] = { "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
                                         "http://www.w3.org/2006/12/xml-c14n11", EXC, NULL };
static const char *const digests[] = { ENC "sha256", MORE "sha384", ENC "sha512", NULL };
static const char *const signers[] = { MORE "rsa-sha256",
                                       MORE "rsa-sha384",
                                       MORE "rsa-sha512",
                                       MORE "ecdsa-sha256",
                                       MORE "ecdsa-sha384",
                                       MORE "ecdsa-sha512",
                                       NULL };
static const char enveloped[] = DS "enveloped-signature";

static bool is_element(const xmlNode *n, const char *uri, const char *name)
{
  return n->type == XML_ELEMENT_NODE && n->ns && strcmp((const char *)n->ns->href, uri) == 0 &&
         strcmp((const char *)n->name, name) == 0;
}

static size_t line_of(const xmlNode *n)
{
  const long line = n ? xmlGetLineNo(n) : 0;
  return line > 0 ? (size_t)line : 0;
}

/* The attribute NAME in OUT, cut; false when it is absent. A value that was cut is none of ours. */
static bool read_attribute(const xmlNode *n, const char *name, char out[TEXT_SIZE])
{
  xmlChar *value = xmlGetNoNsProp(n, (const xmlChar *)name);
  (void)snprintf(out, TEXT_SIZE, "%s", value ? (const char *)value : "");
  xmlFree(value);
  return value != NULL;
}

/* The verdict with what it is about; false, so that a caller can return it. */
static bool refuse(struct sv_signature *out, enum sv_signature_verdict verdict, const xmlNode *n,
                   const char *detail)
{
  out->verdict = verdict;
  out->line = line_of(n);
  (void)snprintf(out->detail, sizeof out->detail, "%s", detail);
  return false;
}

static xmlNode *next_element(xmlNode *n)
{
  while (n && n->type != XML_ELEMENT_NODE)
    n = n->next;
  return n;
}

static xmlNode *next_of(xmlNode *n)
{
  return n ? next_element(n->next) : NULL;
}

/* The node after N in document order within ROOT; NULL after the last. */
static xmlNode *step(xmlNode *n, const xmlNode *root)
{
  if (n->children && n->type != XML_ENTITY_REF_NODE)
    return n->children;
  while (n != root && !n->next)
    n = n->parent;
  return n == root ? NULL : n->next;
}

/* The only ds:Signature of the document in *OUT, NULL when there is none: a second one, or one that
 * is not in the root element itself, is how content is wrapped that nobody signed. */
static enum sv_status find_signature(xmlNode *root, struct sv_signature *out, xmlNode **found,
                                     struct sv_error *err)
{
  size_t nodes = 0;
  *found = NULL;
  for (xmlNode *n = root; n; n = step(n, root)) {
    size_t attributes = 0;
    for (const xmlAttr *a = n->type == XML_ELEMENT_NODE ? n->properties : NULL; a; a = a->next)
      attributes++;
    if (++nodes > NODES_MAX || attributes > ATTRIBUTES_MAX)
      return sv_fail_limit(err, "signed-nodes",
                           N_("the signed document has more nodes than the limit allows"));
    if (!is_element(n, DS, "Signature") || out->verdict)
      continue;
    if (*found)
      (void)refuse(out, SV_SIGNATURE_REFUSED, n, "Signature, Signature");
    else if (n->parent != root)
      (void)refuse(out, SV_SIGNATURE_REFUSED, n, "Signature");
    *found = n;
  }
  return SV_OK;
}

/* The element NAME of XML Signature that N should be; NULL after a verdict. */
static xmlNode *expect(struct sv_signature *out, const xmlNode *parent, xmlNode *n,
                       const char *name)
{
  if (n && is_element(n, DS, name))
    return n;
  (void)refuse(out, SV_SIGNATURE_MALFORMED, n ? n : parent, name);
  return NULL;
}

/* Whether the Algorithm of N is one of ALLOWED, and nothing in N changes what it does. */
static bool is_allowed(struct sv_signature *out, xmlNode *n, const char *const *allowed)
{
  char name[TEXT_SIZE];
  bool known = false;
  const bool has_name = read_attribute(n, "Algorithm", name);
  for (size_t i = 0; allowed[i]; i++)
    known = known || strcmp(name, allowed[i]) == 0;
  xmlNode *inside = next_element(n->children);
  if (!known)
    return refuse(out, SV_SIGNATURE_REFUSED, n, has_name ? name : "Algorithm");
  if (inside && !(strcmp(name, EXC) == 0 && is_element(inside, EXC, "InclusiveNamespaces") &&
                  !next_of(inside)))
    return refuse(out, SV_SIGNATURE_REFUSED, inside, (const char *)inside->name);
  return true;
}

/* The transforms of a reference: the signature out of the document, then at most its canonical
 * form. */
static bool are_transforms(struct sv_signature *out, xmlNode *transforms)
{
  static const char *const first[] = { enveloped, NULL };
  xmlNode *n = expect(out, transforms, next_element(transforms->children), "Transform");
  if (!n || !is_allowed(out, n, first))
    return false;
  n = next_of(n);
  if (!n)
    return true;
  if (!expect(out, transforms, n, "Transform") || !is_allowed(out, n, canonical))
    return false;
  n = next_of(n);
  return !n || refuse(out, SV_SIGNATURE_REFUSED, n, "Transform");
}

static bool is_base64(const xmlNode *n)
{
  xmlChar *text = xmlNodeGetContent(n);
  struct sv_buf plain = SV_BUF(VALUE_MAX);
  struct sv_buf bytes = SV_BUF(VALUE_MAX);
  for (const xmlChar *p = text; p && *p; p++)
    if (!sv_is_space(*p))
      sv_buf_addc(&plain, (char)*p);
  const bool good = plain.size > 0 && !plain.failed &&
                    sv_base64_decode(sv_buf_text(&plain), plain.size, &bytes) == SV_OK;
  sv_buf_free(&plain);
  sv_buf_free(&bytes);
  xmlFree(text);
  return good;
}

static bool is_value(struct sv_signature *out, const xmlNode *parent, xmlNode *n, const char *name)
{
  if (!expect(out, parent, n, name))
    return false;
  return is_base64(n) || refuse(out, SV_SIGNATURE_MALFORMED, n, name);
}

/* One reference, to the document that it stands in. */
static bool is_reference(struct sv_signature *out, xmlNode *info, xmlNode *n)
{
  if (!expect(out, info, n, "Reference"))
    return false;
  char uri[TEXT_SIZE];
  const bool has_uri = read_attribute(n, "URI", uri);
  if (!has_uri || uri[0])
    return refuse(out, SV_SIGNATURE_REFUSED, n, has_uri ? uri : "Reference");
  xmlNode *transforms = expect(out, n, next_element(n->children), "Transforms");
  xmlNode *method = transforms && are_transforms(out, transforms)
                        ? expect(out, n, next_of(transforms), "DigestMethod")
                        : NULL;
  if (!method || !is_allowed(out, method, digests) ||
      !is_value(out, n, next_of(method), "DigestValue"))
    return false;
  xmlNode *more = next_of(n);
  return !more || refuse(out, SV_SIGNATURE_REFUSED, more, (const char *)more->name);
}

static bool is_info(struct sv_signature *out, xmlNode *info)
{
  xmlNode *form = expect(out, info, next_element(info->children), "CanonicalizationMethod");
  if (!form || !is_allowed(out, form, canonical))
    return false;
  xmlNode *method = expect(out, info, next_of(form), "SignatureMethod");
  return method && is_allowed(out, method, signers) && is_reference(out, info, next_of(method));
}

/* Whether the signature has the form that is accepted; its KeyInfo in *KEYS. */
static bool has_form(struct sv_signature *out, xmlNode *signature, xmlNode **keys)
{
  xmlNode *info = expect(out, signature, next_element(signature->children), "SignedInfo");
  if (!info || !is_info(out, info))
    return false;
  xmlNode *value = next_of(info);
  if (!is_value(out, signature, value, "SignatureValue"))
    return false;
  *keys = next_of(value);
  if (!*keys || !is_element(*keys, DS, "KeyInfo"))
    return refuse(out, SV_SIGNATURE_NO_KEY, signature, "KeyInfo");
  xmlNode *more = next_of(*keys);
  return !more || refuse(out, SV_SIGNATURE_REFUSED, more, (const char *)more->name);
}

/* Tries the certificate N. False when the library could not say. */
static enum sv_status try_certificate(struct sv_signature *out, xmlNode *signature,
                                      const xmlNode *n, struct sv_error *err)
{
  struct sv_x509 c = { 0 };
  xmlChar *text = xmlNodeGetContent(n);
  enum sv_status status = SV_OK;
  bool good = false;
  if (!text || sv_x509_read((const char *)text, strlen((const char *)text), &c) != SV_OK) {
    (void)refuse(out, SV_SIGNATURE_NO_KEY, n, "X509Certificate");
  } else if (!c.is_strong) {
    (void)refuse(out, SV_SIGNATURE_NO_KEY, n, c.subject);
  } else {
    status = signature_fits(signature, &c, &good, err);
    (void)refuse(out, good ? SV_SIGNATURE_GOOD : SV_SIGNATURE_WRONG, signature, "");
  }
  xmlFree(text);
  if (good)
    out->signer = c;
  else
    sv_x509_free(&c);
  return status;
}

/* Tries the certificates in KEYS one after another: who sends the chain may send it in any order.
 */
static enum sv_status try_certificates(struct sv_signature *out, xmlNode *signature, xmlNode *keys,
                                       struct sv_error *err)
{
  size_t tried = 0;
  (void)refuse(out, SV_SIGNATURE_NO_KEY, keys, "X509Certificate");
  for (xmlNode *data = next_element(keys->children); data; data = next_of(data)) {
    if (!is_element(data, DS, "X509Data"))
      continue;
    for (xmlNode *n = next_element(data->children); n; n = next_of(n)) {
      if (!is_element(n, DS, "X509Certificate"))
        continue;
      if (tried++ == CERTIFICATES_MAX)
        return SV_OK;
      SV_TRY(try_certificate(out, signature, n, err));
      if (out->verdict == SV_SIGNATURE_GOOD)
        return SV_OK;
    }
  }
  return SV_OK;
}

enum sv_status sv_signature_verify(const struct sv_xml *x, struct sv_signature *out,
                                   struct sv_error *err)
{
  xmlNode *root = xmlDocGetRootElement(x->tree);
  xmlNode *signature = NULL;
  xmlNode *keys = NULL;
  *out = (struct sv_signature){ .detail = "" };
  SV_TRY(find_signature(root, out, &signature, err));
  if (out->verdict)
    return SV_OK;
  if (!signature) {
    (void)refuse(out, SV_SIGNATURE_NONE, root, "");
    return SV_OK;
  }
  /* Entities and default values of a DOCTYPE are not what is signed. */
  if (x->tree->intSubset) {
    (void)refuse(out, SV_SIGNATURE_REFUSED, root, "DOCTYPE");
    return SV_OK;
  }
  return has_form(out, signature, &keys) ? try_certificates(out, signature, keys, err) : SV_OK;
}

void sv_signature_free(struct sv_signature *s)
{
  sv_x509_free(&s->signer);
}
