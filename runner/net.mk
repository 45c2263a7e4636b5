# SPDX-License-Identifier: Apache-2.0
# Exchanges: the net process, the broker, the recording, masking.
runner_librunner_la_SOURCES += \
  runner/address.c runner/address.h \
  runner/broker.c runner/broker.h \
  runner/broker_chain.c runner/broker_internal.h \
  runner/broker_entry.c \
  runner/broker_net.c \
  runner/broker_pace.c \
  runner/broker_redirect.c \
  runner/broker_replay.c \
  runner/broker_use.c \
  runner/credential.c runner/credential.h \
  runner/credential_source.c runner/credential_source.h \
  runner/exchange.c runner/exchange.h \
  runner/journal.c runner/journal.h \
  runner/journal_bodies.c runner/journal_internal.h \
  runner/journal_line.c \
  runner/journal_parse.c \
  runner/journal_read.c runner/journal_read.h \
  runner/mask.c runner/mask.h \
  runner/mask_scan.c runner/mask_scan.h \
  runner/mask_shape.c runner/mask_shape.h \
  runner/mask_wide.c runner/mask_wide.h \
  runner/net.c runner/net.h \
  runner/net_answer.c runner/net_internal.h \
  runner/net_dns.c \
  runner/net_body.c runner/net_body.h \
  runner/net_head.c runner/net_head.h \
  runner/net_odd.c \
  runner/net_probe.h \
  runner/net_shake.c \
  runner/net_tls.c \
  runner/net_token.c \
  runner/net_transfer.c \
  runner/weburl.c runner/weburl.h
