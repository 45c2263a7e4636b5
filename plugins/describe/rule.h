// SPDX-License-Identifier: Apache-2.0
/* Rules about one property of the nodes of a class, as data: how often, what kind of value, from
 * which code list. What more a requirement asks, its check adds by itself. */
#ifndef SV_PLUGINS_DESCRIBE_RULE_H
#define SV_PLUGINS_DESCRIBE_RULE_H

#include "engines/vocabulary/vocabulary.h"
#include "plugins/describe/judge.h"

/* Kinds of value, added together; 0: any. */
enum sv_value_kind {
  SV_VALUE_IRI = 1,
  SV_VALUE_BLANK = 2,
  SV_VALUE_NODE = SV_VALUE_IRI | SV_VALUE_BLANK,
  SV_VALUE_TAGGED = 4,   /* text with a language */
  SV_VALUE_UNTAGGED = 8, /* a literal without */
  SV_VALUE_LITERAL = SV_VALUE_TAGGED | SV_VALUE_UNTAGGED
};

/* Which values must have the class of a rule. */
enum sv_class_of {
  SV_CLASS_WHEN_DESCRIBED, /* those of which the description says anything */
  SV_CLASS_WHEN_TYPED,     /* blank nodes, and IRIs that have a class at all */
  SV_CLASS_WHEN_BLANK      /* blank nodes: an IRI may be anything */
};

struct sv_property_rule {
  const char *const
      *classes;         /* IRIs, NULL last: whose nodes; NULL: every node that has the property */
  const char *property; /* IRI */
  unsigned min, max;    /* max 0: any number; with a min of 0 a node without it is not looked at */
  unsigned kinds;
  bool one_each_language;    /* no language twice */
  const char *value_class;   /* values have this class; NULL: any */
  enum sv_class_of class_of; /* as far as this says */
  const char *vocabulary;    /* id of the code list values are in; NULL: any */
  const char *missing_hint;  /* msgids; NULL: HINT */
  const char *hint;
};

/* Judges the description of the endpoint at hand by the rule. SV_INAPPLICABLE when no node is
 * looked at. */
enum sv_outcome sv_judge_property(struct sv_ctx *ctx, const struct sv_property_rule *rule);

/* What was looked at and what was wrong. */
struct sv_tally {
  size_t looked_at, faults;
};

/* The same in a going-through. */
void sv_judging_rule(struct sv_judging *j, const struct sv_property_rule *rule);

/* Judges each of PROPERTIES (IRIs, NULL last) of nodes of CLASSES (NULL: of any): text with a
 * language, no language twice. */
enum sv_outcome sv_judge_texts(struct sv_ctx *ctx, const char *const *classes,
                               const char *const *properties);

/* The code list of the product with this id. Borrowed; NULL when memory is out. */
const struct sv_vocabulary *sv_code_list(struct sv_ctx *ctx, const char *id);

/* Finds fault with VALUE of NODE unless it is a code of the list: says which code may have been
 * meant. False then. */
bool sv_check_code(struct sv_ctx *ctx, const struct sv_description *d, const struct sv_triple *t,
                   const char *property, const struct sv_vocabulary *list, const char *hint);

#endif
