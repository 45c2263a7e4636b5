# SPDX-License-Identifier: Apache-2.0
# Sourced by the *.test scripts: one idea a line, a scratch folder of one's own, TAP on standard output.
#   check "sentence" command ...          passes when the command does
#   exits 2 "sentence" command ...        passes when the exit code is 2; output in $out and $err
#   has "sentence" FILE "text"            FILE has a line with the text; hasnot: it has none
#   skip_all "reason"                     ends the script: nothing to test here
#   have PROGRAM                          whether it is installed, for a part of the script
#   finish                                the plan; last line of the script
set -u
count=0
scratch=$(mktemp -d)
chmod 700 "$scratch"
out=$scratch/stdout
err=$scratch/stderr
at_end() { :; }
trap 'at_end; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

report() { # STATUS SENTENCE
  count=$((count + 1))
  if [ "$1" = 0 ]; then
    echo "ok $count - $2"
  else
    echo "not ok $count - $2"
    { [ -f "$out" ] && head -c 2000 "$out"; echo; [ -f "$err" ] && head -c 2000 "$err"; echo; } | sed 's/^/# /'
  fi
}

check() {
  sentence=$1
  shift
  "$@" >"$out" 2>"$err"
  report $? "$sentence"
}

exits() {
  wanted=$1
  sentence=$2
  shift 2
  timeout 120 "$@" >"$out" 2>"$err"
  got=$?
  [ "$got" = "$wanted" ] || echo "# exit code $got, not $wanted: $*"
  [ "$got" = "$wanted" ]
  report $? "$sentence"
}

has() {
  grep -qF -e "$3" "$2" 2>/dev/null
  report $? "$1"
}

hasnot() {
  ! grep -qF -e "$3" "$2" 2>/dev/null
  report $? "$1"
}

# Nobody reads the skips of a pipeline: where CI or SAMSVAR_TESTS_WHOLE is set (tools/all-tests sets it), what is missing
# is a failure.
whole=${SAMSVAR_TESTS_WHOLE:-}${CI:-}

skip_all() {
  if [ -n "$whole" ]; then
    echo "not ok 1 - what the test needs is here: $1"
    echo "1..1"
  else
    echo "1..0 # SKIP $1"
  fi
  exit 0
}

# Whether PROGRAM is installed, for a part of a script; said when it is not.
have() { # PROGRAM
  if command -v "$1" >/dev/null; then
    return 0
  elif [ -n "$whole" ]; then
    report 1 "$1 is installed"
  else
    report 0 "$1 # SKIP it is not installed"
  fi
  return 1
}

finish() {
  echo "1..$count"
  exit 0
}
