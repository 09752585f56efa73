#!/usr/bin/env bash
# Fails where a package the product is built of, or one of those behind it, has a hole that its registry knows of; names package and advice.
# Needs restored projects. A registry that cannot be asked is named: nothing is known then.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

found=0 unknown=0
if ! said=$(timeout 120 dotnet list CommunityWidget.sln package --vulnerable --include-transitive --format json 2>&1); then
  unknown=1
  echo "NuGet could not be asked about holes: $(tail -1 <<<"$said")"
elif grep -q '"advisoryurl"' <<<"$said"; then
  found=1
  grep -E '"(id|resolvedVersion|advisoryurl)"' <<<"$said" | grep -B2 '"advisoryurl"' | sed 's/^ *//'
fi

said=$(timeout 60 npm --prefix widget audit --json 2>/dev/null)
if grep -q '"vulnerabilities"' <<<"$said"; then
  grep -q '"via"' <<<"$said" && { found=1; grep -E '"(name|url|range)"' <<<"$said" | sed 's/^ *//'; }
else
  unknown=1
  echo "npm could not be asked about holes."
fi

[ "$found$unknown" = 00 ] && echo "No hole is known in any package."
exit "$found"
