// SPDX-License-Identifier: Apache-2.0
/* Trials: requests made from a description, each meant to show one thing. A positive trial keeps
 * everything the operation declares; a negative one has exactly one fault, and has it on the wire:
 * every trial is judged as a request (sv_exchange_request) before it is given out, and one whose
 * fault would be lost in writing is left out. Nothing is sent here. */
#ifndef SV_OPENAPI_TRIAL_H
#define SV_OPENAPI_TRIAL_H

#include "engines/openapi/exchange.h"

enum sv_trial_kind {
  /* Positive: the service must take them. */
  SV_TRIAL_PLAIN,    /* what is required and nothing more */
  SV_TRIAL_EXAMPLE,  /* required parameters from the document's examples alone, no value of ours */
  SV_TRIAL_BOUNDARY, /* one more parameter, with a value at the edge of what is declared */
  SV_TRIAL_MEDIA,    /* another of the declared media types is asked for */
  SV_TRIAL_LINKED,   /* what an answer led to: values of `links`, identifiers of a collection */
  /* Negative: one fault each. */
  SV_TRIAL_MISSING,        /* a required parameter or member is left out */
  SV_TRIAL_TYPE,           /* a value of another type */
  SV_TRIAL_ENUM,           /* none of the declared values */
  SV_TRIAL_RANGE,          /* minimum, maximum and their kin */
  SV_TRIAL_LENGTH,         /* minLength, maxLength */
  SV_TRIAL_FORMAT,         /* not of the format */
  SV_TRIAL_PATTERN,        /* not of the pattern */
  SV_TRIAL_UNKNOWN_MEMBER, /* a member where none more is allowed */
  SV_TRIAL_NO_BODY,        /* the required body is left out */
  SV_TRIAL_MALFORMED,      /* a body that is not what its media type says */
  SV_TRIAL_MEDIA_TYPE,     /* a body of a media type that is not declared */
  SV_TRIAL_NOT_ACCEPTABLE, /* an Accept that no declared media type fits */
  SV_TRIAL_METHOD,         /* a method that the path does not declare */
  SV_TRIAL_NO_TOKEN,       /* secured, and no token is sent */
  SV_TRIAL_BAD_TOKEN,      /* secured, and a worthless token is sent */
  SV_TRIAL_UNKNOWN_ID,     /* an identifier that is well-formed and names nothing */
  SV_TRIAL_KINDS
};

static inline bool sv_trial_is_positive(enum sv_trial_kind k)
{
  return k < SV_TRIAL_MISSING;
}

/* "missing", "range", ...: stable short names. */
const char *sv_trial_kind_name(enum sv_trial_kind kind);

enum { SV_TRIAL_HEADERS_MAX = 12 };

/* One request. Everything belongs to the set. */
struct sv_trial {
  enum sv_trial_kind kind;
  const struct sv_operation *operation; /* of METHOD, one that has the path */
  size_t number;                        /* in the set */
  const char *method;                   /* "GET" */
  const char *target;                   /* path and query, to be put behind the server's URL */
  const char *headers[SV_TRIAL_HEADERS_MAX + 1]; /* "Name: value", NULL last */
  const char *body;                              /* NULL: none */
  size_t body_size;
  bool writes;    /* not GET, HEAD or OPTIONS */
  bool secured;   /* the operation wants a token; one is sent, but for NO_TOKEN and BAD_TOKEN */
  bool anonymous; /* NO_TOKEN, BAD_TOKEN: no credential may be added */
  bool own;       /* made by sv_trials_own(): no part of the plan */
  /* What it is about: the parameter or member that was chosen, NULL: none. */
  enum sv_openapi_in in;
  const char *name;             /* of the parameter */
  const char *pointer;          /* JSON Pointer into the body */
  const char *keyword;          /* that the value breaks or touches */
  const char *value;            /* as it went on the wire, shortened; NULL: it was left out */
  struct sv_openapi_node where; /* what declares it */
};

struct sv_trial_options {
  const char *base;   /* URL of the server, without a slash at its end; borrowed */
  unsigned long seed; /* decides which of several known values is taken, and what is left out */
  bool writes;        /* also operations that change something */
  size_t most;        /* trials in all; 0: 300 */
  size_t variants;    /* of one operation; 0: 32; half of that where it is deprecated */
  /* Which operations are tried; NULL: all. */
  bool (*concerns)(const struct sv_operation *o, void *closure);
  void *closure;
};

struct sv_trials;

/* A set, to be freed with sv_trials_free(); it lives no longer than T. NULL: no memory. */
struct sv_trials *sv_trials_new(const struct sv_operations *t,
                                const struct sv_trial_options *o) SV_MUST_USE;
void sv_trials_free(struct sv_trials *ts);

/* VALUE (a text) is known to be right for parameters called NAME ("" for operation: any). What the
 * target's owner says comes before everything else. */
enum sv_status sv_trials_know(struct sv_trials *ts, const char *name, const char *value);

/* BODY was the content of a good answer to TRIAL: the values of its members are known from now on,
 * by their names and by the collection they stood in; so is what the operation's `links` name. */
enum sv_status sv_trials_learn(struct sv_trials *ts, const struct sv_trial *trial,
                               const json_t *body);

/* Whether operation O may be tried at all by the options. */
bool sv_trials_concern(const struct sv_trials *ts, const struct sv_operation *o);

/* Adds the plain trial of O, once, and gives it; NULL when a value is not known (yet): *LACKS (may
 * be NULL) is the name of the parameter then, "body" when the content cannot be made, "" when there
 * may be no more trials. */
const struct sv_trial *sv_trials_plain(struct sv_trials *ts, const struct sv_operation *o,
                                       const char **lacks);

/* Adds the trials that depend on the plain ones, taking turns between the operations until there
 * are as many as there may be; *LEFT_OUT were not added for that reason. */
void sv_trials_vary(struct sv_trials *ts, size_t *left_out);

size_t sv_trials_count(const struct sv_trials *ts);
const struct sv_trial *sv_trials_at(const struct sv_trials *ts, size_t i);

/* Adds one trial of O with QUERY and PATH (objects by parameter name, NULL: as the plain trial has
 * them), of KIND, about parameter NAME; NULL when it cannot be written. For checks that need a
 * request of their own: a page size, a filter. It is not judged, and not counted against the limit.
 */
const struct sv_trial *sv_trials_own(struct sv_trials *ts, const struct sv_operation *o,
                                     enum sv_trial_kind kind, const char *name, const json_t *path,
                                     const json_t *query);

/* What the trial is, in a sentence with places (borrowed from TRIAL): "the parameter {name} is
 * above its maximum". */
struct sv_message sv_trial_sentence(const struct sv_trial *trial);

/* The trial as a curl line under BASE, added to OUT: quoted for a shell, a token as $TOKEN. */
enum sv_status sv_trial_curl(const struct sv_trial *trial, const char *base, struct sv_buf *out);

/* How much there is to read in it: the smaller of two trials that show the same is the one to tell
 * of. */
size_t sv_trial_weight(const struct sv_trial *trial);

#endif
