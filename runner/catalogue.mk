# SPDX-License-Identifier: Apache-2.0
# The files people write or review, read: requirements, profiles, targets; and the commands that show them.
runner_librunner_la_SOURCES += \
  runner/answers.c runner/answers.h \
  runner/catalogue.c \
  runner/cmd_explain.c \
  runner/cmd_init.c \
  runner/cmd_list.c \
  runner/cmd_new.c \
  runner/columns.c runner/columns.h \
  runner/create.c runner/create.h \
  runner/explain.c runner/explain.h \
  runner/explain_profile.c \
  runner/folder.c runner/folder.h \
  runner/kinds.c runner/kinds.h \
  runner/life_event.c runner/life_event.h \
  runner/library.c runner/library.h \
  runner/list.c runner/list.h \
  runner/list_requirements.c \
  runner/orgnr.c runner/orgnr.h \
  runner/paragraph.c runner/paragraph.h \
  runner/profile.c \
  runner/profile_digest.c \
  runner/profile_file.c runner/profile_file.h \
  runner/profile_levels.c \
  runner/profile_maturity.c \
  runner/profile_shapes.c \
  runner/profile_resolve.h \
  runner/prose.c runner/prose.h \
  runner/reader.c runner/reader.h \
  runner/reader_fault.c runner/reader_fault.h \
  runner/selector.c runner/selector.h \
  runner/target.c \
  runner/target_credentials.c \
  runner/target_parts.c runner/target_parts.h
