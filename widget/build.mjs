// Builds everything into dist/ (or the folder named as first argument): widget.js, console-worker.js, assets/NAME-HASH.{js,css,png,svg} and manifest.json (logical name → hashed file name).
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { pngIcon, svgIcon } from "./icons.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const dist = resolve(process.argv[2] ?? join(root, "dist"));
const manifest = {};

/** `import css from "./x.css"` in a script gives the sheet's minified text, for adoptedStyleSheets. */
const styleText = {
  name: "style-text",
  setup(plugin) {
    plugin.onLoad({ filter: /\.css$/ }, async ({ path, suffix }) => {
      if (suffix === "?file") return undefined;
      const sheet = await build({ entryPoints: [path], bundle: true, minify: true, write: false, target: "es2022" });
      const text = sheet.outputFiles[0].text.trim().replace(/(--[\w-]+): /g, "$1:");
      return { contents: await withUsedTokens(text, dirname(path)), loader: "text", watchFiles: [path] };
    });
  },
};

/** Leaves out the tokens that no sheet of the folder uses: they are fetched on every shop's pages. */
async function withUsedTokens(text, folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".css"));
  const sheets = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  // A token may be used by another token.
  const used = (name) => [text, ...sheets].some((sheet) => sheet.includes(`var(${name})`));
  return text.replace(/(--[\w-]+):[^;}]*;?/g, (declaration, name) => (used(name) ? declaration : "")).replace(/@media\([^{]*\)\{[^{}]*\{\}\}/g, "");
}

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  logLevel: "warning",
};

/** Builds one set of entry points into dist/assets and records their hashed names. */
async function assets(entryPoints, options = {}) {
  const result = await build({
    ...shared,
    entryPoints,
    outdir: join(dist, "assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    metafile: true,
    ...options,
  });
  for (const [file, output] of Object.entries(result.metafile.outputs)) {
    const name = Object.keys(entryPoints).find((key) => output.entryPoint && entryPoints[key] === join(root, output.entryPoint));
    if (name) manifest[name + file.slice(file.lastIndexOf("."))] = basename(file);
  }
  return result.metafile;
}

// Modules are always read as UTF-8; widget.js is read as the page says, and stays ASCII.
const script = { format: "esm", splitting: true, charset: "utf8", plugins: [styleText] };

/** Consoles appear by themselves: consoles/NAME/main.tsx, and consoles/NAME/main.css where a console has a sheet of its own. */
async function consoles(file) {
  const folders = existsSync(join(root, "consoles")) ? await readdir(join(root, "consoles")) : [];
  const found = folders.map((name) => [name, join(root, "consoles", name, file)]).filter(([, path]) => existsSync(path));
  return Object.fromEntries(found);
}

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, "assets"), { recursive: true });

const visitor = await assets({ visitor: join(root, "visitor/main.tsx") }, script);
const consoleScripts = await consoles("main.tsx");
if (Object.keys(consoleScripts).length) await assets(consoleScripts, script);
await assets({ pages: join(root, "ui/pages.css"), ...(await consoles("main.css")) });

await build({
  ...shared,
  entryPoints: [join(root, "loader/main.ts")],
  outfile: join(dist, "widget.js"),
  format: "iife",
  plugins: [styleText],
  tsconfigRaw: {},
  define: { FILES: JSON.stringify(filesByLanguage(graph(visitor))) },
});

// Under a lasting name of its own: a worker is one for as long as its address.
if (existsSync(join(root, "consoles/worker"))) {
  await build({ ...shared, entryPoints: [join(root, "consoles/worker/main.ts")], outfile: join(dist, "console-worker.js"), format: "iife", charset: "utf8" });
}
await icons({ "icon.svg": svgIcon(), "icon-180.png": pngIcon(180, true), "icon-192.png": pngIcon(192), "icon-512.png": pngIcon(512), "icon-whole-512.png": pngIcon(512, true) });

await writeFile(join(dist, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
await writeFile(join(dist, "visitor-graph.json"), JSON.stringify(graph(visitor), null, 2) + "\n");

async function icons(files) {
  for (const [name, bytes] of Object.entries(files)) {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8).toUpperCase();
    manifest[name] = name.replace(".", `-${hash}.`);
    await writeFile(join(dist, "assets", manifest[name]), bytes);
  }
}

/** The app's entry and what it imports at once: the loader fetches them side by side. */
function firstFiles(files) {
  const found = Object.keys(files).filter((file) => files[file].entry);
  for (const file of found) found.push(...files[file].imports.filter((one) => !one.later && !found.includes(one.file)).map((one) => one.file));
  return found;
}

/** Language → what a visitor fetches to begin: the app and the texts. */
function filesByLanguage(files) {
  const app = firstFiles(files);
  const texts = Object.keys(files).filter((file) => files[file].source?.startsWith("visitor/texts/"));
  return Object.fromEntries(texts.map((file) => [basename(files[file].source, ".ts"), [...app, file].map(bare)]));
}

function bare(file) {
  return file.replace(/\.js$/, "");
}

/** Which file imports which, at once or later: size.mjs adds up what is fetched before the first message. */
function graph(metafile) {
  const name = (path) => relative(join(dist, "assets"), join(root, path));
  const outputs = Object.entries(metafile.outputs).map(([file, output]) => [
    name(file),
    {
      entry: output.entryPoint === "visitor/main.tsx",
      source: output.entryPoint ?? null,
      imports: output.imports.map((one) => ({ file: name(one.path), later: one.kind === "dynamic-import" })),
    },
  ]);
  return Object.fromEntries(outputs);
}
