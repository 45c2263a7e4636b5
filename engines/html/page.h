// SPDX-License-Identifier: Apache-2.0
/* A web page as a reader meets it: language, title, links, words. Read by libxml2's HTML parser, with limits in
 * front of it. */
#ifndef SV_HTML_PAGE_H
#define SV_HTML_PAGE_H

#include "engines/base/arena.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>

/* An <a>, <area> or <link> with a href. */
struct sv_page_link {
  const char *element; /* "a", "area", "link" */
  const char *href;    /* as written, white space around it removed */
  const char *text;    /* the words within, white space folded; of an image its alternative text */
  const char *rel;     /* NULL: none; so are the next two */
  const char *hreflang;
  const char *lang; /* of the nearest element that has one */
  unsigned line;
};

struct sv_page {
  struct sv_arena arena;
  const char *lang; /* of <html>; NULL: none */
  unsigned lang_line;
  const char *title;
  const char *base;  /* href of <base>; NULL: none */
  const char *text;  /* all words of <body>, folded, scripts and styles left out */
  size_t words;
  size_t forms;
  size_t headings_1; /* <h1> */
  bool has_viewport; /* <meta name=viewport> */
  bool has_doctype;
  bool is_shell; /* it is filled by a script in the reader's browser, and next to nothing stands in it */
  const char *charset; /* of <meta charset> or http-equiv; NULL: none */
  const struct sv_page_link *links;
  size_t link_count;
};

/* Reads SIZE bytes of HTML into PAGE, to be freed with sv_page_free() in every case. Broken markup is repaired as
 * browsers do. SV_LIMIT over 5 MiB, 200 000 elements or a depth of 256; SV_INVALID when nothing could be read. */
enum sv_status sv_page_read(const char *html, size_t size, struct sv_page *page, struct sv_error *err) SV_MUST_USE;

void sv_page_free(struct sv_page *page);

#endif
