// SPDX-License-Identifier: Apache-2.0
/* The two steps of a signature: the digest of the document, then the key over SignedInfo. */
#include "reference/sign.h"

#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

enum { HALF = 32, DIGEST = 32, TEXT_MAX = 1 << 20 };

static bool is_named(const xmlNode *n, const char *name)
{
  return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

/* The first element NAME in document order from ROOT on, or NULL. */
static xmlNode *find(xmlNode *root, const char *name)
{
  xmlNode *n = root;
  while (n && !is_named(n, name)) {
    if (n->children) {
      n = n->children;
      continue;
    }
    while (n && !n->next)
      n = n->parent == (xmlNode *)root->doc ? NULL : n->parent;
    n = n ? n->next : NULL;
  }
  return n;
}

static int canonical_mode(xmlNode *signature)
{
  xmlNode *method = find(signature, "CanonicalizationMethod");
  xmlChar *name = method ? xmlGetNoNsProp(method, (const xmlChar *)"Algorithm") : NULL;
  const bool exclusive = name && strstr((const char *)name, "xml-exc-c14n");
  xmlFree(name);
  return exclusive ? XML_C14N_EXCLUSIVE_1_0 : XML_C14N_1_0;
}

static bool put_base64(xmlNode *n, const void *data, size_t size)
{
  const gnutls_datum_t bytes = { (unsigned char *)(uintptr_t)data, (unsigned)size };
  gnutls_datum_t text = { NULL, 0 };
  if (gnutls_base64_encode2(&bytes, &text) < 0)
    return false;
  xmlNodeSetContent(n, NULL);
  xmlNodeAddContentLen(n, text.data, (int)text.size);
  gnutls_free(text.data);
  return true;
}

/* The digest of the document without SIGNATURE, in VALUE. */
static bool digest(xmlNode *signature, int mode, xmlNode *value)
{
  unsigned char out[DIGEST];
  xmlDoc *doc = signature->doc;
  xmlNode *const parent = signature->parent;
  xmlNode *const after = signature->next;
  xmlChar *text = NULL;
  xmlUnlinkNode(signature);
  const int size = xmlC14NDocDumpMemory(doc, NULL, mode, NULL, 0, &text);
  if (after)
    (void)xmlAddPrevSibling(after, signature);
  else
    (void)xmlAddChild(parent, signature);
  const bool done = size >= 0 && gnutls_hash_fast(GNUTLS_DIG_SHA256, text, (size_t)size, out) >= 0;
  xmlFree(text);
  return done && put_base64(value, out, sizeof out);
}

static int is_within(void *top, xmlNode *node, xmlNode *parent)
{
  const xmlNode *n = node->type == XML_NAMESPACE_DECL ? parent : node;
  while (n && n != top)
    n = n->parent;
  return n != NULL;
}

bool sv_sign_raw(const gnutls_datum_t *der, unsigned char out[SV_RAW_SIGNATURE])
{
  gnutls_datum_t parts[2] = { { NULL, 0 }, { NULL, 0 } };
  const bool done = gnutls_decode_rs_value(der, &parts[0], &parts[1]) >= 0;
  memset(out, 0, 2 * HALF);
  for (size_t i = 0; done && i < 2; i++) {
    const size_t skip = parts[i].size > HALF ? parts[i].size - HALF : 0;
    const size_t size = parts[i].size - skip;
    memcpy(out + i * HALF + (HALF - size), parts[i].data + skip, size);
  }
  gnutls_free(parts[0].data);
  gnutls_free(parts[1].data);
  return done;
}

static bool sign(xmlNode *info, int mode, gnutls_x509_privkey_t key, xmlNode *value)
{
  xmlOutputBuffer *out = xmlAllocOutputBuffer(NULL);
  gnutls_privkey_t signer = NULL;
  gnutls_datum_t made = { NULL, 0 };
  unsigned char raw[2 * HALF];
  bool done = out && xmlC14NExecute(info->doc, is_within, info, mode, NULL, 0, out) >= 0 &&
              gnutls_privkey_init(&signer) >= 0 && gnutls_privkey_import_x509(signer, key, 0) >= 0;
  if (done) {
    const bool ec = gnutls_x509_privkey_get_pk_algorithm(key) == GNUTLS_PK_EC;
    const gnutls_datum_t text = { (unsigned char *)(uintptr_t)xmlOutputBufferGetContent(out),
                                  (unsigned)xmlOutputBufferGetSize(out) };
    done = gnutls_privkey_sign_data2(
               signer, ec ? GNUTLS_SIGN_ECDSA_SECP256R1_SHA256 : GNUTLS_SIGN_RSA_SHA256, 0, &text,
               &made) >= 0;
    if (done && ec)
      done = sv_sign_raw(&made, raw) && put_base64(value, raw, sizeof raw);
    else if (done)
      done = put_base64(value, made.data, made.size);
  }
  gnutls_free(made.data);
  if (signer)
    gnutls_privkey_deinit(signer);
  if (out)
    (void)xmlOutputBufferClose(out);
  return done;
}

enum sv_status sv_sign_xml(struct sv_buf *text, gnutls_x509_privkey_t key, struct sv_error *err)
{
  xmlDoc *doc = xmlReadMemory(sv_buf_text(text), (int)text->size, NULL, NULL,
                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
  xmlNode *signature = root ? find(root, "Signature") : NULL;
  xmlNode *info = signature ? find(signature, "SignedInfo") : NULL;
  xmlNode *digested = info ? find(info, "DigestValue") : NULL;
  xmlNode *value = info ? find(info, "SignatureValue") : NULL;
  xmlChar *made = NULL;
  int size = 0;
  const int mode = signature ? canonical_mode(signature) : 0;
  const bool done =
      digested && value && digest(signature, mode, digested) && sign(info, mode, key, value);
  if (done)
    xmlDocDumpMemory(doc, &made, &size);
  struct sv_buf out = SV_BUF(TEXT_MAX);
  if (made)
    sv_buf_add(&out, made, (size_t)size);
  xmlFree(made);
  xmlFreeDoc(doc);
  if (!done || out.size == 0)
    return sv_fail(err, SV_INVALID, "the document could not be signed");
  sv_buf_free(text);
  *text = out;
  return SV_OK;
}
