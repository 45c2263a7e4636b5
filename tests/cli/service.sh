# SPDX-License-Identifier: Apache-2.0
# Sourced after tap.sh by scripts that need the reference service.
#   start_service [OPTION...]   sets http, https, ca, target and token; one at a time
#   stop_service
service_pid=
at_end() { [ -z "$service_pid" ] || kill "$service_pid" 2>/dev/null || :; }

member() { # NAME, of the line of JSON
  printf '%s\n' "$line" | sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"
}

start_service() {
  mkfifo "$scratch/in" "$scratch/ready"
  TMPDIR=$scratch "$abs_builddir/reference/samsvar-reference" "$@" \
    <"$scratch/in" >"$scratch/ready" 2>"$scratch/complaints" &
  service_pid=$!
  exec 9>"$scratch/in"
  line=
  read -r line <"$scratch/ready" || :
  rm "$scratch/in" "$scratch/ready"
  http=$(member http)
  https=$(member https)
  ca=$(member ca)
  target=$(member target)
  token=$(cat "$(dirname "$ca")/token" 2>/dev/null)
}

stop_service() {
  exec 9>&-
  wait "$service_pid"
  service_pid=
}
