// SPDX-License-Identifier: Apache-2.0
/* Trials: requests made from a description, each with one thing to show. */
#include "tests/unit/unit.h"

#include "engines/base/buf.h"
#include "engines/openapi/trial.h"
#include "engines/openapi/value.h"
#include "engines/regex/regex.h"

#include <stdlib.h>
#include <string.h>

static const char text[] =
    "openapi: 3.0.3\n"
    "info: {title: t, version: '1'}\n"
    "servers: [{url: 'https://svc.example/v1'}]\n"
    "components:\n"
    "  securitySchemes: {m: {type: http, scheme: bearer}}\n"
    "paths:\n"
    "  /units:\n"
    "    get:\n"
    "      operationId: list\n"
    "      parameters:\n"
    "        - {name: size, in: query, schema: {type: integer, minimum: 1, maximum: 100}}\n"
    "        - {name: sort, in: query, schema: {type: string, enum: [up, down]}}\n"
    "        - {name: name, in: query, example: Ås, schema: {type: string, minLength: 2, "
    "maxLength: 5}}\n"
    "        - {name: since, in: query, schema: {type: string, format: date}}\n"
    "        - {name: open, in: query, schema: {type: boolean}}\n"
    "        - {name: muni, in: query, schema: {type: string, pattern: '^[0-9]{4}$'}}\n"
    "        - {name: tags, in: query, schema: {type: array, items: {type: string}}}\n"
    "      responses:\n"
    "        '200':\n"
    "          description: d\n"
    "          content: {application/json: {schema: {type: object}}, text/csv: {}}\n"
    "          links:\n"
    "            first: {operationId: toy, parameters: {toy: '$response.body#/units/0/code'}}\n"
    "    post:\n"
    "      operationId: add\n"
    "      security: [{m: []}]\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content:\n"
    "          application/json:\n"
    "            schema:\n"
    "              type: object\n"
    "              required: [name, kind]\n"
    "              additionalProperties: false\n"
    "              properties:\n"
    "                id: {type: integer, readOnly: true}\n"
    "                name: {type: string, maxLength: 5}\n"
    "                kind: {type: string, enum: [a, b]}\n"
    "                size: {type: integer, minimum: 0}\n"
    "      responses: {'201': {description: d}}\n"
    "  /units/{unitId}:\n"
    "    get:\n"
    "      operationId: one\n"
    "      parameters: [{name: unitId, in: path, required: true, schema: {type: integer}}]\n"
    "      responses: {'200': {description: d}}\n"
    "  /toys/{toy}:\n"
    "    get:\n"
    "      operationId: toy\n"
    "      parameters: [{name: toy, in: path, required: true, schema: {type: string}}]\n"
    "      responses: {'200': {description: d}}\n"
    "  /search:\n"
    "    get:\n"
    "      operationId: search\n"
    "      parameters:\n"
    "        - {name: q, in: query, required: true, schema: {type: string}}\n"
    "        - {name: X-Kind, in: header, required: true, schema: {type: string, enum: [k]}}\n"
    "      responses: {'200': {description: d}}\n"
    "  /locked/{key}:\n"
    "    get:\n"
    "      operationId: locked\n"
    "      parameters: [{name: key, in: path, required: true, schema: {type: string}}]\n"
    "      responses: {'200': {description: d}}\n";

struct set {
  struct sv_openapi *api;
  struct sv_operations *operations;
  struct sv_trials *trials;
};

static struct set begin_with(const char *document, bool writes, unsigned long seed, size_t most)
{
  static const char *const bases[] = { "https://svc.example/v1" };
  const struct sv_openapi_options opt = { .iri = "file:///a.yaml", .name = "a.yaml" };
  struct sv_error err = { 0 };
  struct set s = { 0 };
  if (sv_openapi_load(document, strlen(document), &opt, &s.api, &err) != SV_OK ||
      sv_operations_new(s.api, bases, 1, &s.operations, &err) != SV_OK)
    fail_msg("%s", err.text);
  s.trials = sv_trials_new(
      s.operations,
      &(struct sv_trial_options){ .base = bases[0], .seed = seed, .writes = writes, .most = most });
  assert_non_null(s.trials);
  return s;
}

static struct set begin(bool writes, unsigned long seed, size_t most)
{
  return begin_with(text, writes, seed, most);
}

static void end(struct set *s)
{
  sv_trials_free(s->trials);
  sv_operations_free(s->operations);
  sv_openapi_free(s->api);
}

static const struct sv_trial *plain(struct set *s, const char *id, const char **lacks)
{
  const struct sv_operation *o = sv_operations_find(s->operations, id);
  assert_non_null(o);
  return sv_trials_plain(s->trials, o, lacks);
}

/* Plain trials, an answer to the list, and all the rest. */
static size_t fill(struct set *s)
{
  size_t left_out = 0;
  const struct sv_trial *list = plain(s, "list", NULL);
  json_t *body = json_loads("{\"units\":[{\"id\":7,\"code\":\"t7\"},{\"id\":8}]}", 0, NULL);
  assert_non_null(list);
  assert_int_equal(sv_trials_learn(s->trials, list, body), SV_OK);
  json_decref(body);
  for (size_t i = 0; i < sv_operations_count(s->operations); i++)
    (void)sv_trials_plain(s->trials, sv_operations_at(s->operations, i), NULL);
  sv_trials_vary(s->trials, &left_out);
  return left_out;
}

static const struct sv_trial *find(const struct set *s, enum sv_trial_kind kind, const char *method,
                                   const char *target)
{
  for (size_t i = 0; i < sv_trials_count(s->trials); i++) {
    const struct sv_trial *t = sv_trials_at(s->trials, i);
    if (t->kind == kind && strcmp(t->method, method) == 0 && strcmp(t->target, target) == 0)
      return t;
  }
  return NULL;
}

static void dump(const struct set *s)
{
  for (size_t i = 0; i < sv_trials_count(s->trials); i++) {
    const struct sv_trial *t = sv_trials_at(s->trials, i);
    print_message("%s %s %s %s %s\n", sv_trial_kind_name(t->kind), t->method, t->target,
                  t->headers[0] ? t->headers[0] : "", t->body ? t->body : "");
  }
}

static void each_declared_thing_is_kept_and_broken_once(void **state)
{
  (void)state;
  static const struct {
    enum sv_trial_kind kind;
    const char *target;
  } wanted[] = {
    { SV_TRIAL_PLAIN, "/units" },
    { SV_TRIAL_BOUNDARY, "/units?size=1" },
    { SV_TRIAL_BOUNDARY, "/units?size=100" },
    { SV_TRIAL_BOUNDARY, "/units?sort=up" },
    { SV_TRIAL_BOUNDARY, "/units?sort=down" },
    { SV_TRIAL_EXAMPLE, "/units?name=%C3%85s" },
    { SV_TRIAL_BOUNDARY, "/units?name=sa" },
    { SV_TRIAL_BOUNDARY, "/units?name=samsv" },
    { SV_TRIAL_MEDIA, "/units" },
    { SV_TRIAL_NOT_ACCEPTABLE, "/units" },
    { SV_TRIAL_TYPE, "/units?size=samsvar" },
    { SV_TRIAL_RANGE, "/units?size=0" },
    { SV_TRIAL_RANGE, "/units?size=101" },
    { SV_TRIAL_ENUM, "/units?sort=__samsvar__" },
    { SV_TRIAL_LENGTH, "/units?name=s" },
    { SV_TRIAL_LENGTH, "/units?name=ssssss" },
    { SV_TRIAL_FORMAT, "/units?since=2024-02-30" },
    { SV_TRIAL_TYPE, "/units?open=samsvar" },
    { SV_TRIAL_PATTERN, "/units?muni=~" },
    { SV_TRIAL_PLAIN, "/units/8" },
    { SV_TRIAL_LINKED, "/units/7" },
    { SV_TRIAL_TYPE, "/units/samsvar" },
    { SV_TRIAL_UNKNOWN_ID, "/units/999999999" },
    { SV_TRIAL_PLAIN, "/toys/t7" },
    { SV_TRIAL_UNKNOWN_ID, "/toys/samsvar-none" },
    { SV_TRIAL_PLAIN, "/search?q=s" },
    { SV_TRIAL_MISSING, "/search" },
    { SV_TRIAL_MISSING, "/search?q=s" },
  };
  struct set s = begin(false, 1, 0);
  assert_int_equal(fill(&s), 0);
  for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
    if (!find(&s, wanted[i].kind, "GET", wanted[i].target)) {
      dump(&s);
      fail_msg("no %s GET %s", sv_trial_kind_name(wanted[i].kind), wanted[i].target);
    }
  for (size_t i = 0; i < sv_trials_count(s.trials); i++)
    assert_false(sv_trials_at(s.trials, i)->writes);
  end(&s);
}

static void what_is_lost_on_the_wire_is_not_tried(void **state)
{
  (void)state;
  struct set s = begin(false, 1, 0);
  (void)fill(&s);
  for (size_t i = 0; i < sv_trials_count(s.trials); i++) {
    const struct sv_trial *t = sv_trials_at(s.trials, i);
    /* A text is what everything is on the wire. */
    if (t->kind == SV_TRIAL_TYPE && t->name &&
        (strcmp(t->name, "name") == 0 || strcmp(t->name, "tags") == 0 ||
         strcmp(t->name, "toy") == 0))
      fail_msg("%s", t->target);
    assert_null(strstr(t->target, "locked"));
  }
  end(&s);
}

static void a_path_without_a_known_value_is_not_tried(void **state)
{
  (void)state;
  const char *lacks = NULL;
  struct set s = begin(false, 1, 0);
  assert_null(plain(&s, "one", &lacks));
  assert_string_equal(lacks, "unitId");
  assert_int_equal(sv_trials_know(s.trials, "unit_id", "3"), SV_OK);
  assert_string_equal(plain(&s, "one", &lacks)->target, "/units/3");
  assert_null(plain(&s, "locked", &lacks));
  assert_string_equal(lacks, "key");
  assert_null(plain(&s, "add", &lacks)); /* it writes */
  end(&s);
}

static void bodies_have_one_fault_each(void **state)
{
  (void)state;
  static const struct {
    enum sv_trial_kind kind;
    const char *body; /* NULL: none */
  } wanted[] = {
    { SV_TRIAL_PLAIN, "{\"name\":\"s\",\"kind\":\"a\"}" },
    { SV_TRIAL_MISSING, "{\"name\":\"s\"}" },
    { SV_TRIAL_MISSING, "{\"kind\":\"a\"}" },
    { SV_TRIAL_TYPE, "{\"name\":7,\"kind\":\"a\"}" },
    { SV_TRIAL_LENGTH, "{\"name\":\"ssssss\",\"kind\":\"a\"}" },
    { SV_TRIAL_ENUM, "{\"name\":\"s\",\"kind\":\"__samsvar__\"}" },
    { SV_TRIAL_UNKNOWN_MEMBER, "{\"name\":\"s\",\"kind\":\"a\",\"samsvar\":true}" },
    { SV_TRIAL_MALFORMED, "{\"samsvar\":" },
    { SV_TRIAL_MEDIA_TYPE, "samsvar" },
    { SV_TRIAL_NO_BODY, NULL },
    { SV_TRIAL_NO_TOKEN, "{\"name\":\"s\",\"kind\":\"a\"}" },
    { SV_TRIAL_BAD_TOKEN, "{\"name\":\"s\",\"kind\":\"a\"}" },
  };
  struct set s = begin(true, 1, 0);
  (void)fill(&s);
  for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
    bool found = false;
    for (size_t k = 0; k < sv_trials_count(s.trials); k++) {
      const struct sv_trial *t = sv_trials_at(s.trials, k);
      const bool same = t->body == wanted[i].body ||
                        (t->body && wanted[i].body && strcmp(t->body, wanted[i].body) == 0);
      found |= t->kind == wanted[i].kind && strcmp(t->method, "POST") == 0 && same;
    }
    if (!found) {
      dump(&s);
      fail_msg("no %s %s", sv_trial_kind_name(wanted[i].kind),
               wanted[i].body ? wanted[i].body : "without body");
    }
  }
  assert_non_null(find(&s, SV_TRIAL_METHOD, "DELETE", "/units"));
  assert_null(find(&s, SV_TRIAL_METHOD, "POST", "/units"));
  end(&s);
}

/* What a part is said to be: the file alone, since text is what every field of a form is, and only
 * where its encoding leaves something out. */
static void a_part_of_another_media_type_is_one_fault(void **state)
{
  (void)state;
  static const char parts[] = "openapi: 3.1.0\n"
                              "info: {title: t, version: '1'}\n"
                              "servers: [{url: 'https://svc.example/v1'}]\n"
                              "paths:\n"
                              "  /files:\n"
                              "    post:\n"
                              "      operationId: send\n"
                              "      requestBody:\n"
                              "        required: true\n"
                              "        content:\n"
                              "          multipart/form-data:\n"
                              "            schema:\n"
                              "              type: object\n"
                              "              required: [what, file, any]\n"
                              "              properties:\n"
                              "                what: {type: string, minLength: 1}\n"
                              "                file: {type: string, format: binary, minLength: 1}\n"
                              "                any: {type: string, format: binary, minLength: 1}\n"
                              "            encoding:\n"
                              "              what: {contentType: text/plain}\n"
                              "              file: {contentType: 'text/csv, application/pdf'}\n"
                              "              any: {contentType: '*/*'}\n"
                              "      responses: {'200': {description: d}}\n";
  size_t odd = 0;
  size_t without = 0;
  size_t left_out = 0;
  struct set s = begin_with(parts, true, 1, 0);
  assert_non_null(plain(&s, "send", NULL));
  sv_trials_vary(s.trials, &left_out);
  for (size_t i = 0; i < sv_trials_count(s.trials); i++) {
    const struct sv_trial *t = sv_trials_at(s.trials, i);
    without += t->kind == SV_TRIAL_MISSING && t->in == SV_OPENAPI_BODY;
    if (t->kind != SV_TRIAL_MEDIA_TYPE || !t->name)
      continue;
    odd++;
    assert_string_equal(t->name, "file");
    assert_non_null(strstr(t->body, "name=\"file\"; filename=\"samsvar\"\r\n"
                                    "Content-Type: application/x-samsvar\r\n"));
    assert_string_equal(sv_trial_sentence(t).msgid, "the part '{name}' is of a media type that is "
                                                    "not declared: {value}");
  }
  assert_int_equal(odd, 1);
  assert_int_equal(without, 3);
  end(&s);
}

static void the_same_seed_gives_the_same_requests(void **state)
{
  (void)state;
  struct set a = begin(true, 5, 40), b = begin(true, 5, 40);
  const size_t left = fill(&a);
  assert_int_equal(fill(&b), left);
  assert_true(left > 0);
  assert_int_equal(sv_trials_count(a.trials), 40);
  assert_int_equal(sv_trials_count(b.trials), 40);
  for (size_t i = 0; i < 40; i++) {
    assert_string_equal(sv_trials_at(a.trials, i)->target, sv_trials_at(b.trials, i)->target);
    assert_int_equal(sv_trials_at(a.trials, i)->kind, sv_trials_at(b.trials, i)->kind);
  }
  end(&a);
  end(&b);
}

static void a_trial_says_itself_for_a_shell(void **state)
{
  (void)state;
  struct sv_buf out = SV_BUF(4096);
  struct set s = begin(true, 1, 0);
  (void)fill(&s);
  const struct sv_trial *t = plain(&s, "add", NULL);
  assert_int_equal(sv_trial_curl(t, "https://svc.example/v1", &out), SV_OK);
  assert_string_equal(sv_buf_text(&out), "curl -i -X POST -H \"Authorization: Bearer $TOKEN\" -H "
                                         "'Content-Type: "
                                         "application/json' --data-raw "
                                         "'{\"name\":\"s\",\"kind\":\"a\"}' "
                                         "'https://svc.example/v1/units'");
  const struct sv_message m = sv_trial_sentence(find(&s, SV_TRIAL_RANGE, "GET", "/units?size=101"));
  sv_buf_cut(&out, 0);
  assert_int_equal(sv_message_render(m.msgid, m.args, m.count, &out), SV_OK);
  assert_string_equal(sv_buf_text(&out), "'size' is outside what is declared (maximum): 101");
  sv_buf_free(&out);
  end(&s);
}

static void a_text_is_found_for_a_pattern(void **state)
{
  (void)state;
  static const struct {
    const char *pattern, *text;
    size_t least;
  } cases[] = {
    { "^[0-9]{9}$", "111111111", 0 },
    { "^[A-Z]{3}$", "AAA", 0 },
    { "^(NO|SE)-[a-f]+$", "NO-a", 0 },
    { "^[a-z]+$", "aaaaa", 5 },
    { "^\\d{4}-\\d{2}$", "1111-11", 0 },
    { "^[^\\s]{2}$", "11", 0 },
    { "^(?!a)a$", NULL, 0 },
    { "(", NULL, 0 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_buf out = SV_BUF(1000);
    const enum sv_status status =
        sv_regex_sample(cases[i].pattern, strlen(cases[i].pattern), cases[i].least, 100, &out);
    if (!cases[i].text)
      assert_int_not_equal(status, SV_OK);
    else if (status != SV_OK || strcmp(sv_buf_text(&out), cases[i].text) != 0)
      fail_msg("%s: %s", cases[i].pattern, sv_buf_text(&out));
    sv_buf_free(&out);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(each_declared_thing_is_kept_and_broken_once),
    cmocka_unit_test(what_is_lost_on_the_wire_is_not_tried),
    cmocka_unit_test(a_path_without_a_known_value_is_not_tried),
    cmocka_unit_test(bodies_have_one_fault_each),
    cmocka_unit_test(a_part_of_another_media_type_is_one_fault),
    cmocka_unit_test(the_same_seed_gives_the_same_requests),
    cmocka_unit_test(a_trial_says_itself_for_a_shell),
    cmocka_unit_test(a_text_is_found_for_a_pattern),
  };
  return cmocka_run_group_tests_name("trials", tests, NULL, NULL);
}
