// SPDX-License-Identifier: Apache-2.0
/* The RDF readers on small documents: what they say as N-Quads, or where and why they stop. */
#include "tests/unit/unit.h"

#include "engines/rdf/isomorphic.h"
#include "engines/rdf/read.h"
#include "engines/rdf/write.h"

#include <string.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define XSD "http://www.w3.org/2001/XMLSchema#"
#define X "http://x/"
#define S "<http://x/s> "
#define P "<http://x/p> "
#define O "<http://x/o> "

struct good {
  enum sv_rdf_syntax syntax;
  const char *text, *quads;
};

struct bad {
  enum sv_rdf_syntax syntax;
  const char *text;
  size_t line, column;
};

static enum sv_status read_into(struct sv_graph *g, enum sv_rdf_syntax syntax, const char *text,
                                struct sv_error *err)
{
  const struct sv_rdf_options opt = { .name = "t", .base = X };
  const enum sv_status status = sv_rdf_read(g, text, strlen(text), syntax, &opt, err);
  return status == SV_OK ? sv_graph_sort(g, err) : status;
}

static const struct good goods[] = {
  { SV_RDF_TURTLE, "", "" },
  { SV_RDF_TURTLE, " # only a comment", "" },
  { SV_RDF_TURTLE, "<s> <p> <o>.", S P O "." },
  { SV_RDF_TURTLE, "<s> <p> <o>,<o2>;<p2> <o> .",
    S P O ".\n" S P "<http://x/o2> .\n" S "<http://x/p2> " O "." },
  { SV_RDF_TURTLE, "<s> a <o>;;; .", S "<" RDF "type> " O "." },
  { SV_RDF_TURTLE, "@prefix : <> . :s :p :o .", S P O "." },
  { SV_RDF_TURTLE, "PREFIX a.b: <http://x/>\na.b:s a.b:p a.b:o.", S P O "." },
  { SV_RDF_TURTLE, "prefix a: <n/> base <http://y/> <s> a:p a:o .",
    "<http://y/s> <http://x/n/p> <http://x/n/o> ." },
  { SV_RDF_TURTLE, "@prefix a: <> . a:s a:p a:o.1 .", S P "<http://x/o.1> ." },
  { SV_RDF_TURTLE, "@prefix a: <> . a:s a:p a:\\~\\-%41 .", S P "<http://x/~-%41> ." },
  { SV_RDF_TURTLE, "@prefix a: <> . a:s a:p a:b:c:d .", S P "<http://x/b:c:d> ." },
  { SV_RDF_TURTLE, "@prefix a: <> . a:s a:p a:1æøå .", S P "<http://x/1æøå> ." },
  { SV_RDF_TURTLE, "<s> <p> \"a\\tb\\u00e5\\U0001F600\" .", S P "\"a\\tbå😀\" ." },
  { SV_RDF_TURTLE, "<s> <p> 'it\\'s' .", S P "\"it's\" ." },
  { SV_RDF_TURTLE, "<s> <p> \"\"\"a \"quoted\" \nline\"\"\" .",
    S P "\"a \\\"quoted\\\" \\nline\" ." },
  { SV_RDF_TURTLE, "<s> <p> '''''' .", S P "\"\" ." },
  { SV_RDF_TURTLE, "<s> <p> \"x\"@nb-NO .", S P "\"x\"@nb-no ." },
  { SV_RDF_TURTLE, "<s> <p> \"x\"@ar--rtl .", S P "\"x\"@ar--rtl ." },
  { SV_RDF_TURTLE, "<s> <p> \"x\"^^<d> .", S P "\"x\"^^<http://x/d> ." },
  { SV_RDF_TURTLE, "<s> <p> \"x\\n\"^^<d\\u00e5> .", S P "\"x\\n\"^^<http://x/då> ." },
  { SV_RDF_TURTLE, "<s> <p> 1 .", S P "\"1\"^^<" XSD "integer> ." },
  { SV_RDF_TURTLE, "<s> <p> -01.", S P "\"-01\"^^<" XSD "integer> ." },
  { SV_RDF_TURTLE, "<s> <p> +.5 .", S P "\"+.5\"^^<" XSD "decimal> ." },
  { SV_RDF_TURTLE, "<s> <p> 1.e3 .", S P "\"1.e3\"^^<" XSD "double> ." },
  { SV_RDF_TURTLE, "<s> <p> 4E-1.", S P "\"4E-1\"^^<" XSD "double> ." },
  { SV_RDF_TURTLE, "<s> <p> true,false .",
    S P "\"true\"^^<" XSD "boolean> .\n" S P "\"false\"^^<" XSD "boolean> ." },
  { SV_RDF_TURTLE, "<s> <p> _:a.b . _:a.b <p> _:c .", S P "_:a .\n_:a " P "_:c ." },
  { SV_RDF_TURTLE, "[] <p> [ ] .", "_:a " P "_:b ." },
  { SV_RDF_TURTLE, "[ <p> <o> ] .", "_:a " P O "." },
  { SV_RDF_TURTLE, "<s> <p> [ <p> [ <p> <o> ; ] ] .", S P "_:a .\n_:a " P "_:b .\n_:b " P O "." },
  { SV_RDF_TURTLE, "<s> <p> () .", S P "<" RDF "nil> ." },
  { SV_RDF_TURTLE, "<s> <p> (1) .",
    S P "_:a .\n_:a <" RDF "first> \"1\"^^<" XSD "integer> .\n_:a <" RDF "rest> <" RDF "nil> ." },
  { SV_RDF_TURTLE, "(<o>) <p> <o> .",
    "_:a " P O ".\n_:a <" RDF "first> " O ".\n_:a <" RDF "rest> <" RDF "nil> ." },
  { SV_RDF_TURTLE, "<s> <p> <<( <s> <p> <o> )>> .", S P "<<( " S P O ")>> ." },
  { SV_RDF_TURTLE, "<s> <p> <o> ~ <r> .",
    S P O ".\n<http://x/r> <" RDF "reifies> <<( " S P O ")>> ." },
  { SV_RDF_TURTLE, "<s> <p> <o> {| <q> 1 |} .",
    S P O ".\n_:r <" RDF "reifies> <<( " S P O ")>> .\n_:r <http://x/q> \"1\"^^<" XSD "integer> "
          "." },
  { SV_RDF_TURTLE, "<< <s> <p> <o> ~ <r> >> .",
    "<http://x/r> <" RDF "reifies> <<( " S P O ")>> ." },
  { SV_RDF_TURTLE, "VERSION '1.2' <s> <p> <o> .", S P O "." },
  { SV_RDF_TURTLE, "\xEF\xBB\xBF<s> <p> <o> .", S P O "." },
  { SV_RDF_TURTLE, "<http://x/a/../s> <p> <o> .", S P O "." },
  { SV_RDF_TURTLE, "<a/b/../../../s> <./p> <o> .", S P O "." },
  { SV_RDF_TURTLE, "<s> <p> <#f>, <?q>, <>, <//h/>.",
    S P "<http://x/#f> .\n" S P "<http://x/?q> .\n" S P "<http://x/> .\n" S P "<http://h/> ." },
  { SV_RDF_TURTLE, "<s> <p> <o>. <s> <p> <o>.", S P O "." },
  { SV_RDF_TRIG, "{ <s> <p> <o> }", S P O "." },
  { SV_RDF_TRIG, "<g> { <s> <p> <o> . }", S P O "<http://x/g> ." },
  { SV_RDF_TRIG, "graph <g> { <s> <p> <o> . <s> <p> <s> }",
    S P O "<http://x/g> .\n" S P S "<http://x/g> ." },
  { SV_RDF_TRIG, "_:g { } [] { <s> <p> <o> }", S P O "_:g ." },
  { SV_RDF_TRIG, "<g> { [ <p> <o> ] } <s> <p> <o> .", "_:a " P O "<http://x/g> .\n" S P O "." },
  { SV_RDF_TRIG, "<g> { (1) <p> <o> }",
    "_:a " P O "<http://x/g> .\n_:a <" RDF "first> \"1\"^^<" XSD "integer> <http://x/g> .\n_:a "
    "<" RDF "rest> <" RDF "nil> "
    "<http://x/"
    "g> ." },
  { SV_RDF_NTRIPLES, S P O ".", S P O "." },
  { SV_RDF_NTRIPLES, S P O ". # c\n\n#\n" S P "\"x\" .", S P O ".\n" S P "\"x\" ." },
  { SV_RDF_NTRIPLES, "<a:b><c:d><e:f>.", "<a:b> <c:d> <e:f> ." },
  { SV_RDF_NTRIPLES, S P "\"\\\\ \\\" \\b\" .\r\n", S P "\"\\\\ \\\" \\b\" ." },
  { SV_RDF_NTRIPLES, S P "<<( _:a " P "<<( _:a " P O ")>> )>> .",
    S P "<<( _:a " P "<<( _:a " P O ")>> )>> ." },
  { SV_RDF_NQUADS, S P O "<g:h> .", S P O "<g:h> ." },
  { SV_RDF_NQUADS, S P "\"x\"@en _:g .", S P "\"x\"@en _:g ." },
  { SV_RDF_JSONLD, "{}", "" },
  { SV_RDF_JSONLD, "[]", "" },
  { SV_RDF_JSONLD, "{\"@id\":\"s\",\"http://x/p\":{\"@id\":\"o\"}}", S P O "." },
  { SV_RDF_JSONLD,
    "{\"@context\":{\"@vocab\":\"http://x/\"},\"@id\":\"s\",\"p\":[1,2.5,true,\"x\",null]}",
    S P "\"1\"^^<" XSD "integer> .\n" S P "\"2.5E0\"^^<" XSD "double> .\n" S P "\"true\"^^<" XSD
        "boolean> .\n" S P "\"x\" ." },
  { SV_RDF_JSONLD, "{\"@id\":\"s\",\"@type\":\"http://x/o\",\"ignored\":1}",
    S "<" RDF "type> " O "." },
  { SV_RDF_JSONLD,
    "{\"@context\":{\"p\":{\"@id\":\"http://x/"
    "p\",\"@container\":\"@language\"}},\"@id\":\"s\",\"p\":{\"nb\":\"ja\",\"en\":[\"yes\"]}}",
    S P "\"ja\"@nb .\n" S P "\"yes\"@en ." },
  { SV_RDF_JSONLD,
    "{\"@context\":{\"p\":{\"@id\":\"http://x/"
    "p\",\"@type\":\"@json\"}},\"@id\":\"s\",\"p\":{\"b\":1e30,\"a\":[0.1,-0]}}",
    S P "\"{\\\"a\\\":[0.1,0],\\\"b\\\":1e+30}\"^^<" RDF "JSON> ." },
  { SV_RDF_JSONLD, "{\"@id\":\"g\",\"@graph\":[{\"@id\":\"s\",\"http://x/p\":{\"@id\":\"o\"}}]}",
    S P O "<http://x/g> ." },
  { SV_RDF_JSONLD, "{\"@id\":\"o\",\"@reverse\":{\"http://x/p\":{\"@id\":\"s\"}}}", S P O "." },
  { SV_RDF_JSONLD, "{\"@id\":\"s\",\"http://x/p\":{\"@list\":[]}}", S P "<" RDF "nil> ." },
  { SV_RDF_JSONLD, "{\"@id\":\"s\",\"http://x/p\":{\"@value\":\"1\",\"@type\":\"" XSD "integer\"}}",
    S P "\"1\"^^<" XSD "integer> ." },
  { SV_RDF_JSONLD, "{\"@id\":\"s\",\"_:p\":\"dropped\"}", "" },
};

#define HEAD "<rdf:RDF xmlns:rdf='" RDF "' xmlns:x='http://x/'>"
#define TAIL "</rdf:RDF>"

static const struct good xml_goods[] = {
  { SV_RDF_XML, HEAD TAIL, "" },
  { SV_RDF_XML,
    HEAD "<rdf:Description rdf:about='s'><x:p rdf:resource='o'/></rdf:Description>" TAIL,
    S P O "." },
  { SV_RDF_XML, HEAD "<x:o rdf:about='s'/>" TAIL, S "<" RDF "type> " O "." },
  { SV_RDF_XML, HEAD "<rdf:Description rdf:about='s' x:p='v' xml:lang='NB'/>" TAIL,
    S P "\"v\"@nb ." },
  { SV_RDF_XML,
    HEAD "<rdf:Description rdf:about='s'><x:p rdf:datatype='d'> 1 </x:p></rdf:Description>" TAIL,
    S P "\" 1 \"^^<http://x/d> ." },
  { SV_RDF_XML,
    HEAD "<rdf:Description rdf:about='s'><x:p><![CDATA[<a>]]>b</x:p></rdf:Description>" TAIL,
    S P "\"<a>b\" ." },
  { SV_RDF_XML,
    HEAD "<rdf:Description rdf:about='s'><x:p "
         "rdf:parseType='Literal'><x:b/></x:p></rdf:Description>" TAIL,
    S P "\"<x:b xmlns:x=\\\"http://x/\\\"></x:b>\"^^<" RDF "XMLLiteral> ." },
  { SV_RDF_XML,
    HEAD "<rdf:Description rdf:about='s'><x:p "
         "rdf:parseType='Resource'><x:p>v</x:p></x:p></rdf:Description>" TAIL,
    S P "_:a .\n_:a " P "\"v\" ." },
  { SV_RDF_XML,
    HEAD "<rdf:Description rdf:about='s'><x:p rdf:parseType='Collection'/></rdf:Description>" TAIL,
    S P "<" RDF "nil> ." },
  { SV_RDF_XML, HEAD "<rdf:Seq rdf:about='s'><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Seq>" TAIL,
    S "<" RDF "type> <" RDF "Seq> .\n" S "<" RDF "_1> \"a\" .\n" S "<" RDF "_2> \"b\" ." },
  { SV_RDF_XML,
    "<!DOCTYPE a [<!ENTITY e 'v&amp;'>]>" HEAD "<rdf:Description rdf:about='s' "
    "x:p='&e;'><x:p>&e;!</x:p></rdf:Description>" TAIL,
    S P "\"v&\" .\n" S P "\"v&!\" ." },
  { SV_RDF_XML,
    HEAD "<rdf:Description rdf:about='s'><x:p rdf:annotation='r' rdf:resource='o'/>"
         "</rdf:Description>" TAIL,
    S P O ".\n<http://x/r> <" RDF "reifies> <<( " S P O ")>> ." },
  { SV_RDF_XML,
    HEAD "<rdf:Description rdf:about='s' rdf:version='1.2'><x:p rdf:parseType='Triple'>"
         "<rdf:Description rdf:about='s' x:p='v'/></x:p></rdf:Description>" TAIL,
    S P "<<( " S P "\"v\" )>> ." },
  { SV_RDF_XML,
    HEAD "<rdf:Description rdf:about='s' xmlns:its='http://www.w3.org/2005/11/its' "
         "rdf:version='1.2' its:dir='rtl' its:version='2.0' xml:lang='ar' x:p='v'/>" TAIL,
    S P "\"v\"@ar--rtl ." },
  { SV_RDF_XML, HEAD "<rdf:Description rdf:ID='s' xml:base='http://y/z'/>" TAIL, "" },
  { SV_RDF_XML, "<x:o xmlns:x='http://x/' xmlns:rdf='" RDF "' rdf:about='s'/>",
    S "<" RDF "type> " O "." },
};

static void check_good(const struct good *c)
{
  struct sv_graph *g = sv_graph_new(NULL), *h = sv_graph_new(NULL), *again = sv_graph_new(NULL);
  struct sv_error err = { 0 };
  struct sv_buf text = SV_BUF(1 << 20);
  bool same = false;
  size_t quads;
  if (read_into(g, c->syntax, c->text, &err) != SV_OK)
    fail_msg("%s\n%zu:%zu: %s", c->text, err.line, err.column, err.text);
  assert_int_equal(read_into(h, SV_RDF_NQUADS, c->quads, &err), SV_OK);
  assert_int_equal(sv_graph_isomorphic(g, h, SV_ISOMORPHIC_WORK, &same, &err), SV_OK);
  assert_int_equal(sv_rdf_write(g, SV_RDF_TO_NQUADS, &text, &err), SV_OK);
  if (!same)
    fail_msg("%s\ngives\n%s\nnot\n%s", c->text, sv_buf_text(&text), c->quads);
  sv_buf_cut(&text, 0);
  (void)sv_graph_quads(g, &quads);
  if (quads == 0) { /* what Turtle was written says the same */
    assert_int_equal(sv_rdf_write(g, SV_RDF_TO_TURTLE, &text, &err), SV_OK);
    assert_int_equal(read_into(again, SV_RDF_TURTLE, sv_buf_text(&text), &err), SV_OK);
    assert_int_equal(sv_graph_isomorphic(g, again, SV_ISOMORPHIC_WORK, &same, &err), SV_OK);
    if (!same)
      fail_msg("%s\nis written as\n%s", c->text, sv_buf_text(&text));
  }
  sv_buf_free(&text);
  sv_graph_free(again);
  sv_graph_free(g);
  sv_graph_free(h);
}

static void documents_say_what_they_say(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof goods / sizeof goods[0]; i++)
    check_good(&goods[i]);
}

static void xml_documents_say_what_they_say(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof xml_goods / sizeof xml_goods[0]; i++)
    check_good(&xml_goods[i]);
}

static const struct bad bads[] = {
  { SV_RDF_TURTLE, "<s> <p>", 1, 8 },
  { SV_RDF_TURTLE, "<s> <p> <o>", 1, 12 },
  { SV_RDF_TURTLE, "<s>\n <p> x:o .", 2, 6 },
  { SV_RDF_TURTLE, "<s> <p> \"a\nb\" .", 1, 11 },
  { SV_RDF_TURTLE, "<s> <p> \"æ\\q\" .", 1, 11 },
  { SV_RDF_TURTLE, "<s> <p> \"\"\"x\n\ny .", 1, 9 },
  { SV_RDF_TURTLE, "<s> <p> \"\\uD800\" .", 1, 10 },
  { SV_RDF_TURTLE, "<s> <p> \"\\U00110000\" .", 1, 10 },
  { SV_RDF_TURTLE, "<a b> <p> <o> .", 1, 3 },
  { SV_RDF_TURTLE, "<a", 1, 1 },
  { SV_RDF_TURTLE, "<s> \"p\" <o> .", 1, 5 },
  { SV_RDF_TURTLE, "\"s\" <p> <o> .", 1, 1 },
  { SV_RDF_TURTLE, "<s> _:p <o> .", 1, 5 },
  { SV_RDF_TURTLE, "<s> <p> [ <p> <o> .", 1, 19 },
  { SV_RDF_TURTLE, "<s> <p> ( <o> .", 1, 15 },
  { SV_RDF_TURTLE, "<s> <p> ] .", 1, 9 },
  { SV_RDF_TURTLE, "(1) .", 1, 5 },
  { SV_RDF_TURTLE, "[] .", 1, 4 },
  { SV_RDF_TURTLE, "<s> <p> <o> , .", 1, 15 },
  { SV_RDF_TURTLE, "<s> <p> <o>\n\n<s> <p> <o> .", 3, 1 },
  { SV_RDF_TURTLE, "@prefix a <b> .", 1, 10 },
  { SV_RDF_TURTLE, "@prefix a: <b>", 1, 15 },
  { SV_RDF_TURTLE, "@forSome <a> .", 1, 1 },
  { SV_RDF_TURTLE, "{ <s> <p> <o> }", 1, 1 },
  { SV_RDF_TURTLE, "<s> <p> 1x .", 1, 10 },
  { SV_RDF_TURTLE, "<s> <p> \"x\"@1 .", 1, 13 },
  { SV_RDF_TURTLE, "<s> <p> \"x\"@en--up .", 1, 17 },
  { SV_RDF_TURTLE, "<s> <p> \"x\"^^\"y\" .", 1, 14 },
  { SV_RDF_TURTLE, "<s> <p> True .", 1, 9 },
  { SV_RDF_TURTLE, "<s> <p> \"\xFF\" .", 1, 10 },
  { SV_RDF_TURTLE, "# \xC3\n<s> <p> <o> .", 1, 3 },
  { SV_RDF_TURTLE, "<<( <s> <p> <o> )>> <p> <o> .", 1, 1 },
  { SV_RDF_TURTLE, "<s> <p> << (1) <p> <o> >> .", 1, 12 },
  { SV_RDF_TURTLE, "@prefix a: <> . a:s a:p a:b%4 .", 1, 28 },
  { SV_RDF_TURTLE, "@prefix a: <> . a:s a:p a:b\\q .", 1, 28 },
  { SV_RDF_TURTLE, "<s> <p> \"x\"^^<" RDF "langString> .", 1, 69 },
  { SV_RDF_TRIG, "<g> { <s> <p> <o>", 1, 18 },
  { SV_RDF_TRIG, "<g> { @prefix a: <b> . }", 1, 7 },
  { SV_RDF_TRIG, "GRAPH { <s> <p> <o> }", 1, 7 },
  { SV_RDF_TRIG, "<g> { <h> { } }", 1, 11 },
  { SV_RDF_TRIG, "(1) { }", 1, 5 },
  { SV_RDF_TRIG, "}", 1, 1 },
  { SV_RDF_NTRIPLES, "<s> <p:> <o:> .", 1, 1 },
  { SV_RDF_NTRIPLES, S P O, 1, 40 },
  { SV_RDF_NTRIPLES, S P O ". " S P O ".", 1, 42 },
  { SV_RDF_NTRIPLES, S P "'x' .", 1, 27 },
  { SV_RDF_NTRIPLES, S P "1 .", 1, 27 },
  { SV_RDF_NTRIPLES, S "_:p " O ".", 1, 14 },
  { SV_RDF_NTRIPLES, S P O "<g:g> .", 1, 40 },
  { SV_RDF_NTRIPLES, S "\n" P O ".", 1, 14 },
  { SV_RDF_NQUADS, S P O "\"g\" .", 1, 40 },
  { SV_RDF_XML, "", 1, 1 },
  { SV_RDF_XML, HEAD "\n<x:o>" TAIL, 2, 16 },
  { SV_RDF_XML, HEAD "\n<rdf:li/>" TAIL, 2, 1 },
  { SV_RDF_XML, HEAD "\n<x:o rdf:ID='a'/>\n<x:o rdf:ID='a'/>" TAIL, 3, 1 },
  { SV_RDF_XML, HEAD "<x:o rdf:ID='1'/>" TAIL, 1, 1 },
  { SV_RDF_XML, HEAD "<x:o rdf:about='a b'/>" TAIL, 1, 1 },
  { SV_RDF_XML, HEAD "\n<x:o rdf:about='a&#127;b'/>" TAIL, 2, 1 },
  { SV_RDF_TURTLE, "<s> <p> <a\\u007Fb> .", 1, 11 },
  { SV_RDF_XML, HEAD "<x:o rdf:about='a' rdf:nodeID='b'/>" TAIL, 1, 1 },
  { SV_RDF_XML, HEAD "<x:o>text</x:o>" TAIL, 1, 1 },
  { SV_RDF_XML, HEAD "<x:o><x:p rdf:resource='a'>t</x:p></x:o>" TAIL, 1, 1 },
  { SV_RDF_XML, HEAD "<x:o><x:p><x:o/><x:o/></x:p></x:o>" TAIL, 1, 1 },
  { SV_RDF_XML, HEAD "<x:o rdf:bagID='a'/>" TAIL, 1, 1 },
  { SV_RDF_XML, HEAD "<o/>" TAIL, 1, 1 },
  { SV_RDF_XML, HEAD "<x:o a='b'/>" TAIL, 1, 1 },
  { SV_RDF_XML, HEAD "<x:o rdf:version='1.2'>\n<x:p rdf:parseType='Triple'/></x:o>" TAIL, 2, 1 },
  { SV_RDF_XML,
    HEAD "<x:o rdf:version='1.2'>\n<x:p rdf:parseType='Triple'><x:o x:p='v'/></x:p></x:o>" TAIL, 2,
    1 },
  { SV_RDF_XML, HEAD "\n<x:o rdf:annotation='a'/>" TAIL, 2, 1 },
  { SV_RDF_XML, HEAD "<x:o>\n<x:p rdf:annotation='a' rdf:annotationNodeID='b'/></x:o>" TAIL, 2, 1 },
  { SV_RDF_XML,
    HEAD "<x:o xmlns:its='http://www.w3.org/2005/11/its' rdf:version='1.2' its:dir='up'/>" TAIL, 1,
    1 },
  { SV_RDF_XML, HEAD "<x:o xml:lang='norwegian'/>" TAIL, 1, 1 },
  { SV_RDF_XML,
    "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" HEAD "<x:o><x:p>&e;</x:p></"
    "x:o>" TAIL,
    1, 1 },
  { SV_RDF_JSONLD, "{", 1, 2 },
  { SV_RDF_JSONLD, "{\"@id\":\"a\",\n\"@id\":\"b\"}", 2, 1 },
  { SV_RDF_JSONLD, "{\"@id\":1}", 1, 8 },
  { SV_RDF_JSONLD, "{\"@context\":\n\"http://x/c\"}", 2, 1 },
  { SV_RDF_JSONLD, "{\"@context\":{\"a\":{\"@id\":\"b\",\"@id2\":1}}}", 1, 18 },
  { SV_RDF_JSONLD, "{\"@context\":{\"a\":\"b:c\",\"b\":\"a:c\"}}", 1, 18 },
  { SV_RDF_JSONLD, "{\"http://x/p\":{\"@value\":{}}}", 1, 25 },
  { SV_RDF_JSONLD, "{\"http://x/p\":{\"@value\":\"x\",\"@id\":\"y\"}}", 1, 15 },
};

static void faults_have_their_place(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof bads / sizeof bads[0]; i++) {
    struct sv_graph *g = sv_graph_new(NULL);
    struct sv_error err = { 0 };
    const enum sv_status status = read_into(g, bads[i].syntax, bads[i].text, &err);
    if (status != SV_INVALID || err.line != bads[i].line || err.column != bads[i].column ||
        !err.text[0])
      fail_msg("%s\nstatus %d at %zu:%zu, not %zu:%zu: %s", bads[i].text, (int)status, err.line,
               err.column, bads[i].line, bads[i].column, err.text);
    sv_graph_free(g);
  }
}

static void look_ups_find_what_was_added(void **state)
{
  (void)state;
  struct sv_graph *g = sv_graph_new(NULL);
  struct sv_error err = { 0 };
  size_t n, line;
  const char *name;
  assert_int_equal(read_into(g, SV_RDF_TURTLE,
                             "<s> <p> <o>, <o2> .\n<s2> <p> <o> .\n<s> <q> 1 .\n<s> <p> <o> .",
                             &err),
                   SV_OK);
  assert_int_equal(sv_graph_index_objects(g, &err), SV_OK);
  assert_int_equal(sv_graph_index_incoming(g, &err), SV_OK);
  const sv_term s = sv_graph_find_iris(g, X "s"), p = sv_graph_find_iris(g, X "p");
  const sv_term o = sv_graph_find_iris(g, X "o");
  assert_int_equal(sv_graph_size(g), 4);
  (void)sv_graph_row(g, s, &n);
  assert_int_equal(n, 3);
  (void)sv_graph_objects(g, s, p, &n);
  assert_int_equal(n, 2);
  const uint32_t *found = sv_graph_subjects(g, p, o, &n);
  assert_int_equal(n, 2);
  assert_true(sv_graph_triples(g)[found[0]].s == s);
  (void)sv_graph_subjects(g, p, 0, &n);
  assert_int_equal(n, 3);
  (void)sv_graph_incoming(g, o, &n);
  assert_int_equal(n, 2);
  assert_true(sv_graph_place(g, sv_graph_find(g, s, p, o)->line, &name, &line));
  assert_int_equal(line, 1);
  assert_string_equal(name, "t");
  assert_null(sv_graph_find(g, o, p, s));
  assert_int_equal(sv_graph_find_iris(g, X "nobody"), 0);
  sv_graph_free(g);
}

static void lists_are_walked_once(void **state)
{
  static const struct {
    const char *text;
    size_t items;
    enum sv_list_fault fault;
  } cases[] = {
    { "<s> <p> (1 2 3) .", 3, SV_LIST_OK },
    { "<s> <p> () .", 0, SV_LIST_OK },
    { "@prefix r: <" RDF "> . <s> <p> <c> . <c> r:first 1 .", 0, SV_LIST_NO_REST },
    { "@prefix r: <" RDF "> . <s> <p> <c> . <c> r:first 1, 2 ; r:rest () .", 0, SV_LIST_MANY },
    { "@prefix r: <" RDF "> . <s> <p> <c> . <c> r:first 1 ; r:rest <c> .", 1, SV_LIST_CYCLE },
    { "<s> <p> <c> .", 0, SV_LIST_NO_REST },
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_graph *g = sv_graph_new(NULL);
    struct sv_error err = { 0 };
    struct sv_list_walk w;
    size_t n = 0;
    assert_int_equal(read_into(g, SV_RDF_TURTLE, cases[i].text, &err), SV_OK);
    sv_list_begin(&w, g,
                  sv_graph_object(g, sv_graph_find_iris(g, X "s"), sv_graph_find_iris(g, X "p")));
    while (sv_list_next(&w))
      n++;
    assert_int_equal(w.fault, cases[i].fault);
    assert_int_equal(n, cases[i].items);
    sv_graph_free(g);
  }
}

static void graphs_differ_when_they_do(void **state)
{
  static const struct {
    const char *a, *b;
    bool same;
  } cases[] = {
    { "_:a <p> _:b . _:b <p> _:a .", "_:x <p> _:y . _:y <p> _:x .", true },
    { "_:a <p> _:b . _:b <p> _:a .", "_:x <p> _:x . _:y <p> _:y .", false },
    { "[] <p> 1 . [] <p> 1 .", "[] <p> 1 .", false },
    { "[] <p> [] . [] <p> [] .", "[] <p> [] . [] <p> [] .", true },
    { "_:a <p> _:b . _:b <p> _:c . _:c <p> _:a . _:d <p> _:e . _:e <p> _:f . _:f <p> _:d .",
      "_:a <p> _:b . _:b <p> _:c . _:c <p> _:d . _:d <p> _:e . _:e <p> _:f . _:f <p> _:a .",
      false },
    { "<s> <p> <<( _:a <p> _:b )>> .", "<s> <p> <<( _:b <p> _:a )>> .", true },
    { "<s> <p> <<( _:a <p> _:a )>> .", "<s> <p> <<( _:b <p> _:a )>> .", false },
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_graph *g = sv_graph_new(NULL), *h = sv_graph_new(NULL);
    struct sv_error err = { 0 };
    bool same;
    assert_int_equal(read_into(g, SV_RDF_TURTLE, cases[i].a, &err), SV_OK);
    assert_int_equal(read_into(h, SV_RDF_TURTLE, cases[i].b, &err), SV_OK);
    assert_int_equal(sv_graph_isomorphic(g, h, SV_ISOMORPHIC_WORK, &same, &err), SV_OK);
    assert_int_equal(same, cases[i].same);
    sv_graph_free(g);
    sv_graph_free(h);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(documents_say_what_they_say),
    cmocka_unit_test(xml_documents_say_what_they_say),
    cmocka_unit_test(faults_have_their_place),
    cmocka_unit_test(look_ups_find_what_was_added),
    cmocka_unit_test(lists_are_walked_once),
    cmocka_unit_test(graphs_differ_when_they_do),
  };
  return cmocka_run_group_tests_name("rdf", tests, NULL, NULL);
}
