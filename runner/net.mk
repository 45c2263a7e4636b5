# SPDX-License-Identifier: Apache-2.0
# Exchanges: the net process, the broker, the recording, masking.
runner_librunner_la_SOURCES += \
  runner/broker.c runner/broker.h \
  runner/broker_chain.c runner/broker_internal.h \
  runner/broker_entry.c \
  runner/broker_net.c \
  runner/broker_pace.c \
  runner/broker_redirect.c \
  runner/broker_replay.c \
  runner/broker_use.c \
  runner/credential.c \
  runner/credential_source.c runner/credential_source.h \
  runner/journal.c runner/journal.h \
  runner/journal_bodies.c runner/journal_internal.h \
  runner/journal_line.c \
  runner/journal_parse.c \
  runner/journal_read.c runner/journal_read.h \
  runner/net.h \
  runner/net_start.c

# What main and the net process both have.
noinst_LTLIBRARIES += runner/libexchange.la
runner_libexchange_la_SOURCES = \
  runner/address.c runner/address.h \
  runner/credential.h runner/secrets.c \
  runner/exchange.c runner/exchange.h \
  runner/frame.c runner/frame.h \
  runner/mask.c runner/mask.h \
  runner/mask_coded.c runner/mask_coded.h \
  runner/mask_escape.c runner/mask_escape.h \
  runner/mask_scan.c runner/mask_scan.h \
  runner/mask_shape.c runner/mask_shape.h \
  runner/mask_view.c runner/mask_view.h \
  runner/mask_wide.c runner/mask_wide.h \
  runner/net_body.c runner/net_body.h \
  runner/weburl.c runner/weburl.h

# What only the net process has.
noinst_LTLIBRARIES += runner/libnet.la
runner_libnet_la_SOURCES = \
  runner/net.c \
  runner/net_answer.c runner/net_internal.h \
  runner/net_dns.c \
  runner/net_head.c runner/net_head.h \
  runner/net_odd.c \
  runner/net_probe.h \
  runner/net_shake.c \
  runner/net_tls.c \
  runner/net_token.c \
  runner/net_transfer.c \
  runner/net_url.c
NET_LIBS = $(CURL_LIBS) $(UNBOUND_LIBS) $(JANSSON_LIBS) $(SSL_LIBS) $(CRYPTO_LIBS) $(ZLIB_LIBS)

if BUILTIN_PLUGINS
runner_librunner_la_SOURCES += runner/net_linked.c
runner_librunner_la_LIBADD += runner/libnet.la $(NET_LIBS)
else
# Its name has the version: a module of another samsvar is never taken for it.
pkglib_LTLIBRARIES += runner/samsvar-net.la
runner_samsvar_net_la_SOURCES =
runner_samsvar_net_la_LDFLAGS = $(AM_LDFLAGS) -module -release $(VERSION) $(HELD_LDFLAGS) \
  -export-symbols-regex '^sv_net_main$$'
runner_samsvar_net_la_LIBADD = runner/libnet.la runner/libexchange.la engines/libsamsvar.la $(NET_LIBS)
runner_librunner_la_SOURCES += runner/net_load.c
endif
