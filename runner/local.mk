# SPDX-License-Identifier: Apache-2.0
# The program is a convenience library and a main(), so that unit tests can link its parts.
noinst_LTLIBRARIES += runner/librunner.la
runner_librunner_la_SOURCES = \
  runner/again.c runner/again.h \
  runner/ask.c runner/ask.h \
  runner/catalogue.h \
  runner/choose.c runner/choose.h \
  runner/cmd_check.c \
  runner/cmd_demo.c \
  runner/cmd_doctor.c \
  runner/cmd_plan.c \
  runner/cmd_replay.c \
  runner/cmd_run.c \
  runner/cmd_completion.c \
  runner/command.h \
  runner/completion.c runner/completion.h \
  runner/completion_bash.c \
  runner/completion_fish.c \
  runner/completion_zsh.c \
  runner/discover.c runner/discover.h \
  runner/help.c \
  runner/journal_remove.c \
  runner/judge.c runner/judge.h \
  runner/look.c runner/look.h \
  runner/manners.c runner/manners.h \
  runner/options.c runner/options.h \
  runner/paths.c runner/paths.h \
  runner/profile.h \
  runner/robots.c runner/robots.h \
  runner/run_options.c runner/run_options.h \
  runner/say.c runner/say.h \
  runner/seek.c runner/seek.h \
  runner/service.c runner/service.h \
  runner/target.h \
  runner/trust.c runner/trust.h
runner_librunner_la_LIBADD = runner/libexchange.la engines/libsamsvar.la $(LTDL_LIBS) $(SECCOMP_LIBS) $(JANSSON_LIBS) \
  $(CRYPTO_LIBS) $(ZLIB_LIBS)


include runner/catalogue.mk
include runner/core.mk
include runner/net.mk
include runner/validate.mk
include runner/vocabularies.mk

bin_PROGRAMS += samsvar
samsvar_SOURCES = runner/commands.c runner/commands.h runner/main.c
samsvar_LDADD = runner/librunner.la
samsvar_LDFLAGS = $(AM_LDFLAGS) -export-dynamic
if BUILTIN_PLUGINS
# Its own table of plugins comes before the empty one of the library. -static: else libtool links the modules, whose
# code is not the program's.
samsvar_LDFLAGS += -static
samsvar_SOURCES += runner/builtin_all.c
samsvar_LDADD += -dlpreopen plugins/cross/cross.la -dlpreopen plugins/legal/legal.la \
  -dlpreopen plugins/messages/messages.la \
  -dlpreopen plugins/organisational/organisational.la -dlpreopen plugins/semantic/semantic.la \
  -dlpreopen plugins/technical/technical.la $(LTDL_LIBS)
samsvar_DEPENDENCIES = runner/librunner.la $(plugin_LTLIBRARIES)
endif
