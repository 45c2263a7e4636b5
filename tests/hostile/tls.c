// SPDX-License-Identifier: Apache-2.0
/* tls KIND CAFILE: a TLS server on loopback whose certificate is made at its start and is as KIND
 * says: good, expired, future, other-name, self-signed, unknown-issuer. CAFILE receives the
 * issuer's certificate. It prints its port and ends with its standard input. Every answer is
 * {"canaries": how many requests so far had a planted word, "client": whether a client certificate
 * came}. */
#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

enum { DAY = 86400 };

static const struct kind {
  const char *name;
  const char *names;
  long from, until; /* seconds from now */
  bool self_signed, unknown;
} kinds[] = {
  { "good", "DNS:localhost,IP:127.0.0.1", -DAY, 30 * DAY, false, false },
  { "expired", "DNS:localhost,IP:127.0.0.1", -30 * DAY, -DAY, false, false },
  { "future", "DNS:localhost,IP:127.0.0.1", DAY, 30 * DAY, false, false },
  { "other-name", "DNS:other.example,DNS:localhost.other.example", -DAY, 30 * DAY, false, false },
  { "self-signed", "DNS:localhost,IP:127.0.0.1", -DAY, 30 * DAY, true, false },
  { "unknown-issuer", "DNS:localhost,IP:127.0.0.1", -DAY, 30 * DAY, false, true },
};

static void add_extension(X509 *x, int nid, const char *value)
{
  X509V3_CTX ctx;
  X509V3_set_ctx(&ctx, x, x, NULL, NULL, 0);
  X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &ctx, nid, value);
  (void)X509_add_ext(x, extension, -1);
  X509_EXTENSION_free(extension);
}

static X509 *make(const char *name, EVP_PKEY *key, const X509 *issuer, EVP_PKEY *issuer_key,
                  const struct kind *k)
{
  X509 *x = X509_new();
  X509_NAME *subject = X509_get_subject_name(x);
  (void)X509_set_version(x, 2);
  (void)ASN1_INTEGER_set(X509_get_serialNumber(x), issuer ? 4711 : 1);
  (void)X509_gmtime_adj(X509_getm_notBefore(x), k ? k->from : -DAY);
  (void)X509_gmtime_adj(X509_getm_notAfter(x), k ? k->until : 30 * DAY);
  (void)X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, (const unsigned char *)name, -1,
                                   -1, 0);
  (void)X509_set_issuer_name(x, issuer ? X509_get_subject_name(issuer) : subject);
  (void)X509_set_pubkey(x, key);
  if (k)
    add_extension(x, NID_subject_alt_name, k->names);
  else
    add_extension(x, NID_basic_constraints, "critical,CA:TRUE");
  (void)X509_sign(x, issuer_key, EVP_sha256());
  return x;
}

static bool write_pem(const char *path, X509 *x, EVP_PKEY *key)
{
  FILE *f = fopen(path, "w");
  if (!f)
    return false;
  const bool written = (!x || PEM_write_X509(f, x) == 1) &&
                       (!key || PEM_write_PrivateKey(f, key, NULL, NULL, 0, NULL, NULL) == 1);
  return fclose(f) == 0 && written;
}

static int any_client(int ok, X509_STORE_CTX *store)
{
  (void)ok;
  (void)store;
  return 1;
}

static SSL_CTX *make_context(const struct kind *k, const char *ca_path)
{
  EVP_PKEY *ca_key = EVP_EC_gen("P-256");
  EVP_PKEY *other_key = EVP_EC_gen("P-256");
  EVP_PKEY *key = EVP_EC_gen("P-256");
  X509 *ca = make("Test CA", ca_key, NULL, ca_key, NULL);
  X509 *leaf = k->self_signed ? make("localhost", key, NULL, key, k)
                              : make("localhost", key, ca, k->unknown ? other_key : ca_key, k);
  SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
  const bool made = write_pem(ca_path, ca, NULL) && SSL_CTX_use_certificate(ctx, leaf) == 1 &&
                    SSL_CTX_use_PrivateKey(ctx, key) == 1;
  SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, any_client);
  X509_free(ca);
  X509_free(leaf);
  EVP_PKEY_free(ca_key);
  EVP_PKEY_free(other_key);
  EVP_PKEY_free(key);
  return made ? ctx : NULL;
}

static unsigned canaries;

static void answer(SSL *ssl)
{
  char in[8192];
  char out[512];
  char body[128];
  size_t size = 0;
  while (size < sizeof in - 1) {
    const int n = SSL_read(ssl, in + size, (int)(sizeof in - 1 - size));
    if (n <= 0)
      return;
    size += (size_t)n;
    in[size] = '\0';
    if (strstr(in, "\r\n\r\n"))
      break;
  }
  canaries += strstr(in, "CANARY") != NULL;
  const int length = snprintf(body, sizeof body, "{\"canaries\":%u,\"client\":%s}", canaries,
                              SSL_get0_peer_certificate(ssl) ? "true" : "false");
  const int n = snprintf(out, sizeof out,
                         "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: "
                         "close\r\nContent-Length: %d\r\n\r\n%s",
                         length, body);
  (void)SSL_write(ssl, out, n);
  (void)SSL_shutdown(ssl);
}

static void serve(SSL_CTX *ctx, int listener)
{
  for (;;) {
    struct pollfd p[2] = { { .fd = 0, .events = POLLIN }, { .fd = listener, .events = POLLIN } };
    const struct timeval patience = { .tv_sec = 5 };
    if (poll(p, 2, -1) < 0 || p[0].revents)
      return;
    const int fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    if (fd < 0)
      continue;
    (void)setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    SSL *ssl = SSL_new(ctx);
    (void)SSL_set_fd(ssl, fd);
    if (SSL_accept(ssl) == 1)
      answer(ssl);
    SSL_free(ssl);
    ERR_clear_error();
    (void)close(fd);
  }
}

int main(int argc, char **argv)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  socklen_t size = sizeof address;
  const struct kind *k = NULL;
  for (size_t i = 0; argc == 3 && i < sizeof kinds / sizeof kinds[0]; i++)
    if (strcmp(kinds[i].name, argv[1]) == 0)
      k = &kinds[i];
  if (!k)
    return 2;
  (void)signal(SIGPIPE, SIG_IGN);
  SSL_CTX *ctx = make_context(k, argv[2]);
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (!ctx || listener < 0 ||
      bind(listener, (const struct sockaddr *)&address, sizeof address) != 0 ||
      listen(listener, 16) != 0 || getsockname(listener, (struct sockaddr *)&address, &size) != 0)
    return 1;
  (void)printf("%u\n", ntohs(address.sin_port));
  (void)fflush(stdout);
  serve(ctx, listener);
  SSL_CTX_free(ctx);
  return 0;
}
