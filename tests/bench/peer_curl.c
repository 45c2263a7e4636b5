// SPDX-License-Identifier: Apache-2.0
/* The ideal that the product is held against: a bare libcurl multi loop with the same three assertions on each answer
 * (status, media type, one member of the JSON). `peer_curl URL COUNT AT-ONCE` prints the seconds it took; the number of
 * the request is put after URL. Fails when any assertion does. */
#include <curl/curl.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum { BODY_MAX = 4096, AT_ONCE_MAX = 64 };

struct slot {
  CURL *easy;
  char body[BODY_MAX];
  size_t size;
  bool is_json;
};

struct load {
  const char *base;
  long count, started, done, failed;
};

static size_t on_body(char *data, size_t one, size_t n, void *closure)
{
  struct slot *s = closure;
  if (s->size + one * n > BODY_MAX)
    return 0;
  memcpy(s->body + s->size, data, one * n);
  s->size += one * n;
  return one * n;
}

static size_t on_header(char *data, size_t one, size_t n, void *closure)
{
  static const char json[] = "content-type: application/json";
  struct slot *s = closure;
  if (one * n >= sizeof json && strncasecmp(data, json, sizeof json - 1) == 0)
    s->is_json = true;
  return one * n;
}

static void arm(CURLM *multi, struct slot *s, struct load *l)
{
  char url[512];
  (void)snprintf(url, sizeof url, "%s%ld", l->base, ++l->started);
  s->size = 0;
  s->is_json = false;
  (void)curl_easy_setopt(s->easy, CURLOPT_URL, url);
  (void)curl_multi_add_handle(multi, s->easy);
}

static bool holds(const struct slot *s, CURLcode result)
{
  long status = 0;
  (void)curl_easy_getinfo(s->easy, CURLINFO_RESPONSE_CODE, &status);
  json_t *value = json_loadb(s->body, s->size, 0, NULL);
  const char *name = json_string_value(json_object_get(value, "navn"));
  const bool ok = result == CURLE_OK && status == 200 && s->is_json && name && strcmp(name, "Testtjeneste") == 0;
  json_decref(value);
  return ok;
}

static void finish(CURLM *multi, const CURLMsg *message, struct load *l)
{
  struct slot *s;
  (void)curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&s);
  l->failed += !holds(s, message->data.result);
  l->done++;
  (void)curl_multi_remove_handle(multi, s->easy);
  if (l->started < l->count)
    arm(multi, s, l);
}

int main(int argc, char **argv)
{
  static struct slot slots[AT_ONCE_MAX];
  const long at_once = argc == 4 ? strtol(argv[3], NULL, 10) : 0;
  if (at_once < 1 || at_once > AT_ONCE_MAX)
    return 2;
  struct load l = { .base = argv[1], .count = strtol(argv[2], NULL, 10) };
  struct timespec begin;
  (void)clock_gettime(CLOCK_MONOTONIC, &begin);
  (void)curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM *multi = curl_multi_init();
  for (long i = 0; i < at_once && l.started < l.count; i++) {
    slots[i].easy = curl_easy_init();
    (void)curl_easy_setopt(slots[i].easy, CURLOPT_WRITEFUNCTION, on_body);
    (void)curl_easy_setopt(slots[i].easy, CURLOPT_WRITEDATA, &slots[i]);
    (void)curl_easy_setopt(slots[i].easy, CURLOPT_HEADERFUNCTION, on_header);
    (void)curl_easy_setopt(slots[i].easy, CURLOPT_HEADERDATA, &slots[i]);
    (void)curl_easy_setopt(slots[i].easy, CURLOPT_PRIVATE, &slots[i]);
    arm(multi, &slots[i], &l);
  }
  while (l.done < l.count) {
    int running;
    int left;
    const CURLMsg *message;
    (void)curl_multi_perform(multi, &running);
    while ((message = curl_multi_info_read(multi, &left)))
      if (message->msg == CURLMSG_DONE)
        finish(multi, message, &l);
    if (running)
      (void)curl_multi_poll(multi, NULL, 0, 1000, NULL);
  }
  struct timespec end;
  (void)clock_gettime(CLOCK_MONOTONIC, &end);
  (void)printf("%.3f\n", (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9);
  return l.failed ? 1 : 0;
}
