// SPDX-License-Identifier: Apache-2.0
/* The properties that \p{} may name: ECMA-262 tables 67 to 71, with the names as Unicode 14 aliases
 * them (facts of PropertyValueAliases.txt). ECMA-262 wants names to the letter; PCRE2 would take
 * any spelling. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "engines/regex/node.h"

#include <pcre2.h>
#include <string.h>

static const struct sv_re_alias categories[] = {
  { "Cased_Letter", "L&" },
  { "Close_Punctuation", "Pe" },
  { "Connector_Punctuation", "Pc" },
  { "Control", "Cc" },
  { "cntrl", "Cc" },
  { "Currency_Symbol", "Sc" },
  { "Dash_Punctuation", "Pd" },
  { "Decimal_Number", "Nd" },
  { "digit", "Nd" },
  { "Enclosing_Mark", "Me" },
  { "Final_Punctuation", "Pf" },
  { "Format", "Cf" },
  { "Initial_Punctuation", "Pi" },
  { "Letter", "L" },
  { "Letter_Number", "Nl" },
  { "Line_Separator", "Zl" },
  { "Lowercase_Letter", "Ll" },
  { "Mark", "M" },
  { "Combining_Mark", "M" },
  { "Math_Symbol", "Sm" },
  { "Modifier_Letter", "Lm" },
  { "Modifier_Symbol", "Sk" },
  { "Nonspacing_Mark", "Mn" },
  { "Number", "N" },
  { "Open_Punctuation", "Ps" },
  { "Other", "C" },
  { "Other_Letter", "Lo" },
  { "Other_Number", "No" },
  { "Other_Punctuation", "Po" },
  { "Other_Symbol", "So" },
  { "Paragraph_Separator", "Zp" },
  { "Private_Use", "Co" },
  { "Punctuation", "P" },
  { "punct", "P" },
  { "Separator", "Z" },
  { "Space_Separator", "Zs" },
  { "Spacing_Mark", "Mc" },
  { "Surrogate", "Cs" },
  { "Symbol", "S" },
  { "Titlecase_Letter", "Lt" },
  { "Unassigned", "Cn" },
  { "Uppercase_Letter", "Lu" },
  { "C", "C" },
  { "Cc", "Cc" },
  { "Cf", "Cf" },
  { "Cn", "Cn" },
  { "Co", "Co" },
  { "Cs", "Cs" },
  { "L", "L" },
  { "LC", "L&" },
  { "Ll", "Ll" },
  { "Lm", "Lm" },
  { "Lo", "Lo" },
  { "Lt", "Lt" },
  { "Lu", "Lu" },
  { "M", "M" },
  { "Mc", "Mc" },
  { "Me", "Me" },
  { "Mn", "Mn" },
  { "N", "N" },
  { "Nd", "Nd" },
  { "Nl", "Nl" },
  { "No", "No" },
  { "P", "P" },
  { "Pc", "Pc" },
  { "Pd", "Pd" },
  { "Pe", "Pe" },
  { "Pf", "Pf" },
  { "Pi", "Pi" },
  { "Po", "Po" },
  { "Ps", "Ps" },
  { "S", "S" },
  { "Sc", "Sc" },
  { "Sk", "Sk" },
  { "Sm", "Sm" },
  { "So", "So" },
  { "Z", "Z" },
  { "Zl", "Zl" },
  { "Zp", "Zp" },
  { "Zs", "Zs" },
};

static const struct sv_re_alias binaries[] = {
  { "ASCII", "ASCII" },
  { "Any", "Any" },
  { "Assigned", "^Cn" },
  { "ASCII_Hex_Digit", "AHex" },
  { "AHex", "AHex" },
  { "Alphabetic", "Alpha" },
  { "Alpha", "Alpha" },
  { "Bidi_Control", "Bidi_C" },
  { "Bidi_C", "Bidi_C" },
  { "Bidi_Mirrored", "Bidi_M" },
  { "Bidi_M", "Bidi_M" },
  { "Case_Ignorable", "CI" },
  { "CI", "CI" },
  { "Cased", "Cased" },
  { "Changes_When_Casefolded", "CWCF" },
  { "CWCF", "CWCF" },
  { "Changes_When_Casemapped", "CWCM" },
  { "CWCM", "CWCM" },
  { "Changes_When_Lowercased", "CWL" },
  { "CWL", "CWL" },
  { "Changes_When_NFKC_Casefolded", "CWKCF" },
  { "CWKCF", "CWKCF" },
  { "Changes_When_Titlecased", "CWT" },
  { "CWT", "CWT" },
  { "Changes_When_Uppercased", "CWU" },
  { "CWU", "CWU" },
  { "Dash", "Dash" },
  { "Default_Ignorable_Code_Point", "DI" },
  { "DI", "DI" },
  { "Deprecated", "Dep" },
  { "Dep", "Dep" },
  { "Diacritic", "Dia" },
  { "Dia", "Dia" },
  { "Emoji", "Emoji" },
  { "Emoji_Component", "EComp" },
  { "EComp", "EComp" },
  { "Emoji_Modifier", "EMod" },
  { "EMod", "EMod" },
  { "Emoji_Modifier_Base", "EBase" },
  { "EBase", "EBase" },
  { "Emoji_Presentation", "EPres" },
  { "EPres", "EPres" },
  { "Extended_Pictographic", "ExtPict" },
  { "ExtPict", "ExtPict" },
  { "Extender", "Ext" },
  { "Ext", "Ext" },
  { "Grapheme_Base", "Gr_Base" },
  { "Gr_Base", "Gr_Base" },
  { "Grapheme_Extend", "Gr_Ext" },
  { "Gr_Ext", "Gr_Ext" },
  { "Hex_Digit", "Hex" },
  { "Hex", "Hex" },
  { "IDS_Binary_Operator", "IDSB" },
  { "IDSB", "IDSB" },
  { "IDS_Trinary_Operator", "IDST" },
  { "IDST", "IDST" },
  { "ID_Continue", "IDC" },
  { "IDC", "IDC" },
  { "ID_Start", "IDS" },
  { "IDS", "IDS" },
  { "Ideographic", "Ideo" },
  { "Ideo", "Ideo" },
  { "Join_Control", "Join_C" },
  { "Join_C", "Join_C" },
  { "Logical_Order_Exception", "LOE" },
  { "LOE", "LOE" },
  { "Lowercase", "Lower" },
  { "Lower", "Lower" },
  { "Math", "Math" },
  { "Noncharacter_Code_Point", "NChar" },
  { "NChar", "NChar" },
  { "Pattern_Syntax", "Pat_Syn" },
  { "Pat_Syn", "Pat_Syn" },
  { "Pattern_White_Space", "Pat_WS" },
  { "Pat_WS", "Pat_WS" },
  { "Quotation_Mark", "QMark" },
  { "QMark", "QMark" },
  { "Radical", "Radical" },
  { "Regional_Indicator", "RI" },
  { "RI", "RI" },
  { "Sentence_Terminal", "STerm" },
  { "STerm", "STerm" },
  { "Soft_Dotted", "SD" },
  { "SD", "SD" },
  { "Terminal_Punctuation", "Term" },
  { "Term", "Term" },
  { "Unified_Ideograph", "UIdeo" },
  { "UIdeo", "UIdeo" },
  { "Uppercase", "Upper" },
  { "Upper", "Upper" },
  { "Variation_Selector", "VS" },
  { "VS", "VS" },
  { "White_Space", "space" },
  { "space", "space" },
  { "XID_Continue", "XIDC" },
  { "XIDC", "XIDC" },
  { "XID_Start", "XIDS" },
  { "XIDS", "XIDS" },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const char *look_up(const struct sv_re_alias *table, size_t count, const char *text,
                           size_t size)
{
  for (size_t i = 0; i < count; i++)
    if (strlen(table[i].name) == size && memcmp(table[i].name, text, size) == 0)
      return table[i].pcre;
  return NULL;
}

static bool starts(const char *text, size_t size, const char *prefix)
{
  return size > strlen(prefix) && memcmp(text, prefix, strlen(prefix)) == 0;
}

bool sv_re_property_find(const char *text, size_t size, struct sv_re_property *out)
{
  static const struct {
    const char *key, *prefix;
    bool script;
  } keys[] = {
    { "General_Category=", "", false }, { "gc=", "", false },
    { "Script=", "sc:", true },         { "sc=", "sc:", true },
    { "scx=", "scx:", true },           { "Script_Extensions=", "scx:", true },
  };
  *out = (struct sv_re_property){ .prefix = "" };
  for (size_t i = 0; i < COUNT(keys); i++) {
    if (!starts(text, size, keys[i].key))
      continue;
    const size_t skip = strlen(keys[i].key);
    out->prefix = keys[i].prefix;
    out->name = keys[i].script
                    ? look_up(sv_re_scripts, sv_re_script_count, text + skip, size - skip)
                    : look_up(categories, COUNT(categories), text + skip, size - skip);
    return out->name != NULL;
  }
  out->name = look_up(categories, COUNT(categories), text, size);
  if (!out->name)
    out->name = look_up(binaries, COUNT(binaries), text, size);
  if (out->name && *out->name == '^') {
    out->negated = true;
    out->name++;
  }
  return out->name != NULL;
}

bool sv_re_is_identifier(const char *text, size_t size)
{
  static const char pattern[] = "\\A[\\p{IDS}$_][\\p{IDC}$\\x{200c}\\x{200d}]*\\z";
  int fault;
  PCRE2_SIZE offset;
  pcre2_code *code =
      pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, PCRE2_UTF, &fault, &offset, NULL);
  pcre2_match_data *data = code ? pcre2_match_data_create(1, NULL) : NULL;
  const bool well = data && pcre2_match(code, (PCRE2_SPTR)text, size, 0, 0, data, NULL) >= 0;
  pcre2_match_data_free(data);
  pcre2_code_free(code);
  return well;
}
