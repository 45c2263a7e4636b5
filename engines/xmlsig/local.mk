# SPDX-License-Identifier: Apache-2.0
# Apart from the other engines: who verifies no signature need not have the library for it in memory.
PO_FRAGMENTS += engines/xmlsig
noinst_LTLIBRARIES += engines/xmlsig/libxmlsig.la
engines_xmlsig_libxmlsig_la_SOURCES = \
  engines/xmlsig/crypto.c \
  engines/xmlsig/crypto.h \
  engines/xmlsig/signature.c \
  engines/xmlsig/signature.h
engines_xmlsig_libxmlsig_la_CPPFLAGS = $(AM_CPPFLAGS) $(XMLSEC_CFLAGS)
engines_xmlsig_libxmlsig_la_LIBADD = $(XMLSEC_LIBS)
