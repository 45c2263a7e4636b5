# SPDX-License-Identifier: Apache-2.0
engines_libsamsvar_la_SOURCES += \
  engines/http/digest.c engines/http/digest.h \
  engines/http/fields.c engines/http/fields.h \
  engines/http/http_date.c \
  engines/http/language.c engines/http/language.h \
  engines/http/link.c \
  engines/http/media_type.c engines/http/media_type.h \
  engines/http/message_signature.c engines/http/message_signature.h \
  engines/http/multipart.c engines/http/multipart.h \
  engines/http/odd.c engines/http/odd.h \
  engines/http/problem.c engines/http/problem.h \
  engines/http/scan.c engines/http/scan.h \
  engines/http/security_txt.c engines/http/security_txt.h \
  engines/http/sf.c engines/http/sf.h \
  engines/http/sf_write.c engines/http/sf_write.h \
  engines/http/signature_base.c \
  engines/http/signed_parts.c engines/http/signed_parts.h
