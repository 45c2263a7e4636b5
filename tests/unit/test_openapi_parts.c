// SPDX-License-Identifier: Apache-2.0
/* Forms and bodies in several parts held against their schema and encoding, and made for trials. */
#include "tests/unit/unit.h"

#include "engines/base/buf.h"
#include "engines/openapi/exchange.h"
#include "engines/openapi/trial.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STR "{type: string}"

static const char document[] =
    "openapi: 3.1.0\n"
    "info: {title: t, version: '1'}\n"
    "servers: [{url: 'https://svc.example'}]\n"
    "components:\n"
    "  schemas:\n"
    "    Case:\n"
    "      type: object\n"
    "      required: [title]\n"
    "      additionalProperties: false\n"
    "      properties:\n"
    "        title: {type: string, minLength: 2}\n"
    "        count: {type: integer, maximum: 9}\n"
    "        tags: {type: array, maxItems: 2, items: {type: string, maxLength: 3}}\n"
    "        who: {type: object, required: [name], properties: {name: " STR "}}\n"
    "        file: {type: string, format: binary, maxLength: 4}\n"
    "        photo: {type: string, format: binary}\n"
    "        pair: {type: array, items: " STR "}\n"
    "        where: {type: object, properties: {x: {type: integer}}}\n"
    "        spot: {type: object, properties: {lat: {type: integer}}}\n"
    "paths:\n"
    "  /parts:\n"
    "    post:\n"
    "      operationId: parts\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content:\n"
    "          multipart/form-data:\n"
    "            schema: {$ref: '#/components/schemas/Case'}\n"
    "            encoding:\n"
    "              file: {headers: {X-Sum: {required: true, schema: {type: integer}}}}\n"
    "              photo: {contentType: 'image/png, image/jpeg'}\n"
    "      responses:\n"
    "        '200':\n"
    "          description: d\n"
    "          content:\n"
    "            multipart/mixed:\n"
    "              schema: {type: array, maxItems: 2, items: {type: object, required: [a]}}\n"
    "  /form:\n"
    "    post:\n"
    "      operationId: form\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content:\n"
    "          application/x-www-form-urlencoded:\n"
    "            schema: {$ref: '#/components/schemas/Case'}\n"
    "            encoding:\n"
    "              pair: {style: form, explode: false}\n"
    "              where: {style: deepObject, explode: true}\n"
    "              spot: {style: form, explode: true}\n"
    "      responses: {'200': {description: d}}\n"
    "  /make:\n"
    "    post:\n"
    "      operationId: make\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content:\n"
    "          multipart/form-data:\n"
    "            schema:\n"
    "              type: object\n"
    "              required: [title, file, tags, who]\n"
    "              additionalProperties: false\n"
    "              properties:\n"
    "                title: {type: string, minLength: 2, maxLength: 5}\n"
    "                size: {type: integer}\n"
    "                file: {type: string, format: binary}\n"
    "                tags: {type: array, minItems: 2, items: " STR "}\n"
    "                who: {type: object, required: [n], properties: {n: {type: integer}}}\n"
    "            encoding:\n"
    "              file: {headers: {X-Sum: {required: true, schema: {type: integer, minimum: "
    "3}}}}\n"
    "      responses: {'200': {description: d}}\n"
    "  /picture:\n"
    "    post:\n"
    "      operationId: picture\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content:\n"
    "          multipart/form-data:\n"
    "            schema: {type: object, required: [p], properties: {p: {type: string, format: "
    "binary}}}\n"
    "            encoding: {p: {contentType: image/png}}\n"
    "      responses: {'200': {description: d}}\n"
    "  /fill:\n"
    "    post:\n"
    "      operationId: fill\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content:\n"
    "          application/x-www-form-urlencoded:\n"
    "            schema:\n"
    "              type: object\n"
    "              required: [name, tags]\n"
    "              properties:\n"
    "                name: {type: string, example: Å & B}\n"
    "                tags: {type: array, minItems: 2, items: {type: integer}}\n"
    "      responses: {'200': {description: d}}\n";

struct fixture {
  struct sv_openapi *api;
  struct sv_operations *operations;
  struct sv_exchange *judge;
};

static void open_fixture(struct fixture *f)
{
  const struct sv_openapi_options opt = { .iri = "file:///api.yaml", .name = "api.yaml" };
  struct sv_error err = { 0 };
  if (sv_openapi_load(document, strlen(document), &opt, &f->api, &err) != SV_OK ||
      sv_operations_new(f->api, NULL, 0, &f->operations, &err) != SV_OK)
    fail_msg("%s", err.text);
  f->judge = sv_exchange_new(f->operations);
  assert_non_null(f->judge);
}

static void close_fixture(struct fixture *f)
{
  sv_exchange_free(f->judge);
  sv_operations_free(f->operations);
  sv_openapi_free(f->api);
}

/* The findings as "kind name pointer keyword;" each, then gaps. */
static void written(struct fixture *f, char *out, size_t room)
{
  size_t count;
  const struct sv_exchange_finding *found = sv_exchange_findings(f->judge, &count);
  *out = '\0';
  for (size_t i = 0; i < count; i++) {
    (void)snprintf(out + strlen(out), room - strlen(out), "%s %s %s %s;",
                   sv_exchange_kind_name(found[i].kind), found[i].name ? found[i].name : "-",
                   found[i].pointer ? found[i].pointer : "-",
                   found[i].keyword ? found[i].keyword : "-");
    assert_true(found[i].line > 0);
    assert_non_null(found[i].message.msgid);
  }
  const struct sv_exchange_gap *gap = sv_exchange_gaps(f->judge, &count);
  for (size_t i = 0; i < count; i++) {
    (void)snprintf(out + strlen(out), room - strlen(out), "gap %s;", gap[i].limit);
    assert_true(gap[i].sentence[0]);
  }
}

static void request(struct fixture *f, const char *url, const char *type, const char *body,
                    char *out, size_t room)
{
  const struct sv_exchange_header header = { "Content-Type", type };
  const struct sv_exchange_message m = {
    .headers = &header, .header_count = 1, .body = body, .body_size = strlen(body)
  };
  struct sv_operation_match match;
  struct sv_error err = { 0 };
  sv_exchange_clear(f->judge);
  sv_operations_match(f->operations, "POST", url, strlen(url), &match);
  assert_int_equal(match.outcome, SV_OPERATION_FOUND);
  assert_int_equal(sv_exchange_request(f->judge, &match, &m, &err), SV_OK);
  written(f, out, room);
}

#define PART(name, more, text)                                                                     \
  "--b\r\nContent-Disposition: form-data; name=" name "\r\n" more "\r\n" text "\r\n"
#define END "--b--\r\n"
#define TITLE PART("title", "", "Ola")
#define AS(type) "Content-Type: " type "\r\n"

static void parts_are_held_against_schema_and_encoding(void **state)
{
  (void)state;
  static const struct {
    const char *body, *expected;
  } cases[] = {
    { TITLE END, "" },
    { TITLE PART("count", "", "7") PART("tags", "", "a") PART("tags", "", "b") END, "" },
    { TITLE PART("tags", "", "a") END, "" }, /* one of a list is a list */
    { TITLE PART("tags", AS("application/json"), "[\"a\",\"b\"]") END, "" },
    { TITLE PART("who", AS("application/json"), "{\"name\":\"x\"}") END, "" },
    { TITLE PART("who", "", "{\"name\":\"x\"}") END, "" },
    { TITLE PART("photo", AS("image/png"), "\x89PNG") END, "" },
    { TITLE PART("file", "X-Sum: 4\r\n" AS("application/pdf"), "\xff\xfe\x80") END, "" },
    { PART("count", "", "7") END, "body -  required;" },
    { PART("title", "", "O") END, "body - /title minLength;" },
    { TITLE PART("count", "", "12") END, "body - /count maximum;" },
    { TITLE PART("count", "", "x") END, "body - /count type;" },
    { TITLE TITLE END, "body - /title type;" }, /* a name twice is a list */
    { TITLE PART("tags", "", "a") PART("tags", "", "b") PART("tags", "", "c") END, "body - /tags "
                                                                                   "maxItems;" },
    { TITLE PART("tags", "", "long") END, "body - /tags/0 maxLength;" },
    { TITLE PART("other", "", "x") END, "body - /other additionalProperties;" },
    { TITLE PART("who", AS("application/json"), "{}") END, "body - /who required;" },
    { TITLE PART("who", AS("application/json"), "{") END, "body-malformed who /who -;" },
    { TITLE PART("who", AS("text/xml"), "<a/>") END, "gap part-type;" },
    { TITLE PART("photo", AS("image/gif"), "GIF") END, "media-type photo /photo -;" },
    { TITLE PART("photo", "", "GIF") END, "media-type photo /photo -;" },
    { TITLE PART("photo", AS("gif"), "GIF") END, "body-malformed photo /photo -;" },
    { TITLE PART("file", "", "abc") END, "header-missing X-Sum - -;" },
    { TITLE PART("file", "X-Sum: no\r\n", "abc") END, "header X-Sum  type;" },
    /* lengths of binary content are bytes */
    { TITLE PART("file", "X-Sum: 1\r\n", "\xc3\xa6\xc3\xa6") END, "" },
    { TITLE PART("file", "X-Sum: 1\r\n", "\xc3\xa6\xc3\xa6\xc3") END, "body - /file maxLength;" },
    { TITLE PART("title2", "Content-Transfer-Encoding: base64\r\n", "eA==") END, "gap "
                                                                                 "transfer-"
                                                                                 "encoding;" },
    { TITLE, "body-malformed - - -;" },
    { "--b\r\n\r\nnameless\r\n" END, "body-malformed - - -;" },
    { "--b\r\nContent-Disposition: attachment; name=title\r\n\r\nOla\r\n" END, "body-malformed - - "
                                                                               "-;" },
    { "title=Ola", "body-malformed - - -;" },
  };
  struct fixture f;
  char out[2000];
  open_fixture(&f);
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    request(&f, "/parts", "multipart/form-data; boundary=b", cases[i].body, out, sizeof out);
    if (strcmp(out, cases[i].expected) != 0)
      fail_msg("case %zu: %s\nexpected: %s", i, out, cases[i].expected);
  }
  request(&f, "/parts", "multipart/form-data", TITLE END, out, sizeof out);
  assert_string_equal(out, "body-malformed - - -;");
  close_fixture(&f);
}

static void an_answer_in_parts_is_a_list_of_them(void **state)
{
  (void)state;
  static const struct {
    const char *body, *expected;
  } cases[] = {
    { "--b\r\n" AS("application/json") "\r\n{\"a\":1}\r\n" END, "" },
    { "--b\r\n" AS("application/json") "\r\n{}\r\n" END, "body - /0 required;" },
    { "--b\r\n\r\n{\"a\":1}\r\n--b\r\n\r\n{\"a\":1}\r\n--b\r\n\r\n{\"a\":1}\r\n" END, "body -  "
                                                                                      "maxItems;" },
    { "--b\r\n\r\n{\r\n" END, "body-malformed   -;" },
    { "--b\r\n\r\n{}", "body-malformed - - -;" },
  };
  struct fixture f;
  struct sv_error err = { 0 };
  char out[2000];
  open_fixture(&f);
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    const struct sv_exchange_header header = { "Content-Type", "multipart/mixed; boundary=b" };
    const struct sv_exchange_message m = { .headers = &header,
                                           .header_count = 1,
                                           .body = cases[i].body,
                                           .body_size = strlen(cases[i].body) };
    sv_exchange_clear(f.judge);
    assert_int_equal(sv_exchange_response(f.judge, sv_operations_find(f.operations, "parts"),
                                          "POST", 200, &m, &err),
                     SV_OK);
    written(&f, out, sizeof out);
    if (strcmp(out, cases[i].expected) != 0)
      fail_msg("case %zu: %s\nexpected: %s", i, out, cases[i].expected);
  }
  close_fixture(&f);
}

static void forms_are_held_against_schema_and_encoding(void **state)
{
  (void)state;
  static const struct {
    const char *body, *expected;
  } cases[] = {
    { "title=Ola", "" },
    { "title=O%C3%85+B&count=7", "" },
    { "title=Ola&tags=a&tags=b", "" },
    { "title=Ola&tags=a", "" },
    { "title=Ola&pair=a,b,c", "" },
    { "title=Ola&where%5Bx%5D=4", "" },
    { "title=Ola&where[x]=y", "body - /where/x type;" },
    { "title=Ola&lat=4", "" },
    { "title=Ola&lat=y", "body - /spot/lat type;" },
    { "title=Ola&who=%7B%22name%22%3A%22x%22%7D", "" },
    { "title=Ola&who=%7B%7D", "body - /who required;" },
    { "title=Ola&who=x", "body-malformed - - -;" },
    { "count=7", "body -  required;" },
    { "title=Ola&count=12", "body - /count maximum;" },
    { "title=Ola&tags=a&tags=b&tags=c", "body - /tags maxItems;" },
    { "title=Ola&tags=long", "body - /tags/0 maxLength;" },
    { "title=Ola&other=1", "body - /other additionalProperties;" },
    { "title=Ola&&", "" },
    { "title=%4", "body-malformed - - -;" },
    { "title=Ola&%ff=1", "body-malformed - - -;" },
    { "title=Ola&a%00b=1", "body-malformed - - -;" },
  };
  struct fixture f;
  char out[2000];
  open_fixture(&f);
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    request(&f, "/form", "application/x-www-form-urlencoded", cases[i].body, out, sizeof out);
    if (strcmp(out, cases[i].expected) != 0)
      fail_msg("case %zu: %s\nexpected: %s", i, out, cases[i].expected);
  }
  close_fixture(&f);
}

static void a_form_of_very_much_is_left(void **state)
{
  (void)state;
  static const struct {
    const char *pair, *limit;
    size_t times;
  } cases[] = { { "&", "gap form-pairs;", 20000 },
                { "aaaaaaaaaaaaaaaaaaaa&", "gap form-bytes;", 60000 } };
  struct fixture f;
  char out[200];
  open_fixture(&f);
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_buf body = SV_BUF(2 << 20);
    for (size_t k = 0; k < cases[i].times; k++)
      (void)sv_buf_adds(&body, cases[i].pair);
    request(&f, "/form", "application/x-www-form-urlencoded", sv_buf_text(&body), out, sizeof out);
    assert_string_equal(out, cases[i].limit);
    sv_buf_free(&body);
  }
  struct sv_buf body = SV_BUF(1 << 20);
  for (unsigned k = 0; k < 300; k++)
    (void)sv_buf_addf(&body, "a%u=1&", k);
  request(&f, "/form", "application/x-www-form-urlencoded", sv_buf_text(&body), out, sizeof out);
  assert_string_equal(out, "gap form-members;");
  sv_buf_free(&body);
  close_fixture(&f);
}

static const struct sv_trial *find(struct sv_trials *ts, enum sv_trial_kind kind, const char *id,
                                   const char *part)
{
  for (size_t i = 0; i < sv_trials_count(ts); i++) {
    const struct sv_trial *t = sv_trials_at(ts, i);
    if (t->kind == kind && t->operation->id && strcmp(t->operation->id, id) == 0 && t->body &&
        strstr(t->body, part))
      return t;
  }
  return NULL;
}

static void trials_have_forms_and_parts(void **state)
{
  (void)state;
  static const char parts[] = "--samsvar-part-0\r\n"
                              "Content-Disposition: form-data; name=\"title\"\r\n\r\nsa\r\n"
                              "--samsvar-part-0\r\n"
                              "Content-Disposition: form-data; name=\"file\"; "
                              "filename=\"samsvar\"\r\n"
                              "Content-Type: application/octet-stream\r\nX-Sum: 3\r\n\r\ns\r\n"
                              "--samsvar-part-0\r\n"
                              "Content-Disposition: form-data; name=\"tags\"\r\n\r\ns\r\n"
                              "--samsvar-part-0\r\n"
                              "Content-Disposition: form-data; name=\"tags\"\r\n\r\ns\r\n"
                              "--samsvar-part-0\r\n"
                              "Content-Disposition: form-data; name=\"who\"\r\n"
                              "Content-Type: application/json\r\n\r\n{\"n\":0}\r\n"
                              "--samsvar-part-0--\r\n";
  struct fixture f;
  size_t left_out;
  const char *lacks = NULL;
  open_fixture(&f);
  struct sv_trials *ts = sv_trials_new(
      f.operations, &(struct sv_trial_options){ .base = "https://svc.example", .writes = true });
  assert_non_null(ts);
  const struct sv_trial *made =
      sv_trials_plain(ts, sv_operations_find(f.operations, "make"), &lacks);
  assert_non_null(made);
  assert_string_equal(made->body, parts);
  assert_string_equal(made->headers[0], "Content-Type: multipart/form-data; "
                                        "boundary=samsvar-part-0");
  const struct sv_trial *filled =
      sv_trials_plain(ts, sv_operations_find(f.operations, "fill"), &lacks);
  assert_non_null(filled);
  assert_string_equal(filled->body, "name=%C3%85%20%26%20B&tags=0&tags=0");
  assert_null(sv_trials_plain(ts, sv_operations_find(f.operations, "picture"), &lacks));
  assert_string_equal(lacks, "body"); /* what we make up is no picture */
  sv_trials_vary(ts, &left_out);
  assert_non_null(find(ts, SV_TRIAL_LENGTH, "make", "name=\"title\"\r\n\r\ns\r\n"));
  assert_non_null(find(ts, SV_TRIAL_UNKNOWN_MEMBER, "make", "name=\"samsvar\""));
  assert_non_null(find(ts, SV_TRIAL_MALFORMED, "make", "--samsvar\r\n"));
  const struct sv_trial *missing = find(ts, SV_TRIAL_MISSING, "make", "--samsvar-part-0");
  assert_non_null(missing);
  assert_null(find(ts, SV_TRIAL_TYPE, "make", "name=\"title\"\r\n\r\n7")); /* 7 is a text there */
  assert_non_null(find(ts, SV_TRIAL_MISSING, "fill", "name=%C3%85%20%26%20B"));
  sv_trials_free(ts);
  close_fixture(&f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(parts_are_held_against_schema_and_encoding),
    cmocka_unit_test(an_answer_in_parts_is_a_list_of_them),
    cmocka_unit_test(forms_are_held_against_schema_and_encoding),
    cmocka_unit_test(a_form_of_very_much_is_left),
    cmocka_unit_test(trials_have_forms_and_parts),
  };
  return cmocka_run_group_tests_name("forms and parts", tests, NULL, NULL);
}
