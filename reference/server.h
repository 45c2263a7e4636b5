// SPDX-License-Identifier: Apache-2.0
/* The service on sockets of this computer, over http and https. It owns them and its threads. */
#ifndef SV_REFERENCE_SERVER_H
#define SV_REFERENCE_SERVER_H

#include "reference/front.h"
#include "reference/service.h"
#include "reference/tls.h"

struct MHD_Daemon;

enum { SV_SERVER_FACES = 5 };

struct sv_server {
  const struct sv_service *service;
  const struct sv_tls *tls;
  unsigned delay_ms;            /* before every answer */
  int sockets[SV_SERVER_FACES]; /* http and https, each on 127.0.0.1 and ::1; https on 127.0.0.2 for
                                   a break; -1: not there */
  struct MHD_Daemon *daemons[SV_SERVER_FACES];
  struct sv_front fronts[SV_SERVER_FACES]; /* of the https face, when a break needs them */
  struct sv_server_face *faces;
};

/* Binds the ports, 0 for any that is free; the ports taken come back in their place. */
enum sv_status sv_server_bind(struct sv_server *server, unsigned *http_port, unsigned *tls_port,
                              struct sv_error *err) SV_MUST_USE;

/* Starts to answer on what was bound; service and tls must be set and outlive the server. */
enum sv_status sv_server_start(struct sv_server *server, struct sv_error *err) SV_MUST_USE;

/* Ends all connections and frees what it owns. */
void sv_server_stop(struct sv_server *server);

#endif
