// Adds up what is fetched until the first message is sent, every byte of it, and fails above the promised numbers.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LOADER = 2_000;
const UNTIL_FIRST_MESSAGE = 20_000;

const dist = join(dirname(fileURLToPath(import.meta.url)), "dist");
const size = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const graph = JSON.parse(readFileSync(join(dist, "visitor-graph.json"), "utf8"));

const first = Object.keys(graph).filter((file) => graph[file].entry);
for (const file of first) first.push(...graph[file].imports.filter((one) => !one.later && !first.includes(one.file)).map((one) => one.file));
const late = Object.keys(graph).filter((file) => !first.includes(file));
// A visitor fetches one language; the longest counts.
const texts = late.filter((file) => graph[file].source?.startsWith("visitor/texts/")).sort((a, b) => size("assets/" + b) - size("assets/" + a));
first.push(texts[0]);
late.splice(late.indexOf(texts[0]), 1);

const loader = size("widget.js");
const app = first.reduce((sum, file) => sum + size("assets/" + file), 0);
console.log(`loader                        ${loader} of ${LOADER}`);
for (const file of first) console.log(`  first: ${file.padEnd(28)} ${size("assets/" + file)}`);
for (const file of late) console.log(`  later: ${file.padEnd(28)} ${size("assets/" + file)}  ${graph[file].source ?? ""}`);
console.log(`until the first message       ${loader + app} of ${UNTIL_FIRST_MESSAGE}`);

const over = loader > LOADER || loader + app > UNTIL_FIRST_MESSAGE;
if (over) console.error("Over the limit: load something later, or leave it out.");
process.exit(over ? 1 : 0);
