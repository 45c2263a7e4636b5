// SPDX-License-Identifier: Apache-2.0
/* Labelled paragraphs on a terminal or in a file: a label at the left, the text beside it, broken
 * at spaces. */
#ifndef SV_RUNNER_PARAGRAPH_H
#define SV_RUNNER_PARAGRAPH_H

#include <stdio.h>

enum { SV_PARAGRAPH_INDENT = 14, SV_PARAGRAPH_WIDTH = 88 };

/* Prints TEXT beside LABEL (msgid; "": none). Control characters become "?". Nothing when TEXT is
 * NULL or "". */
void sv_paragraph(FILE *out, const char *label, const char *text);

/* The same for a list of words, with commas between. */
void sv_paragraph_words(FILE *out, const char *label, const char *const *words, size_t count);

#endif
