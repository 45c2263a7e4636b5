// SPDX-License-Identifier: Apache-2.0
/* The pieces of results.json, each read into its struct. */
#ifndef SV_RESULT_PARTS_H
#define SV_RESULT_PARTS_H

#include "engines/result/fields.h"
#include "engines/result/run.h"

#define SV_FIELD(type, member, json, kind, need)                                                   \
  {                                                                                                \
    json, offsetof(type, member), SV_FIELD_##kind, SV_##need                                       \
  }
#define SV_READ(in, object, table, out)                                                            \
  sv_fields_read((in), (object), (table), sizeof(table) / sizeof((table)[0]), (out))

/* Reads one element of an array. */
typedef enum sv_status (*sv_part)(const struct sv_in *in, sv_value object, void *out);

/* The array NAME of OBJECT, each element an object read by PART into SIZE bytes of a new array. */
enum sv_status sv_part_list(const struct sv_in *in, sv_value object, const char *name, sv_part part,
                            size_t size, enum sv_need need, void **items,
                            size_t *count) SV_MUST_USE;

enum sv_status sv_part_text(const struct sv_in *in, sv_value object, const char *name,
                            struct sv_text *out) SV_MUST_USE;
enum sv_status sv_part_place(const struct sv_in *in, sv_value object,
                             struct sv_place *out) SV_MUST_USE;
enum sv_status sv_part_waiver(const struct sv_in *in, sv_value object, void *out) SV_MUST_USE;
enum sv_status sv_part_result(const struct sv_in *in, sv_value object, void *out) SV_MUST_USE;
enum sv_status sv_part_requirement(const struct sv_in *in, sv_value object, void *out) SV_MUST_USE;
enum sv_status sv_part_exchange(const struct sv_in *in, sv_value object, void *out) SV_MUST_USE;
enum sv_status sv_part_fact(const struct sv_in *in, sv_value object, void *out) SV_MUST_USE;
enum sv_status sv_part_diff(const struct sv_in *in, sv_value root,
                            const struct sv_diff **out) SV_MUST_USE; /* none: *OUT as it was */
enum sv_status sv_part_maturity_rule(const struct sv_in *in, sv_value profile,
                                     struct sv_maturity_rule *rules) SV_MUST_USE;
/* Whether VERDICT claims no higher level than COUNTED. */
enum sv_status sv_part_maturity_check(const struct sv_in *in, sv_value verdict,
                                      const struct sv_verdict *counted) SV_MUST_USE;
enum sv_status sv_part_declared(const struct sv_in *in, sv_value object,
                                struct sv_requirement_result *q) SV_MUST_USE;
enum sv_status sv_part_verdict(const struct sv_in *in, sv_value object,
                               struct sv_verdict *out) SV_MUST_USE;

#endif
