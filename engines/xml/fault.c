// SPDX-License-Identifier: Apache-2.0
/* Why a text is not well-formed XML, in words of our own. */
#include "engines/xml/fault.h"

#include "engines/base/escape.h"
#include "engines/base/lang.h"
#include "engines/base/message.h"
#include "engines/xml/node.h"

#include <libxml/xmlerror.h>
#include <stdio.h>
#include <string.h>

enum { NAME_MAX_BYTES = 120 };

/* What libxml2 calls a fault. Of rows with one code the first that fits is taken: MARK stands in
 * libxml2's words, and IS_THIRD says that it names three things. */
static const struct row {
  int code;
  const char *mark;
  bool is_third;
  const char *msgid;
} rows[] = {
  { XML_ERR_DOCUMENT_EMPTY, "Document is empty", false, N_("the document is empty") },
  { XML_ERR_DOCUMENT_EMPTY, NULL, false,
    N_("an element was expected here; the text is not XML, or something stands before its first "
       "element") },
  { XML_ERR_DOCUMENT_END, NULL, false,
    N_("something follows the end of the root element; a document has one root element") },
  { XML_ERR_INVALID_HEX_CHARREF, NULL, false,
    N_("a character reference in hexadecimal is written &#x and hexadecimal digits, with a "
       "semicolon after them") },
  { XML_ERR_INVALID_DEC_CHARREF, NULL, false,
    N_("a character reference is written &# and digits, with a semicolon after them") },
  { XML_ERR_INVALID_CHARREF, NULL, false,
    N_("this character reference names a character that XML does not allow") },
  { XML_ERR_INVALID_CHAR, "not proper UTF-8", false,
    N_("the bytes here are not UTF-8; save the document as UTF-8, or name its encoding in the XML "
       "declaration") },
  { XML_ERR_INVALID_CHAR, "CharRef", false,
    N_("this character reference names a character that XML does not allow") },
  { XML_ERR_INVALID_CHAR, NULL, false,
    N_("a control character stands here that XML does not allow (number {number}); remove it") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, NULL, false,
    N_("an entity reference ends with a semicolon; write a plain & as &amp;") },
  { XML_ERR_UNDECLARED_ENTITY, "failed to parse", false,
    N_("the entity {name} does not hold well-formed XML") },
  { XML_ERR_UNDECLARED_ENTITY, NULL, false,
    N_("the entity &{name}; is not declared in the document; write the character itself instead") },
  { XML_ERR_UNPARSED_ENTITY, NULL, false,
    N_("the entity &{name}; stands for no text and cannot be used here") },
  { XML_ERR_ENTITY_IS_EXTERNAL, NULL, false,
    N_("an attribute cannot use the entity &{name};, which is kept in another file") },
  { XML_ERR_UNKNOWN_ENCODING, NULL, false,
    N_("the encoding {name} is not known here; save the document as UTF-8 and say so in the XML "
       "declaration") },
  { XML_ERR_UNSUPPORTED_ENCODING, NULL, false,
    N_("the encoding {name} is not known here; save the document as UTF-8 and say so in the XML "
       "declaration") },
  { XML_ERR_STRING_NOT_STARTED, NULL, false, N_("a text in quotes was expected here") },
  { XML_ERR_STRING_NOT_CLOSED, NULL, false, N_("the closing quote of a text is missing") },
  { XML_ERR_LT_IN_ATTRIBUTE, NULL, false,
    N_("the value of an attribute has a plain \"<\"; write it as &lt;") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, NULL, false,
    N_("the value of an attribute stands in quotes; put them around it") },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, NULL, false,
    N_("the closing quote of an attribute's value is missing") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, NULL, false,
    N_("the attribute {name} has no value; write {name}=\"…\"") },
  { XML_ERR_ATTRIBUTE_REDEFINED, NULL, false,
    N_("the attribute {name} stands twice on one element; remove one of them") },
  { XML_ERR_COMMENT_NOT_FINISHED, NULL, false,
    N_("a comment is never closed; write --> where it ends") },
  { XML_ERR_PI_NOT_STARTED, NULL, false, N_("a processing instruction begins with a name") },
  { XML_ERR_PI_NOT_FINISHED, NULL, false,
    N_("the processing instruction {name} is never closed; write ?> where it ends") },
  { XML_ERR_XMLDECL_NOT_STARTED, NULL, false,
    N_("the XML declaration is not written as XML has it") },
  { XML_ERR_XMLDECL_NOT_FINISHED, NULL, false, N_("the XML declaration ends with ?>") },
  { XML_ERR_DOCTYPE_NOT_FINISHED, NULL, false,
    N_("the document type declaration (DOCTYPE) is not closed") },
  { XML_ERR_MISPLACED_CDATA_END, NULL, false,
    N_("\"]]>\" cannot stand in text; write it as ]]&gt;") },
  { XML_ERR_CDATA_NOT_FINISHED, NULL, false,
    N_("a CDATA section is never closed, or holds a character that XML does not allow; it ends "
       "with ]]>") },
  { XML_ERR_RESERVED_XML_NAME, NULL, false,
    N_("the XML declaration stands at the very beginning of the document and has a version; remove "
       "what is before it, blank lines too") },
  { XML_ERR_SPACE_REQUIRED, "attributes construct error", false,
    N_("attributes stand apart with a space between them, each written name=\"value\"") },
  { XML_ERR_SPACE_REQUIRED, NULL, false, N_("a space is missing here") },
  { XML_ERR_NAME_REQUIRED, "xmlParseEntityRef", false,
    N_("a plain & stands here; write it as &amp;") },
  { XML_ERR_NAME_REQUIRED, "StartTag", false,
    N_("a \"<\" is followed by something that is no element name; write a plain \"<\" as &lt;") },
  { XML_ERR_NAME_REQUIRED, "attribute name", false,
    N_("the name of an attribute was expected here; see that the tag ends with \">\"") },
  { XML_ERR_NAME_REQUIRED, NULL, false, N_("a name was expected here") },
  { XML_ERR_GT_REQUIRED, NULL, false, N_("the tag does not end with \">\"") },
  { XML_ERR_LTSLASH_REQUIRED, NULL, false, N_("an end tag was expected here") },
  { XML_ERR_EQUAL_REQUIRED, NULL, false, N_("an equals sign was expected here") },
  { XML_ERR_TAG_NAME_MISMATCH, NULL, false,
    N_("the element {name} from line {line} is closed by </{other}>; write </{name}>, or remove "
       "one of the tags") },
  { XML_ERR_TAG_NOT_FINISHED, NULL, false,
    N_("the element {name} from line {line} is never closed; write </{name}> where it ends") },
  { XML_ERR_STANDALONE_VALUE, NULL, false, N_("standalone is \"yes\" or \"no\"") },
  { XML_ERR_HYPHEN_IN_COMMENT, NULL, false,
    N_("a comment cannot have \"--\" in it; write something else there") },
  { XML_ERR_INVALID_ENCODING, NULL, false,
    N_("the XML declaration says UTF-16, and the document is not; correct the encoding it names") },
  { XML_ERR_VALUE_REQUIRED, NULL, false, N_("the declaration of an entity has no value") },
  { XML_ERR_NOT_WELL_BALANCED, NULL, false,
    N_("what an entity stands for opens an element without closing it") },
  { XML_ERR_VERSION_MISSING, NULL, false,
    N_("the XML declaration does not say which version it is; write version=\"1.0\"") },
  { XML_ERR_UNKNOWN_VERSION, NULL, false,
    N_("the document says that it is XML {name}; 1.0 is what is read here") },
  { XML_ERR_VERSION_MISMATCH, NULL, false,
    N_("the document says that it is XML {name}; 1.0 is what is read here") },
  { XML_ERR_NAME_TOO_LONG, NULL, false, N_("the name is longer than is read") },
  { XML_NS_ERR_XML_NAMESPACE, "Empty XML namespace", false,
    N_("the prefix {name} is bound to an empty namespace; give it an address") },
  { XML_NS_ERR_XML_NAMESPACE, NULL, false,
    N_("xml and xmlns are reserved, as prefixes and as namespaces; choose another") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, NULL, true,
    N_("the prefix {name} of the attribute {other} is not declared; bind it with "
       "xmlns:{name}=\"…\"") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, NULL, false,
    N_("the prefix {name} of the element {other} is not declared; bind it with "
       "xmlns:{name}=\"…\"") },
  { XML_NS_ERR_QNAME, NULL, false,
    N_("a name has one colon at most, with something on both sides of it") },
  { XML_NS_ERR_ATTRIBUTE_REDEFINED, NULL, false,
    N_("the attribute {name} stands twice on one element, by two prefixes of one namespace; remove "
       "one of them") },
  { XML_NS_ERR_COLON, NULL, false,
    N_("a colon cannot stand in the name of an entity or of a processing instruction") },
};

static const char unknown[] = N_("the library that reads XML says: \"{detail}\"");

static const char *sentence_of(const xmlError *e)
{
  const char *words = e->message ? e->message : "";
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    if (rows[i].code == e->code && (!rows[i].mark || strstr(words, rows[i].mark)) &&
        (!rows[i].is_third || e->str3))
      return rows[i].msgid;
  return unknown;
}

/* A name of the document, cut. */
static const char *cut(const char *name, char copy[NAME_MAX_BYTES])
{
  const size_t size = name ? strlen(name) : 0;
  (void)snprintf(copy, NAME_MAX_BYTES, "%.*s%s",
                 (int)sv_text_fit(name ? name : "", size, NAME_MAX_BYTES - 8), name ? name : "",
                 size > NAME_MAX_BYTES - 8 ? "\xE2\x80\xA6" : "");
  copy[strcspn(copy, "\r\n")] = '\0';
  return copy;
}

const char *sv_xml_fault_say(const struct _xmlError *e, struct sv_buf *out)
{
  char name[NAME_MAX_BYTES], other[NAME_MAX_BYTES], detail[NAME_MAX_BYTES];
  const char *msgid = sentence_of(e);
  const struct sv_arg args[] = { { "name", cut(e->str1, name), 0 },
                                 { "other", cut(e->str2, other), 0 },
                                 { "detail", cut(e->message, detail), 0 },
                                 { "line", NULL, e->int1 },
                                 { "number", NULL, e->int1 } };
  (void)sv_message_render(sv_tr(msgid), args, sizeof args / sizeof args[0], out);
  return msgid;
}

bool sv_xml_fault_is_known(const char *msgid)
{
  return msgid != unknown;
}
