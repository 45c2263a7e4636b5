// SPDX-License-Identifier: Apache-2.0
/* What the checks of this plugin share: documents that the target hands over, captured messages,
 * and events wherever they come from. Choosing, judging and telling of answers is technical.h's. */
#ifndef SV_MESSAGES_MESSAGES_H
#define SV_MESSAGES_MESSAGES_H

#include "engines/openapi/openapi.h"
#include "plugins/technical/technical.h"

/* --- document.c --- */

/* The document that the check at hand is about; NULL after a finding, *OUTCOME being the check's.
 */
const struct sv_artifact *msg_own(struct sv_ctx *ctx, enum sv_outcome *outcome);

/* The same as JSON. New reference. */
json_t *msg_own_json(struct sv_ctx *ctx, const struct sv_artifact **a, enum sv_outcome *outcome);

/* Whether URL is on an origin of the target. */
bool msg_is_own(struct sv_ctx *ctx, const char *url);

/* Appends to finding F which document it is about, says it, and gives its outcome. ARGS is taken.
 */
enum sv_outcome msg_find(struct sv_ctx *ctx, const struct sv_artifact *a, json_t *args,
                         const struct sv_finding *f);
#define msg_fail(ctx, a, args, ...)                                                                \
  msg_find((ctx), (a), (args), &(struct sv_finding){ .outcome = SV_FAILED, __VA_ARGS__ })
#define msg_unsure(ctx, a, who, args, ...)                                                         \
  msg_find((ctx), (a), (args),                                                                     \
           &(struct sv_finding){ .outcome = SV_CANT_TELL, .attribution = (who), __VA_ARGS__ })

/* The value at JSON Pointer POINTER (names and indexes, none of which has ~) in VALUE, or NULL. */
const json_t *msg_at(const json_t *value, const char *pointer);

/* The text there, or NULL. */
const char *msg_text(const json_t *value, const char *pointer);

/* Whether TEXT is a UUID (RFC 9562 4). */
bool msg_is_uuid(const char *text);

/* Whether TEXT is 0192: and nine digits, of which WITH_CONTROL judges the last. */
bool msg_is_address(const char *text);

/* A parameter of the profile that is a text, or NULL; one that is a whole number, or OTHERWISE. */
const char *msg_param_text(struct sv_ctx *ctx, const char *name);
int64_t msg_param_number(struct sv_ctx *ctx, const char *name, int64_t otherwise);

/* The JSON Pointer of N, and a short excerpt of its value. They live as long as the check. */
const char *msg_pointer(struct sv_ctx *ctx, struct sv_openapi_node n);
const char *msg_excerpt(struct sv_ctx *ctx, struct sv_openapi_node n);

/* Whether requests that change something may be sent: the run allows them (--allow-unsafe), and the
 * target is not in production. */
bool msg_may_write(struct sv_ctx *ctx);

/* --- capture.c: an HTTP request that was written down, as a file --- */
enum { MSG_HEADERS_MAX = 100 };

struct msg_capture {
  const char *method, *target;
  const char *names[MSG_HEADERS_MAX];
  const char *values[MSG_HEADERS_MAX];
  size_t count;
  const char *body;
  size_t body_size;
};

/* Whether DATA begins like a request. */
bool msg_is_capture(const void *data, size_t size);

/* Reads a request (RFC 9112 3, lines ended by LF or CRLF); texts live as long as the check. False
 * when it is none. */
bool msg_capture_read(struct sv_ctx *ctx, const void *data, size_t size, struct msg_capture *out);

/* The value of header NAME, or NULL. */
const char *msg_capture_header(const struct msg_capture *c, const char *name);

/* --- source.c: events of a feed, a file or a captured message --- */
enum msg_mode { MSG_FEED, MSG_STRUCTURED, MSG_BATCH, MSG_BINARY };

struct msg_source {
  enum msg_mode mode;
  json_t *events;              /* an array; freed by msg_source_free() */
  const struct sv_response *r; /* of a feed */
  const struct sv_artifact *a; /* of a file */
  struct msg_capture capture;  /* of a captured message */
  bool is_captured;
};

/* The events of the endpoint at hand. False when there are none to judge: *OUTCOME is the check's.
 */
bool msg_source_read(struct sv_ctx *ctx, struct msg_source *s, enum sv_outcome *outcome);
void msg_source_free(struct msg_source *s);

/* As tec_find() or msg_find(), whichever fits. */
enum sv_outcome msg_source_find(struct sv_ctx *ctx, const struct msg_source *s, json_t *args,
                                const struct sv_finding *f);
#define msg_source_fail(ctx, s, args, ...)                                                         \
  msg_source_find((ctx), (s), (args), &(struct sv_finding){ .outcome = SV_FAILED, __VA_ARGS__ })

/* Where attribute NAME of event number INDEX stands: a JSON Pointer. Lives as long as the check. */
const char *msg_event_place(struct sv_ctx *ctx, const struct msg_source *s, size_t index,
                            const char *name);

#endif
