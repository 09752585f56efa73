#!/usr/bin/env bash
# Kills the program (SIGKILL) again and again while people ask, answer and send under their keys, and looks after each start:
# the file is whole, what was acknowledged is there, seats, offers and the queue are right.
# Usage: tests/kills.sh [ROUNDS]; 100 by default. SEED picks another history. Needs no data.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# The disk's cache outlives a killed process: memory does as well, and is fast.
temp=$(mktemp -d -p "$([ -d /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")
trap 'rm -rf "$temp"' EXIT
for project in src/CommunityWidget tests/CommunityWidget.Replay; do
  [ -n "${BUILT:-}" ] || dotnet build "$project" -v quiet >"$temp/build" || { cat "$temp/build"; exit 1; }
done

status=0
dotnet tests/CommunityWidget.Replay/bin/Debug/net10.0/CommunityWidget.Replay.dll kills \
  src/CommunityWidget/bin/Debug/net10.0/CommunityWidget.dll "$temp" --rounds "${1:-100}" --seed "${SEED:-1}" --at-once 12 --volunteers 8 || status=$?
if grep -qE '^(fail|crit):' "$temp/server.log"; then
  echo "The server logged errors:"; grep -A4 -E '^(fail|crit):' "$temp/server.log" | head -40
  status=1
fi
exit "$status"
