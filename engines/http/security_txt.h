// SPDX-License-Identifier: Apache-2.0
/* security.txt (RFC 9116): the whole file, field by field, with every departure from the rules and
 * its line. */
#ifndef SV_HTTP_SECURITY_TXT_H
#define SV_HTTP_SECURITY_TXT_H

#include "engines/base/arena.h"
#include "engines/base/uri.h"

#include <stdbool.h>
#include <stdint.h>

enum sv_security_txt_code {
  SV_TXT_NOT_UTF8 = 1,  /* 3: the file is UTF-8 */
  SV_TXT_LINE,          /* 4: a line that is neither field, comment nor empty */
  SV_TXT_LINE_END,      /* 4: a carriage return that ends no line, or a last line without an end */
  SV_TXT_NOT_URI,       /* 2.5: the value is no URI */
  SV_TXT_NOT_HTTPS,     /* 2.5.1 to 2.5.7: a web address that is not https */
  SV_TXT_NO_CONTACT,    /* 2.5.3: at least one */
  SV_TXT_NO_EXPIRES,    /* 2.5.5: always present */
  SV_TXT_EXPIRES_TWICE, /* 2.5.5: not more than once */
  SV_TXT_EXPIRES_FORM,  /* 2.5.5: an RFC 3339 date-time */
  SV_TXT_LANGUAGES_TWICE, /* 2.5.8: not more than once */
  SV_TXT_LANGUAGES_FORM,  /* 2.5.8: language tags of RFC 5646, parted by commas */
  SV_TXT_SIGNATURE,       /* 2.3: a signed message that is not whole */
  SV_TXT_CODE_COUNT
};

struct sv_security_txt_fault {
  enum sv_security_txt_code code;
  uint32_t line; /* 0: the file as a whole */
  struct sv_span text;
};

struct sv_security_txt_field {
  struct sv_span name;
  struct sv_span value;
  uint32_t line;
};

/* Lists live in the arena given; texts are borrowed from the file. */
struct sv_security_txt {
  struct sv_security_txt_field *fields;
  size_t count;
  struct sv_security_txt_fault *faults;
  size_t fault_count;
  bool is_signed;   /* an OpenPGP cleartext signature is round it; it is not verified */
  bool has_expires; /* EXPIRES is good */
  int64_t expires;
};

/* Whether SIZE bytes are meant as one: not empty, no page and no JSON, which servers that answer
 * every address with 200 give where nothing stands. */
bool sv_security_txt_is_meant(const char *text, size_t size);

/* Reads SIZE bytes. SV_OK also with faults; SV_LIMIT above 32 KiB (RFC 9116 5.4 lets a reader stop
 * there), SV_NO_MEMORY. */
enum sv_status sv_security_txt_parse(const char *text, size_t size, struct sv_arena *a,
                                     struct sv_security_txt *out) SV_MUST_USE;

/* The N-th field called NAME without regard to case, from 0, or NULL. */
const struct sv_security_txt_field *sv_security_txt_find(const struct sv_security_txt *t,
                                                         const char *name, size_t n);

#endif
