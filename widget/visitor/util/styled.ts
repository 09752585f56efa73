const known = new WeakMap<ShadowRoot, Set<string>>();

/** Adopts a sheet once; constructed ones are the only kind a strict content security policy lets in. */
export function styled(root: ShadowRoot, css: string) {
  const sheets = known.get(root) ?? new Set();
  known.set(root, sheets);
  if (sheets.has(css)) return;
  sheets.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
}
