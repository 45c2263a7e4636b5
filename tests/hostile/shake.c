// SPDX-License-Identifier: Apache-2.0
/* A server of handshakes, for tests: MODE says what it does with a connection. "openssl" takes a
 * further word, OpenSSL's name of the highest and only version or of a list of suites for TLS 1.2;
 * the other modes send bytes by hand. Prints its port, ends with its standard input. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ocsp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CHUNK = 16384, ENDLESS = 64 << 20 };

/* What the modes without a handshake of their own send. */
static const struct {
  const char *mode;
  const char *bytes;
  size_t size;
} canned[] = {
  { "garbage", "\x16\x03\x03\x00\x08\x02\xff\xff\xff\xff\xff\xff\xff", 13 },
  { "http", "HTTP/1.1 400 Bad Request\r\n\r\n", 28 },
  { "alert", "\x15\x03\x01\x00\x02\x02\x46", 7 },
  { "half", "\x16\x03\x03\x01\x00\x02\x00\x00\xfc\x03\x03", 11 },
  { "close", "", 0 },
  { "ssl2", "\x80\x0b\x04\x00\x01\x00\x02\x00\x00\x00\x00\x00\x00", 13 },
};

static void serve_canned(int fd, const char *mode)
{
  char waste[4096];
  (void)recv(fd, waste, sizeof waste, 0);
  for (size_t i = 0; i < sizeof canned / sizeof canned[0]; i++)
    if (strcmp(canned[i].mode, mode) == 0)
      (void)send(fd, canned[i].bytes, canned[i].size, MSG_NOSIGNAL);
  if (strcmp(mode, "endless") == 0) {
    /* One message that is said to be as long as can be, in records without end. */
    static char record[CHUNK + 5] = "\x16\x03\x03\x40\x00\x02\xff\xff\xff";
    for (size_t sent = 0; sent < ENDLESS; sent += sizeof record)
      if (send(fd, record, sizeof record, MSG_NOSIGNAL) <= 0)
        break;
  }
  if (strcmp(mode, "warnings") == 0) {
    for (size_t sent = 0; sent < ENDLESS; sent += 7)
      if (send(fd, "\x15\x03\x01\x00\x02\x01\x70", 7, MSG_NOSIGNAL) <= 0)
        break;
  }
  if (strcmp(mode, "silence") == 0)
    (void)recv(fd, waste, sizeof waste, 0); /* until the client goes */
}

static X509 *make_certificate(EVP_PKEY *key)
{
  X509 *x = X509_new();
  X509_NAME *name = X509_get_subject_name(x);
  (void)X509_gmtime_adj(X509_getm_notBefore(x), -60);
  (void)X509_gmtime_adj(X509_getm_notAfter(x), 3600);
  (void)X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, (const unsigned char *)"localhost",
                                   -1, -1, 0);
  (void)X509_set_issuer_name(x, name);
  (void)X509_set_pubkey(x, key);
  (void)X509_sign(x, key, EVP_sha256());
  return x;
}

/* A status response that says it is busy: nothing to be had from it. */
static int staple(SSL *ssl, void *unused)
{
  (void)unused;
  OCSP_RESPONSE *r = OCSP_response_create(OCSP_RESPONSE_STATUS_TRYLATER, NULL);
  unsigned char *der = NULL;
  const int size = i2d_OCSP_RESPONSE(r, &der);
  OCSP_RESPONSE_free(r);
  return SSL_set_tlsext_status_ocsp_resp(ssl, der, size) == 1 ? SSL_TLSEXT_ERR_OK
                                                              : SSL_TLSEXT_ERR_NOACK;
}

static int choose(SSL *ssl, const unsigned char **out, unsigned char *size, const unsigned char *in,
                  unsigned in_size, void *unused)
{
  static const unsigned char ours[] = "\x08http/1.1";
  (void)ssl;
  (void)unused;
  unsigned char *chosen = NULL;
  const int found = SSL_select_next_proto(&chosen, size, ours, sizeof ours - 1, in, in_size);
  *out = chosen;
  return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

static int version_of(const char *word)
{
  static const struct {
    const char *word;
    int version;
  } versions[] = { { "TLSv1", TLS1_VERSION },
                   { "TLSv1.1", TLS1_1_VERSION },
                   { "TLSv1.2", TLS1_2_VERSION },
                   { "TLSv1.3", TLS1_3_VERSION } };
  for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++)
    if (strcmp(versions[i].word, word) == 0)
      return versions[i].version;
  return 0;
}

static SSL_CTX *make_context(const char *word)
{
  SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
  EVP_PKEY *key = EVP_RSA_gen(2048);
  X509 *x = make_certificate(key);
  const int version = version_of(word);
  SSL_CTX_set_security_level(ctx, 0);
  (void)SSL_CTX_set_cipher_list(ctx, version ? "ALL:@SECLEVEL=0" : word);
  (void)SSL_CTX_set_min_proto_version(ctx, version ? version : TLS1_2_VERSION);
  (void)SSL_CTX_set_max_proto_version(ctx, version ? version : TLS1_2_VERSION);
  (void)SSL_CTX_use_certificate(ctx, x);
  (void)SSL_CTX_use_PrivateKey(ctx, key);
  (void)SSL_CTX_set_dh_auto(ctx, 1);
  SSL_CTX_set_alpn_select_cb(ctx, choose, NULL);
  (void)SSL_CTX_set_tlsext_status_cb(ctx, staple);
  X509_free(x);
  EVP_PKEY_free(key);
  return ctx;
}

static void serve_openssl(int fd, SSL_CTX *ctx)
{
  SSL *ssl = SSL_new(ctx);
  if (SSL_set_fd(ssl, fd) == 1)
    (void)SSL_accept(ssl); /* ends when the client goes */
  SSL_free(ssl);
}

int main(int argc, char **argv)
{
  struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  socklen_t size = sizeof at;
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  const char *mode = argc > 1 ? argv[1] : "close";
  SSL_CTX *ctx = strcmp(mode, "openssl") == 0 && argc > 2 ? make_context(argv[2]) : NULL;
  (void)signal(SIGPIPE, SIG_IGN);
  if (bind(listener, (struct sockaddr *)&at, sizeof at) != 0 || listen(listener, 16) != 0 ||
      getsockname(listener, (struct sockaddr *)&at, &size) != 0)
    return 1;
  (void)printf("%u\n", ntohs(at.sin_port));
  (void)fflush(stdout);
  for (;;) {
    struct pollfd p[] = { { .fd = 0, .events = POLLIN }, { .fd = listener, .events = POLLIN } };
    if (poll(p, 2, -1) <= 0 || p[0].revents)
      break;
    const int fd = accept(listener, NULL, NULL);
    if (fd < 0)
      continue;
    if (ctx)
      serve_openssl(fd, ctx);
    else
      serve_canned(fd, mode);
    (void)close(fd);
  }
  SSL_CTX_free(ctx);
  return 0;
}
