#!/usr/bin/env bash
# What others say of the public pages of a running program, seeded with a few questions: the Nu HTML checker (where Java is) of each kind of page,
# and Lighthouse 12 as a phone sees them (where Chromium is). Fetches both by npm into a temporary folder. Exits 1 when there is an error or a score below 100.
# Usage: tests/pages-quality.sh [FOLDER]   the reports are kept there; without, in artifacts/pages-quality
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

reports=$(realpath -m "${1:-artifacts/pages-quality}"); mkdir -p "$reports"
folder=$(mktemp -d) server= bad=0
stop() { if [ -n "$server" ]; then kill -TERM "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi; rm -rf "$folder"; }
trap stop EXIT

dotnet build src/CommunityWidget -c Release -v quiet >"$folder/build" || { cat "$folder/build"; exit 1; }
program=src/CommunityWidget/bin/Release/net10.0/CommunityWidget.dll
port=$((10000 + RANDOM % 22768)) url=
url=http://localhost:$port
settings=(--Database:Path="$folder/data/pages.db" --urls "$url" --environment Development --Logging:LogLevel:Default=Warning)

start() {
  dotnet "$program" "${settings[@]}" >"$folder/log" 2>&1 & server=$!
  for _ in $(seq 100); do curl -sf "$url/health/ready" >/dev/null && return; sleep 0.2; done
  cat "$folder/log"; exit 1
}
start
cat >"$folder/questions.jsonl" <<'ROWS'
{"id": 1, "title": "Which bulb fits the lamp Aurora?", "question": "I bought the lamp Aurora last week and cannot find which bulb it takes. The box says 40 W, and nothing else.", "author": "Anna", "asked_at": "2026-03-01", "product_id": "aurora", "product": "Lamp Aurora", "topic": "bulbs", "answers": [{"text": "It takes an E14, the small one. LED bulbs of up to 6 W are as bright as the old 40 W ones and do not get hot, so that the shade lives longer.", "accepted": true, "votes": 12, "author": "Maya", "date": "2026-03-02"}, {"text": "Mind the shade: a bulb longer than 11 cm can be seen from below. Short ones are sold as E14 candles.", "votes": 3, "author": "Leo", "date": "2026-03-05"}]}
{"id": 2, "question": "Livrez-vous le week-end ?", "language": "fr", "asked_at": "2026-02-10", "topic": "delivery", "answers": [{"text": "La livraison arrive le samedi matin dans les grandes villes ; choisissez ce jour au moment de payer. Vous pouvez la renvoyer sous trente jours.", "accepted": true, "author": "Inès"}]}
{"id": 3, "question": "How do I clean the shade of a paper lamp?", "asked_at": "2026-01-20", "answers": [{"text": "With a soft brush, never with water. Start at the top and go down with the folds.", "author": "Maya"}]}
{"id": 4, "question": "Can I return a lamp that I have hung already?", "asked_at": "2026-01-12", "answers": [{"text": "Within thirty days, if you have the box. Put the screws back into their bag, or they send it back to you.", "accepted": true}]}
ROWS
dotnet "$program" import "$folder/questions.jsonl" --site demo "${settings[@]}"
# What it remembers of the site before is half a minute old at most.
kill -TERM "$server"; wait "$server" || true; start

answer() { curl -s "$url/answers/demo/sitemap-1.xml" | grep -o "/answers/demo/[^<]*$1[^<]*" | head -1 || true; }
page=$(answer which-bulb) french=$(answer livrez)
[ -n "$page" ] && [ -n "$french" ] || { echo "The pages are not in the sitemap."; exit 1; }
declare -A pages=([answer]=$page [answer-fr]=$french [answer-other-words]="$page?lang=fr" [home]=/answers/demo [topic]=/answers/demo/topics/bulbs [product]=/answers/demo/products/aurora
  [search]="/answers/demo/search?q=bulb" [search-nothing]="/answers/demo/search?q=zzzz" [gone-or-never]=/answers/demo/abcdefghij/x)

if command -v java >/dev/null; then
  (cd "$folder" && npm install --silent --no-audit --no-fund vnu-jar >/dev/null)
  mkdir "$folder/html"
  for name in "${!pages[@]}"; do curl -s -H "Accept: text/html" "$url${pages[$name]}" -o "$folder/html/$name.html"; done
  errors=$(java -jar "$folder/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only --format gnu "$folder"/html/*.html 2>&1 || true)
  echo "$errors" | sed "s#.*/html/##" >"$reports/html.txt"
  count=$(grep -c . "$reports/html.txt" || true)
  echo "Nu HTML checker: $count errors on ${#pages[@]} pages"
  [ "$count" -eq 0 ] || { cat "$reports/html.txt"; bad=1; }
else
  echo "Skipped: the Nu HTML checker needs Java, which is not installed."
fi

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -n "$chromium" ]; then
  (cd "$folder" && npm install --silent --no-audit --no-fund lighthouse@12 >/dev/null)
  for name in answer answer-fr home search; do
    CHROME_PATH=$chromium "$folder/node_modules/.bin/lighthouse" "$url${pages[$name]}" --quiet --output json --output html --output-path "$reports/$name" \
      --chrome-flags="--headless=new --no-sandbox --disable-dev-shm-usage" || { bad=1; continue; }
    node -e '
      const { categories, audits } = require(process.argv[1]);
      const scores = Object.values(categories).map(c => `${c.title} ${Math.round(c.score * 100)}`);
      console.log(`Lighthouse, ${process.argv[2]}: ${scores.join(", ")}`);
      for (const c of Object.values(categories)) for (const ref of c.auditRefs) {
        const a = audits[ref.id];
        if (ref.weight > 0 && a.score !== null && a.score < 1) console.log(`  ${c.title}: ${a.title} ${a.displayValue ?? ""} ${JSON.stringify((a.details?.items ?? []).slice(0, 3)).slice(0, 600)}`);
      }
      // A page of search results is kept out of search engines on purpose, which Lighthouse counts against it and says nothing else.
      const meant = ref => process.argv[2] === "search" && ref.id === "is-crawlable";
      const isWhole = c => c.score === 1 || c.auditRefs.every(ref => meant(ref) || ref.weight === 0 || audits[ref.id].score === null || audits[ref.id].score === 1);
      process.exit(Object.values(categories).every(isWhole) ? 0 : 1);' "$reports/$name.report.json" "$name" || bad=1
  done
else
  echo "Skipped: Lighthouse needs Chromium, which is not installed."
fi
exit $bad
