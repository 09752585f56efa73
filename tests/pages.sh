#!/usr/bin/env bash
# Public pages at scale, on both databases: brings the question sets of a folder in (each as it is, then again and again about other products
# until there are 100,000 pages), prints how long a page, lists, a search and suggestions take beside their bare query; then the sitemap of a
# million threads: how long, how much memory. Takes about twenty minutes and belongs to no other run; fails when the sitemap needs more than its 200 MB.
# Usage: tests/pages.sh DATA [--smoke] [--short] [--databases sqlite,postgres] [--only library,sitemap]
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

data=${1:-}
[ -d "$data/questions" ] && data=$data/questions
for set in amazon-appliances/qa.jsonl bitext-customer-support fr-travail; do
  [ -e "$data/$set" ] || { echo "There is no $set in ${data:-the folder that was not named}: tests/pages.sh DATA, a folder of question sets."; exit 2; }
done
shift
only="--only library,sitemap"
[[ " $* " == *" --only "* ]] && only=""
said=$(mktemp)
trap 'rm -f "$said"' EXIT
dotnet run -c Release --project tests/CommunityWidget.Benchmarks -- $only --data "$data" "$@" | tee "$said"
grep "^memory of the program" "$said" || exit 0
if grep -q "^memory of the program.*NOT MET" "$said"; then
  echo "The sitemap of a million threads needs more memory than it may."
  exit 1
fi
