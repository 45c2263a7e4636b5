// SPDX-License-Identifier: Apache-2.0
/* Finding, trusting and opening plugin files. Finding and trusting are main's work and run nothing
 * of the plugin; opening is the caged child's. */
#ifndef SV_RUNNER_LOAD_H
#define SV_RUNNER_LOAD_H

#include "engines/base/arena.h"
#include "engines/base/status.h"

#include <samsvar/plugin.h>

#include <stdbool.h>
#include <stddef.h>

/* A plugin file as found. */
struct sv_plugin_file {
  const char *name;
  const char *path;     /* resolved, absolute; NULL: built in */
  const char *sha256;   /* "" for a refused one, and before sv_plugin_files_digest() */
  const char *shadowed; /* another file of the same name that is not used; NULL: none */
  const char *refused;  /* msgid: why it is not trusted, with {detail}; NULL: it is */
  const char *detail;   /* the folder or file that is the reason */
};

struct sv_plugin_files {
  struct sv_plugin_file *items; /* sorted by name */
  size_t count;
};

/* Looks in DIRS (NULL ends; NULL: none), SAMSVAR_PLUGIN_PATH and the installed folder, in that
 * order; the first of a name wins. A folder in DIRS that cannot be read is SV_NOT_FOUND; the others
 * may be absent. Made in A. */
enum sv_status sv_plugin_files_find(const char *const *dirs, struct sv_arena *a,
                                    struct sv_plugin_files *out, struct sv_error *err) SV_MUST_USE;

/* Fills in the digests of FILES that are not refused, of the program for built-in ones; a file that
 * cannot be read is refused now. Takes longer than finding them did. */
enum sv_status sv_plugin_files_digest(struct sv_plugin_files *files,
                                      struct sv_arena *a) SV_MUST_USE;

/* Whether others than root and we could change the file at PATH (resolved): the file or folder that
 * is the reason, written over PATH; NULL when nobody can. */
const char *sv_file_untrusted(char *path);

/* A plugin in this process: copies of its descriptor and table, in our own sizes. */
struct sv_loaded {
  struct sv_plugin plugin;
  struct sv_check *checks;
};

/* Why a plugin cannot be opened; the sentence for each is sv_load_problem_text(). */
enum sv_load_problem {
  SV_LOAD_OK = 0,
  SV_LOAD_OPEN,   /* the loader refuses; detail is its reason */
  SV_LOAD_SYMBOL, /* no NAME_LTX_samsvar_plugin: another file's, or no plugin at all */
  SV_LOAD_MAGIC,
  SV_LOAD_ABI,  /* detail has both numbers */
  SV_LOAD_SIZE, /* a struct too small to be one of ours */
  SV_LOAD_JANSSON,
  SV_LOAD_NAME,
  SV_LOAD_TABLE, /* none, or too many checks, or a row without a function */
  SV_LOAD_ID,    /* these are found by main: an id not well-formed, twice, or not of its layer */
  SV_LOAD_REQUIREMENT,
  SV_LOAD_ROW,  /* a title, kind, level or flag missing or unknown */
  SV_LOAD_CAGE, /* the process could not be locked in */
  SV_LOAD_DIED, /* while it was loaded */
  SV_LOAD_SLOW,
  SV_LOAD_PROTOCOL,
  SV_LOAD_TAKEN, /* another plugin has a check of the same id */
  SV_LOAD_SETUP, /* its open() said no */
  SV_LOAD_LAST = SV_LOAD_SETUP
};

/* msgid, with a {detail}. */
const char *sv_load_problem_text(enum sv_load_problem p);

/* Opens FILE and copies its descriptor into A. To be called in the cage. DETAIL (DETAIL_SIZE bytes)
 * says more. */
enum sv_load_problem sv_plugin_open(const struct sv_plugin_file *file, struct sv_arena *a,
                                    struct sv_loaded *out, char *detail, size_t detail_size);

/* Names of the plugins that are linked into the program, NULL ends; in A, NULL without memory. */
const char *const *sv_plugins_builtin(struct sv_arena *a);

/* Makes them known to the loader, before it is opened. */
bool sv_plugins_preload(void);

#endif
