// SPDX-License-Identifier: Apache-2.0
/* ux section 3. Everything goes through one buffer and one write, so that lines are never half
 * drawn. */
#include "runner/progress.h"

#include "engines/base/ascii.h"
#include "engines/base/escape.h"
#include "engines/base/utf8.h"
#include "reports/human.h"
#include "reports/say.h"
#include "reports/words.h"
#include "reports/wrap.h"
#include "runner/mask.h"

#include <inttypes.h>
#include <string.h>

enum {
  BAR = 12,
  BAR_FROM = 80, /* columns that a screen must have for a bar */
  NAME = 17,
  CHECK = 50, /* of the name of a check that is shown */
  SCREEN_MAX = 1 << 16,
  ENOUGH_MS = 2000,
  ENOUGH_JOBS = 3,
  DRAW_MS = 80
};

static void print(struct sv_progress_view *v, struct sv_buf *text)
{
  (void)fwrite(sv_buf_text(text), 1, text->size, v->screen.out);
  (void)fflush(v->screen.out);
  sv_buf_free(text);
}

static enum sv_layer layer_of(const char *check)
{
  char word[24] = "";
  const size_t size = strcspn(check, ".");
  if (size < sizeof word)
    memcpy(word, check, size);
  const enum sv_layer layer = sv_layer_from(word);
  return layer ? layer : SV_CROSS_LAYER;
}

static void add_bar(struct sv_buf *out, const struct sv_style *style, size_t done, size_t total)
{
  const unsigned full = total ? (unsigned)(done * BAR / total) : BAR;
  (void)sv_buf_adds(out, style->utf8 ? "" : "[");
  (void)sv_buf_adds(out, style->colour ? "\x1B[36m" : "");
  sv_wrap_fill(out, style->utf8 ? "\xE2\x94\x81" : "#", full);
  (void)sv_buf_adds(out, style->colour ? "\x1B[0;2m" : "");
  sv_wrap_fill(out, style->utf8 ? "\xE2\x94\x80" : ".", BAR - full);
  (void)sv_buf_adds(out, style->colour ? "\x1B[0m" : "");
  (void)sv_buf_adds(out, style->utf8 ? "" : "]");
}

/* A line that goes on in the next when the screen is too narrow. */
struct line {
  struct sv_buf *out;
  const struct sv_style *style;
  size_t at;      /* the column it has come to */
  unsigned lines; /* how many it has become */
};

static void add_count(struct line *l, enum sv_display d, size_t n)
{
  const struct sv_display_words *w = sv_display_words(d);
  const char *symbol = l->style->utf8 ? w->symbol : sv_tr(w->ascii);
  char number[24];
  if (n == 0)
    return;
  const int size = snprintf(number, sizeof number, " %zu", n);
  const size_t columns = sv_utf8_length(symbol, strlen(symbol)) + (size_t)size;
  const bool breaks = l->at + 2 + columns > l->style->width;
  (void)sv_buf_adds(l->out, breaks ? "\n" : "  ");
  sv_wrap_fill(l->out, " ", breaks ? NAME : 0);
  sv_text_symbol(l->out, d, l->style);
  (void)sv_buf_adds(l->out, number);
  l->at = (breaks ? NAME : l->at + 2) + columns;
  l->lines += breaks;
}

static void add_counts(struct line *l, const struct sv_progress_view *v, int layer)
{
  const size_t *n = v->outcome[layer];
  add_count(l, SV_SHOW_PASS, n[SV_PASSED]);
  add_count(l, SV_SHOW_FAIL, n[SV_FAILED] - v->warned[layer]);
  add_count(l, SV_SHOW_WARNING, v->warned[layer]);
  add_count(l, SV_SHOW_ERROR, n[SV_CANT_TELL]);
  add_count(l, SV_SHOW_NOT_TESTED, n[SV_UNTESTED]);
  add_count(l, SV_SHOW_NOT_APPLICABLE, n[SV_INAPPLICABLE]);
}

/* How many digits the largest number of a layer has: all stand under each other. */
static int digits(const struct sv_progress_view *v)
{
  size_t most = 0;
  int count = 1;
  for (int layer = SV_LEGAL; layer <= SV_CROSS_LAYER; layer++) {
    const size_t n = v->total[layer] > v->done[layer] ? v->total[layer] : v->done[layer];
    most = n > most ? n : most;
  }
  for (; most >= 10; most /= 10)
    count++;
  return count;
}

/* How many lines that took. */
static unsigned add_layer(struct sv_buf *out, const struct sv_progress_view *v, int layer, bool bar)
{
  const char *name = sv_tr(sv_layer_word((enum sv_layer)layer));
  const size_t columns = sv_utf8_length(name, strlen(name));
  struct line l = { .out = out, .style = &v->screen.style, .lines = 1 };
  (void)sv_buf_adds(out, name);
  sv_wrap_fill(out, " ", columns < NAME ? NAME - (unsigned)columns : 1);
  l.at = columns < NAME ? NAME : columns + 1;
  if (bar && v->screen.style.width >= BAR_FROM) {
    add_bar(out, &v->screen.style, v->done[layer], v->total[layer]);
    (void)sv_buf_adds(out, "  ");
    l.at += v->screen.style.utf8 ? BAR + 2 : BAR + 4;
  }
  const int width = digits(v);
  const bool both = v->total[layer] && (bar || v->done[layer] != v->total[layer]);
  if (both)
    (void)sv_buf_addf(out, "%*zu/%-*zu", width, v->done[layer], width, v->total[layer]);
  else
    (void)sv_buf_addf(out, "%*zu", width, v->done[layer]);
  l.at += (size_t)(both ? 2 * width + 1 : width);
  add_counts(&l, v, layer);
  return l.lines;
}

/* The rate so far, once there is one to speak of. */
static void add_time_left(struct sv_buf *out, const struct sv_progress *p, enum sv_lang lang)
{
  if (p->done < ENOUGH_JOBS || p->elapsed_ms < ENOUGH_MS || p->done >= p->total)
    return;
  struct sv_buf time = SV_BUF(64);
  const uint64_t left = p->elapsed_ms * (p->total - p->done) / p->done;
  if (left < 60000)
    (void)sv_buf_addf(&time, "%u s", (unsigned)(left / 1000 + 1));
  else
    (void)sv_human_duration(&time, left / 1000 * 1000, lang);
  (void)sv_buf_adds(out, "  ");
  (void)sv_say_words(out, N_("{time} left"), "time", sv_buf_text(&time), NULL);
  sv_buf_free(&time);
}

static void add_now(struct sv_buf *out, const struct sv_progress_view *v,
                    const struct sv_progress *p)
{
  const size_t begin = out->size;
  (void)sv_buf_addf(out, "%zu/%zu", p->done, p->total);
  add_time_left(out, p, v->lang);
  const size_t used = out->size - begin + 2;
  const size_t room = v->screen.style.width > used ? v->screen.style.width - used : 0;
  if (!p->check)
    return;
  (void)sv_buf_adds(out, "  ");
  (void)sv_escape_terminal(
      out, p->check, sv_text_fit(p->check, strlen(p->check), room < CHECK ? room : CHECK), SV_LINE);
}

static void rub_out(struct sv_buf *out, struct sv_progress_view *v)
{
  if (v->drawn)
    (void)sv_buf_addf(out, "\x1B[%uA\x1B[J", v->drawn);
  v->drawn = 0;
}

/* Not more often than eyes follow: a run of a thousand checks a second would flood the terminal. */
static void draw(struct sv_progress_view *v, const struct sv_progress *p)
{
  struct sv_buf text = SV_BUF(SCREEN_MAX);
  if (v->drawn && p->elapsed_ms < v->drawn_ms + DRAW_MS)
    return;
  v->drawn_ms = p->elapsed_ms;
  rub_out(&text, v);
  for (int layer = SV_LEGAL; layer <= SV_CROSS_LAYER; layer++) {
    if (v->total[layer] == 0 && v->done[layer] == 0)
      continue;
    v->drawn += add_layer(&text, v, layer, v->total[layer] != 0);
    (void)sv_buf_addc(&text, '\n');
  }
  add_now(&text, v, p);
  (void)sv_buf_addc(&text, '\n');
  v->drawn++;
  print(v, &text);
}

static void say_layer(struct sv_progress_view *v, int layer)
{
  struct sv_buf text = SV_BUF(SCREEN_MAX);
  (void)add_layer(&text, v, layer, false);
  (void)sv_buf_addc(&text, '\n');
  v->said[layer] = true;
  print(v, &text);
}

static void planned(void *closure, const struct sv_planned *p)
{
  struct sv_progress_view *v = closure;
  v->jobs = p->jobs;
  for (size_t i = 0; i < sizeof v->total / sizeof v->total[0]; i++)
    v->total[i] = p->layer_jobs[i];
  struct sv_buf text = SV_BUF(SCREEN_MAX);
  const struct sv_wrap w = { .out = &text, .column = 2, .width = v->screen.style.width };
  for (size_t i = 0; i < p->warning_count; i++) {
    const struct sv_display_words *warning = sv_display_words(SV_SHOW_WARNING);
    const char *symbol = v->screen.style.utf8 ? warning->symbol : sv_tr(warning->ascii);
    sv_text_symbol(&text, SV_SHOW_WARNING, &v->screen.style);
    (void)sv_buf_addc(&text, ' ');
    sv_wrap_flow(&w, (unsigned)sv_utf8_length(symbol, strlen(symbol)) + 1, p->warnings[i]);
  }
  print(v, &text);
}

static void ended(void *closure, const struct sv_result *result, const struct sv_progress *p)
{
  struct sv_progress_view *v = closure;
  const int layer = (int)layer_of(result->check);
  v->done[layer]++;
  if (result->outcome >= SV_PASSED && result->outcome <= SV_UNTESTED)
    v->outcome[layer][result->outcome]++;
  v->warned[layer] += result->outcome == SV_FAILED && result->level != SV_MUST;
  if (v->screen.live)
    draw(v, p);
  else if (v->total[layer] && v->done[layer] == v->total[layer])
    say_layer(v, layer);
}

static void tick(void *closure, const struct sv_progress *p)
{
  struct sv_progress_view *v = closure;
  if (v->screen.live)
    draw(v, p);
}

const struct sv_observer *sv_progress_start(struct sv_progress_view *v,
                                            const struct sv_screen *screen, enum sv_lang lang)
{
  *v = (struct sv_progress_view){ .screen = *screen, .lang = lang };
  v->observer =
      (struct sv_observer){ .closure = v, .planned = planned, .ended = ended, .tick = tick };
  return &v->observer;
}

void sv_progress_end(struct sv_progress_view *v)
{
  struct sv_buf text = SV_BUF(SCREEN_MAX);
  rub_out(&text, v);
  print(v, &text);
  for (int layer = SV_LEGAL; layer <= SV_CROSS_LAYER; layer++)
    if (v->done[layer] && !v->said[layer])
      say_layer(v, layer);
}

static void put_line(const struct sv_wrap *w, const char *label, struct sv_buf *text)
{
  struct sv_buf masked = SV_BUF(SCREEN_MAX);
  struct sv_buf shown = SV_BUF(SCREEN_MAX);
  if (sv_mask_text(sv_buf_text(text), text->size, &masked) == SV_OK)
    (void)sv_escape_terminal(&shown, sv_buf_text(&masked), masked.size, SV_LINE);
  sv_wrap_field(w, sv_tr(label), sv_buf_text(&shown));
  sv_buf_free(&masked);
  sv_buf_free(&shown);
  sv_buf_free(text);
}

static void say_profile(const struct sv_preflight *p, enum sv_lang lang, const struct sv_wrap *w)
{
  struct sv_buf date = SV_BUF(64);
  struct sv_buf text = SV_BUF(SCREEN_MAX);
  (void)sv_buf_addf(&text, "%s %s", p->profile, p->version);
  if (p->chosen_for_you)
    (void)sv_buf_addf(&text, " (%s)", sv_tr(N_("chosen for you; another with -p")));
  (void)sv_human_date(&date, p->as_of, lang);
  (void)sv_buf_adds(&text, " \xC2\xB7 ");
  (void)sv_say_words(&text, N_("as of {date}"), "date", sv_buf_text(&date), NULL);
  put_line(w, N_("Profile"), &text);
  sv_buf_free(&date);
}

void sv_preflight_print(const struct sv_screen *screen, const struct sv_preflight *p,
                        enum sv_lang lang)
{
  struct sv_buf out = SV_BUF(SCREEN_MAX);
  struct sv_buf text = SV_BUF(SCREEN_MAX);
  char rate[16];
  char count[24];
  const struct sv_wrap w = {
    .out = &out, .column = NAME - 6, .width = screen->style.width, .faint = screen->style.colour
  };
  say_profile(p, lang, &w);
  (void)sv_buf_adds(&text, p->target);
  if (p->address && strcmp(p->address, p->target) != 0)
    (void)sv_buf_addf(&text, " \xC2\xB7 %s", p->address);
  if (p->found) {
    (void)sv_buf_adds(&text, " \xC2\xB7 ");
    (void)sv_say_words(&text, N_("found: {what}"), "what", p->found, NULL);
  }
  put_line(&w, N_("Target"), &text);
  (void)snprintf(rate, sizeof rate, "%u", p->rate);
  (void)snprintf(count, sizeof count, "%zu", p->requirements);
  text = SV_BUF(SCREEN_MAX);
  (void)sv_buf_adds(&text, sv_tr(p->unsafe ? N_("also requests that may change data")
                                           : N_("GET, HEAD and OPTIONS only")));
  (void)sv_buf_adds(&text, " \xC2\xB7 ");
  (void)sv_say_words(&text, N_("at most {rate} requests a second"), "rate", rate, NULL);
  (void)sv_buf_adds(&text, " \xC2\xB7 ");
  (void)sv_say_words(&text, N_("{count} requirements"), "count", count, NULL);
  put_line(&w, N_("Careful"), &text);
  (void)sv_buf_addc(&out, '\n');
  (void)fwrite(sv_buf_text(&out), 1, out.size, screen->out);
  (void)fflush(screen->out);
  sv_buf_free(&out);
}
