# SPDX-License-Identifier: Apache-2.0
engines_libsamsvar_la_SOURCES += \
  engines/jose/base64url.c engines/jose/base64url.h \
  engines/jose/certificate.c engines/jose/certificate.h \
  engines/jose/jwk.c engines/jose/jwk.h \
  engines/jose/jws.c engines/jose/jws.h \
  engines/jose/message.c engines/jose/message.h \
  engines/jose/worthless.c engines/jose/worthless.h
