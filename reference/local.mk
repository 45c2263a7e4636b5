# SPDX-License-Identifier: Apache-2.0
# The reference service: a program of its own, with its documents as data.
PO_FRAGMENTS += reference
pkglibexec_PROGRAMS += reference/samsvar-reference
noinst_LTLIBRARIES += reference/libreference.la
reference_libreference_la_SOURCES = \
  reference/api.c \
  reference/api.h \
  reference/api_attachments.c \
  reference/api_compare.c \
  reference/api_kinds.c \
  reference/api_events.c \
  reference/api_messages.c \
  reference/api_units.c \
  reference/breaks.c \
  reference/breaks.h \
  reference/breaks/api.c \
  reference/breaks/auth.c \
  reference/breaks/catalogue.c \
  reference/breaks/content.c \
  reference/breaks/contract.c \
  reference/breaks/data.c \
  reference/breaks/cross.c \
  reference/breaks/discovery.c \
  reference/breaks/forms.c \
  reference/breaks/http.c \
  reference/breaks/law.c \
  reference/breaks/licences.c \
  reference/breaks/messages.c \
  reference/breaks/description.c \
  reference/breaks/negative.c \
  reference/breaks/nodes.c \
  reference/breaks/openapi.c \
  reference/breaks/organisation.c \
  reference/breaks/reuse.c \
  reference/breaks/rules.c \
  reference/breaks/security.c \
  reference/breaks/services.c \
  reference/breaks/tables.c \
  reference/breaks/terms.c \
  reference/breaks/tokens.c \
  reference/breaks/tables.h \
  reference/breaks/transport.c \
  reference/breaks/web.c \
  reference/document_rows.c \
  reference/documents.c \
  reference/documents.h \
  reference/exchange.c \
  reference/exchange.h \
  reference/finish.c \
  reference/client.c reference/client.h \
  reference/folder.c \
  reference/folder.h \
  reference/front.c \
  reference/front.h \
  reference/graph.c \
  reference/graph.h \
  reference/graph_write.c \
  reference/handed.c \
  reference/handed.h \
  reference/keys.c \
  reference/keys.h \
  reference/raw.c \
  reference/raw.h \
  reference/keys_private.h \
  reference/message_xml.c \
  reference/municipalities.c \
  reference/negotiate.c \
  reference/login.c \
  reference/oauth.c \
  reference/peppol.c reference/peppol.h \
  reference/problem.c \
  reference/receive.c \
  reference/route.c \
  reference/route.h \
  reference/seal.c \
  reference/seal.h \
  reference/select.c \
  reference/select.h \
  reference/server.c \
  reference/server.h \
  reference/service.c \
  reference/service.h \
  reference/sign.c reference/sign.h \
  reference/state.c \
  reference/state.h \
  reference/text.c \
  reference/text.h \
  reference/tls.c \
  reference/tls.h \
  reference/token.c \
  reference/units.c \
  reference/units.h \
  reference/web.c \
  reference/yaml.c \
  reference/yaml.h \
  reference/zone.c \
  reference/zone.h \
  reference/zone_key.c
reference_libreference_la_CFLAGS = $(AM_CFLAGS) $(MICROHTTPD_CFLAGS) $(LIBXML_CFLAGS)
reference_libreference_la_LIBADD = engines/libsamsvar.la $(MICROHTTPD_LIBS) $(JANSSON_LIBS) $(LIBXML_LIBS) $(ZLIB_LIBS) -lpthread
reference_samsvar_reference_SOURCES = reference/main.c
reference_samsvar_reference_CFLAGS = $(AM_CFLAGS) $(MICROHTTPD_CFLAGS)
reference_samsvar_reference_LDADD = reference/libreference.la engines/libsamsvar.la $(MICROHTTPD_LIBS) $(JANSSON_LIBS)
EXTRA_DIST += reference/README.md
nobase_dist_pkgdata_DATA += \
  reference/data/api-catalog.json \
  reference/data/begreper.ttl \
  reference/data/eksempler/abonnement.json \
  reference/data/eksempler/asyncapi.json \
  reference/data/eksempler/deltaker.json \
  reference/data/eksempler/enheter.sch \
  reference/data/eksempler/enheter.xml \
  reference/data/eksempler/enheter.xsd \
  reference/data/eksempler/hendelse-altinn.http \
  reference/data/eksempler/hendelse-binaer.http \
  reference/data/eksempler/hendelser-parti.http \
  reference/data/eksempler/krr-oppslag.http \
  reference/data/eksempler/melding-forrige.schema.json \
  reference/data/eksempler/melding.schema.json \
  reference/data/eksempler/meldingslogg.json \
  reference/data/eksempler/openapi-forrige.json \
  reference/data/eksempler/konsumert.json \
  reference/data/eksempler/protokoll.csv \
  reference/data/eksempler/modeller-forrige.ttl \
  reference/data/eksempler/mottatt.ttl \
  reference/data/eksempler/regler.ttl \
  reference/data/eksempler/resultat-igjen.json \
  reference/data/eksempler/resultat.json \
  reference/data/eksempler/melding.xml \
  reference/data/eksempler/melding.xsd \
  reference/data/eksempler/pakke.asic \
  reference/data/eksempler/sbd.json \
  reference/data/eksempler/statusmelding.json \
  reference/data/en/accessibility.html \
  reference/data/en/contact.html \
  reference/data/en/front.html \
  reference/data/en/page.html \
  reference/data/en/privacy.html \
  reference/data/en/terms.html \
  reference/data/enhet.wsdl \
  reference/data/favicon.ico \
  reference/data/hendelse.schema.json \
  reference/data/katalog.ttl \
  reference/data/modeller.ttl \
  reference/data/nb/dokumentasjon.html \
  reference/data/nb/endringer.html \
  reference/data/nb/feil.html \
  reference/data/nb/forside.html \
  reference/data/nb/kontakt.html \
  reference/data/nb/personvern.html \
  reference/data/nb/side.html \
  reference/data/nb/tilgjengelighet.html \
  reference/data/nb/tjenesteniva.html \
  reference/data/nb/vilkar.html \
  reference/data/nn/framside.html \
  reference/data/nn/side.html \
  reference/data/oauth-authorization-server.json \
  reference/data/oauth-protected-resource-meldinger.json \
  reference/data/oauth-protected-resource.json \
  reference/data/kommuner.xsd \
  reference/data/openapi.json \
  reference/data/register.json \
  reference/data/openid-configuration.json \
  reference/data/robots.txt \
  reference/data/samsvar.json \
  reference/data/security.txt \
  reference/data/smp/deltaker.xml \
  reference/data/smp/metadata.xml \
  reference/data/stil.css \
  reference/data/tjenester.ttl
