// SPDX-License-Identifier: Apache-2.0
/* The lines of odd requests, written and read. */
#include "engines/http/odd.h"

#include "engines/base/ascii.h"

#include <string.h>

static const char own_host[] = ":host: ";
static const char no_host[] = ":no-host: yes";

/* Numbers of a line: its name, the most it may be, and where it goes. */
static const struct {
  const char *name;
  uint32_t most;
  size_t offset;
} numbers[] = {
  { ":long-target: ", SV_ODD_LONG_MOST, offsetof(struct sv_odd, long_target) },
  { ":long-field: ", SV_ODD_LONG_MOST, offsetof(struct sv_odd, long_field) },
  { ":announce: ", SV_ODD_ANNOUNCE_MOST, offsetof(struct sv_odd, announce) },
  { ":read-on: ", SV_ODD_READ_MOST, offsetof(struct sv_odd, read_on) },
};

enum { NUMBERS = sizeof numbers / sizeof numbers[0] };

bool sv_odd_is_line(const char *line)
{
  return line[0] == ':';
}

const char *const *sv_odd_lines(struct sv_arena *a, const struct sv_request *r)
{
  const uint32_t values[NUMBERS] = { r->long_target, r->long_field, r->announce, r->read_on };
  const char **list = sv_arena_calloc(a, SV_ODD_LINES_MOST + 1, sizeof *list);
  size_t n = 0;
  bool whole = list != NULL;
  for (size_t i = 0; whole && r->hosts && r->hosts[i]; i++) {
    whole = i < SV_ODD_HOSTS_MOST;
    if (whole)
      whole = (list[n++] = sv_arena_printf(a, "%s%s", own_host, r->hosts[i])) != NULL;
  }
  if (whole && r->hosts && !r->hosts[0])
    list[n++] = no_host;
  for (size_t i = 0; whole && i < NUMBERS; i++)
    if (values[i])
      whole = (list[n++] = sv_arena_printf(a, "%s%u", numbers[i].name, values[i])) != NULL;
  return whole ? list : NULL;
}

/* A name that may stand in Host: letters, digits and what addresses and ports need. */
static bool is_host(const char *text)
{
  const size_t size = strlen(text);
  for (size_t i = 0; i < size; i++)
    if (!sv_is_alnum(text[i]) && !strchr(".-:[]", text[i]))
      return false;
  return size > 0 && size < 256;
}

static bool read_number(const char *line, struct sv_odd *out)
{
  for (size_t i = 0; i < NUMBERS; i++) {
    const size_t size = strlen(numbers[i].name);
    unsigned long long value;
    if (strncmp(line, numbers[i].name, size) != 0)
      continue;
    if (!sv_parse_uint(line + size, strlen(line + size), numbers[i].most, &value) || value == 0)
      return false;
    *(uint32_t *)((char *)out + numbers[i].offset) = (uint32_t)value;
    return true;
  }
  return false;
}

static bool read_line(const char *line, struct sv_odd *out)
{
  const size_t size = sizeof own_host - 1;
  if (strcmp(line, no_host) == 0) {
    out->own_hosts = true;
    return out->host_count == 0;
  }
  if (strncmp(line, own_host, size) != 0)
    return read_number(line, out);
  if ((out->own_hosts && out->host_count == 0) || out->host_count == SV_ODD_HOSTS_MOST ||
      !is_host(line + size))
    return false;
  out->own_hosts = true;
  out->hosts[out->host_count++] = line + size;
  return true;
}

const char *sv_odd_read(const char *const *lines, size_t count, struct sv_odd *out)
{
  *out = (struct sv_odd){ 0 };
  for (size_t i = 0; i < count; i++) {
    if (!sv_odd_is_line(lines[i]))
      continue;
    out->is_odd = true;
    if (!read_line(lines[i], out))
      return "A line that says what is odd about the request cannot be read.";
  }
  out->is_anonymous = out->own_hosts || out->long_target || out->long_field || out->announce;
  return NULL;
}
