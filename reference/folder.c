// SPDX-License-Identifier: Apache-2.0
/* Writing what a client of this run needs, and removing it again. */
#include "reference/folder.h"

#include "reference/client.h"
#include "reference/documents.h"
#include "reference/handed.h"
#include "reference/keys.h"
#include "reference/peppol.h"
#include "reference/units.h"

#include "engines/base/date.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MAX = 65536, RELEASED_S = 30 * 86400 };

static const char *const names[] = { "ca.pem", "peppol-ca.pem", "samsvar.json" };

/* What the target file names. */
static const struct endpoint {
  const char *id;
  const char *kind;
  const char *path;
} endpoints[] = {
  { "web", "web", "/" },
  { "api", "api", "/v1" },
  { "api-v0", "api", "/v0/enheter" },
  { "openapi", "openapi", "/openapi.json" },
  { "katalog", "dcat", "/katalog" },
  { "tjenester", "cpsv", "/tjenester" },
  { "begreper", "skos", "/begreper" },
  { "modeller", "modelldcat", "/modeller" },
  { "oidc", "oidc", "/.well-known/openid-configuration" },
  { "oauth", "oauth", "/.well-known/oauth-authorization-server" },
  { "jwks", "jwks", "/oauth2/jwks" },
  { "hendelser", "events", "/v1/hendelser" },
  { "security-txt", "security-txt", "/.well-known/security.txt" },
  { "status", "status", "/v1/status" },
  { "wsdl", "wsdl", "/soap/enhet.wsdl" },
  { "soap", "soap", "/soap" },
  { "mottak", "webhook", "/mottak" },
  { "innlogging", "login", "/logg-inn" },
  { "utlogging", "logout", "/logg-ut/frontkanal" },
};

enum sv_status sv_folder_write(const struct sv_folder *f, const char *name, const char *text,
                               struct sv_error *err)
{
  char path[512];
  snprintf(path, sizeof path, "%s/%s", f->path, name);
  const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const size_t size = strlen(text);
  const bool good = fd >= 0 && write(fd, text, size) == (ssize_t)size;
  const int why = errno;
  if (fd >= 0)
    close(fd);
  return good ? SV_OK : sv_fail(err, SV_IO, "%s cannot be written: %s", path, strerror(why));
}

static void write_endpoints(struct sv_buf *out, const struct sv_service *s)
{
  for (size_t i = 0; i < sizeof endpoints / sizeof endpoints[0]; i++) {
    const struct endpoint *e = &endpoints[i];
    sv_buf_addf(out, "%s\n    { \"id\": \"%s\", \"kind\": \"%s\", \"url\": \"", i ? "," : "", e->id,
                e->kind);
    sv_buf_addf(out, "%s%s\" }", s->base, e->path);
  }
}

static void write_documents(const struct sv_folder *f, struct sv_buf *out)
{
  for (size_t i = 0; i < sv_handed_count; i++) {
    const struct sv_handed *h = &sv_handed_rows[i];
    sv_buf_addf(out, ",\n    { \"id\": \"%s\", \"kind\": \"%s\", \"file\": \"%s/%s\" }", h->id,
                h->kind, f->path, sv_handed_name(h));
  }
  sv_buf_addf(out,
              ",\n    { \"id\": \"utsteder\", \"kind\": \"peppol-ca\", \"file\": "
              "\"%s/peppol-ca.pem\" }",
              f->path);
}

/* The documents themselves, as the service has them: filled in, and broken where a break says so.
 */
static enum sv_status write_handed(const struct sv_folder *f, const struct sv_service *s,
                                   struct sv_error *err)
{
  for (size_t i = 0; i < sv_handed_count; i++)
    for (size_t row = 0; row < sv_document_row_count; row++)
      if (strcmp(sv_document_rows[row].path, sv_handed_rows[i].path) == 0) {
        size_t size;
        SV_TRY(sv_folder_write(f, sv_handed_name(&sv_handed_rows[i]),
                               sv_documents_text(s->documents, row, &size), err));
      }
  return SV_OK;
}

static enum sv_status write_target(const struct sv_folder *f, const struct sv_service *s,
                                   unsigned http_port, const struct sv_zone *zone,
                                   struct sv_error *err)
{
  struct sv_buf out = SV_BUF(FILE_MAX);
  sv_buf_addf(&out,
              "{\n  \"name\": \"" SV_REFERENCE_NAME "\",\n"
              "  \"organisation\": { \"orgnr\": \"" SV_REFERENCE_ORGNR "\", \"name\": "
              "\"" SV_REFERENCE_NAME "\" },\n"
              "  \"role\": \"provider\",\n  \"environment\": \"%s\",\n  \"endpoints\": [",
              sv_service_quirk(s, SV_TEST_ISSUER) ? "production" : "test");
  write_endpoints(&out, s);
  sv_buf_adds(&out, "\n  ],\n");
  sv_client_list(f, s, &out);
  write_documents(f, &out);
  sv_buf_adds(&out, "\n  ],\n");
  char resolver[sizeof zone->anchor + 128] = "";
  if (zone->port)
    snprintf(resolver, sizeof resolver,
             ",\n    \"resolver\": \"127.0.0.1@%u\",\n    \"trust-anchor\": \"%s\"", zone->port,
             zone->anchor);
  char date[21];
  sv_date_time_write((int64_t)s->started - RELEASED_S, date);
  date[10] = '\0';
  sv_buf_addf(&out,
              "  \"samples\": {\n"
              "    \"issuer\": \"%s\",\n"
              "    \"paths\": [\"%s/v1/enheter\", \"%s/v1/enheter/%s\", \"%s/v1/kommuner\", "
              "\"%s/v1/hendelser\", \"%s/v1/status\"],\n"
              "    \"search\": \"%s/v1/enheter?navn={text}\",\n"
              "    \"last-catalogue\": { \"resources\": 3 },\n"
              "    \"organisation-register\": \"%s/register\",\n"
              "    \"payloads\": [\n"
              "      { \"endpoint\": \"hendelser\", \"part\": \"$[*].data\", \"schema\": "
              "\"melding-skjema\" },\n"
              "      { \"endpoint\": \"enheter-xml\", \"schema\": \"enheter-xsd\", "
              "\"schematron\": \"enheter-regler\" }\n    ],\n"
              "    \"passed-on\": \"%s/eksempler/mottatt.ttl\",\n"
              "    \"xsd\": \"%s/v1/kommuner.xsd\", \"ogc\": \"%s/ogc\", \"graphql\": "
              "\"%s/graphql\",\n"
              "    \"credential\": \"token\", \"browser-origin\": \"https://leser.test\",\n"
              "    \"person\": \"%s/v1/innboks\", \"client-certificate\": \"klient\",\n"
              "    \"client-id\": \"" SV_CLIENT_ID "\", \"redirect-uri\": \"%s/logg-inn/svar\",\n"
              "    \"introspection-credential\": \"innsyn\",\n"
              "    \"client-key-registered\": \"{{a-month-ago}}\",\n"
              "    \"deprecated\": \"%s/v0/enheter\",\n"
              "    \"previous\": \"%s/v0/enheter\", \"released\": \"%s\",\n"
              "    \"changelog\": \"%s/endringer\", \"retired\": [\"%s/v1/utgatt\"],\n"
              "    \"create\": { \"url\": \"%s/v1/meldinger\",\n"
              "                \"body\": { \"emne\": \"Prøve\", \"tekst\": \"Fra samsvar\" } },\n"
              "    \"sml-zone\": \"" SV_PEPPOL_ZONE "\",\n"
              "    \"plain\": \"http://localhost:%u\"%s\n  },\n"
              "  \"limits\": { \"rate\": 10000, \"concurrency\": 16, \"requests\": 100000 }\n}\n",
              s->base, s->base, s->base, s->units->units[0].number, s->base, s->base, s->base,
              s->base, s->base, s->base, s->base, s->base, s->base, s->base, s->base, s->base,
              s->base, date, s->base, s->base, s->base, http_port, resolver);
  enum sv_status status = sv_breaks_edit(&s->breaks, "target", &out, err);
  if (status == SV_OK)
    status = sv_client_dates(s, &out);
  if (status == SV_OK)
    status = sv_folder_write(f, "samsvar.json", sv_buf_text(&out), err);
  sv_buf_free(&out);
  return status;
}

enum sv_status sv_folder_make(struct sv_folder *f, const struct sv_service *s, unsigned http_port,
                              const struct sv_tls *tls, const struct sv_zone *zone,
                              struct sv_error *err)
{
  const char *tmp = getenv("TMPDIR");
  snprintf(f->path, sizeof f->path, "%.200s/samsvar-reference-XXXXXX", tmp && *tmp ? tmp : "/tmp");
  if (!mkdtemp(f->path)) {
    const int why = errno;
    f->path[0] = '\0';
    return sv_fail(err, SV_IO, "no folder can be made in %s: %s", tmp && *tmp ? tmp : "/tmp",
                   strerror(why));
  }
  SV_TRY(sv_folder_write(f, "ca.pem", tls->root, err));
  SV_TRY(sv_folder_write(f, "peppol-ca.pem", sv_peppol_authority(s->peppol), err));
  SV_TRY(sv_client_write(f, s, err));
  SV_TRY(write_handed(f, s, err));
  return write_target(f, s, http_port, zone, err);
}

void sv_folder_drop(const struct sv_folder *f, const char *name)
{
  char path[512];
  snprintf(path, sizeof path, "%s/%s", f->path, name);
  (void)unlink(path); /* a file that was never made is as good as gone */
}

void sv_folder_remove(struct sv_folder *f)
{
  if (!f->path[0])
    return;
  sv_client_remove(f);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    sv_folder_drop(f, names[i]);
  for (size_t i = 0; i < sv_handed_count; i++)
    sv_folder_drop(f, sv_handed_name(&sv_handed_rows[i]));
  (void)rmdir(f->path); /* what others put there keeps it */
  f->path[0] = '\0';
}
