// SPDX-License-Identifier: Apache-2.0
/* Rule sets from inside: rules, their functions, and a run of them. Private to rule*.c and
 * spectral*.c. */
#ifndef SV_OPENAPI_RULE_SET_H
#define SV_OPENAPI_RULE_SET_H

#include "engines/base/map.h"
#include "engines/openapi/match.h"
#include "engines/openapi/nodes.h"
#include "engines/openapi/rule.h"

#ifndef N_
#define N_(text) text
#endif

#pragma GCC visibility push(hidden)

struct sv_rule_call;
struct sv_rules_reader;

/* A value in a rule set's own file. */
struct sv_rules_value {
  const struct sv_doc *doc;
  sv_value v; /* SV_DOC_NONE: not there */
};

/* A function that rules may name. */
struct sv_rule_function {
  const char *name;
  /* Checks the options and puts what JUDGE needs of them in *OUT. */
  enum sv_status (*prepare)(struct sv_rules_reader *r, struct sv_rules_value options, void **out);
  enum sv_status (*judge)(struct sv_rule_call *c);
  const char *const *options; /* the names it takes, NULL at the end */
  bool judges_absence;        /* what is not there is judged too, not passed over */
};

extern const struct sv_rule_function *const sv_rule_functions[]; /* NULL at the end */

/* --- rule_core.c, rule_core_set.c, rule_schema.c: Spectral's --- */
extern const struct sv_rule_function sv_rule_alphabetical, sv_rule_casing, sv_rule_defined,
    sv_rule_enumeration, sv_rule_falsy, sv_rule_length, sv_rule_or, sv_rule_pattern, sv_rule_schema,
    sv_rule_truthy, sv_rule_typed_enum, sv_rule_undefined, sv_rule_unreferenced, sv_rule_xor;

enum sv_rule_field { SV_FIELD_NONE, SV_FIELD_KEY, SV_FIELD_NAMES, SV_FIELD_PATH };

struct sv_rule_name {
  const char *text;
  size_t size;
};

struct sv_rule_then {
  enum sv_rule_field field;
  const struct sv_rule_name *names; /* SV_FIELD_NAMES: one member after the other */
  size_t name_count;
  const struct sv_match_path *path; /* SV_FIELD_PATH */
  const struct sv_rule_function *function;
  const void *options;
};

/* Values that a path begins at. */
enum sv_rule_base {
  SV_BASE_ROOT,
  SV_BASE_KIND,          /* the objects of one kind */
  SV_BASE_REQUEST,       /* schemas of what is sent */
  SV_BASE_RESPONSE,      /* schemas of what comes back */
  SV_BASE_PATH_OPERATION /* operations below paths */
};

/* One path of given, shared by all rules that have it. */
struct sv_rule_given {
  const char *text;
  bool resolved;
  enum sv_rule_base base;
  enum sv_openapi_kind kind;
  struct sv_match_path *path;
  unsigned formats; /* of documents in which it selects something */
  size_t number;
};

/* Where and how an override changes a rule. */
struct sv_rule_override {
  const char *files;   /* glob; relative to FOLDER unless it begins with a slash */
  const char *folder;  /* of the rule set, with its slash, "" when it is the current one */
  const char *pointer; /* only there and below; NULL: everywhere */
  int severity;        /* -1: off */
  struct sv_rule_override *next;
};

enum {
  SV_FORMAT_2 = 1,
  SV_FORMAT_3_0 = 2,
  SV_FORMAT_3_1 = 4,
  SV_FORMAT_3_2 = 8,
  SV_FORMAT_ALL = 15
};
enum { SV_TEXT_NB, SV_TEXT_NN, SV_TEXT_EN, SV_TEXT_COUNT };

struct sv_rule {
  struct sv_rule_info info;            /* first: given out */
  const char *messages[SV_TEXT_COUNT]; /* with {places}; NULL: none */
  struct sv_rule_given **givens;
  size_t given_count;
  struct sv_rule_then *thens;
  size_t then_count;
  unsigned formats;
  bool resolved;
  bool recommended;
  bool is_on_somewhere;              /* by an override */
  struct sv_rules_value source;      /* its object */
  struct sv_rules_value given_value; /* what aliases are looked up for, once all is read */
  struct sv_rules_value then_value;
  const struct sv_rules_file *file; /* whose aliases and functions it sees */
  struct sv_rule_override *overrides;
  size_t number;
  struct sv_rule *next;
};

struct sv_rules_file {
  struct sv_doc *doc;
  char *bytes;
  const char *name, *folder;
  struct sv_rules_value aliases;
  unsigned formats;
  const struct sv_rules_file *parents[32]; /* what it extends: their aliases are seen too */
  size_t parent_count;
  struct sv_rules_file *next;
};

/* What a set holds that arenas do not give back. */
struct sv_rules_owned {
  void *data;
  void (*release)(void *data);
  struct sv_rules_owned *next;
};

struct sv_rules {
  struct sv_arena arena;
  struct sv_rules_file *files;
  struct sv_rule *first, **end;
  struct sv_rule **all;
  size_t count;
  struct sv_map by_name;
  struct sv_map givens; /* by text, with a mark for resolved before it */
  size_t given_count;
  struct sv_rules_owned *owned;
  struct sv_schema_set *schemas; /* of the function schema */
  size_t schema_count;
  bool is_trusted; /* schemas need not be checked against their metaschema */
};

struct sv_rules_reader {
  struct sv_rules *set;
  const struct sv_rules_options *opt;
  const struct sv_rules_file *file; /* that is read */
  const char *rule;                 /* the rule that is read, for messages */
  int depth;                        /* of extends */
  struct sv_error *err;
};

/* Ends the reading with what is wrong at V; as sv_fail_at(). */
enum sv_status sv_rules_fault(struct sv_rules_reader *r, struct sv_rules_value v, const char *fmt,
                              ...) SV_FORMAT(3, 4);

/* The member NAME of V. */
struct sv_rules_value sv_rules_get(struct sv_rules_value v, const char *name);
enum sv_doc_type sv_rules_type(struct sv_rules_value v);
bool sv_rules_has(struct sv_rules_value v);
/* The string V as a text of the set's memory; SV_INVALID when it is none. WHAT names it. */
enum sv_status sv_rules_text(struct sv_rules_reader *r, struct sv_rules_value v, const char *what,
                             const char **out) SV_MUST_USE;
/* A pattern that the set owns. */
enum sv_status sv_rules_pattern(struct sv_rules_reader *r, struct sv_rules_value v,
                                const struct sv_regex **out) SV_MUST_USE;
enum sv_status sv_rules_own(struct sv_rules *set, void *data, void (*release)(void *)) SV_MUST_USE;
/* Tells of the first member of V that none of NAMES (NULL at the end) is. */
enum sv_status sv_rules_known(struct sv_rules_reader *r, struct sv_rules_value v,
                              const char *const *names, const char *what) SV_MUST_USE;

/* As sv_rules_read(), for a set of our own whose schemas are known to be schemas. */
enum sv_status sv_rules_read_trusted(const void *data, size_t size,
                                     const struct sv_rules_options *opt, struct sv_rules **out,
                                     struct sv_error *err) SV_MUST_USE;

/* --- spectral_rule.c --- */
enum sv_status sv_rule_read(struct sv_rules_reader *r, const char *name, struct sv_rules_value v,
                            struct sv_rule *rule) SV_MUST_USE;
enum sv_status sv_rule_compile(struct sv_rules_reader *r, struct sv_rule *rule) SV_MUST_USE;
enum sv_status sv_rules_severity(struct sv_rules_reader *r, struct sv_rules_value v,
                                 int *out) SV_MUST_USE;
enum sv_status sv_rules_formats(struct sv_rules_reader *r, struct sv_rules_value v,
                                unsigned *out) SV_MUST_USE;
/* --- spectral_given.c --- */
enum sv_status sv_rules_givens(struct sv_rules_reader *r, struct sv_rule *rule) SV_MUST_USE;
/* --- spectral_override.c --- */
enum sv_status sv_rules_overrides(struct sv_rules_reader *r, struct sv_rules_value v) SV_MUST_USE;
enum sv_status sv_rules_except(struct sv_rules_reader *r, struct sv_rules_value v) SV_MUST_USE;
/* The severity of RULE at N, -1: off. */
int sv_rule_severity_at(const struct sv_rule *rule, const char *file, struct sv_openapi_node n);

/* --- a run --- */
struct sv_rule_report {
  struct sv_arena arena;
  struct sv_rule_finding *findings;
  size_t count, room, most, total;
  struct sv_rule_result *results;
  size_t result_count;
  struct sv_map texts; /* one copy of each sentence, while the run lasts */
};

struct sv_rule_run {
  const struct sv_rules *set;
  struct sv_openapi *api;
  struct sv_match_graph graph;
  struct sv_match_run match;
  struct sv_matches *given; /* by number of the given */
  bool *given_known;
  struct sv_openapi_nodes bases[3]; /* request, response, operations of paths */
  struct sv_openapi_nodes used;     /* all that references lead to, by place */
  size_t cursor;                    /* among the operations */
  size_t looked;                    /* values judged at the place at hand */
  struct sv_rule_report *report;
  struct sv_error *err;
};

/* What a function judges. */
struct sv_rule_call {
  struct sv_rule_run *run;
  const struct sv_rule *rule;
  const void *options;
  struct sv_openapi_node at;    /* where the value stands; of an absent one its holder */
  struct sv_openapi_node value; /* references followed; none: absent, or a name */
  const char *name;             /* of the member, when the value is the name itself */
  size_t name_size;
  bool is_absent;
  const char *property; /* the last step to the value, when it is not the name at AT */
  size_t property_size;
};

#define SV_RULE_ARGS_MAX 6

/* Says that the value is not as the rule wants it: MSGID with ARGS is what the function itself
 * says. */
enum sv_status sv_rule_say(struct sv_rule_call *c, const char *msgid, const struct sv_arg *args,
                           size_t count) SV_MUST_USE;
/* The same of another place. */
enum sv_status sv_rule_say_at(struct sv_rule_call *c, struct sv_openapi_node where,
                              const char *msgid, const struct sv_arg *args,
                              size_t count) SV_MUST_USE;

/* The text that is judged: a string or a name; NULL: it is none. */
const char *sv_rule_text(const struct sv_rule_call *c, size_t *size);
/* Whether PATTERN is found in the text; a limit ends the run. */
enum sv_status sv_rule_match(struct sv_rule_call *c, const struct sv_regex *pattern,
                             const char *text, size_t size, bool *found) SV_MUST_USE;
/* Takes COST from what the run may cost. */
enum sv_status sv_rule_pay(struct sv_rule_run *run, uint64_t cost) SV_MUST_USE;
/* The NUL-terminated copy of a text in the report's memory; NULL when memory ran out. */
const char *sv_rule_copy(struct sv_rule_run *run, const char *text, size_t size);
/* The name of the member at N in the report's memory, "" when it is none. */
const char *sv_rule_name_of(struct sv_rule_run *run, struct sv_openapi_node n);

/* The nodes of a base. */
enum sv_status sv_rule_base_nodes(struct sv_rule_run *run, const struct sv_rule_given *g,
                                  const struct sv_openapi_node **out, size_t *count) SV_MUST_USE;
void sv_rule_report_sort(struct sv_rule_report *r);

#pragma GCC visibility pop

#endif
