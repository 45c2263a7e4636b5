// SPDX-License-Identifier: Apache-2.0
/* The words of SHACL as a table in order of name, and the search for a word that was misspelt. */
#include "engines/shacl/lint_terms.h"

#include "engines/base/ascii.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define C(name)                                                                                    \
  {                                                                                                \
    name, LINT_CLASS, 0, 0                                                                         \
  }
#define V(name)                                                                                    \
  {                                                                                                \
    name, LINT_VALUE, 0, 0                                                                         \
  }
/* A property that says nothing that could be judged, or belongs to another part of SHACL. */
#define P(name)                                                                                    \
  {                                                                                                \
    name, LINT_PROPERTY, TAKES_ANYTHING, 0                                                         \
  }
#define X(name)                                                                                    \
  {                                                                                                \
    name, LINT_ELSEWHERE, TAKES_ANYTHING, LINT_SHAPE | LINT_CONSTRAINT | LINT_UNJUDGED             \
  }
/* A constraint, its values. */
#define K(name, takes, flags)                                                                      \
  {                                                                                                \
    name, LINT_PROPERTY, takes, LINT_SHAPE | LINT_CONSTRAINT | (flags)                             \
  }
#define T(name, takes)                                                                             \
  {                                                                                                \
    name, LINT_PROPERTY, takes, LINT_SHAPE | LINT_TARGET                                           \
  }

/* In the order of strcmp. */
static const struct lint_word words[] = {
  { "", LINT_VALUE, 0, 0 },
  C("AbstractResult"),
  C("AndConstraintComponent"),
  V("BlankNode"),
  V("BlankNodeOrIRI"),
  V("BlankNodeOrLiteral"),
  C("ClassConstraintComponent"),
  C("ClosedConstraintComponent"),
  C("ConstraintComponent"),
  C("DatatypeConstraintComponent"),
  V("Debug"),
  C("DisjointConstraintComponent"),
  C("EqualsConstraintComponent"),
  C("ExpressionConstraintComponent"),
  C("Function"),
  C("HasValueConstraintComponent"),
  V("IRI"),
  V("IRIOrLiteral"),
  C("InConstraintComponent"),
  V("Info"),
  C("JSConstraint"),
  C("JSConstraintComponent"),
  C("JSExecutable"),
  C("JSFunction"),
  C("JSLibrary"),
  C("JSRule"),
  C("JSTarget"),
  C("JSTargetType"),
  C("JSValidator"),
  C("LanguageInConstraintComponent"),
  C("LessThanConstraintComponent"),
  C("LessThanOrEqualsConstraintComponent"),
  V("Literal"),
  C("MaxCountConstraintComponent"),
  C("MaxExclusiveConstraintComponent"),
  C("MaxInclusiveConstraintComponent"),
  C("MaxLengthConstraintComponent"),
  C("MinCountConstraintComponent"),
  C("MinExclusiveConstraintComponent"),
  C("MinInclusiveConstraintComponent"),
  C("MinLengthConstraintComponent"),
  C("NodeConstraintComponent"),
  C("NodeKind"),
  C("NodeKindConstraintComponent"),
  C("NodeShape"),
  C("NotConstraintComponent"),
  C("OrConstraintComponent"),
  C("Parameter"),
  C("Parameterizable"),
  C("PatternConstraintComponent"),
  C("PrefixDeclaration"),
  C("PropertyConstraintComponent"),
  C("PropertyGroup"),
  C("PropertyShape"),
  C("QualifiedMaxCountConstraintComponent"),
  C("QualifiedMinCountConstraintComponent"),
  C("ResultAnnotation"),
  C("Rule"),
  C("SPARQLAskExecutable"),
  C("SPARQLAskValidator"),
  C("SPARQLConstraint"),
  C("SPARQLConstraintComponent"),
  C("SPARQLConstructExecutable"),
  C("SPARQLExecutable"),
  C("SPARQLFunction"),
  C("SPARQLRule"),
  C("SPARQLSelectExecutable"),
  C("SPARQLSelectValidator"),
  C("SPARQLTarget"),
  C("SPARQLTargetType"),
  C("SPARQLUpdateExecutable"),
  C("Severity"),
  C("Shape"),
  C("ShapeClass"),
  C("Target"),
  C("TargetType"),
  V("Trace"),
  C("TripleRule"),
  C("UniqueLangConstraintComponent"),
  C("ValidationReport"),
  C("ValidationResult"),
  C("Validator"),
  V("Violation"),
  V("Warning"),
  C("XoneConstraintComponent"),
  { "alternativePath", LINT_PROPERTY, TAKES_LIST, LINT_PATH },
  K("and", TAKES_SHAPES, 0),
  P("annotationProperty"),
  P("annotationValue"),
  P("annotationVarName"),
  P("ask"),
  K("class", TAKES_IRI, 0),
  K("closed", TAKES_BOOLEAN, LINT_ONE),
  P("condition"),
  P("conforms"),
  P("construct"),
  K("datatype", TAKES_IRI, LINT_ONE),
  { "deactivated", LINT_PROPERTY, TAKES_BOOLEAN, LINT_ONE | LINT_SHAPE },
  P("declare"),
  P("defaultValue"),
  { "description", LINT_PROPERTY, TAKES_TEXT, 0 },
  P("detail"),
  K("disjoint", TAKES_IRI, 0),
  P("entailment"),
  K("equals", TAKES_IRI, 0),
  X("expression"),
  P("filterShape"),
  { "flags", LINT_PROPERTY, TAKES_STRING, LINT_ONE | LINT_SHAPE },
  P("focusNode"),
  P("group"),
  K("hasValue", TAKES_ANYTHING, 0),
  { "ignoredProperties", LINT_PROPERTY, TAKES_LIST, LINT_ONE | LINT_SHAPE },
  K("in", TAKES_LIST, LINT_ONE),
  P("intersection"),
  { "inversePath", LINT_PROPERTY, TAKES_ANYTHING, LINT_PATH },
  X("js"),
  P("jsFunctionName"),
  P("jsLibrary"),
  P("jsLibraryURL"),
  P("labelTemplate"),
  K("languageIn", TAKES_LIST, LINT_ONE),
  K("lessThan", TAKES_IRI, LINT_WITH_PATH),
  K("lessThanOrEquals", TAKES_IRI, LINT_WITH_PATH),
  K("maxCount", TAKES_COUNT, LINT_ONE | LINT_WITH_PATH),
  K("maxExclusive", TAKES_LITERAL, LINT_ONE),
  K("maxInclusive", TAKES_LITERAL, LINT_ONE),
  K("maxLength", TAKES_COUNT, LINT_ONE),
  X("maxListLength"),
  X("memberShape"),
  { "message", LINT_PROPERTY, TAKES_TEXT, LINT_SAYS },
  K("minCount", TAKES_COUNT, LINT_ONE | LINT_WITH_PATH),
  K("minExclusive", TAKES_LITERAL, LINT_ONE),
  K("minInclusive", TAKES_LITERAL, LINT_ONE),
  K("minLength", TAKES_COUNT, LINT_ONE),
  X("minListLength"),
  { "name", LINT_PROPERTY, TAKES_TEXT, 0 },
  P("namespace"),
  K("node", TAKES_SHAPE, 0),
  K("nodeKind", TAKES_NODE_KIND, LINT_ONE),
  P("nodeValidator"),
  P("nodes"),
  K("not", TAKES_SHAPE, 0),
  P("object"),
  { "oneOrMorePath", LINT_PROPERTY, TAKES_ANYTHING, LINT_PATH },
  P("optional"),
  K("or", TAKES_SHAPES, 0),
  P("order"),
  P("parameter"),
  { "path", LINT_PROPERTY, TAKES_PATH, LINT_ONE | LINT_SHAPE },
  K("pattern", TAKES_STRING, LINT_ONE),
  P("predicate"),
  P("prefix"),
  P("prefixes"),
  K("property", TAKES_SHAPE, 0),
  P("propertyValidator"),
  { "qualifiedMaxCount", LINT_PROPERTY, TAKES_COUNT, LINT_ONE | LINT_WITH_PATH | LINT_SHAPE },
  { "qualifiedMinCount", LINT_PROPERTY, TAKES_COUNT, LINT_ONE | LINT_WITH_PATH | LINT_SHAPE },
  K("qualifiedValueShape", TAKES_SHAPE, LINT_WITH_PATH),
  { "qualifiedValueShapesDisjoint", LINT_PROPERTY, TAKES_BOOLEAN,
    LINT_ONE | LINT_WITH_PATH | LINT_SHAPE },
  X("reificationRequired"),
  X("reifierShape"),
  P("result"),
  P("resultAnnotation"),
  P("resultMessage"),
  P("resultPath"),
  P("resultSeverity"),
  P("returnType"),
  X("rootClass"),
  X("rule"),
  P("select"),
  { "severity", LINT_PROPERTY, TAKES_IRI, LINT_ONE | LINT_SAYS },
  P("shapesGraph"),
  P("shapesGraphWellFormed"),
  X("singleLine"),
  X("someValue"),
  P("sourceConstraint"),
  P("sourceConstraintComponent"),
  P("sourceShape"),
  X("sparql"),
  P("subject"),
  X("subsetOf"),
  P("suggestedShapesGraph"),
  { "target", LINT_ELSEWHERE, TAKES_ANYTHING, LINT_SHAPE | LINT_TARGET | LINT_UNJUDGED },
  T("targetClass", TAKES_IRI),
  T("targetNode", TAKES_ANYTHING),
  T("targetObjectsOf", TAKES_IRI),
  T("targetSubjectsOf", TAKES_IRI),
  { "targetWhere", LINT_ELSEWHERE, TAKES_ANYTHING, LINT_SHAPE | LINT_TARGET | LINT_UNJUDGED },
  V("this"),
  P("union"),
  K("uniqueLang", TAKES_BOOLEAN, LINT_ONE | LINT_WITH_PATH),
  X("uniqueMembers"),
  P("update"),
  P("validator"),
  P("value"),
  X("values"),
  K("xone", TAKES_SHAPES, 0),
  { "zeroOrMorePath", LINT_PROPERTY, TAKES_ANYTHING, LINT_PATH },
  { "zeroOrOnePath", LINT_PROPERTY, TAKES_ANYTHING, LINT_PATH },
};

/* Words of other vocabularies that are looked for in SHACL. */
static const struct {
  const char *name, *means;
} foreign[] = {
  { "comment", "rdfs:comment" },
  { "imports", "owl:imports" },
  { "label", "rdfs:label" },
  { "seeAlso", "rdfs:seeAlso" },
  { "subClassOf", "rdfs:subClassOf" },
  { "subPropertyOf", "rdfs:subPropertyOf" },
  { "type", "rdf:type" },
};

enum { WORDS = sizeof words / sizeof words[0], FOREIGN = sizeof foreign / sizeof foreign[0] };

/* Names longer than this are no misspelt words. */
enum { NAME_MAX_SIZE = 48 };

const struct lint_word *lint_word_at(size_t i)
{
  return &words[i < WORDS ? i : 0];
}

uint16_t lint_word_find(const char *name, size_t size)
{
  size_t low = 1, high = WORDS;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const size_t own = strlen(words[middle].name);
    const size_t least = own < size ? own : size;
    int order = memcmp(words[middle].name, name, least);
    if (order == 0)
      order = own < size ? -1 : own > size;
    if (order == 0)
      return (uint16_t)middle;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return 0;
}

static unsigned least_of(unsigned a, unsigned b)
{
  return a < b ? a : b;
}

/* How many letters must be put in, left out, changed or exchanged with their neighbour to make B of
 * A, upper and lower case being one. */
static unsigned distance(const char *a, size_t m, const char *b, size_t n)
{
  unsigned rows[3][NAME_MAX_SIZE + 1];
  if (m > NAME_MAX_SIZE || n > NAME_MAX_SIZE)
    return NAME_MAX_SIZE;
  for (unsigned j = 0; j <= n; j++)
    rows[0][j] = j;
  for (size_t i = 1; i <= m; i++) {
    const unsigned *above = rows[(i - 1) % 3];
    const unsigned *before = rows[(i + 1) % 3]; /* two above */
    unsigned *row = rows[i % 3];
    row[0] = (unsigned)i;
    for (size_t j = 1; j <= n; j++) {
      const int x = sv_lower(a[i - 1]), y = sv_lower(b[j - 1]);
      unsigned best = above[j - 1] + (x != y);
      best = least_of(best, least_of(above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && x == sv_lower(b[j - 2]) && y == sv_lower(a[i - 2]))
        best = least_of(best, before[j - 2] + 1);
      row[j] = best;
    }
  }
  return rows[m % 3][n];
}

const char *lint_word_near(const char *name, size_t size, char *out, size_t room)
{
  /* "sh:sh:targetObjectsOf": the prefix twice. */
  for (size_t i = 0; i < size; i++)
    if (name[i] == ':') {
      name += i + 1;
      size -= i + 1;
      i = (size_t)-1;
    }
  for (size_t i = 0; i < FOREIGN; i++)
    if (strlen(foreign[i].name) == size && memcmp(foreign[i].name, name, size) == 0)
      return foreign[i].means;
  size_t best = 0;
  unsigned nearest = size < 5 ? 2 : 3; /* one letter wrong in a short word, two in a long one */
  for (size_t i = 1; i < WORDS; i++) {
    const unsigned away = distance(name, size, words[i].name, strlen(words[i].name));
    const bool same_case = size > 0 && words[i].name[0] == name[0];
    if (away < nearest ||
        (best && away == nearest && same_case && words[best].name[0] != name[0])) {
      nearest = away;
      best = i;
    }
  }
  if (!best)
    return NULL;
  (void)snprintf(out, room, "sh:%s", words[best].name); /* words are short */
  return out;
}
