// SPDX-License-Identifier: Apache-2.0
/* Going through a description: each node of some classes, or each value of a property, is handed to
 * a function that counts what it looked at and says what is wrong; the outcome follows from the
 * counts. Addresses in the description are asked through here too, so that no run asks too many and
 * none claims more than it asked. */
#ifndef SV_PLUGINS_DESCRIBE_JUDGE_H
#define SV_PLUGINS_DESCRIBE_JUDGE_H

#include "plugins/describe/describe.h"

struct sv_judging {
  struct sv_ctx *ctx;
  const struct sv_description *d;
  const struct sv_graph *g; /* of d */
  void *own;                /* the check's */
  size_t looked_at, faults;
  size_t told, untold;              /* findings given; faults beyond what is told one by one */
  size_t unknown;                   /* could not be judged, and a finding says why */
  size_t asked, unasked, elsewhere; /* addresses: asked, over the limit, on hosts of others */
};

typedef void sv_judge_node(struct sv_judging *j, sv_term node);
typedef void sv_judge_value(struct sv_judging *j, const struct sv_triple *value);

/* Hands each node of CLASSES (IRIs, NULL last) to JUDGE, once. */
enum sv_outcome sv_judge_nodes(struct sv_ctx *ctx, const char *const *classes, sv_judge_node *judge,
                               void *own);
/* Hands each triple with one of PROPERTIES (IRIs, NULL last) to JUDGE. */
enum sv_outcome sv_judge_values(struct sv_ctx *ctx, const char *const *properties,
                                sv_judge_value *judge, void *own);

/* Hands every triple to JUDGE. */
enum sv_outcome sv_judge_triples(struct sv_ctx *ctx, sv_judge_value *judge, void *own);

/* The same in parts, for checks that go through a description in another way. BEGIN: false when
 * there is nothing to judge, with *OUTCOME. */
bool sv_judging_begin(struct sv_judging *j, struct sv_ctx *ctx, void *own,
                      enum sv_outcome *outcome);
void sv_judging_nodes(struct sv_judging *j, const char *const *classes, sv_judge_node *judge);
void sv_judging_values(struct sv_judging *j, const char *const *properties, sv_judge_value *judge);
/* SV_FAILED when something was wrong; SV_CANT_TELL when something could not be judged or asked
 * (says what was not asked); SV_PASSED when something was looked at; else SV_INAPPLICABLE. */
enum sv_outcome sv_judging_end(struct sv_judging *j);

/* The outcome of a check that is judged in two ways: the worse; SV_INAPPLICABLE when both are. */
enum sv_outcome sv_both(enum sv_outcome a, enum sv_outcome b);

/* Says what is wrong, at most 50 times for one check, and counts it: as not judged when the outcome
 * is SV_CANT_TELL. The rest is told as a number at the end. */
void sv_judging_find(struct sv_judging *j, struct sv_node_fault f);
/* The same about a value. */
void sv_judging_find_value(struct sv_judging *j, const struct sv_triple *value,
                           const char *property, struct sv_node_fault f);

enum sv_asking {
  SV_ASK_WHETHER, /* HEAD, and GET where that is not known: whether there is an answer */
  SV_ASK_BEGIN,   /* the first 64 KiB, where the server gives a part: of data, which several look at
                   */
  SV_ASK_MUCH,    /* the first MiB, likewise */
  SV_ASK_WHOLE,   /* all of it, as far as limits go */
  SV_ASK_ANYWHERE /* as SV_ASK_WHETHER, at a host of others too: public registers only */
};
/* The answer of URL. NULL when it is not asked: on a host that is not the target's, or when the run
 * has asked as many as it may (limits.addresses of the target file, else the parameter
 * "addresses-asked" of the profile; 12). NULL also when
 * there is none to judge (no answer, 429, 5xx: said). Equal requests of several checks are sent
 * once. */
const struct sv_response *sv_judging_ask(struct sv_judging *j, const char *url, enum sv_asking how);
/* The same of URL, the value of T: says F, a fault with its predicate, when nothing is there (404,
 * 410). Other faults of the asker's tell nothing, and do not count as looked at. */
const struct sv_response *sv_judging_alive(struct sv_judging *j, const struct sv_triple *t,
                                           const char *url, enum sv_asking how,
                                           struct sv_node_fault f);
/* The same with SV_ASK_WHETHER. Where there is no answer because the resolver says that the name in
 * URL does not exist (NXDOMAIN), *IS_UNKNOWN is true and the failed answer is given; a resolver
 * that is silent or fails says nothing of the target. */
const struct sv_response *sv_judging_ask_name(struct sv_judging *j, const char *url,
                                              bool *is_unknown);
/* Whether R is all there is at the address, not a part of it. */
bool sv_is_whole(const struct sv_response *r);

/* --- small questions about nodes --- */

/* The text of an IRI; NULL for other terms. */
const char *sv_iri_of(const struct sv_graph *g, sv_term t);
/* The first value of NODE's property as text (IRI or literal); NULL: none. */
const char *sv_text_of(const struct sv_graph *g, sv_term node, const char *property);
/* How many values it has. */
size_t sv_count_of(const struct sv_graph *g, sv_term node, const char *property);
/* Whether T is the first in order that has its property and value: to look at each value once. */
bool sv_is_first_of(const struct sv_graph *g, const struct sv_triple *t);
/* The number for all of PROPERTIES (NULL last) together. */
size_t sv_count_of_all(const struct sv_graph *g, sv_term node, const char *const *properties);
/* Whether NODE has a class, whichever. */
bool sv_has_class(const struct sv_graph *g, sv_term node);
/* Whether NODE has the IRI VALUE for PROPERTY. */
bool sv_has_iri(const struct sv_graph *g, sv_term node, const char *property, const char *value);

/* Whether the description follows DCAT-AP-NO 2.2: the profile's parameter "dcat-ap-no" says so, or,
 * when it says nothing, the catalogue. */
bool sv_follows_version_2(const struct sv_judging *j);

#endif
