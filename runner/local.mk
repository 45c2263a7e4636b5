# SPDX-License-Identifier: Apache-2.0
bin_PROGRAMS += samsvar
samsvar_SOURCES = \
  runner/command.h \
  runner/main.c
samsvar_LDADD = engines/libsamsvar.la $(LTDL_LIBS) $(CURL_LIBS) $(SECCOMP_LIBS) $(JANSSON_LIBS) $(CRYPTO_LIBS) \
  $(ZLIB_LIBS)
samsvar_LDFLAGS = $(AM_LDFLAGS) -export-dynamic
