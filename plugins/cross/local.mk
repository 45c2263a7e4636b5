# SPDX-License-Identifier: Apache-2.0
plugin_LTLIBRARIES += plugins/cross/cross.la
plugins_cross_cross_la_SOURCES = \
  plugins/cross/address.c \
  plugins/cross/change.c \
  plugins/cross/compare.c plugins/cross/compare.h \
  plugins/cross/cross.c plugins/cross/cross.h \
  plugins/cross/identity.c
plugins_cross_cross_la_LDFLAGS = $(AM_LDFLAGS) $(MODULE_LDFLAGS)
plugins_cross_cross_la_LIBADD = engines/libsamsvar.la $(JANSSON_LIBS)
PO_FRAGMENTS += plugins/cross
nobase_dist_pkgdata_DATA += plugins/cross/README.md
