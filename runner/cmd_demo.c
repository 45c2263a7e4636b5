// SPDX-License-Identifier: Apache-2.0
/* samsvar demo: the reference service on loopback, judged by the whole catalogue. */
#include "runner/commands.h"

#include "engines/base/file.h"
#include "runner/judge.h"
#include "runner/service.h"

#include <stdio.h>

static int run(struct sv_arena *arena, int argc, char **argv);

static const char *const examples[] = {
  "samsvar demo",
  N_("the reference service as it should be"),
  "samsvar demo --break tls-expired",
  N_("the same with an expired certificate"),
  "samsvar demo --list-breaks",
  N_("all the ways to break it"),
  NULL,
};

const struct sv_command sv_command_demo = {
  .name = "demo",
  .operands = "[--break NAME]... [--list-breaks] [-o DIR]",
  .summary = N_("start the built-in reference service on this machine and judge it"),
  .examples = examples,
  .options = sv_demo_table,
  .run = run,
};

enum { TARGET_MAX = 4 << 20 };

static int judge_service(const struct sv_run_options *o, const struct sv_service *service)
{
  struct sv_error err = { 0 };
  struct sv_target target = { 0 };
  struct sv_buf text = SV_BUF(TARGET_MAX);
  enum sv_status status = sv_target_read(service->target, &target, &err);
  if (status == SV_OK)
    status = sv_file_read(service->target, &text, &err);
  if (status == SV_OK)
    target.profile = NULL;
  const int code = status == SV_OK ? sv_judge(&(struct sv_judgement){ .options = o,
                                                                      .target = &target,
                                                                      .target_text = sv_buf_text(&text),
                                                                      .profile = "demo",
                                                                      .cacert = service->ca,
                                                                      .address = service->https,
                                                                      .command = "demo" })
                                   : sv_judge_refuse(status, &err);
  sv_buf_free(&text);
  sv_target_free(&target);
  return code;
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct sv_run_options o = { 0 };
  struct sv_operands operands = { .arena = arena };
  struct sv_error err = { 0 };
  const int end = sv_command_begin(&sv_command_demo, argc, argv, &o, &operands);
  if (end >= 0)
    return end;
  if (o.list_breaks)
    return sv_service_list_breaks(sv_list_has(&o.formats, "json"));
  enum sv_status status = SV_OK;
  if (operands.count)
    status = sv_fail(&err, SV_INVALID, "\"%s\" is one word too many: demo takes options only", operands.items[0]);
  if (status == SV_OK)
    status = sv_judge_check(&o, &err);
  if (status != SV_OK)
    return sv_judge_refuse(status, &err);
  struct sv_service service;
  status = sv_service_start(&o.breaks, &service, &err);
  const int code = status == SV_OK ? judge_service(&o, &service) : sv_judge_refuse(status, &err);
  sv_service_stop(&service);
  return code;
}
