// Builds everything into dist/ (or the folder named as first argument): widget.js, console-worker.js, assets/NAME-HASH.{js,css,png,svg} and manifest.json (logical name → hashed file name).
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
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
      const used = await withUsedTokens(text, dirname(path));
      // Consoles are pages of our own, and their scripts set tokens by name.
      return { contents: path.startsWith(join(root, "consoles")) ? used : asGuest(used), loader: "text", watchFiles: [path] };
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

/** Tokens with one value in every mode: the widget's sheets have them written out. */
const constant = await constantTokens();

async function constantTokens() {
  const text = (await readFile(join(root, "ui/tokens.css"), "utf8")).replace(/\/\*.*?\*\//gs, "");
  const values = new Map();
  for (const [, name, value] of text.matchAll(/(--[\w-]+):\s*([^;]+);/g)) values.set(name, values.has(name) || value.includes("var(") ? null : value);
  return values;
}

/** The tokens that are left carry our name: a page that registers a property called `--accent` would reach into ours. */
function asGuest(text) {
  return text
    .replace(/(--[\w-]+):[^;}]*;?/g, (declaration, name) => (constant.get(name) ? "" : declaration))
    .replace(/var\((--[\w-]+)\)/g, (use, name) => constant.get(name) ?? use)
    .replaceAll(":root,.widget", ".widget")
    .replace(/--(?=[a-z])/g, "--cw-");
}

/** The visitor's markup calls Preact's own factory: fewer words than the automatic runtime, and nothing beside Preact. */
const markupFactory = {
  name: "markup-factory",
  setup(plugin) {
    plugin.onLoad({ filter: /\.tsx$/ }, async ({ path }) => ({
      contents: 'import { h, Fragment } from "preact";' + (await readFile(path, "utf8")),
      loader: "tsx",
    }));
  },
};

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

const { files, release } = await visitor();
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
  define: { FILES: JSON.stringify(firstFiles(files)), LANGUAGES: JSON.stringify(languages(files)), RELEASE: JSON.stringify(`-${release}.js`) },
});

// Under a lasting name of its own: a worker is one for as long as its address.
if (existsSync(join(root, "consoles/worker"))) {
  await build({ ...shared, entryPoints: [join(root, "consoles/worker/main.ts")], outfile: join(dist, "console-worker.js"), format: "iife", charset: "utf8" });
}
await icons({ "icon.svg": svgIcon(), "icon-180.png": pngIcon(180, true), "icon-192.png": pngIcon(192), "icon-512.png": pngIcon(512), "icon-whole-512.png": pngIcon(512, true) });

// On shops' product pages, apart from the widget: whoever has only this loads only this.
await build({ ...shared, entryPoints: [join(root, "questions/main.ts")], outfile: join(dist, "questions.js"), format: "iife", plugins: [styleText] });

await build({ ...shared, entryPoints: [join(root, "visitor/sorry.ts")], outfile: join(dist, "sorry.js"), format: "esm", charset: "utf8" });

await writeFile(join(dist, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
await writeFile(join(dist, "visitor-graph.json"), JSON.stringify(files, null, 2) + "\n");

/**
 * Builds the visitor's app. Its files share one hash, of everything in them, so that the loader has to know only that one.
 * Answers which file imports which, at once or later: size.mjs adds up what is fetched before the first message.
 */
async function visitor() {
  const { metafile, outputFiles } = await build({
    ...shared,
    ...script,
    tsconfigRaw: { compilerOptions: { jsx: "react", jsxFactory: "h", jsxFragmentFactory: "Fragment" } },
    plugins: [styleText, markupFactory],
    entryPoints: [join(root, "visitor/main.tsx")],
    outdir: dist,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    metafile: true,
    write: false,
  });
  const hash = createHash("sha256");
  for (const { contents } of outputFiles) hash.update(contents);
  const release = hash.digest("hex").slice(0, 8);
  const outputs = Object.entries(metafile.outputs).map(([path, output], at) => ({ ...output, built: basename(path), name: nameOf(output, at) }));
  const renamed = (built) => outputs.find((output) => output.built == basename(built)).name;
  for (const file of outputFiles) {
    const text = file.text.replace(/[\w-]+-[0-9A-Z]{8}\.js/g, (built) => `${renamed(built)}-${release}.js`);
    await writeFile(join(dist, "assets", `${renamed(file.path)}-${release}.js`), text);
  }
  const files = outputs.map(({ name, entryPoint = null, imports }) => [
    name,
    { file: `${name}-${release}.js`, source: entryPoint, imports: imports.map((one) => ({ name: renamed(one.path), later: one.kind == "dynamic-import" })) },
  ]);
  return { files: Object.fromEntries(files), release };
}

/** `visitor/texts/en.ts` is texts-en, its main file visitor; what several need has no source of its own. */
function nameOf({ entryPoint }, at) {
  if (!entryPoint) return "shared" + at;
  return entryPoint.endsWith("main.tsx") ? "visitor" : entryPoint.replace(/^visitor\/(components\/)?|\.tsx?$/g, "").replace("/", "-");
}

async function icons(files) {
  for (const [name, bytes] of Object.entries(files)) {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8).toUpperCase();
    manifest[name] = name.replace(".", `-${hash}.`);
    await writeFile(join(dist, "assets", manifest[name]), bytes);
  }
}

/** The app's entry and what it imports at once: the loader fetches them side by side. */
function firstFiles(files) {
  const found = ["visitor"];
  for (const name of found) found.push(...files[name].imports.filter((one) => !one.later && !found.includes(one.name)).map((one) => one.name));
  return found;
}

function languages(files) {
  return Object.keys(files).filter((name) => name.startsWith("texts-")).map((name) => name.slice("texts-".length));
}
