// SPDX-License-Identifier: Apache-2.0
/* `measure COMMAND ...` runs the command with its output thrown away and prints the seconds it took and the largest
 * resident set, in KiB, of any process among it and its waited-for children. Its exit code is the command's. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
  if (argc < 2)
    return 2;
  struct timespec begin;
  struct timespec end;
  (void)clock_gettime(CLOCK_MONOTONIC, &begin);
  const pid_t pid = fork();
  if (pid == 0) {
    const int null = open("/dev/null", O_WRONLY);
    (void)dup2(null, STDOUT_FILENO);
    (void)execvp(argv[1], argv + 1);
    _exit(127);
  }
  int status = 0;
  struct rusage usage;
  if (pid < 0 || wait4(pid, &status, 0, &usage) != pid)
    return 2;
  (void)clock_gettime(CLOCK_MONOTONIC, &end);
  struct rusage below;
  (void)getrusage(RUSAGE_CHILDREN, &below);
  (void)printf("%.3f %ld\n", (double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9,
               usage.ru_maxrss > below.ru_maxrss ? usage.ru_maxrss : below.ru_maxrss);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
