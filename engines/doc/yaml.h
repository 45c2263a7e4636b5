// SPDX-License-Identifier: Apache-2.0
/* Scalars of YAML: what they stand for in the core schema (YAML 1.2.2 section 10.3). */
#ifndef SV_DOC_YAML_H
#define SV_DOC_YAML_H

#include "engines/doc/build.h"

/* A scalar as the parser tells it. */
struct sv_yaml_scalar {
  const char *text; /* its content, escapes and folding undone */
  size_t size;
  const char *tag; /* its full tag, NULL: none */
  size_t tag_size;
  size_t offset; /* where it begins */
  bool plain;    /* not quoted, not a block */
};

/* Adds the scalar as the value that its tag or the core schema gives it. False after a failure in
 * B. */
bool sv_yaml_scalar_add(struct sv_build *b, const struct sv_yaml_scalar *s);

/* Adds it as text, whatever it looks like; the node, or NULL after a failure. */
struct sv_tape_node *sv_yaml_text_add(struct sv_build *b, const struct sv_yaml_scalar *s);

/* Whether TAG is "tag:yaml.org,2002:" and NAME. */
bool sv_yaml_is_core(const char *tag, size_t size, const char *name);

/* Tells that the tag of something at OFFSET is none of the core schema's, or does not fit. */
bool sv_yaml_tag_told(struct sv_build *b, const char *tag, size_t size, size_t offset);

/* Our sentence, a msgid, for what libfyaml says of a fault; NULL for words that the table does not
 * have. *FOUND is what goes into its place {found}, borrowed from SAID; NULL: it has none. */
const char *sv_yaml_words(const char *said, const char **found, size_t *size);

#endif
