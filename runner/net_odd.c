// SPDX-License-Identifier: Apache-2.0
/* Requests that no good client sends, by libcurl. The answer is read like any other. */
#include "runner/net_internal.h"

#include <stdlib.h>
#include <string.h>

enum { NEVER_MS = 1 << 30 };

static const char target_name[] = "samsvar=";

const char *sv_odd_fault(struct sv_transfer *t, const struct sv_ask *ask)
{
  const char *fault = sv_odd_read(ask->headers, ask->header_count, &t->odd);
  if (!fault && t->odd.is_odd &&
      ((t->odd.is_anonymous && ask->credential && ask->credential[0]) || !ask->http_1))
    fault = "A request that no good client sends goes out without a credential, over HTTP/1.1.";
  if (!fault && t->odd.announce && (ask->body_size || strcmp(ask->method, "POST") != 0))
    fault = "Content is announced with POST only, and none is sent with it.";
  if (!fault && t->odd.read_on && strcmp(ask->method, "HEAD") != 0)
    fault = "What comes after the header section is read on with HEAD only.";
  return fault;
}

static bool add(struct sv_transfer *t, const char *line)
{
  struct curl_slist *list = line ? curl_slist_append(t->headers, line) : NULL;
  if (list)
    t->headers = list;
  return list != NULL;
}

/* SIZE bytes: BEGINNING and noughts, in T's arena. */
static const char *filled(struct sv_transfer *t, const char *beginning, size_t size)
{
  const size_t begun = strlen(beginning);
  char *text = sv_arena_alloc(&t->arena, begun + size + 1);
  if (!text)
    return NULL;
  memcpy(text, beginning, begun);
  memset(text + begun, '0', size);
  text[begun + size] = '\0';
  return text;
}

static bool add_hosts(struct sv_transfer *t)
{
  const struct sv_odd *odd = &t->odd;
  if (!odd->own_hosts)
    return true;
  if (odd->host_count == 0)
    return add(t, "Host:"); /* libcurl's way of leaving it out */
  bool ok = add(t, sv_arena_printf(&t->arena, "Host: %s", odd->hosts[0]));
  /* libcurl sends one Host only, so that a second one goes in behind another field. */
  if (odd->host_count > 1)
    ok = add(t, sv_arena_printf(&t->arena, "X-Samsvar: host\r\nHost: %s", odd->hosts[1])) && ok;
  return ok;
}

/* Path and query of the URL with the long query behind them. */
static const char *long_target(struct sv_transfer *t)
{
  char *path = NULL;
  char *query = NULL;
  const char *out = NULL;
  if (curl_url_get(t->url, CURLUPART_PATH, &path, 0) == CURLUE_OK) {
    const bool has_query = curl_url_get(t->url, CURLUPART_QUERY, &query, 0) == CURLUE_OK;
    const char *begun = sv_arena_printf(&t->arena, "%s?%s%s%s", path, has_query ? query : "",
                                        has_query ? "&" : "", target_name);
    const size_t name = sizeof target_name - 1;
    out =
        begun ? filled(t, begun, t->odd.long_target > name ? t->odd.long_target - name : 0) : NULL;
  }
  curl_free(path);
  curl_free(query);
  return out;
}

/* The content is never sent: the transfer ends when it is asked for. */
static size_t send_nothing(char *data, size_t one, size_t size, void *transfer)
{
  (void)data;
  (void)one;
  (void)size;
  (void)transfer;
  return CURL_READFUNC_ABORT;
}

static bool set_announced(struct sv_transfer *t)
{
  CURL *e = t->easy;
  const curl_off_t size = (curl_off_t)t->odd.announce;
  bool ok = add(t, "Expect: 100-continue");
  ok = curl_easy_setopt(e, CURLOPT_POST, 1L) == CURLE_OK && ok;
  ok = curl_easy_setopt(e, CURLOPT_POSTFIELDS, NULL) == CURLE_OK && ok;
  ok = curl_easy_setopt(e, CURLOPT_POSTFIELDSIZE_LARGE, size) == CURLE_OK && ok;
  ok = curl_easy_setopt(e, CURLOPT_READFUNCTION, send_nothing) == CURLE_OK && ok;
  return curl_easy_setopt(e, CURLOPT_EXPECT_100_TIMEOUT_MS, (long)NEVER_MS) == CURLE_OK && ok;
}

/* HEAD of which libcurl knows nothing: it reads to the end of the connection, whatever the fields
 * say, and decodes nothing. */
static bool set_read_on(struct sv_transfer *t)
{
  CURL *e = t->easy;
  const bool on = t->odd.read_on > 0;
  bool ok = curl_easy_setopt(e, CURLOPT_IGNORE_CONTENT_LENGTH, on ? 1L : 0L) == CURLE_OK;
  ok = curl_easy_setopt(e, CURLOPT_HTTP_TRANSFER_DECODING, on ? 0L : 1L) == CURLE_OK && ok;
  if (!on)
    return ok;
  ok = add(t, "Connection: close") && ok;
  ok = curl_easy_setopt(e, CURLOPT_NOBODY, 0L) == CURLE_OK && ok;
  ok = curl_easy_setopt(e, CURLOPT_HTTPGET, 1L) == CURLE_OK && ok;
  return curl_easy_setopt(e, CURLOPT_CUSTOMREQUEST, "HEAD") == CURLE_OK && ok;
}

bool sv_odd_arm(struct sv_transfer *t)
{
  const struct sv_odd *odd = &t->odd;
  CURL *e = t->easy;
  t->plain_headers = 0;
  for (const struct curl_slist *h = t->headers; h; h = h->next)
    t->plain_headers++;
  bool ok = set_read_on(t);
  if (!odd->is_odd)
    return curl_easy_setopt(e, CURLOPT_REQUEST_TARGET, NULL) == CURLE_OK && ok;
  ok = add_hosts(t) && ok;
  if (odd->long_field)
    ok = add(t, filled(t, "X-Samsvar: ", odd->long_field)) && ok;
  if (odd->announce)
    ok = set_announced(t) && ok;
  const char *target = odd->long_target ? long_target(t) : NULL;
  if (odd->long_target && !target)
    return false;
  ok = curl_easy_setopt(e, CURLOPT_REQUEST_TARGET, target) == CURLE_OK && ok;
  return curl_easy_setopt(e, CURLOPT_HTTPHEADER, t->headers) == CURLE_OK && ok;
}

bool sv_odd_is_answered(const struct sv_transfer *t)
{
  return t->odd.announce && (t->head.complete || t->head.status == 100);
}

/* RFC 9112 9.6: the connection may be reset while we still send, and the content go with it. */
bool sv_odd_is_enough(const struct sv_transfer *t)
{
  return sv_odd_is_answered(t) ||
         ((t->odd.long_target || t->odd.long_field) && t->head.complete && t->head.status >= 400);
}

bool sv_odd_is_read_on(struct sv_transfer *t, CURLcode code)
{
  if (!t->odd.read_on)
    return false;
  if (t->body_stopped)
    sv_head_fault(&t->head, SV_MARK_LIMITED, "More came after the header section than is read.");
  else if (code != CURLE_OK && code != CURLE_PARTIAL_FILE) /* a coding that is not ended: closed */
    sv_head_fault(&t->head, SV_MARK_TRUNCATED,
                  "The connection was not closed after the header section.");
  return true;
}

size_t sv_odd_sent(struct sv_transfer *t, const char **lines, size_t count)
{
  const struct sv_odd *odd = &t->odd;
  for (size_t i = 0; i < odd->host_count; i++)
    lines[count++] = sv_arena_printf(&t->arena, "Host: %s", odd->hosts[i]);
  if (odd->long_field)
    lines[count++] = sv_arena_printf(&t->arena, "X-Samsvar: 0 (%u times)", odd->long_field);
  if (odd->announce) {
    lines[count++] = "Expect: 100-continue";
    lines[count++] = sv_arena_printf(&t->arena, "Content-Length: %u", odd->announce);
  }
  if (odd->read_on)
    lines[count++] = "Connection: close";
  return count;
}
