// SPDX-License-Identifier: Apache-2.0
/* Why a text is not well-formed YAML: libfyaml's words, and ours. */
#include "engines/doc/yaml.h"

#include "engines/base/phrase.h"

#include <string.h>

enum what {
  Y_TAB,
  Y_COLON,
  Y_ITEM,
  Y_ALIGN,
  Y_VALUE,
  Y_QUOTE,
  Y_BRACKET,
  Y_INDENT,
  Y_COMMA,
  Y_COMMAS,
  Y_TAG,
  Y_START,
  Y_ESCAPE,
  Y_COMMENT,
  Y_LINE,
  Y_KEY,
  Y_CHARACTER,
  Y_BLOCK,
  Y_TRAILING,
  Y_ANCHOR,
  Y_DIRECTIVE,
  Y_QUOTED,
  Y_ALIAS,
};

static const char *const sentences[] = {
  [Y_TAB] = N_("Indentation is made of spaces in YAML; replace the tab."),
  [Y_COLON] = N_("A colon was expected after the name here; a text that goes on over several lines "
                 "is indented more than its name."),
  [Y_ITEM] = N_("An item of the list was expected here; each begins with a hyphen and a space, at "
                "one indentation."),
  [Y_ALIGN] = N_("This line is neither a name with a colon nor part of what stands before it; add "
                 "the colon, or align the line with the names it belongs to."),
  [Y_VALUE] = N_("A value was expected here."),
  [Y_QUOTE] = N_("The closing quote of a text is missing."),
  [Y_BRACKET] = N_("Brackets and braces do not close in pairs here; see that each has its own kind "
                   "at the other end."),
  [Y_INDENT] = N_("What stands in brackets or braces is indented more than the name before it; "
                  "move it to the right."),
  [Y_COMMA] = N_("A comma between two entries is missing here, or the closing bracket or brace."),
  [Y_COMMAS] = N_("There is one comma too many here; remove it."),
  [Y_TAG] = N_("A word after an exclamation mark is a tag, and YAML does not know this one; remove "
               "it, or put the text in quotes."),
  [Y_START] = N_("A text cannot begin with {found} here unless it stands in quotes; put quotes "
                 "around it."),
  [Y_ESCAPE] = N_("A backslash is followed by {found}, which is no escape in YAML; double the "
                  "backslash, or use single quotes."),
  [Y_COMMENT] = N_("A comment has a space before its #; add it."),
  [Y_LINE] = N_("A name or a list cannot begin here; names that belong together stand under each "
                "other, each on a line of its own, and a text with a colon in it stands in "
                "quotes."),
  [Y_KEY] = N_("A name stands on one line with its colon; see that the lines after this are "
               "indented as much as the names they stand under."),
  [Y_CHARACTER] = N_("A character stands here that YAML does not allow, or the bytes are not "
                     "UTF-8; remove it, or save the document as UTF-8."),
  [Y_BLOCK] = N_("The lines of a text after | or > are indented more than its name, all by as much "
                 "at least as the first."),
  [Y_TRAILING] = N_("Something stands here after the end of a text or of the document; remove it, "
                    "or put the whole text in quotes."),
  [Y_ANCHOR] = N_("One value has two anchors, or an anchor and an alias; remove one of them."),
  [Y_DIRECTIVE] = N_("A line that begins with % is a directive; --- must follow it, and it must be "
                     "one that YAML has."),
  [Y_QUOTED] = N_("The lines of a text in quotes are indented more than its name, and a quote "
                  "closes it; move them to the right, or add the quote."),
  [Y_ALIAS] = N_("An asterisk or an ampersand is followed by a name here; put a text that begins "
                 "with one in quotes."),
};

static const struct {
  const char *said;
  enum what what;
} rows[] = {
  { "cannot use tab for indentation of block entry", Y_TAB },
  { "Indentation used tabs for ':' indicator", Y_TAB },
  { "invalid tab as indendation in a mapping", Y_TAB },
  { "invalid tab character as indent instead of space", Y_TAB },
  { "invalid tab used as indentation", Y_TAB },
  { "tab character may not be used as indentation", Y_TAB },
  { "could not find expected ':'", Y_COLON },
  { "missing ':'", Y_COLON },
  { "did not find expected '-' indicator", Y_ITEM },
  { "wrongly indented sequence item", Y_ITEM },
  { "invalid scalar at the end of block sequence", Y_ITEM },
  { "did not find expected key", Y_ALIGN },
  { "invalid indentation in mapping", Y_ALIGN },
  { "wrong indendation in sequence while in mapping", Y_ALIGN },
  { "invalid value after mapping", Y_ALIGN },
  { "did not find expected node content", Y_VALUE },
  { "missing mapping value", Y_VALUE },
  { "{kind} scalar without closing quote", Y_QUOTE },
  { "flow sequence without a closing bracket", Y_BRACKET },
  { "mismatched flow {kind} end", Y_BRACKET },
  { "flow {kind} with invalid extra comma", Y_COMMAS },
  { "flow {kind} with invalid comma in the beginning", Y_COMMAS },
  { "flow {kind} with invalid {mark}", Y_BRACKET },
  { "wrongly indented {kind} end in flow mode", Y_INDENT },
  { "wrongly indented {kind} in flow mode", Y_INDENT },
  { "wrongly indented {kind} scalar in flow mode", Y_INDENT },
  { "wrongly indented {kind} start in flow mode", Y_INDENT },
  { "wrongly indented flow {kind}", Y_INDENT },
  { "missing comma in flow {kind}", Y_COMMA },
  { "extra comma", Y_COMMAS },
  { "comma in the beginning", Y_COMMAS },
  { "undefined tag prefix '{tag}'", Y_TAG },
  { "undefined tag prefix", Y_TAG },
  { "invalid tag {tag} (lookup tag directive)", Y_TAG },
  { "invalid tag {tag} (tag_scan)", Y_TAG },
  { "plain scalar cannot start with '{found}' followed by {more}", Y_START },
  { "plain scalar cannot start with '{found}'", Y_START },
  { "plain scalar cannot start with blank or zero", Y_CHARACTER },
  { "invalid escape '{found}' in {kind} string", Y_ESCAPE },
  { "block sequence on the same line as a mapping key", Y_LINE },
  { "block sequence on the same line as a previous item", Y_LINE },
  { "block sequence entries not allowed in this context", Y_LINE },
  { "invalid nested block mapping on the same line", Y_LINE },
  { "invalid block mapping key on same line as previous key", Y_LINE },
  { "invalid mapping in plain multiline", Y_LINE },
  { "invalid mapping key (not allowed in this context)", Y_LINE },
  { "invalid mapping starting at --- line", Y_LINE },
  { "Illegal placement of ':' indicator", Y_LINE },
  { "illegal block entry or key mark", Y_LINE },
  { "illegal value mark", Y_LINE },
  { "invalid multiline plain key", Y_KEY },
  { "invalid multiline {kind} scalar used as key", Y_KEY },
  { "{kind} scalar is malformed UTF8", Y_CHARACTER },
  { "invalid character in {what}", Y_CHARACTER },
  { "partial character in {what}", Y_CHARACTER },
  { "illegal unicode control character in {what}", Y_CHARACTER },
  { "block scalar with wrongly indented line after spaces only", Y_BLOCK },
  { "empty block scalar with wrongly indented comment line after spaces only", Y_BLOCK },
  { "wrongly indented block scalar in block mode", Y_BLOCK },
  { "block scalar no linebreak found", Y_BLOCK },
  { "bad start of block scalar ('{found}')", Y_BLOCK },
  { "invalid trailing content after {kind} scalar", Y_TRAILING },
  { "invalid content after document end marker", Y_TRAILING },
  { "two anchors for a single value while in mapping", Y_ANCHOR },
  { "invalid combination of anchor plus alias", Y_ANCHOR },
  { "missing document start", Y_DIRECTIVE },
  { "directive(s) without a document", Y_DIRECTIVE },
  { "missing explicit document end marker before directive(s)", Y_DIRECTIVE },
  { "invalid directive in bare document mode", Y_DIRECTIVE },
  { "garbage after {kind} directive", Y_DIRECTIVE },
  { "Unsupported directive", Y_DIRECTIVE },
  { "invalid comment {where}", Y_COMMENT },
  { "wrongly indented double-quoted scalar", Y_QUOTED },
  { "wrongly indented single-quoted scalar", Y_QUOTED },
  { "wrongly indented {kind} scalar", Y_ALIGN },
  { "unexpected alias", Y_ANCHOR },
  { "stream with directives without content", Y_DIRECTIVE },
  { "invalid alias detected", Y_ALIAS },
  { "invalid anchor detected", Y_ALIAS },
  { "missing '>' uri terminator", Y_TAG },
  { "tag URI is invalid", Y_TAG },
  { "missing whitespace after TAG", Y_TAG },
  { "invalid tag terminator", Y_TAG },
  { "invalid tag handle start", Y_TAG },
};

const char *sv_yaml_words(const char *said, const char **found, size_t *size)
{
  struct sv_phrase p;
  *found = NULL;
  *size = 0;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    if (!sv_phrase_match(rows[i].said, said, &p))
      continue;
    for (size_t n = 0; n < p.count; n++)
      if (p.values[n].name_size == 5 && memcmp(p.values[n].name, "found", 5) == 0) {
        *found = p.values[n].text;
        *size = p.values[n].size;
      }
    return sentences[rows[i].what];
  }
  return NULL;
}
