// SPDX-License-Identifier: Apache-2.0
/* Opening a plugin in the caged child, and copying its descriptor: the guard fields first, then as
 * much of each struct as both sides know. After that nobody thinks of versions again. */
#include "runner/load.h"

#include <dlfcn.h>
#include <ltdl.h>
#include <stdio.h>
#include <string.h>

enum { CHECKS_MOST = 2000 };

static const char *const texts[] = {
  [SV_LOAD_OPEN] = N_("The plugin cannot be loaded: {detail}."),
  [SV_LOAD_SYMBOL] = N_("The file has no plugin of its own name in it: {detail} is missing."),
  [SV_LOAD_MAGIC] = N_("What the file exports is no samsvar plugin ({detail})."),
  [SV_LOAD_ABI] =
      N_("The plugin was built for another version of samsvar: {detail}. Build it again."),
  [SV_LOAD_SIZE] = N_("The plugin's tables have an impossible size ({detail})."),
  [SV_LOAD_JANSSON] = N_("The plugin was built with another major version of jansson: {detail}."),
  [SV_LOAD_NAME] = N_("The plugin's file has another name than the plugin: {detail}."),
  [SV_LOAD_TABLE] = N_("The plugin's table of checks is not usable: {detail}."),
  [SV_LOAD_ID] = N_("The plugin has a check id that is not allowed or stands twice: {detail}."),
  [SV_LOAD_REQUIREMENT] = N_("The plugin judges a requirement that is not in the catalogue: "
                             "{detail}."),
  [SV_LOAD_ROW] = N_("The plugin has a check whose row is not complete: {detail}."),
  [SV_LOAD_CAGE] = N_("The process for the plugin could not be locked in: {detail}."),
  [SV_LOAD_DIED] = N_("The plugin died while it was loaded: {detail}."),
  [SV_LOAD_SLOW] = N_("The plugin took too long to load: {detail}."),
  [SV_LOAD_PROTOCOL] = N_("The plugin disturbed its own loading: {detail}."),
  [SV_LOAD_TAKEN] = N_("The plugin has a check that another plugin has too: {detail}."),
  [SV_LOAD_SETUP] = N_("The plugin could not prepare itself: {detail}."),
};

const char *sv_load_problem_text(enum sv_load_problem p)
{
  return p > SV_LOAD_OK && p <= SV_LOAD_LAST ? texts[p] : texts[SV_LOAD_PROTOCOL];
}

struct opening {
  char *detail;
  size_t size;
};

static enum sv_load_problem say(const struct opening *o, enum sv_load_problem p, const char *fmt,
                                ...) SV_FORMAT(3, 4);

static enum sv_load_problem say(const struct opening *o, enum sv_load_problem p, const char *fmt,
                                ...)
{
  va_list args;
  va_start(args, fmt);
  (void)vsnprintf(o->detail, o->size, fmt, args);
  va_end(args);
  return p;
}

/* libltdl says "file not found" whatever the reason; the loader itself, asked once more, says it.
 */
static enum sv_load_problem open_problem(const struct opening *o, const char *path)
{
  if (path && !dlopen(path, RTLD_NOW | RTLD_LOCAL)) {
    const char *reason = dlerror();
    return say(o, SV_LOAD_OPEN, "%s", reason ? reason : "no reason given");
  }
  const char *reason = lt_dlerror();
  return say(o, SV_LOAD_OPEN, "%s", reason ? reason : "no reason given");
}

static lt_dlhandle open_module(const struct sv_plugin_file *file, struct sv_arena *a)
{
  lt_dladvise advise;
  if (!sv_plugins_preload() || lt_dlinit() != 0 || lt_dladvise_init(&advise) != 0)
    return NULL;
  const char *path = file->path ? file->path : sv_arena_printf(a, "%s.a", file->name);
  const int local = file->path ? lt_dladvise_local(&advise) : lt_dladvise_preload(&advise);
  lt_dlhandle handle = path && local == 0 ? lt_dlopenadvise(path, advise) : NULL;
  (void)lt_dladvise_destroy(&advise);
  return handle;
}

/* The guard fields never move, so they can be read before anything else is believed. */
static enum sv_load_problem guard(const struct opening *o, const struct sv_plugin *raw)
{
  if (raw->magic != SV_PLUGIN_MAGIC)
    return say(o, SV_LOAD_MAGIC, "%08x", raw->magic);
  if (raw->abi_major != SV_ABI_MAJOR || raw->abi_minor > SV_ABI_MINOR)
    return say(o, SV_LOAD_ABI, "%u.%u, here %d.%d", raw->abi_major, raw->abi_minor, SV_ABI_MAJOR,
               SV_ABI_MINOR);
  if (raw->size < offsetof(struct sv_plugin, open) || raw->size > 1 << 16)
    return say(o, SV_LOAD_SIZE, "%u", raw->size);
  const size_t least = offsetof(struct sv_check, run) + sizeof(raw->checks->run);
  if (raw->check_size < least || raw->check_size > 1 << 16)
    return say(o, SV_LOAD_SIZE, "%u", raw->check_size);
  return SV_LOAD_OK;
}

static size_t least(size_t a, size_t b)
{
  return a < b ? a : b;
}

static enum sv_load_problem copy_table(const struct opening *o, struct sv_arena *a,
                                       struct sv_loaded *out)
{
  const struct sv_plugin *p = &out->plugin;
  if (!p->checks || p->check_count < 1 || p->check_count > CHECKS_MOST)
    return say(o, SV_LOAD_TABLE, "%u checks", p->checks ? p->check_count : 0);
  out->checks = sv_arena_calloc(a, p->check_count, sizeof *out->checks);
  if (!out->checks)
    return say(o, SV_LOAD_TABLE, "no memory");
  const char *row = (const char *)p->checks;
  for (uint32_t i = 0; i < p->check_count; i++, row += p->check_size) {
    memcpy(&out->checks[i], row, least(p->check_size, sizeof *out->checks));
    if (!out->checks[i].run || !out->checks[i].id)
      return say(o, SV_LOAD_TABLE, "row %u has no id or no function", i + 1);
  }
  return SV_LOAD_OK;
}

enum sv_load_problem sv_plugin_open(const struct sv_plugin_file *file, struct sv_arena *a,
                                    struct sv_loaded *out, char *detail, size_t detail_size)
{
  const struct opening o = { .detail = detail, .size = detail_size };
  lt_dlhandle handle = open_module(file, a);
  if (!handle)
    return open_problem(&o, file->path);
  const struct sv_plugin *raw = lt_dlsym(handle, "samsvar_plugin");
  if (!raw)
    return say(&o, SV_LOAD_SYMBOL, "%s_LTX_samsvar_plugin", file->name);
  const enum sv_load_problem p = guard(&o, raw);
  if (p != SV_LOAD_OK)
    return p;
  *out = (struct sv_loaded){ 0 };
  memcpy(&out->plugin, raw, least(raw->size, sizeof out->plugin));
  out->plugin.check_size = raw->check_size;
  if (out->plugin.jansson != JANSSON_MAJOR_VERSION)
    return say(&o, SV_LOAD_JANSSON, "%u, here %d", out->plugin.jansson, JANSSON_MAJOR_VERSION);
  if (!out->plugin.name || strcmp(out->plugin.name, file->name) != 0)
    return say(&o, SV_LOAD_NAME, "%s", out->plugin.name ? out->plugin.name : "none");
  return copy_table(&o, a, out);
}
