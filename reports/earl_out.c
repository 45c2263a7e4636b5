// SPDX-License-Identifier: Apache-2.0
/* JSON-LD and Turtle, from the same calls. The context stands in the file: no consumer needs the
 * network. */
#include "reports/earl.h"

#include "reports/put.h"

#include <string.h>

enum { TEXT_MOST = 8000 };

static const struct {
  const char *prefix, *iri;
} prefixes[] = {
  { "dct", "http://purl.org/dc/terms/" },   { "doap", "http://usefulinc.com/ns/doap#" },
  { "earl", "http://www.w3.org/ns/earl#" }, { "foaf", "http://xmlns.com/foaf/0.1/" },
  { "sv", "urn:samsvar:vocabulary:" },      { "xsd", "http://www.w3.org/2001/XMLSchema#" },
};

/* Ends what came before in the open node and begins a line with PROPERTY. */
static void predicate(struct sv_rdf_out *o, const char *property)
{
  (void)sv_buf_adds(o->emit.out, o->emit.filled ? " ;\n" : "\n");
  o->emit.filled = true;
  for (unsigned i = 0; i < o->depth; i++)
    (void)sv_buf_adds(o->emit.out, "  ");
  (void)sv_buf_addf(o->emit.out, "%s ", property);
}

void sv_rdf_begin(struct sv_rdf_out *o)
{
  const size_t count = sizeof prefixes / sizeof prefixes[0];
  if (o->turtle) {
    for (size_t i = 0; i < count; i++)
      (void)sv_buf_addf(o->emit.out, "@prefix %s: <%s> .\n", prefixes[i].prefix, prefixes[i].iri);
    return;
  }
  sv_emit_open(&o->emit, NULL, '{');
  sv_emit_open(&o->emit, "@context", '{');
  for (size_t i = 0; i < count; i++)
    sv_emit_text(&o->emit, prefixes[i].prefix, prefixes[i].iri);
  sv_emit_close(&o->emit, '}');
  sv_emit_open(&o->emit, "@graph", '[');
}

void sv_rdf_end(struct sv_rdf_out *o)
{
  if (o->turtle)
    return;
  sv_emit_close(&o->emit, ']');
  sv_emit_close(&o->emit, '}');
  (void)sv_buf_addc(o->emit.out, '\n');
}

static void types(struct sv_rdf_out *o, const char *const *list)
{
  if (!list)
    return;
  if (o->turtle)
    predicate(o, "a");
  else
    sv_emit_open(&o->emit, "@type", '[');
  for (size_t i = 0; list[i]; i++)
    if (o->turtle)
      (void)sv_buf_addf(o->emit.out, "%s%s", i ? ", " : "", list[i]);
    else
      sv_emit_text(&o->emit, NULL, list[i]);
  if (!o->turtle)
    sv_emit_close(&o->emit, ']');
}

static void angle(struct sv_rdf_out *o, const char *iri)
{
  (void)sv_buf_addc(o->emit.out, '<');
  (void)sv_buf_adds(o->emit.out, iri);
  (void)sv_buf_addc(o->emit.out, '>');
}

void sv_rdf_node(struct sv_rdf_out *o, const char *iri, const char *const *list)
{
  if (o->turtle) {
    (void)sv_buf_addc(o->emit.out, '\n');
    angle(o, iri);
    o->emit.filled = false;
  } else {
    sv_emit_open(&o->emit, NULL, '{');
    sv_emit_text(&o->emit, "@id", iri);
  }
  o->depth++;
  types(o, list);
}

void sv_rdf_blank(struct sv_rdf_out *o, const char *property, const char *const *list)
{
  if (o->turtle) {
    predicate(o, property);
    (void)sv_buf_addc(o->emit.out, '[');
    o->emit.filled = false;
  } else {
    sv_emit_open(&o->emit, property, '{');
  }
  o->depth++;
  types(o, list);
}

void sv_rdf_close(struct sv_rdf_out *o)
{
  o->depth--;
  if (!o->turtle)
    sv_emit_close(&o->emit, '}');
  else
    (void)sv_buf_adds(o->emit.out, o->depth ? " ]" : " .\n");
  o->emit.filled = true;
}

void sv_rdf_term(struct sv_rdf_out *o, const char *property, const char *term)
{
  if (o->turtle) {
    predicate(o, property);
    (void)sv_buf_adds(o->emit.out, term);
    return;
  }
  sv_emit_open(&o->emit, property, '{');
  sv_emit_text(&o->emit, "@id", term);
  sv_emit_close(&o->emit, '}');
}

void sv_rdf_iris(struct sv_rdf_out *o, const char *property, const char *const *iris)
{
  if (!iris[0])
    return;
  if (o->turtle)
    predicate(o, property);
  else
    sv_emit_open(&o->emit, property, '[');
  for (size_t i = 0; iris[i]; i++) {
    if (o->turtle) {
      (void)sv_buf_adds(o->emit.out, i ? ", " : "");
      angle(o, iris[i]);
      continue;
    }
    sv_emit_open(&o->emit, NULL, '{');
    sv_emit_text(&o->emit, "@id", iris[i]);
    sv_emit_close(&o->emit, '}');
  }
  if (!o->turtle)
    sv_emit_close(&o->emit, ']');
}

/* One value: MARK is "@language" or "@type", or NULL for a plain string; KEY is NULL in an array.
 */
static void value(struct sv_rdf_out *o, const char *key, const char *text, const char *mark,
                  const char *with)
{
  if (!o->turtle) {
    sv_emit_open(&o->emit, key, '{');
    if (mark)
      sv_emit_text(&o->emit, mark, with);
    sv_put_text(&o->emit, "@value", text, SV_BLOCK, TEXT_MOST);
    sv_emit_close(&o->emit, '}');
    return;
  }
  struct sv_buf clean = SV_BUF(16 * TEXT_MOST);
  sv_put_clean(&clean, text, SV_BLOCK, TEXT_MOST);
  /* The escapes of JSON's strings are Turtle's too. */
  (void)sv_escape_json(o->emit.out, sv_buf_text(&clean), clean.size);
  if (mark)
    (void)sv_buf_addf(o->emit.out, "%s%s", strcmp(mark, "@language") == 0 ? "@" : "^^", with);
  sv_buf_free(&clean);
}

void sv_rdf_text(struct sv_rdf_out *o, const char *property, const char *text, const char *lang)
{
  if (!text || !text[0])
    return;
  if (o->turtle)
    predicate(o, property);
  value(o, property, text, lang ? "@language" : NULL, lang);
}

void sv_rdf_time(struct sv_rdf_out *o, const char *property, const char *time)
{
  if (o->turtle)
    predicate(o, property);
  value(o, property, time, "@type", "xsd:dateTime");
}

void sv_rdf_texts(struct sv_rdf_out *o, const char *property, const struct sv_text *t)
{
  const char *const texts[] = { t->en, t->nb, t->nn };
  static const char *const langs[] = { "en", "nb", "nn" };
  if (!t->en && !t->nb && !t->nn)
    return;
  if (o->turtle)
    predicate(o, property);
  else
    sv_emit_open(&o->emit, property, '[');
  bool any = false;
  for (size_t i = 0; i < 3; i++) {
    if (!texts[i])
      continue;
    if (o->turtle && any)
      (void)sv_buf_adds(o->emit.out, ", ");
    value(o, NULL, texts[i], "@language", langs[i]);
    any = true;
  }
  if (!o->turtle)
    sv_emit_close(&o->emit, ']');
}
