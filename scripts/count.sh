# shellcheck shell=bash
# Runs the steps of ./test one after the other, counts what passed and what failed, and goes on after a failure.

PASSED=0
FAILED=0
TIMINGS=()
LOGS=$ROOT/target/logs
declare -A STEP_JOBS=()
FINISHED=

# Whatever ends the run before its end is a failure, and is counted like one.
trap 'if [ -z "$FINISHED" ]; then FAILED=$((FAILED + 1)); printf "%d passed, %d failed\n" "$PASSED" "$FAILED"; fi' EXIT

# start NAME COMMAND...: begins a step beside whatever follows. gate NAME or suite NAME, without a command, waits for it
# and counts it.
start() {
  local name=$1
  shift
  mkdir -p "$LOGS"
  rm -f "$(step_file "$name" status)"
  say "$name, beside the next steps"
  (
    began=$SECONDS
    status=0
    "$@" </dev/null >"$(step_file "$name" log)" 2>&1 || status=$?
    printf '%d %d\n' "$status" "$((SECONDS - began))" >"$(step_file "$name" status)"
  ) &
  STEP_JOBS[$name]=$!
}

# gate NAME COMMAND...: counts as one test.
gate() {
  run_step "$@"
  if [ "$STEP_STATUS" -eq 0 ]; then PASSED=$((PASSED + 1)); else FAILED=$((FAILED + 1)); fi
}

# suite NAME COMMAND...: counts every test that cargo or vitest reports. A suite that breaks without naming a failed
# test, or that reports no test at all, counts as one failure.
suite() {
  run_step "$@"
  local passed failed
  passed=$(sum_of passed)
  failed=$(sum_of failed)
  if [ "$STEP_STATUS" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  if [ "$STEP_STATUS" -eq 0 ] && [ "$passed" -eq 0 ]; then
    failed=1
    say "  $1 ran no test at all"
  fi
  PASSED=$((PASSED + passed))
  FAILED=$((FAILED + failed))
}

step_file() { printf '%s/%s.%s' "$LOGS" "${1// /-}" "$2"; }

run_step() {
  local name=$1 began=$SECONDS took
  shift
  mkdir -p "$LOGS"
  STEP_LOG=$(step_file "$name" log)
  STEP_STATUS=0
  if [ -n "${STEP_JOBS[$name]:-}" ]; then
    wait "${STEP_JOBS[$name]}" || true
    # A step that was ended from outside leaves no status, and has failed.
    STEP_STATUS=1 took=0
    read -r STEP_STATUS took <"$(step_file "$name" status)" || true
  else
    say "$name"
    "$@" </dev/null >"$STEP_LOG" 2>&1 || STEP_STATUS=$?
    took=$((SECONDS - began))
  fi
  TIMINGS+=("$(printf '%5d s  %s' "$took" "$name")")
  if [ "$STEP_STATUS" -ne 0 ]; then
    say "  failed: $name; from target/logs/${STEP_LOG##*/}:"
    what_failed | sed 's/^/        /'
  fi
}

# What cargo or vitest says of the tests that failed, and where it names none, the end of the log.
what_failed() {
  local named
  named=$(awk '/^failures:$/ { told = 1 } /^test result: / { told = 0 } told || / FAIL |^AssertionError|^ +❯ /' "$STEP_LOG" \
    | { grep -vE '^$|^ +[0-9]+: |^ +at |^stack backtrace:|^note: ' || true; } | head -n 80)
  if [ -n "$named" ]; then
    printf '%s\n' "$named"
  else
    { grep -vE '^test .* \.\.\. ok$' "$STEP_LOG" || true; } | tail -n 60
  fi
}

# The numbers before "passed" or "failed" in cargo's and vitest's own summaries; 0 where there is none.
sum_of() {
  sed -E 's/\x1b\[[0-9;]*m//g' "$STEP_LOG" | awk -v word="$1" '
    /^test result: |^ +Tests  / {
      gsub(/[.;|()]/, " ")
      for (i = 2; i <= NF; i++) if ($i == word) sum += $(i - 1)
    }
    END { print sum + 0 }'
}

# Says where the time went, and ends with the one line that counts.
finish() {
  say "where the time went:"
  printf '%s\n' "${TIMINGS[@]}" | sort -rn | sed 's/^/      /'
  FINISHED=yes
  printf '%d passed, %d failed\n' "$PASSED" "$FAILED"
  [ "$FAILED" -eq 0 ]
}
