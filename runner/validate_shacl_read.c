// SPDX-License-Identifier: Apache-2.0
/* Shapes, what they import, and data into graphs. */
#include "runner/validate_shacl.h"

#include "engines/base/file.h"
#include "engines/base/message.h"
#include "engines/base/suggest.h"
#include "engines/shacl/national.h"
#include "runner/say.h"

#include <stdlib.h>
#include <string.h>

#define IMPORTS_MAX 1000
#define PROFILES_MAX 32
#define OWL_IMPORTS "http://www.w3.org/2002/07/owl#imports"

/* Reads TEXT of PATH into G. SV_INVALID with FAULT filled when it is malformed. */
static enum sv_status read_text(struct sv_shacl_job *j, struct sv_graph *g, const char *path,
                                enum sv_rdf_syntax syntax, struct sv_buf *text,
                                struct sv_doc_finding *fault, const char *base,
                                struct sv_error *err)
{
  const struct sv_rdf_options opt = {
    .name = path, .base = base, .fault = fault, .context = &j->source, .load = sv_validate_fetch
  };
  return sv_rdf_read(g, sv_buf_text(text), text->size, syntax, &opt, err);
}

/* The exit code; what is malformed is a finding when it is DATA, and stops everything otherwise. */
static int read_file(struct sv_shacl_job *j, struct sv_graph *g, const char *path,
                     enum sv_rdf_syntax syntax, bool data)
{
  struct sv_error err = { 0 };
  struct sv_doc_finding fault = { 0 };
  struct sv_buf text = SV_BUF(SV_VALIDATE_FILE_MAX);
  const char *base = data ? j->options->base : NULL;
  char *own = base ? NULL : sv_validate_iri(path);
  enum sv_status status = base || own ? sv_file_read(path, &text, &err) : SV_NO_MEMORY;
  if (status == SV_OK)
    status = read_text(j, g, path, syntax, &text, &fault, base ? base : own, &err);
  sv_buf_free(&text);
  free(own);
  if (status == SV_OK)
    return SV_EXIT_CONFORMS;
  if (!data || status != SV_INVALID || !fault.msgid)
    return sv_validate_stop(&err, status);
  sv_shacl_say_fault(j, path, &fault);
  return SV_EXIT_DEVIATION;
}

static bool syntax_of(const struct sv_shacl_job *j, const char *path, bool data,
                      enum sv_rdf_syntax *out)
{
  const char *input = j->options->input;
  if (input && data)
    return sv_rdf_syntax_by_name(input, out);
  return (input && !sv_rdf_syntax_by_file(path, out) && sv_rdf_syntax_by_name(input, out)) ||
         sv_validate_syntax(path, out);
}

/* --- imports --- */
static const char *const endings[] = { ".ttl",    ".trig", ".nt",   ".nq", ".rdf",
                                       ".jsonld", ".owl",  ".json", NULL };

static void warn_import(struct sv_shacl_job *j, const char *iri, uint32_t line)
{
  struct sv_buf text = SV_BUF(8192);
  const struct sv_arg args[] = { { "iri", iri, 0 } };
  (void)sv_message_render(sv_tr(N_("the shapes import {iri}, which is not at hand and was left "
                                   "out; give the folder it lies in with --map PREFIX=DIR")),
                          args, 1, &text);
  sv_shacl_say_warning(j, line, sv_buf_text(&text), "import");
  sv_buf_free(&text);
}

static int read_import(struct sv_shacl_job *j, const char *iri, uint32_t line)
{
  struct sv_buf path = SV_BUF(4096);
  enum sv_rdf_syntax syntax;
  int code = SV_EXIT_CONFORMS;
  if (sv_validate_locate(j->source.maps, iri, endings, &path) != SV_OK)
    warn_import(j, iri, line);
  else if (!syntax_of(j, path.data, false, &syntax))
    code = SV_EXIT_USAGE;
  else
    code = read_file(j, j->shapes, path.data, syntax, false);
  sv_buf_free(&path);
  return code;
}

/* The first import that is not among the DONE; 0: none. */
static sv_term next_import(struct sv_shacl_job *j, const sv_term *done, size_t count,
                           uint32_t *line)
{
  const sv_term imports = sv_graph_find_iris(j->shapes, OWL_IMPORTS);
  const struct sv_triple *all = sv_graph_triples(j->shapes);
  for (size_t i = 0; imports && i < sv_graph_size(j->shapes); i++) {
    if (all[i].p != imports || sv_term_kind(all[i].o) != SV_TERM_IRI)
      continue;
    size_t k = 0;
    while (k < count && done[k] != all[i].o)
      k++;
    *line = all[i].line;
    if (k == count)
      return all[i].o;
  }
  return 0;
}

/* What the shapes import, and what that imports (SHACL 3.1); each once. */
static int read_imports(struct sv_shacl_job *j)
{
  struct sv_error err = { 0 };
  sv_term done[IMPORTS_MAX];
  size_t count = 0;
  int code = SV_EXIT_CONFORMS;
  while (code == SV_EXIT_CONFORMS) {
    uint32_t line = 0;
    const enum sv_status status = sv_graph_sort(j->shapes, &err);
    if (status != SV_OK)
      return sv_validate_stop(&err, status);
    const sv_term next = next_import(j, done, count, &line);
    if (!next)
      break;
    if (count == IMPORTS_MAX) {
      (void)sv_fail_limit(&err, "imports", N_("the shapes import more than the limit allows"));
      return sv_validate_stop(&err, SV_LIMIT);
    }
    done[count++] = next;
    code = read_import(j, sv_graph_text(j->shapes, next, NULL), line);
  }
  return code;
}

/* Our own shapes for a profile. */
static int read_profile(struct sv_shacl_job *j, const char *name)
{
  struct sv_error err = { 0 };
  if (sv_shacl_national(name)) {
    const enum sv_status status = sv_shacl_national_read(j->shapes, name, &err);
    return status == SV_OK ? SV_EXIT_CONFORMS : sv_validate_stop(&err, status);
  }
  const char *names[PROFILES_MAX];
  size_t count = 0;
  for (const struct sv_embedded *e; count < PROFILES_MAX && (e = sv_shacl_national_at(count));)
    names[count++] = e->name;
  const char *near = sv_suggest(name, names, count);
  if (near)
    sv_say(stderr,
           N_("samsvar: there are no shapes for the profile \"{name}\"; did you mean "
              "\"{near}\"?\n"),
           "name", name, "near", near, NULL);
  else
    sv_say(stderr,
           N_("samsvar: there are no shapes for the profile \"{name}\"; see samsvar validate "
              "--help\n"),
           "name", name, NULL);
  return SV_EXIT_USAGE;
}

int sv_shacl_read_shapes(struct sv_shacl_job *j)
{
  const struct sv_list *profiles = &j->options->profiles;
  for (size_t i = 0; i < profiles->count; i++) {
    const int code = read_profile(j, profiles->items[i]);
    if (code != SV_EXIT_CONFORMS)
      return code;
  }
  const struct sv_list *files = &j->options->shapes;
  for (size_t i = 0; i < files->count; i++) {
    enum sv_rdf_syntax syntax;
    if (!syntax_of(j, files->items[i], false, &syntax))
      return SV_EXIT_USAGE;
    const int code = read_file(j, j->shapes, files->items[i], syntax, false);
    if (code != SV_EXIT_CONFORMS)
      return code;
  }
  return read_imports(j);
}

int sv_shacl_read_data(struct sv_shacl_job *j, const struct sv_operands *files)
{
  int code = SV_EXIT_CONFORMS;
  for (size_t i = 0; i < files->count; i++) {
    enum sv_rdf_syntax syntax;
    code = sv_validate_worse(code, syntax_of(j, files->items[i], true, &syntax)
                                       ? read_file(j, j->data, files->items[i], syntax, true)
                                       : SV_EXIT_USAGE);
  }
  return code;
}
