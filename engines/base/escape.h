// SPDX-License-Identifier: Apache-2.0
/* Texts of others in our outputs: one function a syntax, and each cleans first. Bytes that are not
 * UTF-8 become U+FFFD, one for each maximal subpart; what is no graphic character is shown as
 * \u{XX}. So nothing that a terminal, a browser, a parser or a reader's eye would act upon comes
 * through. All append to OUT and return its state. */
#ifndef SV_BASE_ESCAPE_H
#define SV_BASE_ESCAPE_H

#include "engines/base/buf.h"

#include <stddef.h>

/* A line has no line ends at all; a block keeps LF and TAB, and CR LF and CR become LF. */
enum sv_form { SV_LINE, SV_BLOCK };

/* Cleaned and otherwise as it is: for terminals and log lines. */
enum sv_status sv_escape_terminal(struct sv_buf *out, const char *text, size_t size,
                                  enum sv_form form);

/* HTML text, and attribute values within quotation marks of either kind. */
enum sv_status sv_escape_html(struct sv_buf *out, const char *text, size_t size, enum sv_form form);

/* XML 1.0 text, and attribute values within quotation marks of either kind. "]]>" is broken. */
enum sv_status sv_escape_xml(struct sv_buf *out, const char *text, size_t size, enum sv_form form);

/* A JSON string with its quotation marks. Data, not something shown: control characters stay, as
 * escapes. */
enum sv_status sv_escape_json(struct sv_buf *out, const char *text, size_t size);

/* The same for JSON within an HTML script element: no <, > or &, and what is no graphic character
 * as an escape. */
enum sv_status sv_escape_json_html(struct sv_buf *out, const char *text, size_t size);

/* A CSV field within quotation marks, with ' before what a spreadsheet would take for a formula. */
enum sv_status sv_escape_csv(struct sv_buf *out, const char *text, size_t size, enum sv_form form);

/* Markdown text of one line, also for a table's cell: no markup, no HTML, no automatic links, no
 * mentions. */
enum sv_status sv_escape_markdown(struct sv_buf *out, const char *text, size_t size);

/* How many of the SIZE bytes are kept when at most MOST may be: cut between code points. */
size_t sv_text_fit(const char *text, size_t size, size_t most);

/* The first byte of the SIZE that is no UTF-8 or no graphic character (LF and TAB count as such in
 * a block), or SIZE. */
size_t sv_text_dirt(const char *text, size_t size, enum sv_form form);

#endif
