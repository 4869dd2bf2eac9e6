# shellcheck shell=bash
# Plain lines with the seconds since the start. Sourced by ./run and ./test.

STARTED=${STARTED:-$SECONDS}

say() { printf '%4d s  %s\n' "$((SECONDS - STARTED))" "$*"; }

# die SENTENCE: says what is wrong and ends.
die() {
  say "$*" >&2
  exit 1
}
