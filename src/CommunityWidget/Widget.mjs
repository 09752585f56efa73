// Installs and builds the front end for Widget.targets, run in widget/. Two builds at once would empty dist/ under each other: a lock lets one in at a time.
import { execSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const LOCK = join(tmpdir(), "community-widget-" + createHash("sha256").update(process.cwd()).digest("hex").slice(0, 16));
const STALE_MS = 5 * 60_000;

await takeLock();
try {
  if (age("package-lock.json") > age("node_modules/.package-lock.json")) run("npm ci --no-audit --no-fund --loglevel=error");
  if (newestSource() > age("dist/manifest.json")) run("npm run build --silent");
} finally {
  rmdirSync(LOCK);
}

async function takeLock() {
  for (;;) {
    try {
      mkdirSync(LOCK);
      return;
    } catch {
      if (existsSync(LOCK) && Date.now() - age(LOCK) > STALE_MS) rmdirSync(LOCK);
      await pause(200);
    }
  }
}

function newestSource(folder = ".") {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !["node_modules", "dist", "test"].includes(entry.name));
  return Math.max(0, ...entries.map((entry) => (entry.isDirectory() ? newestSource(`${folder}/${entry.name}`) : age(`${folder}/${entry.name}`))));
}

function age(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

function run(command) {
  execSync(command, { stdio: "inherit" });
}
