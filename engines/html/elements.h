// SPDX-License-Identifier: Apache-2.0
/* The elements of a page that have something to say to readers and their aids: fields, images,
 * links, buttons, headings, titles, and what names them. In the order of the page. */
#ifndef SV_HTML_ELEMENTS_H
#define SV_HTML_ELEMENTS_H

#include "engines/base/arena.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>

struct sv_element {
  const char *name; /* in lower case */
  const char *text; /* the words within, with alternative texts; "" for a field or an image */
  /* Attributes; NULL: not there. */
  const char *alt, *type, *role, *id, *href, *content, *lang, *hreflang, *label_for;
  const char *aria_label, *aria_labelledby, *title, *aria_hidden, *meta_name;
  bool in_label; /* stands within <label> */
  bool in_head;
  unsigned line;
};

struct sv_elements {
  struct sv_arena arena;
  struct sv_element *list;
  size_t count;
  bool is_shell; /* as of sv_page */
};

/* Reads the page; to be freed with sv_elements_free() in every case. Limits and errors as
 * sv_page_read(). */
enum sv_status sv_elements_read(const char *html, size_t size, struct sv_elements *out,
                                struct sv_error *err) SV_MUST_USE;
void sv_elements_free(struct sv_elements *e);

#endif
