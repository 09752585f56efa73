#!/usr/bin/env bash
# Does without Docker what deploy/Dockerfile does, and starts the result as its container would run it: another user without rights, on a
# root file system that is read-only but for /tmp and the data folder. Then ends it by SIGTERM.
# Usage: tests/deploy.sh [--built]; as root. With --built what the tests were built with is published, without: a release build.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

how=(-c Release)
if [ "${1:-}" = --built ]; then how=(-c Debug --no-build); fi
command -v setpriv >/dev/null || { echo "setpriv (of util-linux) is missing: nobody can be made a user without rights."; exit 2; }
unshare -m true 2>/dev/null || { echo "Only root can make a file system of its own: run this as root."; exit 2; }

folder=$(mktemp -d) server=
stop() { if [ -n "$server" ]; then kill -KILL "$server" 2>/dev/null || true; fi; rm -rf "$folder"; }
trap stop EXIT

dotnet publish src/CommunityWidget "${how[@]}" -o "$folder/app" -v quiet >"$folder/publish" || { cat "$folder/publish"; exit 1; }
[ -f "$folder/app/widget/widget.js" ] || { echo "The widget was not published."; exit 1; }
mkdir "$folder/app/data"
chmod 755 "$folder"; chown 65534:65534 "$folder/app/data"
[ -z "$(find "$folder/app" -path "$folder/app/data" -prune -o \( -perm /022 ! -type l \) -print)" ] || { echo "Somebody else may write to the program's files."; exit 1; }

port=$((10000 + RANDOM % 22768))
cat >"$folder/contained" <<'INSIDE'
set -e
app=$1 port=$2
mount --make-rprivate /
mount -t tmpfs -o size=64m tmpfs /dev/shm
mount --bind "$app" /mnt; mount --bind "$app/data" /mnt/data
mount -t tmpfs -o size=64m tmpfs /tmp
mount -o remount,bind,ro /
mount -o remount,bind,ro /mnt
cd /mnt
if touch /mnt/written 2>/dev/null || touch /written 2>/dev/null; then echo "The root file system can be written to."; exit 1; fi
export HOME=/nonexistent ASPNETCORE_HTTP_PORTS=$port PublicUrl=http://localhost:$port
exec setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs --bounding-set=-all dotnet CommunityWidget.dll
INSIDE
unshare -m bash "$folder/contained" "$folder/app" "$port" >"$folder/log" 2>&1 &
server=$!

# The number of an answer; nothing where none comes.
code() {
  local answer=
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 0
  printf 'GET %s HTTP/1.0\r\nHost: localhost:%s\r\n\r\n' "$1" "$port" >&3
  read -r -t 2 answer <&3 || true
  exec 3>&-
  cut -d ' ' -f 2 <<<"$answer"
}
for _ in $(seq 300); do
  [ "$(code /health/ready)" = 200 ] && break
  kill -0 "$server" 2>/dev/null || { echo "It ended:"; cat "$folder/log"; exit 1; }
  sleep 0.1
done
fail() { echo "$1"; cat "$folder/log"; exit 1; }
[ "$(code /health/ready)" = 200 ] || fail "It never became ready."
[ "$(code /health/live)" = 200 ] || fail "It does not live."
[ "$(code /widget.js)" = 200 ] || fail "There is no widget."
[ "$(code /sign-in)" = 200 ] || fail "There is no page to sign in."
[ "$(awk '/^Uid:/ { print $2 }' "/proc/$server/status")" = 65534 ] || fail "It runs as somebody else."
[ -s "$folder/app/data/community.db" ] || fail "Its database is not in the data folder."

kill -TERM "$server"
ended=0; wait "$server" || ended=$?
server=
[ "$ended" -eq 0 ] || { echo "Asked to end it ended with $ended."; cat "$folder/log"; exit 1; }
echo "Published, started as user 65534 on a read-only root, ready, and ended in order when told to."
