# SPDX-License-Identifier: Apache-2.0
# One private shared library of pure computation; its parts list their files in fragments of their own.
pkglib_LTLIBRARIES += engines/libsamsvar.la
engines_libsamsvar_la_SOURCES =
engines_libsamsvar_la_LDFLAGS = $(AM_LDFLAGS) -release $(VERSION) -no-undefined \
  -export-symbols-regex '^sv_'
engines_libsamsvar_la_LIBADD = $(JANSSON_LIBS) $(LIBXML_LIBS) $(LIBXSLT_LIBS) $(CRYPTO_LIBS) $(PCRE2_LIBS) \
  $(FYAML_LIBS) $(XXHASH_LIBS) $(IDN2_LIBS) $(ZLIB_LIBS) -lm
include engines/asic/local.mk
include engines/asyncapi/local.mk
include engines/base/local.mk
include engines/doc/local.mk
include engines/regex/local.mk
include engines/sample/local.mk
include engines/schema/local.mk
include engines/tls/local.mk
include engines/html/local.mk
include engines/http/local.mk
include engines/jose/local.mk
include engines/rdf/local.mk
include engines/shacl/local.mk
include engines/openapi/local.mk
include engines/xml/local.mk
include engines/xmlsig/local.mk
include engines/vocabulary/local.mk
include engines/result/local.mk
