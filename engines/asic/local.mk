# SPDX-License-Identifier: Apache-2.0
PO_FRAGMENTS += engines/asic
engines_libsamsvar_la_SOURCES += \
  engines/asic/asic.h \
  engines/asic/cms.c \
  engines/asic/zip.c
