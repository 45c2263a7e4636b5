// SPDX-License-Identifier: Apache-2.0
/* What a TLS handshake shows. A certificate that does not verify ends the handshake where a
 * credential would follow; else it is noted and the handshake goes on, so that checks can judge the
 * certificate. */
#include "runner/net_internal.h"

#include "engines/base/sha256.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <stdlib.h>
#include <string.h>

enum { CHAIN_MOST = 20, NAMES_MOST = 200, PACKED_MOST = 1 << 20 };

void sv_tls_release(struct sv_handshake *h)
{
  if (!h || --h->references > 0)
    return;
  sv_buf_free(&h->packed);
  free(h);
}

static void on_free(void *parent, void *ptr, CRYPTO_EX_DATA *ad, int idx, long argl, void *argp)
{
  (void)parent;
  (void)ad;
  (void)idx;
  (void)argl;
  (void)argp;
  sv_tls_release(ptr);
}

int sv_tls_slot(void)
{
  return SSL_CTX_get_ex_new_index(0, NULL, NULL, NULL, on_free);
}

static int on_verify(int ok, X509_STORE_CTX *store)
{
  SSL *ssl = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx());
  struct sv_handshake *h = SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl));
  if (ok || !h)
    return ok;
  if (h->verify == X509_V_OK)
    h->verify = X509_STORE_CTX_get_error(store);
  if (!h->lenient) {
    h->owner->certificate_error = h->verify;
    return 0;
  }
  X509_STORE_CTX_set_error(store, X509_V_OK);
  return 1;
}

CURLcode sv_tls_context(CURL *easy, void *context, void *transfer)
{
  struct sv_transfer *t = transfer;
  SSL_CTX *ctx = context;
  (void)easy;
  struct sv_handshake *h = calloc(1, sizeof *h);
  if (!h)
    return CURLE_OUT_OF_MEMORY;
  h->references = 1;
  h->lenient = !t->secret;
  h->owner = t;
  t->certificate_error = X509_V_OK;
  h->packed = SV_BUF(PACKED_MOST);
  /* The slot frees it with the context; the application data is where the callback finds it. */
  if (SSL_CTX_set_app_data(ctx, h) != 1 || SSL_CTX_set_ex_data(ctx, t->net->tls_slot, h) != 1) {
    (void)SSL_CTX_set_app_data(ctx, NULL);
    sv_tls_release(h);
    return CURLE_OUT_OF_MEMORY;
  }
  SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, on_verify);
  return CURLE_OK;
}

/* What BIO holds, as a string in A. */
static const char *text_of(BIO *bio, struct sv_arena *a)
{
  char *data = NULL;
  const long size = BIO_get_mem_data(bio, &data);
  const char *text = size > 0 ? sv_arena_copy(a, data, strnlen(data, (size_t)size)) : "";
  (void)BIO_reset(bio);
  return text ? text : "";
}

static const char *name_text(const X509_NAME *name, BIO *bio, struct sv_arena *a)
{
  (void)X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB);
  return text_of(bio, a);
}

static const char *serial_text(const X509 *x, struct sv_arena *a)
{
  BIGNUM *number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(x), NULL);
  char *hex = number ? BN_bn2hex(number) : NULL;
  const char *text = sv_arena_strdup(a, hex ? hex : "");
  OPENSSL_free(hex);
  BN_free(number);
  return text;
}

static int64_t time_of(const ASN1_TIME *time)
{
  struct tm tm = { 0 };
  return ASN1_TIME_to_tm(time, &tm) == 1 ? (int64_t)timegm(&tm) : 0;
}

/* The subject alternative names "DNS:a", "IP:b" and so on, a NULL after them. */
static const char *const *alternative_names(const X509 *x, BIO *bio, struct sv_arena *a)
{
  GENERAL_NAMES *names = X509_get_ext_d2i(x, NID_subject_alt_name, NULL, NULL);
  const int count = names ? sk_GENERAL_NAME_num(names) : 0;
  const int most = count < NAMES_MOST ? count : NAMES_MOST;
  const char **list = sv_arena_calloc(a, (size_t)(most > 0 ? most : 0) + 1, sizeof *list);
  for (int i = 0; list && i < most; i++) {
    GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
    (void)GENERAL_NAME_print(bio, name);
    const char *text = text_of(bio, a);
    if (name->type == GEN_IPADD && strncmp(text, "IP Address:", 11) == 0)
      text = sv_arena_printf(a, "IP:%s", text + 11);
    list[i] = text ? text : "";
  }
  GENERAL_NAMES_free(names);
  return list;
}

static const char *key_type(const EVP_PKEY *key, struct sv_arena *a)
{
  const char *name = EVP_PKEY_get0_type_name(key);
  if (name && strcmp(name, "ED25519") == 0)
    return "Ed25519";
  if (name && strcmp(name, "ED448") == 0)
    return "Ed448";
  return name ? sv_arena_strdup(a, name) : "";
}

static void digest_text(const X509 *x, struct sv_arena *a, struct sv_certificate *c)
{
  unsigned char *der = NULL;
  char digest[65] = "";
  const int size = i2d_X509(x, &der);
  if (size > 0)
    sv_sha256_hex(der, (size_t)size, digest);
  OPENSSL_free(der);
  c->sha256 = sv_arena_strdup(a, digest);
}

static void read_certificate(const X509 *x, BIO *bio, struct sv_arena *a, struct sv_certificate *c)
{
  const EVP_PKEY *key = X509_get0_pubkey(x);
  const int signature = X509_get_signature_nid(x);
  c->subject = name_text(X509_get_subject_name(x), bio, a);
  c->issuer = name_text(X509_get_issuer_name(x), bio, a);
  c->serial = serial_text(x, a);
  digest_text(x, a, c);
  c->key_type = key ? key_type(key, a) : "";
  c->key_bits = key ? (uint32_t)EVP_PKEY_get_bits(key) : 0;
  c->signature_algorithm = signature == NID_undef ? "" : OBJ_nid2ln(signature);
  c->names = alternative_names(x, bio, a);
  c->not_before = time_of(X509_get0_notBefore(x));
  c->not_after = time_of(X509_get0_notAfter(x));
}

static bool name_matches(X509 *leaf, const char *host)
{
  return X509_check_ip_asc(leaf, host, 0) == 1 ||
         X509_check_host(leaf, host, 0, X509_CHECK_FLAG_NEVER_CHECK_SUBJECT, NULL) == 1;
}

static const char *alpn_text(SSL *ssl, struct sv_arena *a)
{
  const unsigned char *name = NULL;
  unsigned size = 0;
  SSL_get0_alpn_selected(ssl, &name, &size);
  return size ? sv_arena_copy(a, name, size) : NULL;
}

static void read_chain(SSL *ssl, BIO *bio, struct sv_arena *a, struct sv_tls *tls)
{
  STACK_OF(X509) *sent = SSL_get_peer_cert_chain(ssl);
  const int count = sent ? sk_X509_num(sent) : 0;
  const int most = count < CHAIN_MOST ? count : CHAIN_MOST;
  struct sv_certificate *chain =
      sv_arena_calloc(a, (size_t)(most > 0 ? most : 0) + 1, sizeof *chain);
  for (int i = 0; chain && i < most; i++)
    read_certificate(sk_X509_value(sent, i), bio, a, &chain[i]);
  tls->chain = chain;
  tls->chain_count = chain && most > 0 ? (size_t)most : 0;
}

static void pack(struct sv_handshake *h, SSL *ssl, const char *host)
{
  struct sv_arena a = SV_ARENA(PACKED_MOST);
  BIO *bio = BIO_new(BIO_s_mem());
  X509 *leaf = SSL_get0_peer_certificate(ssl);
  struct sv_tls tls = { .version = SSL_get_version(ssl), .cipher = SSL_get_cipher_name(ssl) };
  if (bio) {
    tls.alpn = alpn_text(ssl, &a);
    tls.name_matches = leaf && name_matches(leaf, host);
    read_chain(ssl, bio, &a, &tls);
    if (h->verify == X509_V_OK && !tls.name_matches)
      h->verify = X509_V_ERR_HOSTNAME_MISMATCH;
    tls.verify = h->verify == X509_V_OK ? NULL : X509_verify_cert_error_string(h->verify);
    h->unverified = tls.verify != NULL;
    sv_pack_tls(&h->packed, &tls);
  }
  BIO_free(bio);
  sv_arena_free(&a);
  ERR_clear_error();
}

void sv_tls_read(struct sv_transfer *t, SSL *ssl)
{
  struct sv_handshake *h = SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl));
  if (!h || t->handshake == h)
    return;
  if (!h->read) {
    pack(h, ssl, t->where.host);
    h->read = true;
  }
  sv_tls_release(t->handshake);
  h->references++;
  t->handshake = h;
}
