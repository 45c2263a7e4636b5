# SPDX-License-Identifier: Apache-2.0
engines_libsamsvar_la_SOURCES += engines/html/page.c engines/html/page.h
