// SPDX-License-Identifier: Apache-2.0
/* The system's errors that people meet, in words of our own. */
#include "engines/base/why.h"

#include "engines/base/lang.h"

#include <errno.h>
#include <string.h>

#ifndef N_
#define N_(text) text
#endif

static const struct {
  int error;
  const char *msgid;
} rows[] = {
  { ENOENT, N_("there is no such file or folder") },
  { EACCES, N_("you may not; see its rights and those of the folders above it") },
  { EPERM, N_("the system does not allow it") },
  { EISDIR, N_("it is a folder, and a file is needed") },
  { ENOTDIR, N_("a part of its path is no folder") },
  { EEXIST, N_("there is something with that name already") },
  { ENOTEMPTY, N_("the folder is not empty") },
  { ENOSPC, N_("the disk is full") },
  { EDQUOT, N_("your share of the disk is used up") },
  { EROFS, N_("the disk can only be read") },
  { EFBIG, N_("the file would be larger than is allowed") },
  { ELOOP, N_("links lead in a circle there, or one is not followed") },
  { ENAMETOOLONG, N_("the name is too long") },
  { EMFILE, N_("too many files are open in this program") },
  { ENFILE, N_("too many files are open on this machine") },
  { ENOMEM, N_("memory ran out") },
  { EAGAIN, N_("the machine has no more of it now; try again later") },
  { EPIPE, N_("the reader has gone away") },
  { EIO, N_("the disk or the device failed") },
  { EADDRINUSE, N_("something else uses that port") },
  { EADDRNOTAVAIL, N_("this machine does not have that address") },
  { ENOEXEC, N_("it is no program that this machine can run") },
  { EINVAL, N_("the system does not take that") },
};

const char *sv_why(int error)
{
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    if (rows[i].error == error)
      return sv_tr(rows[i].msgid);
  return strerror(error);
}
