#!/usr/bin/env bash
# Plays real conversations and questions against a server of its own and compares what was kept with what was said.
# Usage: tests/replay.sh [DATA]; DATA is a folder with conversations/ and questions/, by default beside the repository.
set -euo pipefail
cd "$(dirname "$0")/.."

data=${1:-../shared/data}
if [ ! -d "$data/conversations" ] || [ ! -d "$data/questions" ]; then
  echo "There is no data at $data: nothing was replayed. Give the folder as an argument."
  exit 2
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
temp=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$temp"
}
trap finish EXIT

for project in src/CommunityWidget tests/CommunityWidget.Replay; do
  dotnet build "$project" -v quiet >"$temp/build" || { cat "$temp/build"; exit 1; }
done

# A port nobody listens on.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}
address=http://127.0.0.1:$(free_port)

ASPNETCORE_ENVIRONMENT=Development Database__Path="$temp/community.db" Matching__SweepMs=500 \
  dotnet src/CommunityWidget/bin/Debug/net10.0/CommunityWidget.dll --urls "$address" >"$temp/log" 2>&1 &
server=$!

status=0
dotnet tests/CommunityWidget.Replay/bin/Debug/net10.0/CommunityWidget.Replay.dll "$address" "$data" || status=$?
if grep -qE '^(fail|crit):' "$temp/log"; then
  echo "The server logged errors:"; grep -A4 -E '^(fail|crit):' "$temp/log" | head -40
  status=1
fi
exit "$status"
