// SPDX-License-Identifier: Apache-2.0
/* A ring of messages behind a lock. */
#include "reference/state.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MESSAGES = 100, EVENTS = 100, ID_MAX = 64 };

struct message {
  char id[17];
  char *json;
};

struct sv_state {
  pthread_mutex_t lock;
  struct message ring[MESSAGES];
  size_t next;
  char events[EVENTS][ID_MAX];
  size_t next_event;
  unsigned asked;
};

struct sv_state *sv_state_new(void)
{
  struct sv_state *state = calloc(1, sizeof *state);
  if (state)
    pthread_mutex_init(&state->lock, NULL);
  return state;
}

void sv_state_free(struct sv_state *state)
{
  if (!state)
    return;
  for (size_t i = 0; i < MESSAGES; i++)
    free(state->ring[i].json);
  pthread_mutex_destroy(&state->lock);
  free(state);
}

time_t sv_state_now(const struct sv_service *s)
{
  return s->now ? s->now : time(NULL);
}

unsigned sv_state_count(const struct sv_service *s)
{
  pthread_mutex_lock(&s->state->lock);
  const unsigned n = s->state->asked++;
  pthread_mutex_unlock(&s->state->lock);
  return n;
}

void sv_state_keep(const struct sv_service *s, const char *id, const char *json)
{
  struct sv_state *state = s->state;
  struct message *m = NULL;
  pthread_mutex_lock(&state->lock);
  for (size_t i = 0; i < MESSAGES && !m; i++)
    if (state->ring[i].json && strcmp(state->ring[i].id, id) == 0)
      m = &state->ring[i];
  if (!m) {
    m = &state->ring[state->next];
    state->next = (state->next + 1) % MESSAGES;
  }
  free(m->json);
  m->json = strdup(json);
  snprintf(m->id, sizeof m->id, "%s", id);
  pthread_mutex_unlock(&state->lock);
}

bool sv_state_drop(const struct sv_service *s, const char *id)
{
  bool found = false;
  pthread_mutex_lock(&s->state->lock);
  for (size_t i = 0; i < MESSAGES; i++) {
    struct message *m = &s->state->ring[i];
    if (!m->json || strcmp(m->id, id) != 0)
      continue;
    free(m->json);
    m->json = NULL;
    found = true;
  }
  pthread_mutex_unlock(&s->state->lock);
  return found;
}

bool sv_state_find(const struct sv_service *s, const char *id, struct sv_buf *out)
{
  bool found = false;
  pthread_mutex_lock(&s->state->lock);
  for (size_t i = 0; i < MESSAGES; i++) {
    const struct message *m = &s->state->ring[i];
    if (!m->json || (id && strcmp(m->id, id) != 0))
      continue;
    if (out && found)
      sv_buf_addc(out, ',');
    if (out)
      sv_buf_adds(out, m->json);
    found = true;
  }
  pthread_mutex_unlock(&s->state->lock);
  return found;
}

bool sv_state_met(const struct sv_service *s, const char *id)
{
  struct sv_state *state = s->state;
  bool found = false;
  pthread_mutex_lock(&state->lock);
  for (size_t i = 0; i < EVENTS && !found; i++)
    found = strncmp(state->events[i], id, ID_MAX - 1) == 0 && *id;
  if (!found) {
    snprintf(state->events[state->next_event], ID_MAX, "%.63s", id);
    state->next_event = (state->next_event + 1) % EVENTS;
  }
  pthread_mutex_unlock(&state->lock);
  return found;
}
