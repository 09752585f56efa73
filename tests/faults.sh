#!/usr/bin/env bash
# Breaks a fleet – three nodes, a PostgreSQL and a Redis of its own, proxies of ours – in every way of a catalogue while people talk, and
# compares what every client saw with what was kept. Prints each figure wanted and seen; ends with the table, which SUMMARY names a file for.
# Usage: tests/faults.sh [--short] [NUMBERS…] [--chats N] [--seconds N] [--scale 0..1] [--seed N] [--seeds N] [--without DEFENCE]
#   --short     four faults with a small load, within a minute
#   --seeds     so many runs of each, with one seed after the other
#   --without   a defence that is left out, and must be missed: resume, keys, listening, moving or doubt of the clients, or a setting of
#               the nodes such as Matching:SilenceMs=600000. Ends well only if something was not met
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

short=
if [ "${1:-}" = --short ]; then short=1; shift; fi
for program in redis-server psql; do
  command -v "$program" >/dev/null || { echo "$program is missing: install PostgreSQL and Redis and run this again."; exit 2; }
done

version_before=78688e2
temp=$(mktemp -d) log=$temp/log
trap 'rm -rf "$temp"' EXIT
for project in src/CommunityWidget tests/CommunityWidget.Faults; do
  [ -n "${BUILT:-}" ] || dotnet build "$project" -v quiet >"$log" || { cat "$log"; exit 1; }
done
faults() {
  dotnet tests/CommunityWidget.Faults/bin/Debug/net10.0/CommunityWidget.Faults.dll src/CommunityWidget/bin/Debug/net10.0/CommunityWidget.dll "$@"
}

if [ -n "$short" ]; then faults 0 --clocks-aside "$@"; exit; fi

# The version before, for the one scenario that needs it: where its commit is at hand.
before=()
if [[ $# -eq 0 || $1 == --* || " $* " == *" 42 "* ]] && git cat-file -e "$version_before" 2>/dev/null; then
  git archive "$version_before" | tar -x -C "$temp"
  dotnet build "$temp/src/CommunityWidget" -v quiet -p:BuildWidget=false >"$log" || { cat "$log"; exit 1; }
  before=(--before "$temp/src/CommunityWidget/bin/Debug/net10.0/CommunityWidget.dll")
fi
faults "$@" "${before[@]}" --summary "${SUMMARY:-artifacts/faults.md}"
