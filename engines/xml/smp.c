// SPDX-License-Identifier: Apache-2.0
/* Reading what a service metadata publisher answers. */
#include "engines/xml/smp.h"

#include "engines/xml/node.h"

static const char *const namespaces[] = { "http://busdox.org/serviceMetadata/publishing/1.0/",
                                          "http://docs.oasis-open.org/bdxr/ns/SMP/2016/05" };
/* Elements that have a namespace of their own with BUSDOX. */
static const char identifiers[] = "http://busdox.org/transport/identifiers/1.0/";
static const char addressing[] = "http://www.w3.org/2005/08/addressing";

static bool is_smp(const xmlNode *n, const char *name)
{
  return xml_is(n, namespaces[0], name) || xml_is(n, namespaces[1], name) ||
         xml_is(n, identifiers, name) || xml_is(n, addressing, name);
}

/* The first child NAME of N, which may be NULL. */
static xmlNode *child(const xmlNode *n, const char *name)
{
  for (xmlNode *c = n ? n->children : NULL; c; c = c->next)
    if (is_smp(c, name))
      return c;
  return NULL;
}

/* SCHEME::VALUE of an identifier. */
static const char *identifier_of(struct sv_arena *a, const xmlNode *n)
{
  const char *scheme = xml_attribute(a, n, "scheme");
  const char *value = xml_text(a, n);
  return value ? sv_arena_printf(a, "%s::%s", scheme ? scheme : "", value) : NULL;
}

static struct sv_smp_endpoint endpoint_of(struct sv_arena *a, const xmlNode *n)
{
  const xmlNode *address = child(child(n, "EndpointReference"), "Address");
  return (struct sv_smp_endpoint){
    .profile = xml_attribute(a, n, "transportProfile"),
    .address = xml_text(a, address ? address : child(n, "EndpointURI")),
    .activation = xml_text(a, child(n, "ServiceActivationDate")),
    .expiration = xml_text(a, child(n, "ServiceExpirationDate")),
    .certificate = xml_text(a, child(n, "Certificate")),
    .line = xml_line(n),
  };
}

static void read_process(struct sv_arena *a, const xmlNode *process, struct sv_smp *out)
{
  const xmlNode *list = child(process, "ServiceEndpointList");
  for (const xmlNode *n = list ? list->children : NULL; n; n = n->next) {
    if (!is_smp(n, "Endpoint"))
      continue;
    out->is_cut = out->is_cut || out->count == SV_SMP_ENDPOINTS_MAX;
    if (!out->is_cut)
      out->endpoints[out->count++] = endpoint_of(a, n);
  }
}

static void read_metadata(struct sv_arena *a, const xmlNode *metadata, struct sv_smp *out)
{
  const xmlNode *redirect = child(metadata, "Redirect");
  const xmlNode *information = child(metadata, "ServiceInformation");
  const xmlNode *list = child(information, "ProcessList");
  out->redirect = xml_attribute(a, redirect, "href");
  out->participant = identifier_of(a, child(information, "ParticipantIdentifier"));
  out->document = identifier_of(a, child(information, "DocumentIdentifier"));
  for (const xmlNode *n = list ? list->children : NULL; n; n = n->next)
    if (is_smp(n, "Process"))
      read_process(a, n, out);
}

enum sv_status sv_smp_read(const struct sv_xml *x, struct sv_arena *a, struct sv_smp *out)
{
  const xmlNode *root = xmlDocGetRootElement(x->tree);
  *out = (struct sv_smp){ .kind = SV_SMP_OTHER };
  out->endpoints = sv_arena_calloc(a, SV_SMP_ENDPOINTS_MAX, sizeof *out->endpoints);
  if (!out->endpoints)
    return SV_NO_MEMORY;
  for (size_t i = 0; root && i < sizeof namespaces / sizeof namespaces[0]; i++) {
    if (xml_is(root, namespaces[i], "ServiceGroup")) {
      out->kind = SV_SMP_GROUP;
      out->participant = identifier_of(a, child(root, "ParticipantIdentifier"));
    } else if (xml_is(root, namespaces[i], "SignedServiceMetadata")) {
      out->kind = SV_SMP_METADATA;
      read_metadata(a, child(root, "ServiceMetadata"), out);
    }
  }
  return SV_OK;
}
