#!/usr/bin/env bash
# Plays real conversations and questions against servers of its own and compares what was kept with what was said and seen.
# Usage: tests/replay.sh [--short] [DATA]; DATA is a folder with conversations/ and questions/, by default beside the repository.
# With --short: 60 threads once, and two faults planted that the checker must find. Without: 500 threads, three seeds (SEEDS="1 2 3").
set -euo pipefail
cd "$(dirname "$0")/.."

short=
if [ "${1:-}" = --short ]; then short=1; shift; fi
data=${1:-../shared/data}
if [ ! -d "$data/conversations" ] || [ ! -d "$data/questions" ]; then
  echo "There is no data at $data: nothing was replayed. Give the folder as an argument."
  exit 2
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Commits to memory where there is such a disk: what is tested here is not how fast a disk is.
temp=$(mktemp -d -p "$([ -n "$short" ] && [ -d /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")
server= address= status=0
stop_server() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; server=; fi
}
trap 'stop_server; rm -rf "$temp"' EXIT

for project in src/CommunityWidget tests/CommunityWidget.Replay; do
  [ -n "${BUILT:-}" ] || dotnet build "$project" -v quiet >"$temp/build" || { cat "$temp/build"; exit 1; }
done
driver() { dotnet tests/CommunityWidget.Replay/bin/Debug/net10.0/CommunityWidget.Replay.dll "$@"; }
checker() { dotnet tests/CommunityWidget.Checker/bin/Debug/net10.0/CommunityWidget.Checker.dll "$@"; }

# A port nobody listens on, below those lent to outgoing connections.
free_port() {
  local port
  while :; do
    port=$((10000 + RANDOM % 22768))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

is_ready() {
  local answer
  exec 3<>"/dev/tcp/127.0.0.1/${address##*:}" || return 1
  printf 'GET /health/ready HTTP/1.0\r\n\r\n' >&3
  read -r answer <&3 || true
  exec 3>&-
  [[ $answer == *" 200 "* ]]
}

# start_server DATABASE [OPTION=VALUE…]: waits until it is ready.
start_server() {
  local database=$1; shift
  address=http://127.0.0.1:$(free_port)
  # What real people wrote is played word by word: nothing of it is refused, held or masked.
  env ASPNETCORE_ENVIRONMENT=Development Limits__Enabled=false Moderation__Judge=false Database__Path="$database" "$@" \
    dotnet src/CommunityWidget/bin/Debug/net10.0/CommunityWidget.dll --urls "$address" >>"$temp/log" 2>&1 &
  server=$!
  local tries
  for tries in $(seq 600); do
    is_ready 2>/dev/null && return
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  echo "The server did not start:"; tail -20 "$temp/log"; exit 1
}

# What its process holds: compared with what it held before anybody came.
measure() {
  local sockets rss
  # A line that closes while it is counted is no failure.
  sockets=$({ find "/proc/$server/fd" -lname 'socket:*' 2>/dev/null || true; } | wc -l)
  rss=$(awk '/^VmRSS/ { print $2 }' "/proc/$server/status" 2>/dev/null || echo 0)
  echo "{\"when\":\"$1\",\"sockets\":$sockets,\"rssKb\":${rss:-0}}" >>"$2/baseline.jsonl"
}

# A minute passes in three seconds: every interval of the program and of the site's ladder is a twentieth.
start_quick_server() {
  start_server "$1"
  stop_server
  checker shorten "$1" 20
  start_server "$1" Matching__SilenceMs=2250 Matching__VisitorHereMs=1750 Matching__BeatMs=500 Matching__SweepMs=100 Matching__LeaseMs=500 \
    Conversations__SilentMs=30000 Conversations__UnansweredMs=30240000 Conversations__HeadsMs=500 Conversations__SweepMs=500
}

echo "Two speakers, and single questions:"
start_server "$temp/pairs.db" Matching__SweepMs=500
driver pairs "$address" "$data" || status=1
stop_server

echo "Threads of many speakers, twenty times as fast:"
mkdir -p "$temp/play"
start_quick_server "$temp/play.db"
measure "before" "$temp/play"
if [ -n "$short" ]; then
  driver play "$address" "$data" "$temp/play/seed-1" --talks 60 --seed "${SEED:-1}" --at-once 30 || status=1
  measure "after" "$temp/play"
else
  for seed in ${SEEDS:-1 2 3}; do
    driver play "$address" "$data" "$temp/play/seed-$seed" --talks 500 --seed "$seed" --at-once 48 --volunteers 30 || status=1
    measure "after seed $seed" "$temp/play"
    checker check "$temp/play.db" "$temp/play" --settled || status=1
  done
fi
stop_server
checker check "$temp/play.db" "$temp/play" --settled || status=1

if [ -n "$short" ]; then
  echo "A checker that sees nothing proves nothing:"
  for fault in dropped-ack doubled-delivery; do
    start_server "$temp/play.db"
    driver play "$address" "$data" "$temp/planted-$fault" --talks 6 --seed 7 --volunteers 4 --plant "$fault" >/dev/null || true
    stop_server
    if checker check "$temp/play.db" "$temp/planted-$fault" >"$temp/found"; then
      echo "  $fault was planted and not found."; status=1
    else
      echo "  $fault was planted and found: $(grep -m1 -E '^  I[14]' "$temp/found")"
    fi
  done
fi

if grep -qE '^(fail|crit):' "$temp/log"; then
  echo "The server logged errors:"; grep -A4 -E '^(fail|crit):' "$temp/log" | head -40
  status=1
fi
exit "$status"
