// SPDX-License-Identifier: Apache-2.0
/* Namespaces that descriptions use, and which names there are in them. */
#ifndef SV_PLUGINS_DESCRIBE_TERMS_H
#define SV_PLUGINS_DESCRIBE_TERMS_H

#include <stdbool.h>
#include <stddef.h>

struct sv_term_list {
  const char *prefix, *namespace;
  const char *source; /* where the names were read; NULL: they were not */
  const char *names;  /* with spaces between */
  bool is_complete;   /* every name of the namespace is here */
};

/* The list whose namespace IRI begins with, or NULL. */
const struct sv_term_list *sv_terms_of(const char *iri);

/* Whether NAME, SIZE bytes, is in L. */
bool sv_terms_has(const struct sv_term_list *l, const char *name, size_t size);

/* The name in L nearest to NAME, in OUT; false when none is near. */
bool sv_terms_nearest(const struct sv_term_list *l, const char *name, char *out, size_t room);

/* The list that may be meant by IRI, which is in no known namespace: one that differs by scheme,
 * letter case, the sign at its end or a letter or two. NULL: none. */
const struct sv_term_list *sv_terms_meant(const char *iri);

/* How many bytes of IRI are its namespace: up to the last # or /. */
size_t sv_namespace_size(const char *iri);

#endif
