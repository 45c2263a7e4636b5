// SPDX-License-Identifier: Apache-2.0
/* WSDL 1.1: what refers to what, and the schemas within. */
#include "engines/xml/wsdl.h"

#include "engines/xml/node.h"
#include "engines/xml/xsd.h"

#include <stdio.h>
#include <string.h>

#define WSDL "http://schemas.xmlsoap.org/wsdl/"
#define SOAP_11_BINDING "http://schemas.xmlsoap.org/wsdl/soap/"
#define SOAP_12_BINDING "http://schemas.xmlsoap.org/wsdl/soap12/"
#define SCHEMA "http://www.w3.org/2001/XMLSchema"
#define SOAP_11 "http://schemas.xmlsoap.org/soap/envelope/"
#define SOAP_12 "http://www.w3.org/2003/05/soap-envelope"

enum { DOCUMENTS_MAX = 20, ELEMENTS_MAX = 20000, SCHEMAS_MAX = 50, IMPORT_DEPTH = 5 };

/* The documents of one description: the first, and what it imports by wsdl:import. */
struct description {
  const struct sv_xml *documents[DOCUMENTS_MAX];
  struct sv_xml *imported[DOCUMENTS_MAX];
  size_t count;
  const struct sv_xml_source *given;
  struct sv_xml_source source; /* asks GIVEN, and notes what could not be had */
  struct sv_wsdl_report *out;
};

static enum sv_status fetch(void *context, const char *iri, struct sv_buf *out,
                            struct sv_error *err)
{
  struct description *d = context;
  const enum sv_status status =
      d->given && d->given->fetch
          ? d->given->fetch(d->given->context, iri, out, err)
          : sv_fail(err, SV_NOT_FOUND, N_("%s is not at hand, and nothing is fetched"), iri);
  d->out->is_partial |= status != SV_OK;
  return status;
}

/* --- small questions --- */

static void say(struct description *d, const char *rule, const char *msgid, const char *name,
                const xmlNode *n)
{
  struct sv_wsdl_report *r = d->out;
  r->total++;
  if (r->count == SV_WSDL_FAULTS_MAX)
    return;
  struct sv_wsdl_fault *f = &r->faults[r->count++];
  *f = (struct sv_wsdl_fault){ .rule = rule, .msgid = msgid, .line = n ? xml_line(n) : 0 };
  (void)snprintf(f->name, sizeof f->name, "%s", name ? name : "");
}

/* The attribute NAME of N into TEXT; false when it is absent or too long. */
static bool attribute(const xmlNode *n, const char *name, char text[200])
{
  xmlChar *value = xmlGetNoNsProp(n, (const xmlChar *)name);
  const size_t size = value ? strlen((const char *)value) : 0;
  const bool good = value && size < 200;
  if (good)
    memcpy(text, value, size + 1);
  else
    text[0] = '\0';
  xmlFree(value);
  return good;
}

/* The part of a qualified name behind its prefix. Names of one description are taken as one
 * namespace: a name that is nowhere is the fault that is looked for. */
static const char *local(const char *qname)
{
  const char *colon = strrchr(qname, ':');
  return colon ? colon + 1 : qname;
}

static xmlNode *first_child(const xmlNode *n)
{
  return n ? n->children : NULL;
}

/* The next element NAME of WSDL from N on. */
static const xmlNode *wsdl_from(const xmlNode *n, const char *name)
{
  while (n && !xml_is(n, WSDL, name))
    n = n->next;
  return n;
}

/* The definition ELEMENT called NAME in any document, or NULL. */
static const xmlNode *find(const struct description *d, const char *element, const char *name)
{
  char own[200];
  for (size_t i = 0; i < d->count; i++) {
    const xmlNode *root = xmlDocGetRootElement(d->documents[i]->tree);
    for (const xmlNode *n = wsdl_from(first_child(root), element); n;
         n = wsdl_from(n->next, element))
      if (attribute(n, "name", own) && strcmp(own, local(name)) == 0)
        return n;
  }
  return NULL;
}

/* --- imports --- */

static enum sv_status take_in(struct description *d, const struct sv_xml *x, unsigned depth)
{
  const xmlNode *root = xmlDocGetRootElement(x->tree);
  if (d->count == DOCUMENTS_MAX || depth > IMPORT_DEPTH)
    return SV_LIMIT;
  d->documents[d->count++] = x;
  for (const xmlNode *n = wsdl_from(first_child(root), "import"); n; n = wsdl_from(n->next, "impor"
                                                                                            "t")) {
    char location[200];
    struct sv_error err = { .text = "" };
    struct sv_xml *other = NULL;
    if (!attribute(n, "location", location))
      continue;
    const enum sv_status status = sv_xml_read_from(&d->source, location, x->base, &other, &err);
    if (status == SV_NOT_FOUND || status == SV_DENIED || status == SV_IO) {
      d->out->is_partial = true;
      continue;
    }
    if (status == SV_INVALID)
      say(d, "import", N_("What is imported from {name} is no XML."), location, n);
    if (status != SV_OK && status != SV_INVALID)
      return status;
    if (!other)
      continue;
    d->imported[d->count] = other;
    SV_TRY(take_in(d, other, depth + 1));
  }
  return SV_OK;
}

/* --- port types and messages --- */

static void judge_message(struct description *d, const xmlNode *user)
{
  char name[200];
  if (!attribute(user, "message", name))
    say(d, "message", N_("An input, output or fault of {name} names no message."),
        (const char *)user->name, user);
  else if (!find(d, "message", name) && !d->out->is_partial)
    say(d, "message", N_("The message {name} is not described."), name, user);
}

static void judge_port_type(struct description *d, const xmlNode *type)
{
  static const char *const parts[] = { "input", "output", "fault" };
  for (const xmlNode *o = wsdl_from(first_child(type), "operation"); o; o = wsdl_from(o->next, "ope"
                                                                                               "rat"
                                                                                               "io"
                                                                                               "n"))
    for (size_t i = 0; i < 3; i++)
      for (const xmlNode *p = wsdl_from(first_child(o), parts[i]); p;
           p = wsdl_from(p->next, parts[i]))
        judge_message(d, p);
}

/* --- bindings, services --- */

static bool has_operation(const xmlNode *port_type, const char *name)
{
  char own[200];
  for (const xmlNode *o = wsdl_from(first_child(port_type), "operation"); o;
       o = wsdl_from(o->next, "operation"))
    if (attribute(o, "name", own) && strcmp(own, name) == 0)
      return true;
  return false;
}

static void judge_binding(struct description *d, const xmlNode *binding)
{
  char type[200];
  char name[200];
  const bool typed = attribute(binding, "type", type);
  const xmlNode *port_type = typed ? find(d, "portType", type) : NULL;
  d->out->bindings++;
  if (!port_type) {
    if (!d->out->is_partial)
      say(d, "port-type", N_("The port type {name} of a binding is not described."), type, binding);
    return;
  }
  for (const xmlNode *o = wsdl_from(first_child(binding), "operation"); o;
       o = wsdl_from(o->next, "operation"))
    if (!attribute(o, "name", name) || !has_operation(port_type, name))
      say(d, "operation",
          N_("The binding has an operation {name} that its port type does not "
             "have."),
          name, o);
}

static void judge_port(struct description *d, const xmlNode *port)
{
  char text[200];
  if (!attribute(port, "binding", text) || (!find(d, "binding", text) && !d->out->is_partial))
    say(d, "binding", N_("The binding {name} of a port is not described."), text, port);
  for (const xmlNode *n = first_child(port); n; n = n->next) {
    if (!xml_is(n, SOAP_11_BINDING, "address") && !xml_is(n, SOAP_12_BINDING, "address"))
      continue;
    d->out->addresses++;
    if (!attribute(n, "location", text) || strncmp(text, "https://", 8) != 0)
      say(d, "address", N_("The service is offered at '{name}', which is not https."), text, n);
  }
}

static void judge_definitions(struct description *d, const struct sv_xml *x)
{
  size_t n = 0;
  for (const xmlNode *e = first_child(xmlDocGetRootElement(x->tree)); e && n < ELEMENTS_MAX;
       e = e->next, n++) {
    if (xml_is(e, WSDL, "portType"))
      judge_port_type(d, e);
    else if (xml_is(e, WSDL, "binding"))
      judge_binding(d, e);
    else if (xml_is(e, WSDL, "service"))
      for (const xmlNode *p = wsdl_from(first_child(e), "port"); p; p = wsdl_from(p->next, "port"))
        judge_port(d, p);
  }
}

/* --- schemas --- */

/* SCHEMA as a document of its own, with the namespaces that are in scope. */
static enum sv_status compile(struct description *d, const struct sv_xml *x, xmlNode *schema)
{
  struct sv_xml own = { .tree = xmlNewDoc((const xmlChar *)"1.0"),
                        .name = x->name,
                        .base = x->base };
  struct sv_xsd *compiled = NULL;
  struct sv_error err = { .text = "" };
  xmlNode *copy = own.tree ? xmlDocCopyNode(schema, own.tree, 1) : NULL;
  if (!copy) {
    xmlFreeDoc(own.tree);
    return SV_NO_MEMORY;
  }
  (void)xmlDocSetRootElement(own.tree, copy);
  if (x->base)
    own.tree->URL = xmlStrdup((const xmlChar *)x->base);
  xmlNs **scope = xmlGetNsList(x->tree, schema);
  for (size_t i = 0; scope && scope[i]; i++)
    if (!xmlSearchNs(own.tree, copy, scope[i]->prefix))
      (void)xmlNewNs(copy, scope[i]->href, scope[i]->prefix);
  xmlFree(scope);
  const bool was_partial = d->out->is_partial;
  d->out->is_partial = false;
  const enum sv_status status = sv_xsd_compile(&own, &d->source, &compiled, &err);
  sv_xsd_free(compiled);
  xmlFreeDoc(own.tree);
  if (status == SV_INVALID && !d->out->is_partial)
    say(d, "schema", N_("A schema in the description does not compile: {name}."), err.text, schema);
  d->out->is_partial |= was_partial;
  return status == SV_INVALID || status == SV_NOT_FOUND ? SV_OK : status;
}

/* Whether the schema imports a namespace without saying where: from a sibling schema, which libxml2
 * cannot see. */
static bool leans_on_siblings(const xmlNode *schema)
{
  char text[200];
  for (const xmlNode *n = first_child(schema); n; n = n->next)
    if (xml_is(n, SCHEMA, "import") && !attribute(n, "schemaLocation", text))
      return true;
  return false;
}

static enum sv_status judge_schemas(struct description *d, const struct sv_xml *x)
{
  size_t count = 0;
  const xmlNode *root = xmlDocGetRootElement(x->tree);
  for (const xmlNode *t = wsdl_from(first_child(root), "types"); t; t = wsdl_from(t->next, "types"))
    for (xmlNode *n = first_child(t); n; n = n->next) {
      if (!xml_is(n, SCHEMA, "schema"))
        continue;
      if (++count > SCHEMAS_MAX)
        return SV_LIMIT;
      if (leans_on_siblings(n))
        d->out->is_partial = true;
      else
        SV_TRY(compile(d, x, n));
    }
  return SV_OK;
}

enum sv_status sv_wsdl_judge(const struct sv_xml *x, const struct sv_xml_source *source,
                             struct sv_wsdl_report *out, struct sv_error *err)
{
  struct description d = { .given = source, .out = out };
  d.source = (struct sv_xml_source){ .fetch = fetch, .context = &d };
  *out = (struct sv_wsdl_report){ .count = 0 };
  if (!xml_is(xmlDocGetRootElement(x->tree), WSDL, "definitions"))
    return sv_fail_at(err, SV_INVALID, x->name, 1, 1, N_("the document is not WSDL 1.1"));
  enum sv_status status = take_in(&d, x, 0);
  for (size_t i = 0; i < d.count && status == SV_OK; i++) {
    judge_definitions(&d, d.documents[i]);
    status = judge_schemas(&d, d.documents[i]);
  }
  for (size_t i = 0; i < DOCUMENTS_MAX; i++)
    sv_xml_free(d.imported[i]);
  if (status == SV_LIMIT)
    return sv_fail_limit(err, "wsdl-documents",
                         N_("the description is larger, or imports more, than is judged"));
  return status == SV_OK ? SV_OK : sv_fail(err, status, N_("memory ran out"));
}

/* --- SOAP --- */

static const xmlNode *soap_child(const xmlNode *n, const char *uri, const char *name)
{
  const xmlNode *c = first_child(n);
  while (c && !xml_is(c, uri, name))
    c = c->next;
  return c;
}

enum sv_soap_kind sv_soap_kind(const struct sv_xml *x, int *version)
{
  const xmlNode *root = xmlDocGetRootElement(x->tree);
  const bool is_12 = xml_is(root, SOAP_12, "Envelope");
  *version = is_12 ? 12 : xml_is(root, SOAP_11, "Envelope") ? 11 : 0;
  if (*version == 0)
    return SV_SOAP_NONE;
  const char *uri = is_12 ? SOAP_12 : SOAP_11;
  const xmlNode *fault = soap_child(soap_child(root, uri, "Body"), uri, "Fault");
  if (!fault)
    return SV_SOAP_ENVELOPE;
  if (is_12)
    return soap_child(fault, uri, "Code") ? SV_SOAP_FAULT : SV_SOAP_ENVELOPE;
  for (const xmlNode *c = first_child(fault); c; c = c->next)
    if (c->type == XML_ELEMENT_NODE && !c->ns && strcmp((const char *)c->name, "faultcode") == 0)
      return SV_SOAP_FAULT;
  return SV_SOAP_ENVELOPE;
}
