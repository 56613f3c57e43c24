#!/usr/bin/env bash
# Lints and reviews what changed, for action.yml: annotations and the step's summary come from `lint`, the comment and the
# whole review from `review`. The exit code of `lint` is kept for the last step, so that the comment is posted either way.
set -uo pipefail

out=${RUNNER_TEMP:?}/backend-spec
mkdir -p "$out"
say() { echo "$1=$2" >>"${GITHUB_OUTPUT:?}"; }

# A push that begins a branch, or a run by hand, names no commit to compare with: then all is checked.
since=()
if [[ -n ${SINCE:-} && ! $SINCE =~ ^0+$ ]]; then since=(--since "$SINCE"); fi

node "$BACKEND_SPEC" lint "$TARGET" "${since[@]}" --fail-on "$FAIL_ON" --format github
code=$?
say code "$code"
# Wrong usage, such as a commit that the checkout lacks, says why and would only say so again.
if [[ $code -gt 1 ]]; then exit "$code"; fi

if [[ $SARIF == true ]]; then
  node "$BACKEND_SPEC" lint "$TARGET" "${since[@]}" --exit-zero --format sarif >"$out/findings.sarif" &&
    say sarif "$out/findings.sarif"
fi
node "$BACKEND_SPEC" review "$TARGET" "${since[@]}" --out "$out/review.md" && say review "$out/review.md"
node "$BACKEND_SPEC" review "$TARGET" "${since[@]}" --format comment --out "$out/comment.md" &&
  say comment "$out/comment.md"
exit 0
