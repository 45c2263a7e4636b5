// SPDX-License-Identifier: Apache-2.0
/* Rule sets for OpenAPI documents: the common subset of Spectral's, so that agencies bring their
 * own, and the national rules, each of which belongs to a requirement. What a set asks for and we
 * cannot do is refused when it is read, never passed over. */
#ifndef SV_OPENAPI_RULE_H
#define SV_OPENAPI_RULE_H

#include "engines/openapi/openapi.h"

struct sv_rules;

enum sv_severity { SV_RULE_ERROR, SV_RULE_WARNING, SV_RULE_INFORMATION, SV_RULE_HINT };

/* What a set says of one of its rules. */
struct sv_rule_info {
  const char *name;
  const char *requirement; /* "TEC-DES-46", NULL: none */
  const char *description; /* NULL: none */
  const char *documentation;
  enum sv_severity severity;
  bool enabled;
};

/* Gives the rule set that FROM (the name of a file) calls PATH, as text; as sv_openapi_fetch. The
 * name it gives tells whether a file comes again. */
typedef enum sv_status sv_rules_fetch(void *context, const char *from, const char *path,
                                      struct sv_openapi_text *out, struct sv_error *err);

struct sv_rules_options {
  const char *name;      /* of the file, for messages; its ending tells YAML from JSON */
  sv_rules_fetch *fetch; /* NULL: extends is refused */
  void *context;
};

/* The rule set DATA in *OUT, to be freed with sv_rules_free(). SV_INVALID with file, line and
 * column for one that is ill-formed or asks for what we have not; SV_NOT_FOUND, SV_IO for a file it
 * extends; SV_LIMIT; SV_NO_MEMORY. */
enum sv_status sv_rules_read(const void *data, size_t size, const struct sv_rules_options *opt,
                             struct sv_rules **out, struct sv_error *err) SV_MUST_USE;

/* The national rules. As sv_rules_read(). */
enum sv_status sv_rules_national(struct sv_rules **out, struct sv_error *err) SV_MUST_USE;

void sv_rules_free(struct sv_rules *r);

/* The rules in the order of their files; those that are off among them. */
size_t sv_rules_count(const struct sv_rules *r);
const struct sv_rule_info *sv_rules_at(const struct sv_rules *r, size_t i);

struct sv_rule_finding {
  const struct sv_rule_info *rule;
  const char *msgid; /* the English sentence, with {named} places */
  const struct sv_arg *args;
  size_t arg_count;
  const char *text;             /* rendered in the language in use */
  struct sv_openapi_node where; /* the value, or the name of a member */
  const char *file;
  size_t line, column; /* from 1 */
};

/* What one rule came to. */
struct sv_rule_result {
  const struct sv_rule_info *rule;
  size_t judged; /* places it looked at; 0: it does not apply */
  size_t failed; /* findings, those that are not kept too */
};

struct sv_rule_options {
  const char *requirement; /* only its rules, also those that are off; NULL: all that are on */
  uint64_t visits;         /* values looked at, 0: SV_RULE_VISITS */
  size_t findings;         /* kept, 0: SV_RULE_FINDINGS */
};

#define SV_RULE_VISITS UINT64_C(400000000)
#define SV_RULE_FINDINGS ((size_t)100000)

struct sv_rule_report;

/* Judges API by R. The report is to be freed with sv_rule_report_free() and lives no longer than R
 * and API. OPT may be NULL. SV_LIMIT with its name: not all was judged, and there is no report. */
enum sv_status sv_rules_apply(const struct sv_rules *r, struct sv_openapi *api,
                              const struct sv_rule_options *opt, struct sv_rule_report **out,
                              struct sv_error *err) SV_MUST_USE;
void sv_rule_report_free(struct sv_rule_report *r);

/* The findings in order of file and position, none twice. *TOTAL (may be NULL) may be larger than
 * *COUNT. */
const struct sv_rule_finding *sv_rule_report_findings(const struct sv_rule_report *r, size_t *count,
                                                      size_t *total);
const struct sv_rule_result *sv_rule_report_results(const struct sv_rule_report *r, size_t *count);

#endif
