// SPDX-License-Identifier: Apache-2.0
/* samsvar update vocabularies FILE...: newer code lists from files on disk, in samsvar's own form
 * or in SKOS, checked and kept in a folder. Fetches nothing. */
#include "runner/commands.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/base/file.h"
#include "engines/rdf/read.h"
#include "engines/vocabulary/skos.h"
#include "runner/output.h"
#include "runner/say.h"
#include "runner/validate.h"
#include "runner/vocabularies.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FILE_MAX ((size_t)256 << 20)
#define LIST_MAX ((size_t)16 << 20)

struct values {
  const char *output, *id, *scheme, *source;
};

struct update {
  const struct values *o;
  struct sv_vocabularies *old;
  struct sv_output folder;
  char today[11];
};

static int run(struct sv_arena *arena, int argc, char **argv);

static const struct sv_option options[] = {
  { .name = "output",
    .letter = 'o',
    .kind = SV_OPTION_STRING,
    .offset = offsetof(struct values, output),
    .argument = "DIR",
    .group = SV_RESULT,
    .help = N_("the folder to keep the lists in; SAMSVAR_VOCABULARIES by default") },
  { .name = "id",
    .kind = SV_OPTION_STRING,
    .offset = offsetof(struct values, id),
    .argument = "ID",
    .group = SV_WHAT,
    .help = N_("SKOS: the name of the list, when its scheme is new") },
  { .name = "scheme",
    .kind = SV_OPTION_STRING,
    .offset = offsetof(struct values, scheme),
    .argument = "IRI",
    .group = SV_WHAT,
    .help = N_("SKOS: the scheme to take, when the file has more than one") },
  { .name = "source",
    .kind = SV_OPTION_STRING,
    .offset = offsetof(struct values, source),
    .argument = "ADDRESS",
    .group = SV_WHAT,
    .help = N_("SKOS: where the file came from, for answers to name") },
  { .kind = SV_OPTION_END },
};

static const char *const examples[] = {
  "samsvar update vocabularies -o kodelister access-right-skos.rdf",
  N_("take a newer table of the EU Publications Office into use"),
  "SAMSVAR_VOCABULARIES=kodelister samsvar list vocabularies",
  N_("see which lists are in use now"),
  NULL,
};

const struct sv_command sv_command_update = {
  .name = "update",
  .operands = "vocabularies FILE...",
  .summary = N_("take newer code lists into use, from files on disk"),
  .examples = examples,
  .options = options,
  .run = run,
};

static enum sv_status from_rdf(struct update *u, const char *path, const struct sv_buf *text,
                               enum sv_rdf_syntax syntax, struct sv_buf *list, struct sv_error *err)
{
  const struct sv_skos_import how = { .scheme = u->o->scheme,
                                      .id = u->o->id,
                                      .taken = u->today,
                                      .source = u->o->source ? u->o->source : path,
                                      .old = u->old };
  char *base = sv_validate_iri(path);
  const struct sv_rdf_options opt = { .name = path, .base = base };
  struct sv_graph *g = sv_graph_new(NULL);
  enum sv_status status = g && base ? SV_OK : SV_NO_MEMORY;
  if (status == SV_OK)
    status = sv_rdf_read(g, sv_buf_text(text), text->size, syntax, &opt, err);
  if (status == SV_OK)
    status = sv_graph_sort(g, err);
  if (status == SV_OK)
    status = sv_graph_index_objects(g, err);
  if (status == SV_OK)
    status = sv_vocabulary_from_skos(g, &how, list, err);
  if (status == SV_INVALID && !err->file[0]) { /* it is about the whole file */
    const struct sv_error why = *err;
    *err = (struct sv_error){ .line = 0 };
    status = sv_fail_at(err, SV_INVALID, path, 1, 1, "%s", why.text);
  }
  sv_graph_free(g);
  free(base);
  return status;
}

/* By their dates of issue, else by versions that are dates, as those of the EU are. */
static bool is_older(const struct sv_vocabulary *v, const struct sv_vocabulary *old)
{
  enum { YEAR_AND_MONTH = 6 };
  if (*v->issued && *old->issued)
    return strcmp(v->issued, old->issued) < 0;
  const size_t size = strspn(v->version, "0123456789");
  return size >= YEAR_AND_MONTH && size == strspn(old->version, "0123456789") &&
         strncmp(v->version, old->version, size) < 0;
}

static void say_taken(const struct update *u, const struct sv_vocabulary *v)
{
  char count[24];
  const struct sv_vocabulary *old = sv_vocabularies_find(u->old, v->id);
  (void)snprintf(count, sizeof count, "%zu", v->count);
  sv_say(stdout, N_("{id}: {count} codes, version {version}, in place of version {old}\n"), "id",
         v->id, "count", count, "version", *v->version ? v->version : "-", "old",
         old && *old->version ? old->version : "-", NULL);
  if (old && is_older(v, old))
    sv_say(stderr,
           N_("{id}: this list is older than the one of the product; remove {id}.tsv from the "
              "folder to judge by that again.\n"),
           "id", v->id, NULL);
}

static enum sv_status keep(struct update *u, const char *path, const struct sv_buf *list,
                           struct sv_error *err)
{
  struct sv_vocabulary *v = NULL;
  struct sv_buf name = SV_BUF(512);
  SV_TRY(sv_vocabulary_read(sv_buf_text(list), list->size, path, &v, err));
  (void)sv_buf_addf(&name, "%s.tsv", v->id);
  const enum sv_status status =
      sv_output_write(&u->folder, sv_buf_text(&name), sv_buf_text(list), list->size, err);
  if (status == SV_OK)
    say_taken(u, v);
  sv_buf_free(&name);
  sv_vocabulary_free(v);
  return status;
}

static enum sv_status take(struct update *u, const char *path, struct sv_error *err)
{
  struct sv_buf text = SV_BUF(FILE_MAX), list = SV_BUF(LIST_MAX);
  enum sv_rdf_syntax syntax;
  enum sv_status status = sv_file_read(path, &text, err);
  if (status == SV_OK && sv_ends_with(path, ".tsv"))
    status = keep(u, path, &text, err);
  else if (status == SV_OK && !sv_rdf_syntax_by_file(path, &syntax))
    status = sv_fail_at(err, SV_INVALID, path, 0, 0,
                        N_("a code list is a .tsv file, or SKOS in .ttl, .rdf, .nt or .jsonld"));
  else if (status == SV_OK) {
    status = from_rdf(u, path, &text, syntax, &list, err);
    if (status == SV_OK)
      status = keep(u, path, &list, err);
  }
  sv_buf_free(&text);
  sv_buf_free(&list);
  return status;
}

static int failure(enum sv_status status, const struct sv_error *err)
{
  if (err->text[0])
    sv_say_error(err);
  else
    sv_say(stderr, N_("samsvar: memory ran out\n"), NULL);
  return status == SV_NO_MEMORY || status == SV_LIMIT ? SV_EXIT_INTERNAL : SV_EXIT_USAGE;
}

static int take_all(struct update *u, const char *folder, const struct sv_operands *operands)
{
  struct sv_error err = { 0 };
  enum sv_status status = sv_vocabularies_open(NULL, &u->old, &err);
  if (status != SV_OK)
    return failure(status, &err);
  status = sv_output_open(folder, &u->folder, &err);
  if (status != SV_OK) {
    sv_vocabularies_free(u->old);
    return failure(status, &err);
  }
  for (size_t i = 1; status == SV_OK && i < operands->count; i++)
    status = take(u, operands->items[i], &err);
  sv_output_close(&u->folder);
  sv_vocabularies_free(u->old);
  return status == SV_OK ? SV_EXIT_CONFORMS : failure(status, &err);
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct values o = { 0 };
  struct update u = { .o = &o, .folder = { .folder = -1 } };
  struct sv_operands operands = { .arena = arena };
  const int code = sv_command_begin(&sv_command_update, argc, argv, &o, &operands);
  if (code >= 0)
    return code;
  const char *folder = sv_vocabularies_folder(o.output);
  if (operands.count < 2 || strcmp(operands.items[0], "vocabularies") != 0) {
    sv_say(stderr,
           N_("samsvar update needs to know what to update, and from which files; for example: "
              "samsvar update vocabularies -o DIR FILE\n"),
           NULL);
    return SV_EXIT_USAGE;
  }
  if (!folder) {
    sv_say(stderr,
           N_("samsvar update needs a folder to keep the lists in: give it with --output DIR, or "
              "in SAMSVAR_VOCABULARIES.\n"),
           NULL);
    return SV_EXIT_USAGE;
  }
  char now[21];
  sv_date_time_write((int64_t)time(NULL), now);
  memcpy(u.today, now, 10);
  return take_all(&u, folder, &operands);
}
