// SPDX-License-Identifier: Apache-2.0
/* UTF-8 as RFC 3629 has it: no surrogates, no overlong forms, nothing above U+10FFFF. */
#ifndef SV_BASE_UTF8_H
#define SV_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The length in bytes of the code point at P (END is past the last byte), its value in *CODE; 0 when the bytes
 * are not UTF-8. */
size_t sv_utf8_decode(const char *p, const char *end, uint32_t *code);

/* The number of bytes written to OUT (room for 4), 0 when CODE is no Unicode scalar value. */
size_t sv_utf8_encode(uint32_t code, char *out);

/* The offset of the first byte that is not UTF-8, SIZE when all is well. */
size_t sv_utf8_check(const char *text, size_t size);

/* The number of code points; bytes that are not UTF-8 count as one each. */
size_t sv_utf8_length(const char *text, size_t size);

/* How many of the SIZE bytes the first COUNT code points take; a byte that is no UTF-8 counts as one. */
size_t sv_utf8_skip(const char *text, size_t size, size_t count);

#endif
