// SPDX-License-Identifier: Apache-2.0
/* An answer written past libmicrohttpd, to its socket or its TLS session. */
#include "reference/raw.h"

#include <gnutls/gnutls.h>
#include <poll.h>
#include <sys/socket.h>

enum { RAW_MAX = 1 << 20, PATIENCE_MS = 2000 };

static ssize_t write_some(int fd, gnutls_session_t tls, const char *data, size_t size)
{
  return tls ? gnutls_record_send(tls, data, size) : send(fd, data, size, MSG_NOSIGNAL);
}

/* A client that takes nothing for a while has gone. */
static void write_all(int fd, gnutls_session_t tls, const char *data, size_t size)
{
  struct pollfd p = { .fd = fd, .events = POLLOUT };
  while (size > 0 && poll(&p, 1, PATIENCE_MS) == 1) {
    const ssize_t n = write_some(fd, tls, data, size);
    if (n > 0) {
      data += n;
      size -= (size_t)n;
    } else if (!tls || gnutls_error_is_fatal((int)n)) {
      return;
    }
  }
  if (tls)
    (void)gnutls_bye(tls,
                     GNUTLS_SHUT_WR); /* the end is told; who does not hear it sees the close */
}

enum MHD_Result sv_raw_send(struct MHD_Connection *connection, const struct sv_answer *a)
{
  const union MHD_ConnectionInfo *fd =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  const union MHD_ConnectionInfo *tls =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);
  struct sv_buf out = SV_BUF(RAW_MAX);
  sv_buf_addf(&out, "HTTP/1.1 %u %s\r\n", a->status, MHD_get_reason_phrase_for(a->status));
  for (size_t i = 0; i < a->headers.count; i++)
    sv_buf_addf(&out, "%s: %s\r\n", a->headers.list[i].name, a->headers.list[i].value);
  sv_buf_addf(&out, "Content-Length: %zu\r\nConnection: close\r\n\r\n", a->body.size);
  sv_buf_add(&out, sv_buf_text(&a->body), a->body.size);
  if (fd && !out.failed)
    write_all(fd->connect_fd, tls ? tls->tls_session : NULL, out.data, out.size);
  sv_buf_free(&out);
  return MHD_NO;
}
