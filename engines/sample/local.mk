# SPDX-License-Identifier: Apache-2.0
engines_libsamsvar_la_SOURCES += engines/sample/sample.c engines/sample/sample.h
