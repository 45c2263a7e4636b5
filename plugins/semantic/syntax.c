// SPDX-License-Identifier: Apache-2.0
/* Whether descriptions can be read at all, and hold something to judge. */
#include "plugins/describe/describe.h"
#include "plugins/describe/names.h"
#include "plugins/semantic/semantic.h"

#include <string.h>

enum sv_outcome sv_sem_parses(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_description *d = sv_describe_own(ctx);
  if (!d || d->lacks_context || (d->status != SV_OK && d->status != SV_INVALID))
    return sv_describe(ctx, &outcome) ? SV_CANT_TELL : outcome;
  if (d->graph)
    return SV_PASSED;
  const bool is_empty = d->artifact->size == 0;
  sv_find(ctx, .outcome = SV_FAILED,
          .message = is_empty ? N_("The address answers, but with nothing: the description is "
                                   "empty.")
                              : N_("The description breaks the syntax of RDF."),
          .where = { .url = d->artifact->url,
                     .line = (uint32_t)d->fault.line,
                     .column = (uint32_t)d->fault.column },
          .expected = N_("a document without syntax errors"), .actual = d->fault.text,
          .evidence = d->artifact->evidence,
          .hint = is_empty ? N_("See that the description is made before it is published.")
                           : N_("Mend the line; samsvar validate rdf tries a mended file."));
  return SV_FAILED;
}

/* The classes that make a description one of its kind. */
static const struct {
  const char *kind;
  const char *classes[6];
} kinds[] = {
  { "dcat",
    { DCAT "Catalog", DCAT "Dataset", DCAT "DataService", DCAT "DatasetSeries",
      DCAT "Distribution" } },
  { "cpsv",
    { CPSV "PublicService", CPSVNO "Service", CV "Event", CV "BusinessEvent", CV "LifeEvent" } },
  { "skos", { SKOS "Concept", SKOS "Collection", SKOS "ConceptScheme" } },
  { "modelldcat", { MODELLDCATNO "InformationModel", MODELLDCATNO "ModelElement" } },
};

/* Without such a node every rule about them would hold. */
enum sv_outcome sv_sem_has_focus(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  for (size_t i = 0; kind && i < sizeof kinds / sizeof kinds[0]; i++)
    for (size_t k = 0; strcmp(kinds[i].kind, kind) == 0 && k < 6 && kinds[i].classes[k]; k++)
      if (sv_nodes_of(d->graph, kinds[i].classes[k]).left)
        return SV_PASSED;
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("The description holds nothing that its application profile is about."),
          .where.url = d->artifact->url, .evidence = d->artifact->evidence,
          .expected = N_("at least one node of a class of the profile"),
          .hint = N_("See that the address gives the description itself, and that prefixes are "
                     "bound to the right "
                     "namespaces."));
  return SV_FAILED;
}
