// SPDX-License-Identifier: Apache-2.0
/* The Turtle and TriG reader's state: one frame for each open bracket, never the C stack. */
#ifndef SV_RDF_TURTLE_H
#define SV_RDF_TURTLE_H

#include "engines/rdf/scan.h"

enum frame_kind {
  FRAME_TOP,        /* statements; the bottom of the stack */
  FRAME_PROPERTIES, /* [ ... ] */
  FRAME_LIST,       /* ( ... ) */
  FRAME_REIFIED,    /* << ... >> */
  FRAME_TRIPLE,     /* <<( ... )>> */
  FRAME_ANNOTATION  /* {| ... |} */
};

/* What a frame waits for. */
enum frame_stage {
  STAGE_STATEMENT,
  STAGE_SUBJECT,
  STAGE_VERB,
  STAGE_OBJECT,
  STAGE_AFTER, /* an object: the next one, or the end */
  STAGE_ITEM,
  STAGES
};

struct frame {
  uint8_t kind, stage;
  bool bare;  /* the subject may stand alone */
  bool label; /* the subject may be the name of a graph */
  sv_term s, p, o;
  sv_term r;     /* the reifier that the next annotation is about */
  uint32_t line; /* of the verb */
};

struct turtle {
  struct sv_scan scan;
  struct frame *frames;
  size_t depth, room; /* frames[depth - 1] is the innermost */
  bool trig, in_block;
  sv_term graph; /* 0: default */
};

static inline struct frame *turtle_top(struct turtle *t)
{
  return &t->frames[t->depth - 1];
}

/* Opens a frame; false at the limit on nesting. */
bool turtle_push(struct turtle *t, enum frame_kind kind, enum frame_stage stage);

/* Gives a complete term to the innermost frame. */
bool turtle_deliver(struct turtle *t, sv_term value);

/* --- turtle_node.c --- */
/* Reads a node for the innermost frame: delivers it, or opens a frame for it. */
bool turtle_node(struct turtle *t);
/* An IRI or prefixed name. */
sv_term turtle_iri(struct turtle *t);
/* "[", "]" with nothing between them, or 0 (nothing is skipped then). */
sv_term turtle_anon(struct turtle *t);

/* --- turtle_top.c --- */
bool turtle_statement(struct turtle *t, struct frame *f);

#endif
