# SPDX-License-Identifier: Apache-2.0
# Sourced by the tests of services that npm has, after tests/cli/tap.sh.
#   install_packages NAME PACKAGE ...   into a folder of the build tree of its own, $packages; skips when it cannot be
#   start_service PATTERN COMMAND ...   runs it until the script ends; $base is what PATTERN (of sed) finds in its output
command -v node >/dev/null && command -v npm >/dev/null || skip_all "no node or npm"
command -v jq >/dev/null || skip_all "no jq"

install_packages() {
  packages=$abs_builddir/tests/integration/npm-$1
  shift
  mkdir -p "$packages"
  [ -f "$packages/.whole" ] ||
    (cd "$packages" && timeout 240 npm install --silent --no-audit --no-fund "$@" && : >.whole) >/dev/null 2>&1 ||
    skip_all "$1 cannot be installed"
}

start_service() {
  pattern=$1
  shift
  timeout 200 "$@" >"$scratch/service" 2>&1 </dev/null &
  service=$!
  at_end() { kill "$service" 2>/dev/null; wait "$service" 2>/dev/null; }
  tries=0
  base=
  until [ -n "$base" ] || [ $tries -ge 300 ]; do
    sleep 0.1
    tries=$((tries + 1))
    base=$(sed -n "s/$pattern/\1/p" "$scratch/service" | tail -n 1)
  done
  check "the service is up" test -n "$base"
}

# The checks of OUTCOME and LEVEL in the results of $scratch/out, on one line.
checks_of() {
  jq -r --arg outcome "$1" --arg level "$2" \
    '[.results[] | select(.outcome == $outcome and .level == $level) | .check] | unique | join(" ")' \
    "$scratch/out/results.json"
}
