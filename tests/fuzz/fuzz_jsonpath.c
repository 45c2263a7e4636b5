// SPDX-License-Identifier: Apache-2.0
/* The first line is a JSONPath, the rest a document. Each selected value is found again by its
 * normalized path. */
#include "engines/doc/path.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/walk.h"

#include <string.h>

static void check_normal(const struct sv_doc *d, sv_value v)
{
  struct sv_buf text = SV_BUF(1 << 20);
  struct sv_path *p = NULL;
  struct sv_path_nodes again = { 0 };
  PROMISE(sv_path_normal(d, v, &text) == SV_OK);
  PROMISE(sv_path_compile(text.data, text.size, &p, NULL) == SV_OK);
  PROMISE(sv_path_select(p, d, SV_PATH_VISITS, &again, NULL) == SV_OK);
  PROMISE(again.count == 1 && again.items[0] == v);
  sv_path_nodes_free(&again);
  sv_path_free(p);
  sv_buf_free(&text);
}

static void run(const struct sv_path *p, const struct sv_doc *d)
{
  struct sv_path_nodes nodes = { 0 };
  struct sv_error err = { 0 };
  size_t findings;
  (void)sv_doc_findings(d, &findings, NULL);
  const enum sv_status status = sv_path_select(p, d, 20000, &nodes, &err);
  PROMISE(status == SV_OK || (status == SV_LIMIT && err.limit));
  for (size_t i = 0; status == SV_OK && findings == 0 && i < nodes.count && i < 20; i++)
    check_normal(d, nodes.items[i]);
  sv_path_nodes_free(&nodes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const struct sv_doc_limits limits = WALK_LIMITS;
  const struct sv_doc_options opt = { .limits = &limits };
  const uint8_t *line = size ? memchr(data, '\n', size) : NULL;
  const size_t path_size = line ? (size_t)(line - data) : size;
  struct sv_path *p = NULL;
  struct sv_doc *d = NULL;
  struct sv_error err = { 0 };
  const enum sv_status status = sv_path_compile((const char *)data, path_size, &p, &err);
  PROMISE((status == SV_OK) == (p != NULL) && (p || err.text[0]));
  if (p && line && sv_doc_parse(line + 1, size - path_size - 1, &opt, &d, NULL) == SV_OK)
    run(p, d);
  sv_doc_free(d);
  sv_path_free(p);
  return 0;
}
