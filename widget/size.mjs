// Adds up what is fetched until the first message is sent, every byte of it, and fails above the promised numbers.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LOADER = 2_000;
const UNTIL_FIRST_MESSAGE = 20_000;

const dist = join(dirname(fileURLToPath(import.meta.url)), "dist");
const size = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const files = JSON.parse(readFileSync(join(dist, "visitor-graph.json"), "utf8"));

const first = ["visitor"];
for (const name of first) first.push(...files[name].imports.filter((one) => !one.later && !first.includes(one.name)).map((one) => one.name));
const late = Object.keys(files).filter((name) => !first.includes(name));
const weight = (name) => size("assets/" + files[name].file);
// A visitor fetches one language; the longest counts.
const texts = late.filter((name) => name.startsWith("texts-")).sort((a, b) => weight(b) - weight(a));
first.push(texts[0]);
late.splice(late.indexOf(texts[0]), 1);

const loader = size("widget.js");
const app = first.reduce((sum, name) => sum + weight(name), 0);
console.log(`loader                        ${loader} of ${LOADER}`);
for (const name of first) console.log(`  first: ${name.padEnd(20)} ${weight(name)}`);
for (const name of late) console.log(`  later: ${name.padEnd(20)} ${weight(name)}`);
console.log(`until the first message       ${loader + app} of ${UNTIL_FIRST_MESSAGE}`);

const over = loader > LOADER || loader + app > UNTIL_FIRST_MESSAGE;
if (over) console.error("Over the limit: load something later, or leave it out.");
process.exit(over ? 1 : 0);
