// SPDX-License-Identifier: Apache-2.0
/* Enveloped signatures of XML documents: what verifies, and every way in which one is made to prove
 * less than it seems to. The documents are signed here, by other code than verifies them. */
#include "tests/unit/unit.h"

#include "engines/xmlsig/signature.h"
#include "engines/xml/smp.h"
#include "reference/sign.h"

#include <gnutls/crypto.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_MAX = 4 << 20, DAY = 86400, NOW = 1795330800 };

#define DS "http://www.w3.org/2000/09/xmldsig#"
#define MORE "http://www.w3.org/2001/04/xmldsig-more#"
#define C14N "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
#define EXC "http://www.w3.org/2001/10/xml-exc-c14n#"
#define SHA256 "http://www.w3.org/2001/04/xmlenc#sha256"
#define RSA MORE "rsa-sha256"
#define EC MORE "ecdsa-sha256"
#define ENVELOPED "<Transform Algorithm='" DS "enveloped-signature'/>"
#define CONTENT "<a xmlns='urn:a' n='1'>tekst<b/></a>"
#define ROOT_BEGIN "<root xmlns='urn:r' xmlns:x='urn:x'>\n"

/* Who signs; one of each kind. */
static struct maker {
  gnutls_x509_privkey_t key;
  gnutls_x509_crt_t crt;
  char *base64, *pem;
} rsa, ec, other, weak, issued;

/* What a document is like; NULL: as it should be. */
struct wish {
  const struct maker *signer;
  const char *c14n, *method, *reference, *transforms, *digest, *key_info, *after_info,
      *in_signature;
};

static const char * or (const char *wanted, const char *usual)
{
  return wanted ? wanted : usual;
}

static struct sv_buf made(const struct wish *w)
{
  struct sv_buf out = SV_BUF(TEXT_MAX);
  const struct maker *m = w->signer ? w->signer : &rsa;
  sv_buf_adds(&out, "<?xml version='1.0'?>\n" ROOT_BEGIN "  " CONTENT "\n");
  sv_buf_addf(&out,
              "  <Signature xmlns='" DS "'><SignedInfo><CanonicalizationMethod Algorithm='%s'/>",
              or (w->c14n, C14N));
  sv_buf_addf(&out, "<SignatureMethod Algorithm='%s'/>", or (w->method, m == &ec ? EC : RSA));
  sv_buf_addf(&out, "<Reference %s><Transforms>", or (w->reference, "URI=''"));
  sv_buf_adds(&out, or (w->transforms, ENVELOPED));
  sv_buf_addf(&out, "</Transforms><DigestMethod Algorithm='%s'/><DigestValue/></Reference>",
              or (w->digest, SHA256));
  sv_buf_addf(&out, "%s</SignedInfo><SignatureValue/>", or (w->after_info, ""));
  if (w->key_info)
    sv_buf_adds(&out, w->key_info);
  else
    sv_buf_addf(&out,
                "<KeyInfo><X509Data><X509Certificate>%s</X509Certificate></X509Data></KeyInfo>",
                m->base64);
  sv_buf_addf(&out, "%s</Signature>\n</root>\n", or (w->in_signature, ""));
  struct sv_error err = { .text = "" };
  assert_int_equal(sv_sign_xml(&out, m->key, &err), SV_OK);
  return out;
}

static void replace(struct sv_buf *text, const char *from, const char *to)
{
  const char *at = strstr(sv_buf_text(text), from);
  assert_non_null(at);
  struct sv_buf out = SV_BUF(TEXT_MAX);
  sv_buf_add(&out, sv_buf_text(text), (size_t)(at - sv_buf_text(text)));
  sv_buf_adds(&out, to);
  sv_buf_adds(&out, at + strlen(from));
  sv_buf_free(text);
  *text = out;
}

/* The verdict on TEXT, which is freed; what it is about in DETAIL. */
static enum sv_signature_verdict judge(struct sv_buf *text, char detail[200])
{
  struct sv_xml *x = NULL;
  struct sv_signature s;
  struct sv_error err = { .text = "" };
  assert_int_equal(sv_xml_read(sv_buf_text(text), text->size, "d.xml", NULL, &x, NULL, &err),
                   SV_OK);
  assert_int_equal(sv_signature_verify(x, &s, &err), SV_OK);
  (void)snprintf(detail, 200, "%s", s.verdict == SV_SIGNATURE_GOOD ? s.signer.subject : s.detail);
  assert_true((s.signer.certificate != NULL) == (s.verdict == SV_SIGNATURE_GOOD));
  sv_signature_free(&s);
  sv_xml_free(x);
  sv_buf_free(text);
  return s.verdict;
}

static void expect(const struct wish *w, enum sv_signature_verdict verdict, const char *detail)
{
  char seen[200];
  struct sv_buf text = made(w);
  const enum sv_signature_verdict got = judge(&text, seen);
  if (got != verdict || (detail && strcmp(seen, detail) != 0))
    fail_msg("verdict %d (%s), not %d (%s)", (int)got, seen, (int)verdict, detail ? detail : "");
}

static void what_was_signed_verifies_and_tells_who_signed(void **state)
{
  (void)state;
  expect(&(struct wish){ .signer = &rsa }, SV_SIGNATURE_GOOD, "CN=rsa");
  expect(&(struct wish){ .signer = &ec }, SV_SIGNATURE_GOOD, "CN=ec");
  expect(&(struct wish){ .c14n = EXC, .transforms = ENVELOPED "<Transform Algorithm='" EXC "'/>" },
         SV_SIGNATURE_GOOD, NULL);
  expect(&(struct wish){ .transforms = ENVELOPED "<Transform Algorithm='" C14N "'/>" },
         SV_SIGNATURE_GOOD, NULL);
}

static void a_change_anywhere_is_noticed(void **state)
{
  (void)state;
  static const char *const changes[][2] = {
    { ">tekst<", ">annet<" },
    { "n=\"1\"", "n=\"2\"" },
    { "<b/>", "<b/><b/>" },
    { "</Signature>\n", "</Signature><b/>\n" },
    { "xmlns:x=\"urn:x\"", "xmlns:x=\"urn:y\"" },
    { "<root ", "<root id=\"1\" " },
  };
  for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
    struct sv_buf text = made(&(struct wish){ .signer = &rsa });
    char detail[200];
    replace(&text, changes[i][0], changes[i][1]);
    if (judge(&text, detail) != SV_SIGNATURE_WRONG)
      fail_msg("%s was not noticed", changes[i][1]);
  }
}

/* What is said in SignedInfo is what SignatureValue is over: a digest that fits does not help. */
static void a_digest_that_was_made_anew_does_not_verify(void **state)
{
  (void)state;
  struct sv_buf one = made(&(struct wish){ .signer = &rsa });
  struct sv_buf two = made(&(struct wish){ .signer = &other });
  char detail[200];
  char from[512];
  char to[512];
  const char *a = strstr(sv_buf_text(&one), "<SignatureValue>");
  const char *b = strstr(sv_buf_text(&two), "<SignatureValue>");
  (void)snprintf(from, sizeof from, "%.*s", (int)(strstr(a, "</") - a), a);
  (void)snprintf(to, sizeof to, "%.*s", (int)(strstr(b, "</") - b), b);
  replace(&one, from, to);
  sv_buf_free(&two);
  assert_int_equal(judge(&one, detail), SV_SIGNATURE_WRONG);
}

static void another_certificate_does_not_verify(void **state)
{
  (void)state;
  struct sv_buf text = made(&(struct wish){ .signer = &rsa });
  char detail[200];
  replace(&text, rsa.base64, other.base64);
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_WRONG);
  text = made(&(struct wish){ .signer = &rsa });
  replace(&text, rsa.base64, ec.base64); /* a key of another kind */
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_WRONG);
}

/* A comment is not signed, and is not a part of any text that is read. */
static void a_comment_changes_nothing(void **state)
{
  (void)state;
  struct sv_buf text = made(&(struct wish){ .signer = &rsa });
  char detail[200];
  replace(&text, ">tekst<", ">te<!-- -->kst<");
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_GOOD);
}

static void wrapped_content_is_refused(void **state)
{
  (void)state;
  char detail[200];
  struct sv_buf text = made(&(struct wish){ .signer = &rsa });
  replace(&text, "<root ", "<evil xmlns=\"urn:e\"><root ");
  replace(&text, "</root>", "</root></evil>");
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_REFUSED);
  assert_string_equal(detail, "Signature");
  /* the signed content within the signature itself */
  expect(&(struct wish){ .in_signature = "<Object>" CONTENT "</Object>" }, SV_SIGNATURE_REFUSED,
         "Object");
  /* a second signature */
  text = made(&(struct wish){ .signer = &rsa });
  replace(&text, "</root>", "<Signature xmlns=\"" DS "\"/></root>");
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_REFUSED);
  /* a reference to a part of the document */
  expect(&(struct wish){ .reference = "URI='#a'" }, SV_SIGNATURE_REFUSED, "#a");
  expect(&(struct wish){ .after_info = "<Reference URI=''/>" }, SV_SIGNATURE_REFUSED, "Reference");
}

static void old_and_keyless_algorithms_are_refused(void **state)
{
  (void)state;
  expect(&(struct wish){ .digest = DS "sha1" }, SV_SIGNATURE_REFUSED, DS "sha1");
  expect(&(struct wish){ .method = DS "rsa-sha1" }, SV_SIGNATURE_REFUSED, DS "rsa-sha1");
  expect(&(struct wish){ .method = MORE "rsa-md5" }, SV_SIGNATURE_REFUSED, MORE "rsa-md5");
  expect(&(struct wish){ .method = MORE "hmac-sha256" }, SV_SIGNATURE_REFUSED, MORE "hmac-sha256");
  expect(&(struct wish){ .method = DS "hmac-sha1" }, SV_SIGNATURE_REFUSED, DS "hmac-sha1");
  expect(&(struct wish){ .c14n = C14N "#WithComments" }, SV_SIGNATURE_REFUSED,
         C14N "#WithComments");
}

static void other_addresses_are_refused(void **state)
{
  (void)state;
  expect(&(struct wish){ .reference = "URI='http://127.0.0.1:1/'" }, SV_SIGNATURE_REFUSED,
         "http://127.0.0.1:1/");
  expect(&(struct wish){ .reference = "URI='file:///etc/hostname'" }, SV_SIGNATURE_REFUSED,
         "file:///etc/hostname");
  expect(&(struct wish){ .reference = "" }, SV_SIGNATURE_REFUSED, "Reference");
}

static void other_transforms_are_refused(void **state)
{
  (void)state;
  static const char *const odd[] = {
    "<Transform Algorithm='http://www.w3.org/TR/1999/REC-xslt-19991116'/>",
    "<Transform Algorithm='http://www.w3.org/TR/1999/REC-xpath-19991116'><XPath>false()</XPath>"
    "</Transform>",
    "<Transform Algorithm='http://www.w3.org/2002/06/xmldsig-filter2'/>",
    "<Transform Algorithm='" DS "base64'/>",
    "<Transform Algorithm='" EXC "'><XPath>1</XPath></Transform>",
    ENVELOPED,
  };
  for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
    char transforms[400];
    (void)snprintf(transforms, sizeof transforms, ENVELOPED "%s", odd[i]);
    expect(&(struct wish){ .transforms = transforms }, SV_SIGNATURE_REFUSED, NULL);
    if (i < 5)
      expect(&(struct wish){ .transforms = odd[i] }, SV_SIGNATURE_REFUSED, NULL);
  }
  expect(&(struct wish){ .transforms = ENVELOPED "<Transform Algorithm='" C14N "'/><Transform "
                                                 "Algorithm='" C14N "'/>" },
         SV_SIGNATURE_REFUSED, "Transform");
}

static void ten_thousand_transforms_are_refused_at_the_third(void **state)
{
  (void)state;
  struct sv_buf many = SV_BUF(TEXT_MAX);
  sv_buf_adds(&many, ENVELOPED);
  for (int i = 0; i < 10000; i++)
    sv_buf_adds(&many, "<Transform Algorithm='" C14N "'/>");
  expect(&(struct wish){ .transforms = sv_buf_text(&many) }, SV_SIGNATURE_REFUSED, "Transform");
  sv_buf_free(&many);
}

static void without_a_good_key_there_is_no_verdict_on_the_rest(void **state)
{
  (void)state;
  static const char *const infos[] = {
    "",
    "<KeyInfo/>",
    "<KeyInfo><KeyName>rsa</KeyName></KeyInfo>",
    "<KeyInfo><RetrievalMethod URI='http://127.0.0.1:1/key'/></KeyInfo>",
    "<KeyInfo><X509Data><X509Certificate>MIIB</X509Certificate></X509Data></KeyInfo>",
  };
  for (size_t i = 0; i < sizeof infos / sizeof infos[0]; i++)
    expect(&(struct wish){ .key_info = infos[i] }, SV_SIGNATURE_NO_KEY, NULL);
  expect(&(struct wish){ .signer = &weak }, SV_SIGNATURE_NO_KEY, "CN=weak");
}

static void the_signer_is_found_among_several_certificates(void **state)
{
  (void)state;
  char info[8192];
  (void)snprintf(info, sizeof info,
                 "<KeyInfo><X509Data><X509Certificate>%s</X509Certificate><X509Certificate>\n%s\n"
                 "</X509Certificate></X509Data></KeyInfo>",
                 other.base64, rsa.base64);
  expect(&(struct wish){ .signer = &rsa, .key_info = info }, SV_SIGNATURE_GOOD, "CN=rsa");
}

/* Java folds base64 with carriage returns, which stand in XML as character references. */
static void base64_may_be_folded_with_carriage_returns(void **state)
{
  (void)state;
  struct sv_buf text = made(&(struct wish){ .signer = &rsa });
  char detail[200];
  replace(&text, "<SignatureValue>", "<SignatureValue>&#13;\n");
  replace(&text, "<DigestValue>", "<DigestValue>&#13;\n");
  replace(&text, "<X509Certificate>MII", "<X509Certificate>MI&#13;\nI");
  /* DigestValue is signed, the others are not. */
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_WRONG);
  text = made(&(struct wish){ .signer = &rsa });
  replace(&text, "<SignatureValue>", "<SignatureValue>&#13;\n");
  replace(&text, "<X509Certificate>MII", "<X509Certificate>MI&#13;\nI");
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_GOOD);
}

static void what_is_missing_is_named(void **state)
{
  (void)state;
  char detail[200];
  struct sv_buf text = SV_BUF(TEXT_MAX);
  sv_buf_adds(&text, "<root/>");
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_NONE);
  text = SV_BUF(TEXT_MAX);
  sv_buf_adds(&text, "<root><Signature xmlns='" DS "'/></root>");
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_MALFORMED);
  assert_string_equal(detail, "SignedInfo");
  text = made(&(struct wish){ .signer = &rsa });
  replace(&text, "<DigestValue>", "<DigestValue>!");
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_MALFORMED);
  assert_string_equal(detail, "DigestValue");
  text = made(&(struct wish){ .signer = &rsa });
  replace(&text, "<SignatureValue>", "<SignatureValue>\xC3\xA6");
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_MALFORMED);
}

static void a_doctype_is_refused(void **state)
{
  (void)state;
  char detail[200];
  struct sv_buf text = made(&(struct wish){ .signer = &rsa });
  replace(&text, "<root ", "<!DOCTYPE root [<!ENTITY e \"x\">]>\n<root ");
  assert_int_equal(judge(&text, detail), SV_SIGNATURE_REFUSED);
  assert_string_equal(detail, "DOCTYPE");
}

static void too_many_nodes_are_a_limit(void **state)
{
  (void)state;
  struct sv_buf text = SV_BUF(TEXT_MAX);
  struct sv_xml *x = NULL;
  struct sv_signature s;
  struct sv_error err = { .text = "" };
  sv_buf_adds(&text, "<root>");
  for (int i = 0; i < 100001; i++)
    sv_buf_adds(&text, "<b/>");
  sv_buf_adds(&text, "</root>");
  assert_int_equal(sv_xml_read(sv_buf_text(&text), text.size, "d", NULL, &x, NULL, &err), SV_OK);
  assert_int_equal(sv_signature_verify(x, &s, &err), SV_LIMIT);
  sv_signature_free(&s);
  sv_xml_free(x);
  sv_buf_free(&text);
}

static void a_certificate_leads_to_the_authority_that_issued_it(void **state)
{
  (void)state;
  struct sv_x509 c;
  char reason[200];
  const char *text = issued.pem; /* PEM's frame is passed over */
  assert_int_equal(sv_x509_read(text, strlen(text), &c), SV_OK);
  assert_string_equal(c.subject, "CN=issued");
  assert_int_equal(c.not_after, NOW + 30 * DAY);
  assert_int_equal(sv_x509_is_issued(&c, ec.pem, strlen(ec.pem), NOW, reason), SV_OK);
  assert_int_equal(sv_x509_is_issued(&c, other.pem, strlen(other.pem), NOW, reason), SV_DENIED);
  assert_true(reason[0] != '\0');
  assert_int_equal(sv_x509_is_issued(&c, ec.pem, strlen(ec.pem), NOW + 31 * DAY, reason),
                   SV_DENIED);
  assert_int_equal(sv_x509_is_issued(&c, "hei", 3, NOW, reason), SV_INVALID);
  sv_x509_free(&c);
  assert_int_equal(sv_x509_read("", 0, &c), SV_INVALID);
  sv_x509_free(&c);
  assert_int_equal(sv_x509_read("-----BEGIN CERTIFICATE-----", 27, &c), SV_INVALID);
  sv_x509_free(&c);
}

static void metadata_are_read_with_either_namespace(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "<SignedServiceMetadata xmlns='http://busdox.org/serviceMetadata/publishing/1.0/' "
    "xmlns:i='http://busdox.org/transport/identifiers/1.0/' "
    "xmlns:w='http://www.w3.org/2005/08/addressing'><ServiceMetadata><ServiceInformation>"
    "<i:ParticipantIdentifier scheme='s'> a </i:ParticipantIdentifier><ProcessList><Process>"
    "<ServiceEndpointList><Endpoint transportProfile='p'><w:EndpointReference><w:Address>\n"
    "https://a.example/</w:Address></w:EndpointReference></Endpoint></ServiceEndpointList>"
    "</Process></ProcessList></ServiceInformation></ServiceMetadata></SignedServiceMetadata>",
    "<SignedServiceMetadata xmlns='http://docs.oasis-open.org/bdxr/ns/SMP/2016/05'>"
    "<ServiceMetadata><ServiceInformation><ParticipantIdentifier scheme='s'>a"
    "</ParticipantIdentifier><ProcessList><Process><ServiceEndpointList>"
    "<Endpoint transportProfile='p'><EndpointURI>https://a.example/</EndpointURI></Endpoint>"
    "</ServiceEndpointList></Process></ProcessList></ServiceInformation></ServiceMetadata>"
    "</SignedServiceMetadata>",
  };
  for (size_t i = 0; i < 2; i++) {
    struct sv_arena a = SV_ARENA(TEXT_MAX);
    struct sv_xml *x = NULL;
    struct sv_smp smp;
    struct sv_error err = { .text = "" };
    assert_int_equal(sv_xml_read(texts[i], strlen(texts[i]), "d", NULL, &x, NULL, &err), SV_OK);
    assert_int_equal(sv_smp_read(x, &a, &smp), SV_OK);
    assert_int_equal(smp.kind, SV_SMP_METADATA);
    assert_string_equal(smp.participant, "s::a");
    assert_null(smp.document);
    assert_int_equal(smp.count, 1);
    assert_string_equal(smp.endpoints[0].profile, "p");
    assert_string_equal(smp.endpoints[0].address, "https://a.example/");
    assert_null(smp.endpoints[0].certificate);
    sv_xml_free(x);
    sv_arena_free(&a);
  }
}

/* A certificate of M's key, signed by ISSUER or by itself. */
static void certify(struct maker *m, const char *name, const struct maker *issuer)
{
  static const unsigned char serial[] = { 1 };
  const char *where = NULL;
  gnutls_datum_t der = { NULL, 0 };
  gnutls_datum_t text = { NULL, 0 };
  gnutls_datum_t pem = { NULL, 0 };
  assert_true(gnutls_x509_crt_init(&m->crt) >= 0);
  assert_true(gnutls_x509_crt_set_version(m->crt, 3) >= 0);
  assert_true(gnutls_x509_crt_set_serial(m->crt, serial, sizeof serial) >= 0);
  assert_true(gnutls_x509_crt_set_dn(m->crt, name, &where) >= 0);
  assert_true(gnutls_x509_crt_set_activation_time(m->crt, NOW - 30 * DAY) >= 0);
  assert_true(gnutls_x509_crt_set_expiration_time(m->crt, NOW + 30 * DAY) >= 0);
  assert_true(gnutls_x509_crt_set_basic_constraints(m->crt, issuer == NULL, -1) >= 0);
  assert_true(gnutls_x509_crt_set_key(m->crt, m->key) >= 0);
  assert_true(gnutls_x509_crt_sign2(m->crt, issuer ? issuer->crt : m->crt,
                                    issuer ? issuer->key : m->key, GNUTLS_DIG_SHA256, 0) >= 0);
  assert_true(gnutls_x509_crt_export2(m->crt, GNUTLS_X509_FMT_DER, &der) >= 0);
  assert_true(gnutls_x509_crt_export2(m->crt, GNUTLS_X509_FMT_PEM, &pem) >= 0);
  assert_true(gnutls_base64_encode2(&der, &text) >= 0);
  m->base64 = strndup((const char *)text.data, text.size);
  m->pem = strndup((const char *)pem.data, pem.size);
  gnutls_free(der.data);
  gnutls_free(text.data);
  gnutls_free(pem.data);
}

static void make(struct maker *m, const char *name, gnutls_pk_algorithm_t kind, unsigned bits,
                 const struct maker *issuer)
{
  assert_true(gnutls_x509_privkey_init(&m->key) >= 0);
  assert_true(gnutls_x509_privkey_generate(m->key, kind, bits, 0) >= 0);
  certify(m, name, issuer);
}

static int make_all(void **state)
{
  (void)state;
  const unsigned curve = GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1);
  make(&rsa, "CN=rsa", GNUTLS_PK_RSA, 2048, NULL);
  make(&other, "CN=other", GNUTLS_PK_RSA, 2048, NULL);
  make(&weak, "CN=weak", GNUTLS_PK_RSA, 1024, NULL);
  make(&ec, "CN=ec", GNUTLS_PK_EC, curve, NULL);
  make(&issued, "CN=issued", GNUTLS_PK_EC, curve, &ec);
  return 0;
}

static int free_all(void **state)
{
  (void)state;
  struct maker *const all[] = { &rsa, &other, &weak, &ec, &issued };
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    gnutls_x509_privkey_deinit(all[i]->key);
    gnutls_x509_crt_deinit(all[i]->crt);
    free(all[i]->base64);
    free(all[i]->pem);
  }
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(what_was_signed_verifies_and_tells_who_signed),
    cmocka_unit_test(a_change_anywhere_is_noticed),
    cmocka_unit_test(a_digest_that_was_made_anew_does_not_verify),
    cmocka_unit_test(another_certificate_does_not_verify),
    cmocka_unit_test(a_comment_changes_nothing),
    cmocka_unit_test(wrapped_content_is_refused),
    cmocka_unit_test(old_and_keyless_algorithms_are_refused),
    cmocka_unit_test(other_addresses_are_refused),
    cmocka_unit_test(other_transforms_are_refused),
    cmocka_unit_test(ten_thousand_transforms_are_refused_at_the_third),
    cmocka_unit_test(without_a_good_key_there_is_no_verdict_on_the_rest),
    cmocka_unit_test(the_signer_is_found_among_several_certificates),
    cmocka_unit_test(base64_may_be_folded_with_carriage_returns),
    cmocka_unit_test(what_is_missing_is_named),
    cmocka_unit_test(a_doctype_is_refused),
    cmocka_unit_test(too_many_nodes_are_a_limit),
    cmocka_unit_test(a_certificate_leads_to_the_authority_that_issued_it),
    cmocka_unit_test(metadata_are_read_with_either_namespace),
  };
  return cmocka_run_group_tests_name("signature", tests, make_all, free_all);
}
