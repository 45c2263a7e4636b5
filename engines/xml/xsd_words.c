// SPDX-License-Identifier: Apache-2.0
/* What libxml2 says of schemas and of documents by them, in words of our own. libxml2 has several
 * sentences with one code, so it is the sentence that is known again; the rest of it, "Element
 * 'a':", is told by the path. */
#include "engines/xml/xsd_words.h"

#include "engines/base/escape.h"
#include "engines/base/lang.h"
#include "engines/base/phrase.h"
#include "engines/xml/node.h"

#include <libxml/xmlerror.h>
#include <string.h>

enum { WORDS_MAX = 8192, VALUE_MAX = 200 };

static const struct {
  const char *said, *msgid;
} rows[] = {
  /* Facets. */
  { "[facet 'enumeration'] The value '{value}' is not an element of the set {{set}}.",
    N_("the value \"{value}\" is not among those allowed, which are {set}") },
  { "[facet 'pattern'] The value '{value}' is not accepted by the pattern '{pattern}'.",
    N_("the value \"{value}\" does not have the form that the pattern {pattern} asks for") },
  { "[facet 'minLength'] The value has a length of '{count}'; this underruns the allowed minimum "
    "length of '{least}'.",
    N_("the value has the length {count}, and must have {least} at least") },
  { "[facet 'maxLength'] The value has a length of '{count}'; this exceeds the allowed maximum "
    "length of '{most}'.",
    N_("the value has the length {count}, and may have {most} at most") },
  { "[facet 'length'] The value has a length of '{count}'; this differs from the allowed length of "
    "'{number}'.",
    N_("the value has the length {count}, and must have {number}") },
  { "[facet 'minInclusive'] The value '{value}' is less than the minimum value allowed "
    "('{least}').",
    N_("the value {value} is lower than {least}, the lowest allowed") },
  { "[facet 'maxInclusive'] The value '{value}' is greater than the maximum value allowed "
    "('{most}').",
    N_("the value {value} is higher than {most}, the highest allowed") },
  { "[facet 'minExclusive'] The value '{value}' must be greater than '{least}'.", N_("the value "
                                                                                     "{value} must "
                                                                                     "be higher "
                                                                                     "than "
                                                                                     "{least}") },
  { "[facet 'maxExclusive'] The value '{value}' must be less than '{most}'.", N_("the value "
                                                                                 "{value} must be "
                                                                                 "lower than "
                                                                                 "{most}") },
  { "[facet 'totalDigits'] The value '{value}' has more digits than are allowed ('{most}').",
    N_("the value {value} has more digits than the {most} allowed") },
  { "[facet 'fractionDigits'] The value '{value}' has more fractional digits than are allowed "
    "('{most}').",
    N_("the value {value} has more decimals than the {most} allowed") },
  /* Types and values. */
  { "'{value}' is not a valid value of the {kind} type '{type}'.", N_("the value \"{value}\" is "
                                                                      "not of the type {type}") },
  { "'{value}' is not a valid value of the local {kind} type.", N_("the value \"{value}\" is not "
                                                                   "of the type that the schema "
                                                                   "gives it") },
  { "The character content is not a valid value of the {kind} type '{type}'.", N_("the text of the "
                                                                                  "element is not "
                                                                                  "of the type "
                                                                                  "{type}") },
  { "The character content is not a valid value of the local {kind} type.", N_("the text of the "
                                                                               "element is not of "
                                                                               "the type that the "
                                                                               "schema gives it") },
  { "The actual value '{value}' does not match the fixed value constraint '{fixed}'.",
    N_("the value is \"{value}\" and must be \"{fixed}\"") },
  { "The value '{value}' does not match the fixed value constraint '{fixed}'.", N_("the value is "
                                                                                   "\"{value}\" "
                                                                                   "and must be "
                                                                                   "\"{fixed}\"") },
  { "The initial value '{value}' does not match the fixed value constraint '{fixed}'.",
    N_("the value is \"{value}\" and must be \"{fixed}\"") },
  /* Elements. */
  { "This element is not expected. Expected is ( {expected} ).", N_("the element {element} is not "
                                                                    "expected here; {expected} "
                                                                    "is") },
  { "This element is not expected. Expected is one of ( {expected} ).", N_("the element {element} "
                                                                           "is not expected here; "
                                                                           "one of these is: "
                                                                           "{expected}") },
  { "This element is not expected.", N_("the element {element} is not expected here; remove it") },
  { "Missing child element(s). Expected is ( {expected} ).", N_("something is missing in the "
                                                                "element {element}: {expected} "
                                                                "must follow") },
  { "Missing child element(s). Expected is one of ( {expected} ).", N_("something is missing in "
                                                                       "the element {element}; one "
                                                                       "of these must follow: "
                                                                       "{expected}") },
  { "Missing child element(s).", N_("something is missing in the element {element}") },
  { "Character content is not allowed, because the content type is empty.", N_("the element "
                                                                               "{element} must be "
                                                                               "empty, and has "
                                                                               "text in it") },
  { "Element content is not allowed, because the content type is empty.", N_("the element "
                                                                             "{element} must be "
                                                                             "empty, and has "
                                                                             "elements in it") },
  { "Character content other than whitespace is not allowed because the content type is "
    "'element-only'.",
    N_("the element {element} holds elements only, and has text between them") },
  { "Element content is not allowed, because the content type is a simple type definition.",
    N_("the element {element} holds a simple value, and has elements in it") },
  { "Element content is not allowed, because the type definition is simple.", N_("the element "
                                                                                 "{element} holds "
                                                                                 "a simple value, "
                                                                                 "and has elements "
                                                                                 "in it") },
  { "The type definition is abstract.", N_("the type of the element {element} is abstract; name a "
                                           "concrete one with xsi:type") },
  { "The element declaration is abstract.", N_("the element {element} is abstract; another must "
                                               "stand in its place") },
  { "Neither character nor element content is allowed because the element is 'nilled'.",
    N_("the element {element} has xsi:nil, and must be empty then") },
  { "Neither character nor element content is allowed, because the element was 'nilled'.",
    N_("the element {element} has xsi:nil, and must be empty then") },
  { "The element is not 'nillable'.", N_("the element {element} cannot have xsi:nil") },
  { "The element cannot be 'nilled' because there is a fixed value constraint defined for it.",
    N_("the element {element} cannot have xsi:nil, for its value is fixed") },
  { "The content must not contain element nodes since there is a fixed value constraint.",
    N_("the value of the element {element} is fixed, and there are elements in it") },
  { "The type definition '{type}', specified by xsi:type, is blocked or not validly derived from "
    "the type definition of the element declaration.",
    N_("the type {type} that xsi:type names cannot stand in for the one of the element "
       "{element}") },
  { "The QName value '{type}' of the xsi:type attribute does not resolve to a type definition.",
    N_("xsi:type names the type {type}, which the schema does not have") },
  { "No matching global declaration available for the validation root.", N_("the schema does not "
                                                                            "declare {element} as "
                                                                            "a root element") },
  { "No matching global element declaration available, but demanded by the strict wildcard.",
    N_("the schema does not declare the element {element}, and demands that for what stands "
       "here") },
  { "No matching global attribute declaration available, but demanded by the strict wildcard.",
    N_("the schema does not declare this attribute, and demands that for what stands here") },
  /* Attributes, and keys. */
  { "The attribute '{name}' is not allowed.", N_("the element {element} cannot have the attribute "
                                                 "{name}") },
  { "The attribute '{name}' is required but missing.", N_("the element {element} lacks the "
                                                          "attribute {name}") },
  { "Duplicate key-sequence [{key}] in {kind} identity-constraint '{name}'.", N_("the key {key} "
                                                                                 "comes twice, and "
                                                                                 "{name} says that "
                                                                                 "it is unique") },
  { "Not all fields of {kind} identity-constraint '{name}' evaluate to a node.", N_("a part of the "
                                                                                    "key {name} is "
                                                                                    "missing in "
                                                                                    "the element "
                                                                                    "{element}") },
  { "No match found for key-sequence [{key}] of keyref '{name}'.", N_("{key} refers by {name} to a "
                                                                      "key that is not there") },
  { "The XPath '{path}' of a field of {kind} identity-constraint '{name}' does evaluate to a node "
    "of non-simple type.",
    N_("the key {name} is made of \"{path}\", which holds more than a simple value") },
  /* Schemas themselves. */
  { "The QName value '{name}' does not resolve to a(n) {kind}.", N_("{name} is declared neither in "
                                                                    "the schema nor in what it "
                                                                    "includes") },
  { "The QName value '{name}' has no corresponding namespace declaration in scope.",
    N_("the prefix of {name} is bound to no namespace; bind it with xmlns") },
  { "References from this schema to components in the namespace '{namespace}' are not allowed, "
    "since not indicated by an import statement.",
    N_("the schema uses the namespace {namespace} without importing it; add an xs:import") },
  { "References from this schema to components in no namespace are not allowed, since not "
    "indicated by an import statement.",
    N_("the schema uses names without a namespace and does not import them; add an xs:import, or a "
       "prefix") },
  { "The attributes '{name}' and '{other}' are mutually exclusive.", N_("the attributes {name} and "
                                                                        "{other} exclude each "
                                                                        "other; remove one") },
  { "The attribute '{name}' and the <{other}> child are mutually exclusive.", N_("the attribute "
                                                                                 "{name} and the "
                                                                                 "element {other} "
                                                                                 "in it exclude "
                                                                                 "each other; "
                                                                                 "remove one") },
  { "The content is not valid. Expected is {expected}.", N_("what stands in it is not as XML "
                                                            "Schema has it, which is {expected}") },
  { "The content is not valid.", N_("what stands in it is not as XML Schema has it") },
  { "The value '{value}' is not valid. Expected is '{expected}'.", N_("the value \"{value}\" is "
                                                                      "not as XML Schema has it, "
                                                                      "which is {expected}") },
  { "The value '{value}' is not valid.", N_("the value \"{value}\" is not as XML Schema has it") },
  { "The value '{value}' of the facet 'pattern' is not a valid regular expression.", N_("the "
                                                                                        "pattern "
                                                                                        "{value} "
                                                                                        "is no "
                                                                                        "regular "
                                                                                        "expression"
                                                                                        " of XML "
                                                                                        "Schema") },
  { "The value '{value}' of the facet '{facet}' is not a valid '{type}'.", N_("the facet {facet} "
                                                                              "has the value "
                                                                              "\"{value}\", which "
                                                                              "is not of the type "
                                                                              "{type}") },
  { "A global {kind} '{name}' does already exist.", N_("{name} is declared twice; remove one of "
                                                       "them") },
  { "The facet '{facet}' is not allowed.", N_("the facet {facet} is not allowed here") },
  { "The facet '{facet}' is not allowed on types derived from the type {type}.", N_("the facet "
                                                                                    "{facet} is "
                                                                                    "not allowed "
                                                                                    "on types made "
                                                                                    "from "
                                                                                    "{type}") },
  { "The content model is not determinist.", N_("the content is ambiguous: an element could be "
                                                "read as more than one part of it") },
  { "The XML document '{name}' is not a schema document.", N_("{name} is no XML Schema: its root "
                                                              "element is not xs:schema") },
  { "Failed to load the document '{name}' for inclusion.", N_("{name}, which the schema includes, "
                                                              "could not be read") },
  { "Failed to load the document '{name}' for redefinition.", N_("{name}, which the schema "
                                                                 "redefines, could not be read") },
  { "The value '{name}' of simple type '{type}' has no corresponding namespace declaration in "
    "scope.",
    N_("the prefix of {name} is bound to no namespace; bind it with xmlns") },
  { "The value '{value}' of the facet does not validate against the base type '{type}'.",
    N_("the value \"{value}\" is not of the type {type}") },
  { "The definition is circular.", N_("it is defined by itself; break the circle") },
  { "Duplicate attribute use '{name}'.", N_("the attribute {name} is declared twice; remove one of "
                                            "them") },
  { "The value must not be greater than the value of 'maxOccurs'.", N_("minOccurs is higher than "
                                                                       "maxOccurs") },
  { "If using <complexContent>, the base type is expected to be a complex type. The base type "
    "'{type}' is a simple type.",
    N_("complexContent builds on a complex type, and {type} is a simple one; use simpleContent") },
};

/* Whose names are told without their namespace: the element's own, and XML Schema's as "xs:". */
struct naming {
  const xmlNode *element;
};

static enum sv_status say_names(void *context, const char *text, size_t size, struct sv_buf *out)
{
  static const char xs[] = "http://www.w3.org/2001/XMLSchema";
  const struct naming *n = context;
  const char *own = n->element && n->element->ns ? (const char *)n->element->ns->href : "";
  const size_t own_size = strlen(own);
  const size_t fit = sv_text_fit(text, size, VALUE_MAX);
  const char *const end = text + fit;
  for (const char *p = text; p < end;) {
    const size_t left = (size_t)(end - p);
    if (left > sizeof xs && p[0] == '{' && memcmp(p + 1, xs, sizeof xs - 1) == 0 &&
        p[sizeof xs] == '}') {
      SV_TRY(sv_buf_adds(out, "xs:"));
      p += sizeof xs + 1;
    } else if (own_size && left > own_size + 1 && p[0] == '{' &&
               memcmp(p + 1, own, own_size) == 0 && p[own_size + 1] == '}') {
      p += own_size + 2;
    } else {
      SV_TRY(sv_buf_addc(out, *p++));
    }
  }
  return fit < size ? sv_buf_adds(out, "\xE2\x80\xA6") : SV_OK;
}

static const char *find(const char *text, struct sv_phrase *p)
{
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    if (sv_phrase_match(rows[i].said, text, p))
      return rows[i].msgid;
  return NULL;
}

/* The row of TEXT, or of what follows the words that tell where. */
static const char *find_row(const char *text, struct sv_phrase *p)
{
  static const char *const ends[] = { "': ", ": " };
  const char *msgid = find(text, p);
  for (size_t i = 0; !msgid && i < sizeof ends / sizeof ends[0]; i++) {
    const char *end = strstr(text, ends[i]);
    msgid = end ? find(end + strlen(ends[i]), p) : NULL;
  }
  return msgid;
}

/* libxml2's words in one line, without the newline at their end. */
static void one_line(const char *words, struct sv_buf *out)
{
  size_t size = strlen(words);
  while (size > 0 && (words[size - 1] == '\n' || words[size - 1] == ' '))
    size--;
  for (size_t i = 0; i < size && !out->failed; i++)
    (void)sv_buf_addc(out, words[i] == '\n' || words[i] == '\r' ? ' ' : words[i]);
}

/* Adds the place {NAME} with TEXT; there is room for it. */
static void add_place(struct sv_phrase *p, const char *name, const char *text)
{
  if (p->count < SV_PHRASE_PLACES)
    p->values[p->count++] = (struct sv_phrase_value){ name, text, strlen(name), strlen(text) };
}

bool xsd_say(const xmlError *e, const char *unknown, struct sv_buf *out)
{
  struct sv_buf words = SV_BUF(WORDS_MAX), name = SV_BUF(WORDS_MAX);
  struct sv_phrase p = { .count = 0 };
  const xmlNode *element = e->node;
  if (element && element->type == XML_ATTRIBUTE_NODE)
    element = element->parent;
  if (element && element->type != XML_ELEMENT_NODE)
    element = NULL;
  one_line(e->message ? e->message : "", &words);
  if (element && element->ns && element->ns->prefix)
    (void)sv_buf_addf(&name, "%s:", (const char *)element->ns->prefix);
  if (element)
    (void)sv_buf_adds(&name, (const char *)element->name);
  const char *msgid = find_row(sv_buf_text(&words), &p);
  const bool is_known = msgid != NULL;
  if (!is_known)
    p.count = 0;
  if (is_known)
    add_place(&p, "element", sv_buf_text(&name));
  else
    add_place(&p, "detail", sv_buf_text(&words));
  struct naming naming = { element };
  (void)sv_phrase_fill(sv_tr(msgid ? msgid : unknown), &p, say_names, &naming, out);
  sv_buf_free(&words);
  sv_buf_free(&name);
  return is_known;
}
