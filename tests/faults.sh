#!/usr/bin/env bash
# Breaks a fleet – three nodes, a PostgreSQL and a Redis of its own, proxies of ours – in every way of a catalogue while people talk, and
# compares what every client saw with what was kept. Prints each figure wanted and seen; ends with the table, which SUMMARY names a file for.
# Usage: tests/faults.sh [--short] [NUMBERS…] [--chats N] [--seconds N] [--scale 0..1] [--seed N] [--seeds N] [--without DEFENCE]
#        tests/faults.sh --each [NUMBERS…]
#   --short     four faults with a small load, within a minute
#   --seeds     so many runs of each, with one seed after the other
#   --without   a defence that is left out, and must be missed: resume, keys, listening, moving or doubt of the clients, a setting of
#               the nodes such as Matching:SilenceMs=600000, or a patch of tests/CommunityWidget.Faults/Without, by its name: it is applied to a
#               copy of the program. Several are joined by a plus. Ends well only if something was not met
#   --each      each fault without its defence, by tests/CommunityWidget.Faults/Without/list; ends well only if each misses what is written there
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

mode=
case ${1:-} in --short | --each) mode=$1; shift ;; esac
patches=tests/CommunityWidget.Faults/Without lacks=tests/CommunityWidget.Faults/Before
if [ "$mode" = --each ]; then
  # A run that played less than it was told to would show nothing.
  listed=$(sed -nE 's/^([0-9]+) .*/\1/p' "$patches/list" | paste -sd ' ')
  for number in "$@"; do
    [[ " $listed " == *" $number "* && $number != *' '* ]] || { echo "“$number” says nothing here: --each takes numbers of $patches/list, which are $listed."; exit 2; }
  done
fi
for program in redis-server psql; do
  command -v "$program" >/dev/null || { echo "$program is missing: install PostgreSQL and Redis and run this again."; exit 2; }
done

# The last version of one node and SQLite; and the last release of a fleet.
version_before=78688e2 release_before=2dfb8db0
temp=$(mktemp -d) log=$temp/log
trap 'rm -rf "$temp"' EXIT
for project in src/CommunityWidget tests/CommunityWidget.Faults; do
  [ -n "${BUILT:-}" ] || dotnet build "$project" -v quiet >"$log" || { cat "$log"; exit 1; }
done
program=src/CommunityWidget/bin/Debug/net10.0/CommunityWidget.dll
faults() { dotnet tests/CommunityWidget.Faults/bin/Debug/net10.0/CommunityWidget.Faults.dll "$program" "$@"; }

# A program somewhere else, with neither its widget nor its analyzers.
build_at() { dotnet build "$1/src/CommunityWidget" -v quiet -p:BuildWidget=false -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false >"$log" || { cat "$log"; exit 1; }; }

# Makes $program the one without what is named, where a patch takes it out.
applied=()
leave_out() {
  program=src/CommunityWidget/bin/Debug/net10.0/CommunityWidget.dll
  local wanted=() name copy=$temp/without
  for name in ${1//+/ }; do [ ! -f "$patches/$name.patch" ] || wanted+=("$PWD/$patches/$name.patch"); done
  [ ${#wanted[@]} -gt 0 ] || return 0
  if [ ! -d "$copy" ]; then
    mkdir "$copy"
    git ls-files -z --cached --others --exclude-standard -- src '*.props' global.json .editorconfig | xargs -0 tar c | tar x -C "$copy"
  fi
  if [ "${applied[*]}" != "${wanted[*]}" ]; then
    [ ${#applied[@]} -eq 0 ] || git -C "$copy" apply -R "${applied[@]}"
    git -C "$copy" apply "${wanted[@]}"
    applied=("${wanted[@]}")
    build_at "$copy"
  fi
  program=$copy/$program
}

# The programs of before, for the two scenarios that need them: where their commits are at hand. Built once.
before=()
need_before() {
  [ ${#before[@]} -eq 0 ] || return 0
  build_before --before "$version_before"
  build_before --release-before "$release_before"
}
build_before() {
  git cat-file -e "$2" 2>/dev/null || return 0
  local at=artifacts/before/$2
  if [ ! -f "$at/built" ]; then
    rm -rf "$at" && mkdir -p "$at"
    git archive "$2" | tar -x -C "$at"
    # What it is known to lack, so that something new is seen.
    [ ! -f "$lacks/$2.patch" ] || git apply --directory="$at" "$lacks/$2.patch"
    build_at "$at"
    touch "$at/built"
  fi
  before+=("$1" "$at/src/CommunityWidget/bin/Debug/net10.0/CommunityWidget.dll")
}

each() {
  local number without missed smaller line played=0 all=0
  while IFS='|' read -r number without missed smaller; do
    read -r number <<<"$number"
    [[ -n $number && $number != \#* ]] || continue
    [[ $# -eq 0 || " $* " == *" $number "* ]] || continue
    played=$((played + 1))
    read -r without <<<"$without"; read -r missed <<<"${missed//\//|}"
    [[ $number != 4[23] ]] || need_before
    leave_out "$without"
    faults "$number" $smaller --without "$without" "${before[@]}" </dev/null >"$log" 2>&1 || true
    if ! grep -q 'never started' "$log" && line=$(grep -m1 -E "^  NOT MET .*($missed)" "$log"); then
      echo "#$number without $without: failed as it must: ${line#  NOT MET }"
    else
      cat "$log"; echo "#$number without $without: NOT MISSED"; all=1
    fi
  done < <(cat "$patches/list")
  echo "$played played without what stands against them."
  [ "$played" -gt 0 ] || all=1
  return $all
}

case $mode in
  --short) faults 0 --clocks-aside "$@" ;;
  --each) each "$@" ;;
  *)
    [[ ($# -gt 0 && $1 != --*) && " $* " != *" "4[23]" "* ]] || need_before
    for ((at = 1; at < $#; at++)); do [ "${!at}" != --without ] || { next=$((at + 1)); leave_out "${!next}"; }; done
    faults "$@" "${before[@]}" --summary "${SUMMARY:-artifacts/faults.md}"
    ;;
esac
