# SPDX-License-Identifier: Apache-2.0
PO_FRAGMENTS += engines/xml
engines_libsamsvar_la_SOURCES += \
  engines/xml/appinfo.c engines/xml/appinfo.h \
  engines/xml/fault.c engines/xml/fault.h \
  engines/xml/node.c engines/xml/node.h \
  engines/xml/schematron.h \
  engines/xml/schematron_compile.c \
  engines/xml/schematron_eval.c \
  engines/xml/schematron_expand.c \
  engines/xml/schematron_expr.c \
  engines/xml/schematron_keys.c \
  engines/xml/schematron_model.h \
  engines/xml/schematron_parts.c \
  engines/xml/schematron_run.c engines/xml/schematron_run.h \
  engines/xml/schematron_words.c \
  engines/xml/smp.c engines/xml/smp.h \
  engines/xml/svrl.c \
  engines/xml/wsdl.c engines/xml/wsdl.h \
  engines/xml/x509.c engines/xml/x509.h \
  engines/xml/xml.c engines/xml/xml.h \
  engines/xml/xsd.c engines/xml/xsd.h \
  engines/xml/xsd_words.c engines/xml/xsd_words.h
