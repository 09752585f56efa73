#!/usr/bin/env bash
# A picture of every page and state – phone and desktop, light and dark, English and French – tiled into contact sheets.
# The folder may be named, and parts of it all – widget, desk, helping, pages, answers, review, owner, mine, titles, mails: tests/screens.sh [FOLDER [PART…]]; without, artifacts/screens and all.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || {
  echo "Chromium is missing: install it (apt-get install chromium) and run this again."; exit 1
}
folder=$(realpath -m "${1:-artifacts/screens}")
mkdir -p "$folder"
rm -f "$folder"/*.png
dotnet run --project tests/CommunityWidget.BrowserTests -- "$folder" "${@:2}"
echo "Look at $folder/sheet-*.png"
