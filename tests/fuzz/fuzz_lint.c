// SPDX-License-Identifier: Apache-2.0
/* Any Turtle as shapes before the lint: it ends, twice the same, and every finding is a sentence
 * with its places filled. */
#include "tests/fuzz/fuzz.h"

#include "engines/rdf/read.h"
#include "engines/shacl/lint.h"

#include <string.h>

#define LIMITS                                                                                     \
  {                                                                                                \
    .bytes = (size_t)64 << 20, .terms = 20000, .triples = 20000, .nesting = 200,                   \
    .literal_bytes = 1 << 20, .iri_bytes = 1 << 16                                                 \
  }

static void say(void *context, const struct sv_shacl_lint_finding *f)
{
  struct sv_buf *out = context;
  PROMISE(f->rule && f->msgid && f->arg_count <= 3);
  for (size_t i = 0; i < f->arg_count; i++) {
    char place[40] = "{";
    PROMISE(f->args[i].name && f->args[i].text && strlen(f->args[i].name) < 30);
    (void)memcpy(place + 1, f->args[i].name, strlen(f->args[i].name));
    place[strlen(f->args[i].name) + 1] = '}';
    PROMISE(strstr(f->msgid, place));
  }
  (void)sv_buf_addf(out, "%u %s ", f->line, f->rule);
  (void)sv_message_render(f->msgid, f->args, f->arg_count, out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const struct sv_graph_limits limits = LIMITS;
  const struct sv_rdf_options opt = { .name = "x", .base = "http://a.example/b/c" };
  struct sv_graph *g = sv_graph_new(&limits);
  struct sv_buf first = SV_BUF((size_t)64 << 20), second = SV_BUF((size_t)64 << 20);
  struct sv_error err = { 0 };
  size_t total = 0, again = 0;
  if (sv_rdf_read(g, (const char *)data, size, SV_RDF_TURTLE, &opt, &err) == SV_OK &&
      sv_shacl_lint(g, say, &first, &total, &err) == SV_OK) {
    PROMISE(sv_shacl_lint(g, say, &second, &again, &err) == SV_OK);
    PROMISE(total == again && first.size == second.size);
    PROMISE(strcmp(sv_buf_text(&first), sv_buf_text(&second)) == 0);
  }
  sv_buf_free(&first);
  sv_buf_free(&second);
  sv_graph_free(g);
  return 0;
}
