#!/usr/bin/env bash
# Public pages at scale, on both databases: brings the question sets of a folder in (each as it is, then again and again about other products
# until there are 100,000 pages), prints how long a page, lists, a search and suggestions take beside their bare query; then the sitemap of a
# million threads: how long, how much memory. Takes about ten minutes and belongs to no other run.
# Usage: tests/pages.sh DATA [--smoke] [--databases sqlite,postgres]
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

data=${1:-}
for set in amazon-appliances/qa.jsonl bitext-customer-support fr-travail; do
  [ -e "$data/$set" ] || { echo "There is no $set in ${data:-the folder that was not named}: tests/pages.sh DATA, a folder of question sets."; exit 2; }
done
shift
dotnet run -c Release --project tests/CommunityWidget.Benchmarks -- --only library,sitemap --data "$data" "$@"
