#!/usr/bin/env bash
# Runs every test of the product. Installs what the tests need where it may (as root on Debian), otherwise runs what it
# can and names what it skipped; with CI=true whatever is missing is a failure. Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."

passed=0 failed=0 skipped=0
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# A run is many programs that live for seconds: no counting of what to optimise later, few and undivided collections of garbage. A quarter less time.
export DOTNET_TieredPGO=0 DOTNET_GCgen0size=0x4000000 DOTNET_gcConcurrent=0
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# With the second it begins at, so that a slow run shows where.
title() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }

# A failure that no test bears: said where it happens and at the end.
failing() { failed=$((failed + 1)); echo "FAILED: $1" | tee -a "$logs/failures"; }

# A thing the tests cannot do without: counted as failed under CI, as skipped elsewhere.
missing() {
  if [ "${CI:-}" = true ]; then
    failing "$1"
  else
    skipped=$((skipped + 1)); echo "skipped: $1"
  fi
}

finish() {
  # Once more, as the end is what is read.
  [ ! -s "$logs/failures" ] || cat "$logs/failures"
  printf '\n%d passed, %d failed' "$passed" "$failed"
  [ "$skipped" -gt 0 ] && printf ', %d skipped' "$skipped"
  printf '\n'
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit $?
}

# A command that runs beside others, under a short name of its own.
beside() {
  local short=$1; shift
  { "$@" >"$logs/$short" 2>&1; echo $? >"$logs/$short.rc"; } &
}

# What it said and how it ended, once it has: one test. Nothing where it was not begun.
ended() {
  [ -e "$logs/$1" ] || return 0
  tail -60 "$logs/$1"
  if [ "$(cat "$logs/$1.rc")" = 0 ]; then passed=$((passed + 1)); else failing "$2"; fi
}

need_tools() {
  command -v dotnet >/dev/null || { echo "The .NET 10 SDK is missing: install it and run this again."; failed=1; finish; }
  command -v node >/dev/null || { echo "Node 20 or newer is missing: install it and run this again."; failed=1; finish; }
}

install_browser() {
  command -v chromium >/dev/null && command -v chromium-headless-shell >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    title "Installing Chromium for the browser tests"
    { apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core; } >"$logs/apt" 2>&1 || tail -5 "$logs/apt"
    # Twice as fast, but not every release has it.
    apt-get install -y --no-install-recommends chromium-headless-shell >"$logs/apt" 2>&1 || true
  fi
}

install_servers() {
  has_postgres && command -v redis-server >/dev/null && command -v sqlite3 >/dev/null && [ -x /usr/sbin/nginx ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    title "Installing PostgreSQL, Redis, nginx and sqlite3; the tests start private ones"
    { apt-get update && apt-get install -y --no-install-recommends postgresql redis-server nginx-light sqlite3; } >"$logs/apt" 2>&1 || tail -5 "$logs/apt"
  fi
}

has_postgres() { [ -n "$(find /usr/lib/postgresql -name initdb 2>/dev/null)" ] || command -v initdb >/dev/null; }

# Filters for tests whose full names hold one of these, and none of these.
any_of() { local names; printf -v names '|FullyQualifiedName~%s' "$@"; echo "(${names:1})"; }
none_of() { printf '&FullyQualifiedName!~%s' "$@"; }

dotnet_tests() {
  local project=$1; shift
  local log="$logs/$(basename "$project")"
  dotnet test "$project" --no-build --nologo "$@" 2>&1 | tee "$log" | grep -vE '^\s*(at |---)' | tail -60
  counted "$log" "$project" "${PIPESTATUS[0]}"
}

# What a run of tests says at its end, and how it ended: one that broke off says that none failed.
counted() {
  local line bad; line=$(grep -E 'Failed: +[0-9]+, Passed: +[0-9]+' "$1" | tail -1)
  if [ -z "$line" ]; then failing "$2 ran no test"; return; fi
  bad=$(sed -E 's/.*Failed: +([0-9]+).*/\1/' <<<"$line")
  if [ "$bad" = 0 ] && [ "$3" != 0 ]; then failing "$2 ended with $3 though no test failed"; fi
  grep -A 4 -E '^ +Failed [A-Z]' "$1" >>"$logs/failures"
  failed=$((failed + bad))
  passed=$((passed + $(sed -E 's/.*Passed: +([0-9]+).*/\1/' <<<"$line")))
  skipped=$((skipped + $(sed -E 's/.*Skipped: +([0-9]+).*/\1/' <<<"$line")))
}

widget_tests() {
  local log="$logs/vitest"
  tail -25 "$log"
  local line; line=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -E '^ +Tests +' | tail -1)
  passed=$((passed + $(grep -oE '[0-9]+ passed' <<<"$line" | grep -oE '[0-9]+' || echo 0)))
  failed=$((failed + $(grep -oE '[0-9]+ failed' <<<"$line" | grep -oE '[0-9]+' || echo 0)))
  sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -A 4 -E '^ *FAIL ' >>"$logs/failures"
  grep -qE '[0-9]+ (passed|failed)' <<<"$line" || { failing "the widget ran no test"; return; }
  # A file that cannot be loaded is no test that failed.
  if [ "$(cat "$logs/vitest.rc")" != 0 ] && ! grep -q failed <<<"$line"; then failing "the widget's tests, though no test failed"; fi
}

need_tools
# Fetching and unpacking leave the compiler its processors.
(install_browser; install_servers) >"$logs/installed" 2>&1 & installing=$!

title "Building"
# Optimised, as it runs in a shop: a tenth less time.
dotnet build CommunityWidget.sln --nologo -v minimal -p:Optimize=true; built=$?
wait "$installing"
cat "$logs/installed"
[ "$built" -eq 0 ] || { failed=1; finish; }
# The scripts below need not look again whether there is something to build.
export BUILT=1

# One compiler and three small runs: the product's tests, which wait now and then, leave them room.
(
  beside types npm --prefix widget run --silent check; wait
  beside vitest npm --prefix widget test; wait
  beside size npm --prefix widget run --silent size; wait
  beside holes bash tests/holes.sh; wait
) & widget=$!

title "Product"
# By themselves they play more.
export HISTORY_SEEDS=600 HISTORY_BOTH_SEEDS=50
# Where a test must be the only one of its process it waits more than it works: in a process of its own, beside what comes next.
alone=(Hosting.DrainTests Hubs.FloodMemoryTests Telemetry.TracesTests Telemetry.ExportTests Telemetry.CountedTests Matching.RacesTests Moderation.PublicationRaceTests)
if has_postgres; then dotnet_tests tests/CommunityWidget.Tests --filter "$(none_of "${alone[@]}" | cut -c2-)"; else
  missing "what needs PostgreSQL, for want of it"
  dotnet_tests tests/CommunityWidget.Tests --filter "FullyQualifiedName!~PostgresDatabaseTests$(none_of "${alone[@]}")"
fi
beside alone dotnet test tests/CommunityWidget.Tests --no-build --nologo --filter "$(any_of "${alone[@]}")"

title "Widget: types, tests, size"
wait "$widget"
ended types "widget types"
widget_tests
ended size "widget size"

title "Packages"
ended holes "no package with a known hole"

# What brings servers of its own is the same as above, whatever is set.
title "Product, grown: PostgreSQL and Redis under whatever touches a seam"
if has_postgres && command -v redis-server >/dev/null; then
  export COMMUNITY_TEST_DATABASE=postgres COMMUNITY_TEST_QUEUE=redis
  HISTORY_SEEDS=30 dotnet_tests tests/CommunityWidget.Tests --filter "$(any_of .Tests.Matching. .Tests.Conversations. .Tests.Questions. .Tests.Moderation. .Tests.Privacy. \
    .Tests.Admin.MatchingHears .Tests.Numbers. .Tests.Inbox. .Integrations.ApiTests .Integrations.DeliveryTests .Integrations.MessagesBehind .Database.OutboxTests .Hubs.RaceTests .Hubs.TwoTabs .People.Ticket .People.SignIn .People.Invitation)$(none_of \
    ShopTalk JudgesTests TrainingTests PersonalDataTests Of_fifty_members BothQueues MatchQueueTests Failover Flush TwoPrograms QueueScript LadderDecision EligibilityTests agree_at_every_verb \
    VanishedRedis ForbiddenRedis LockedThread)"
  unset COMMUNITY_TEST_DATABASE COMMUNITY_TEST_QUEUE
else missing "the suites on PostgreSQL and Redis, for want of them"; fi

title "Product, what runs by itself"
wait
grep -vE '^\s*(at |---)' "$logs/alone" | tail -60
counted "$logs/alone" "what runs by itself" "$(cat "$logs/alone.rc")"

title "Browser"
if command -v chromium >/dev/null; then dotnet_tests tests/CommunityWidget.BrowserTests; else missing "the browser tests, for want of chromium"; fi

# These wait more than they work.
title "As its container runs it; a fleet, broken while people talk; killed in the middle of writes; the main job on real input"
if ! unshare -m true 2>/dev/null; then missing "the start on a read-only root, for want of the rights to make one"
elif ! command -v setpriv >/dev/null; then missing "the start on a read-only root, for want of setpriv"
else beside container bash tests/deploy.sh --built; fi
if command -v psql >/dev/null && command -v redis-server >/dev/null; then beside faults bash tests/faults.sh --short; else missing "the faults of a fleet, for want of PostgreSQL and Redis"; fi
beside kills bash tests/kills.sh 5
data=${SHARED_DATA:-../shared/data}
if [ -d "$data" ]; then beside replay bash tests/replay.sh --short "$data"; else missing "the replay of real conversations, for want of $data"; fi
wait
ended container "started on a read-only root by a user without rights"
ended faults "four faults on three nodes"
ended kills "five kills of the running program"
ended replay "replay of real conversations"

finish
