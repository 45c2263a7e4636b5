// SPDX-License-Identifier: Apache-2.0
/* The names of the SHACL vocabulary, and what each kind of constraint is called. */
#include "engines/shacl/names.h"

#include "engines/shacl/program.h"

const char *const shacl_names[SH_NAMES] = {
  [SH_NODE_SHAPE] = "NodeShape",
  [SH_PROPERTY_SHAPE] = "PropertyShape",
  [SH_TARGET_CLASS] = "targetClass",
  [SH_TARGET_NODE] = "targetNode",
  [SH_TARGET_SUBJECTS_OF] = "targetSubjectsOf",
  [SH_TARGET_OBJECTS_OF] = "targetObjectsOf",
  [SH_PATH] = "path",
  [SH_ALTERNATIVE_PATH] = "alternativePath",
  [SH_INVERSE_PATH] = "inversePath",
  [SH_ZERO_OR_MORE_PATH] = "zeroOrMorePath",
  [SH_ONE_OR_MORE_PATH] = "oneOrMorePath",
  [SH_ZERO_OR_ONE_PATH] = "zeroOrOnePath",
  [SH_DEACTIVATED] = "deactivated",
  [SH_SEVERITY] = "severity",
  [SH_MESSAGE] = "message",
  [SH_VIOLATION] = "Violation",
  [SH_WARNING] = "Warning",
  [SH_INFO] = "Info",
  [SH_BLANK_NODE] = "BlankNode",
  [SH_IRI] = "IRI",
  [SH_LITERAL] = "Literal",
  [SH_BLANK_NODE_OR_IRI] = "BlankNodeOrIRI",
  [SH_BLANK_NODE_OR_LITERAL] = "BlankNodeOrLiteral",
  [SH_IRI_OR_LITERAL] = "IRIOrLiteral",
  [SH_FLAGS] = "flags",
  [SH_IGNORED_PROPERTIES] = "ignoredProperties",
  [SH_QUALIFIED_MIN_COUNT] = "qualifiedMinCount",
  [SH_QUALIFIED_MAX_COUNT] = "qualifiedMaxCount",
  [SH_QUALIFIED_DISJOINT] = "qualifiedValueShapesDisjoint",
  [SH_PARAMETER] = "parameter",
  [SH_ENTAILMENT] = "entailment",
  [SH_SPARQL] = "sparql",
  [SH_TARGET] = "target",
  [SH_JS] = "js",
  [SH_EXPRESSION] = "expression",
  [SH_CLASS] = "class",
  [SH_DATATYPE] = "datatype",
  [SH_NODE_KIND] = "nodeKind",
  [SH_MIN_COUNT] = "minCount",
  [SH_MAX_COUNT] = "maxCount",
  [SH_MIN_EXCLUSIVE] = "minExclusive",
  [SH_MIN_INCLUSIVE] = "minInclusive",
  [SH_MAX_EXCLUSIVE] = "maxExclusive",
  [SH_MAX_INCLUSIVE] = "maxInclusive",
  [SH_MIN_LENGTH] = "minLength",
  [SH_MAX_LENGTH] = "maxLength",
  [SH_PATTERN] = "pattern",
  [SH_LANGUAGE_IN] = "languageIn",
  [SH_UNIQUE_LANG] = "uniqueLang",
  [SH_EQUALS] = "equals",
  [SH_DISJOINT] = "disjoint",
  [SH_LESS_THAN] = "lessThan",
  [SH_LESS_THAN_OR_EQUALS] = "lessThanOrEquals",
  [SH_NOT] = "not",
  [SH_AND] = "and",
  [SH_OR] = "or",
  [SH_XONE] = "xone",
  [SH_NODE] = "node",
  [SH_PROPERTY] = "property",
  [SH_QUALIFIED_VALUE_SHAPE] = "qualifiedValueShape",
  [SH_CLOSED] = "closed",
  [SH_HAS_VALUE] = "hasValue",
  [SH_IN] = "in",
};

static const struct {
  const char *component, *parameter;
} ops[OPS] = {
  [OP_MIN_COUNT] = { "MinCountConstraintComponent", "minCount" },
  [OP_MAX_COUNT] = { "MaxCountConstraintComponent", "maxCount" },
  [OP_NODE_KIND] = { "NodeKindConstraintComponent", "nodeKind" },
  [OP_DATATYPE] = { "DatatypeConstraintComponent", "datatype" },
  [OP_IN] = { "InConstraintComponent", "in" },
  [OP_HAS_VALUE] = { "HasValueConstraintComponent", "hasValue" },
  [OP_MIN_LENGTH] = { "MinLengthConstraintComponent", "minLength" },
  [OP_MAX_LENGTH] = { "MaxLengthConstraintComponent", "maxLength" },
  [OP_LANGUAGE_IN] = { "LanguageInConstraintComponent", "languageIn" },
  [OP_UNIQUE_LANG] = { "UniqueLangConstraintComponent", "uniqueLang" },
  [OP_MIN_EXCLUSIVE] = { "MinExclusiveConstraintComponent", "minExclusive" },
  [OP_MIN_INCLUSIVE] = { "MinInclusiveConstraintComponent", "minInclusive" },
  [OP_MAX_EXCLUSIVE] = { "MaxExclusiveConstraintComponent", "maxExclusive" },
  [OP_MAX_INCLUSIVE] = { "MaxInclusiveConstraintComponent", "maxInclusive" },
  [OP_CLASS] = { "ClassConstraintComponent", "class" },
  [OP_PATTERN] = { "PatternConstraintComponent", "pattern" },
  [OP_CLOSED] = { "ClosedConstraintComponent", "closed" },
  [OP_EQUALS] = { "EqualsConstraintComponent", "equals" },
  [OP_DISJOINT] = { "DisjointConstraintComponent", "disjoint" },
  [OP_LESS_THAN] = { "LessThanConstraintComponent", "lessThan" },
  [OP_LESS_THAN_OR_EQUALS] = { "LessThanOrEqualsConstraintComponent", "lessThanOrEquals" },
  [OP_NOT] = { "NotConstraintComponent", "not" },
  [OP_AND] = { "AndConstraintComponent", "and" },
  [OP_OR] = { "OrConstraintComponent", "or" },
  [OP_XONE] = { "XoneConstraintComponent", "xone" },
  [OP_NODE] = { "NodeConstraintComponent", "node" },
  [OP_PROPERTY] = { "PropertyConstraintComponent", "property" },
  [OP_QUALIFIED_MIN] = { "QualifiedMinCountConstraintComponent", "qualifiedMinCount" },
  [OP_QUALIFIED_MAX] = { "QualifiedMaxCountConstraintComponent", "qualifiedMaxCount" },
};

const char *shacl_component(enum shacl_op op)
{
  return ops[op].component;
}

const char *shacl_parameter(enum shacl_op op)
{
  return ops[op].parameter;
}
