// SPDX-License-Identifier: Apache-2.0
/* The set of trials from inside. Private to trial*.c. */
#ifndef SV_OPENAPI_TRIAL_SET_H
#define SV_OPENAPI_TRIAL_SET_H

#include "engines/base/arena.h"
#include "engines/openapi/trial.h"
#include "engines/openapi/value.h"

#ifndef N_
#define N_(text) text
#endif

#pragma GCC visibility push(hidden)

enum { SV_TRIAL_VALUE_MOST = 60, SV_TRIAL_DRAFTS_MAX = 96 };

/* A value that was seen or said. */
struct sv_known {
  const char *name;
  const char *text;                  /* the value; a number as written */
  const struct sv_operation *from;   /* whose answer had it; NULL: the owner said it */
  const struct sv_operation *target; /* a link names this operation alone; NULL: any */
};

/* What is known about one operation. */
struct sv_trial_state {
  const struct sv_trial *plain;
  json_t *path, *query, *header, *cookie; /* values of what is required, by name */
  json_t *body;                           /* NULL: none, or none known */
  const struct sv_openapi_media *media;   /* of the body */
  struct sv_trial *drafts[SV_TRIAL_DRAFTS_MAX];
  size_t draft_count, taken;
  bool given; /* every value is an example of the document */
};

struct sv_trials {
  const struct sv_operations *operations;
  struct sv_openapi *api;
  struct sv_trial_options o;
  struct sv_arena arena;
  struct sv_exchange *judge;
  struct sv_trial **list;
  size_t count, room, own;
  struct sv_trial_state *states; /* one an operation */
  struct sv_known *known;
  size_t known_count, known_room;
};

/* A request as values. NULL members: those of the operation's state. */
struct sv_trial_draft {
  enum sv_trial_kind kind;
  const struct sv_operation *operation;
  const char *method; /* NULL: the operation's */
  const json_t *path, *query, *header, *cookie, *body;
  const char *content_type, *text; /* a body that is no JSON, and what it says it is */
  const char *odd_part; /* the part of the body that is of another media type */
  const char *accept, *authorization;
  bool without_body, unjudged;
  enum sv_openapi_in in;
  const char *name, *pointer, *keyword;
  const char *value; /* to be shown */
  struct sv_openapi_node where;
};

/* The kind that breaking KEYWORD is. */
enum sv_trial_kind sv_trial_kind_of(const char *keyword);

struct sv_trial_state *sv_trial_state(const struct sv_trials *ts, const struct sv_operation *o);

/* The trial of draft D, judged to be what it says, or NULL. It is not in the list. */
struct sv_trial *sv_trial_write(struct sv_trials *ts, const struct sv_trial_draft *d);

/* Puts T into the list; false when it is full or memory ran out. */
bool sv_trial_add(struct sv_trials *ts, struct sv_trial *t);

/* Writes D and keeps it for later as one of its operation's. */
void sv_trial_propose(struct sv_trials *ts, const struct sv_trial_draft *d);

/* A known text for parameter P of O, NULL: none; borrowed. OWNER: said by the target's owner alone.
 * EXCEPT (NULL: nothing) is not taken. */
const char *sv_trial_known(const struct sv_trials *ts, const struct sv_operation *o,
                           const struct sv_openapi_parameter *p, bool owner, const char *except);

/* The content that O asks for, as value and media type; false: it has one and none can be made. */
bool sv_trial_body(struct sv_trials *ts, const struct sv_operation *o, struct sv_trial_state *s);

/* The declared media type that we can write: JSON before forms before parts; NULL: none. */
const struct sv_openapi_media *sv_trial_writable(const struct sv_openapi_body *body);
bool sv_trial_is_parts(const struct sv_openapi_media *m);
/* Whether VALUE, which is made up, can be what M says of its parts: a text, and not a picture. */
bool sv_trial_is_makeable(struct sv_trials *ts, const struct sv_openapi_media *m,
                          const json_t *value);
/* A media type that nobody declares. */
#define SV_TRIAL_ODD_TYPE "application/x-samsvar"
/* Adds VALUE as content of M to OUT and gives the Content-Type for it; NULL: it cannot be that. The
 * part ODD (NULL: none) says to be of SV_TRIAL_ODD_TYPE. */
const char *sv_trial_content(struct sv_trials *ts, const struct sv_openapi_media *m,
                             const json_t *value, const char *odd, struct sv_buf *out);

/* Proposes what can be wrong with parameters, with the body, with the rest. */
void sv_trial_break_parameters(struct sv_trials *ts, const struct sv_operation *o);
void sv_trial_break_body(struct sv_trials *ts, const struct sv_operation *o);

/* Whether O wants a token, and whether that is one in Authorization. */
bool sv_trial_is_secured(const struct sv_trials *ts, const struct sv_operation *o, bool *bearer);

/* V as it is shown: a text as it is, cut. In the set's memory. */
const char *sv_trial_show(struct sv_trials *ts, const json_t *v);

/* The JSON value that TEXT is for a parameter with schema N; new reference. */
json_t *sv_trial_value(struct sv_trials *ts, struct sv_openapi_node n, const char *text);

#pragma GCC visibility pop

#endif
