// SPDX-License-Identifier: Apache-2.0
/* Files compiled in by tools/embed-text. */
#ifndef SV_REPORTS_ASSETS_H
#define SV_REPORTS_ASSETS_H

#include <stddef.h>

extern const char sv_page_css[];
extern const size_t sv_page_css_size;
extern const char sv_page_js[];
extern const size_t sv_page_js_size;
extern const char sv_page_symbols[];
extern const size_t sv_page_symbols_size;

#endif
