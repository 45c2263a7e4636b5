// SPDX-License-Identifier: Apache-2.0
/* The life of a worker: locked in, plugin opened, table told, then check after check until main
 * says stop. */
#include "runner/worker_state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OUT_MOST = 64 << 20, FLUSH_AT = 64 << 10, CHECK_ARENA_MOST = 512 << 20 };

void sv_worker_die(const char *why)
{
  (void)fprintf(stderr, "samsvar worker: %s\n", why); /* the capture pipe: main quotes it */
  _exit(3);
}

void *sv_worker_need(void *p)
{
  if (!p)
    sv_worker_die("out of memory");
  return p;
}

size_t sv_worker_begin(struct sv_worker *w, uint8_t type)
{
  const size_t begin = sv_frame_begin(&w->out, type);
  sv_pack_u64(&w->out, w->number);
  return begin;
}

void sv_worker_end(struct sv_worker *w, size_t begin)
{
  if (sv_frame_end(&w->out, begin) != SV_OK)
    sv_worker_die("a message is too large");
  if (w->out.size > FLUSH_AT)
    sv_worker_flush(w);
}

void sv_worker_flush(struct sv_worker *w)
{
  if (w->out.size && sv_frames_write(SV_WORKER_SOCKET, w->out.data, w->out.size) != SV_OK)
    sv_worker_die("main cannot be reached");
  sv_buf_cut(&w->out, 0);
}

void sv_worker_receive(struct sv_worker *w, uint8_t *type, struct sv_unpack *u)
{
  bool broken = false;
  sv_worker_flush(w);
  while (!sv_frames_next(&w->in, type, u, &broken)) {
    if (broken || sv_frames_fill(&w->in, SV_WORKER_SOCKET) != SV_OK)
      sv_worker_die("main cannot be understood");
  }
}

static void tell_problem(struct sv_worker *w, enum sv_load_problem p, const char *detail)
{
  const size_t begin = sv_worker_begin(w, SV_WIRE_PROBLEM);
  sv_pack_u32(&w->out, p);
  sv_pack_string(&w->out, detail);
  sv_worker_end(w, begin);
  sv_worker_flush(w);
}

static void tell_cage(struct sv_worker *w, const struct sv_isolation *held)
{
  const size_t begin = sv_worker_begin(w, SV_WIRE_CAGED);
  sv_pack_u32(&w->out, (uint32_t)held->landlock);
  sv_pack_u32(&w->out, held->seccomp);
  sv_worker_end(w, begin);
  sv_worker_flush(w);
}

static void tell_plugin(struct sv_worker *w)
{
  const struct sv_plugin *p = &w->plugin.plugin;
  const size_t begin = sv_worker_begin(w, SV_WIRE_PLUGIN);
  sv_pack_string(&w->out, sv_worker_cut(w, p->version));
  sv_pack_string(&w->out, sv_worker_cut(w, p->licence));
  sv_pack_string(&w->out, sv_worker_cut(w, p->summary));
  sv_pack_u32(&w->out, p->check_count);
  for (uint32_t i = 0; i < p->check_count; i++) {
    const struct sv_check *c = &w->plugin.checks[i];
    sv_pack_string(&w->out, sv_worker_cut(w, c->id));
    sv_pack_string(&w->out, sv_worker_cut(w, c->title));
    sv_pack_string(&w->out, sv_worker_cut(w, c->requirements));
    sv_pack_string(&w->out, sv_worker_cut(w, c->kinds));
    sv_pack_u32(&w->out, (uint32_t)c->layer);
    sv_pack_u32(&w->out, (uint32_t)c->level);
    sv_pack_u32(&w->out, c->flags);
    sv_pack_u32(&w->out, c->timeout_ms);
  }
  sv_worker_end(w, begin);
  sv_worker_flush(w);
  sv_arena_free(&w->check);
}

/* Locks the process in and opens the plugin; whether there is one now. */
static bool prepare(struct sv_worker *w)
{
  struct sv_error err = { 0 };
  struct sv_isolation held;
  if (sv_cage_enter(&w->setup->cage, &held, &err) != SV_OK) {
    tell_problem(w, SV_LOAD_CAGE, err.text);
    return false;
  }
  tell_cage(w, &held);
  char detail[512] = "";
  const enum sv_load_problem p =
      sv_plugin_open(w->setup->file, &w->life, &w->plugin, detail, sizeof detail);
  if (p != SV_LOAD_OK) {
    tell_problem(w, p, detail);
    return false;
  }
  tell_plugin(w);
  return true;
}

/* The plugin's open(), once, before its first check. */
static bool set_up(struct sv_worker *w)
{
  if (!w->plugin.plugin.open)
    return true;
  w->opening = true;
  const enum sv_outcome outcome = w->plugin.plugin.open(&w->ctx);
  w->opening = false;
  if (outcome == SV_PASSED)
    return true;
  tell_problem(w, SV_LOAD_SETUP, w->plugin.plugin.name);
  return false;
}

static void forget_check(struct sv_worker *w)
{
  json_decref(w->known);
  w->known = NULL;
  sv_arena_free(&w->check);
  w->check.limit = CHECK_ARENA_MOST;
  w->looked = 0;
  w->findings = w->facts = w->logs = w->evidences = w->findings_left_out = 0;
  w->number = 0;
}

static void run_check(struct sv_worker *w)
{
  const uint32_t outcome = (uint32_t)w->row->run(&w->ctx);
  const size_t begin = sv_worker_begin(w, SV_WIRE_END);
  sv_pack_u32(&w->out, outcome);
  sv_pack_u32(&w->out, w->findings_left_out);
  sv_pack_u32(&w->out, w->looked);
  sv_worker_end(w, begin);
  sv_worker_flush(w);
  forget_check(w);
}

/* Takes the numbers of SV_WIRE_GO; main is trusted, but a torn frame is a fault all the same. */
static void choose(struct sv_worker *w, struct sv_unpack *u)
{
  w->number = sv_unpack_u64(u);
  const uint32_t check = sv_unpack_u32(u);
  const uint32_t subject = sv_unpack_u32(u);
  if (!sv_unpack_ok(u) || check >= w->plugin.plugin.check_count || !w->setup->subjects ||
      subject >= w->setup->subjects->count)
    sv_worker_die("main asks for a check that is not there");
  w->row = &w->plugin.checks[check];
  w->subject = &w->setup->subjects->items[subject];
}

static void serve(struct sv_worker *w)
{
  bool is_set_up = false;
  for (;;) {
    uint8_t type;
    struct sv_unpack u;
    sv_worker_receive(w, &type, &u);
    if (type == SV_WIRE_STOP)
      break;
    if (type != SV_WIRE_GO)
      sv_worker_die("main says something at the wrong time");
    choose(w, &u);
    if (!is_set_up && !set_up(w))
      return;
    is_set_up = true;
    run_check(w);
  }
  if (is_set_up && w->plugin.plugin.close)
    w->plugin.plugin.close(&w->ctx);
}

/* Ends by exit() so that sanitizers, coverage and the plugin's own destructors have their say. */
void sv_worker_main(const struct sv_worker_setup *setup)
{
  struct sv_worker *w = sv_worker_need(calloc(1, sizeof *w));
  w->setup = setup;
  w->ctx.sv = &sv_worker_services;
  w->out.limit = OUT_MOST;
  w->check.limit = CHECK_ARENA_MOST;
  if (prepare(w))
    serve(w);
  forget_check(w);
  sv_arena_free(&w->life);
  sv_frames_free(&w->in);
  sv_buf_free(&w->out);
  free(w);
  exit(0);
}
