// Serves the gallery with the headers its pages ask for: node widget/dev/serve.mjs [PORT [PROGRAM]]. The program runs beside it, on its default
// address or on PROGRAM (http://localhost:5090). The demo shop lets port 5081 in.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const [port = "5081", program = "http://localhost:5080"] = process.argv.slice(2);

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const stored = await readFile(join(folder, basename(pathname) || "index.html"), "utf8").catch(() => null);
  if (stored === null || !/(\/|\.html)$/.test(pathname)) return response.writeHead(404).end();
  const page = stored.replaceAll("//localhost:5080", program.replace(/^\w+:/, ""));
  for (const [, name, value] of page.matchAll(/^ {2}Header: ([\w-]+): (.+)$/gm)) response.setHeader(name, value);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(page);
}).listen(Number(port), () => console.log(`http://localhost:${port}`));
