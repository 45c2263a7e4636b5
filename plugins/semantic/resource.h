// SPDX-License-Identifier: Apache-2.0
/* Whether a thing that is referred to is described in the target's documents, or can be fetched. */
#ifndef SV_SEMANTIC_RESOURCE_H
#define SV_SEMANTIC_RESOURCE_H

#include "plugins/describe/describe.h"

enum sv_resource {
  SV_RESOURCE_DESCRIBED, /* in a document of the target */
  SV_RESOURCE_ANSWERS,   /* its address, on a host of the target, answers 2xx or 3xx */
  SV_RESOURCE_GONE,      /* 404 or 410; or documents of the target describe its neighbours only */
  SV_RESOURCE_ELSEWHERE  /* nothing at hand tells: another's host, no answer, no more requests */
};

/* How many addresses one check may ask, and into how many folders it looks. */
enum { SV_RESOURCES_ASKED = 10, SV_FOLDERS_KNOWN = 32, SV_DOCUMENTS_KNOWN = 32 };

/* What one check has asked and found out; all zero at first. */
struct sv_lookup {
  size_t asked;
  const struct sv_description *all[SV_DOCUMENTS_KNOWN]; /* that can be read; taken once */
  size_t all_count;
  bool is_ready;
  struct {
    const char *name; /* an IRI up to its last / or #, SIZE bytes */
    size_t size;
    bool is_described; /* documents of the target describe something in it */
  } folders[SV_FOLDERS_KNOWN];
  size_t folder_count;
};

/* What is known of IRI. The document that describes it goes to *IN (may be NULL). */
enum sv_resource sv_resource_find(struct sv_ctx *ctx, struct sv_lookup *x, const char *iri,
                                  const struct sv_description **in);

#endif
