// A phone's keyboard covers the page without resizing it: the full-screen panel follows what is really visible.

export function followViewport(root: ShadowRoot, panel: HTMLElement) {
  const view = window.visualViewport;
  if (!view) return;
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets.push(sheet);
  const fit = () => {
    if (panel.hidden) return;
    const { height, offsetTop, scale } = view;
    // Someone who zoomed in wants to look closer, not a smaller panel.
    const rule = `.panel{top:${offsetTop}px!important;bottom:auto!important;height:${height}px}`;
    sheet.replaceSync(scale > 1 ? "" : `@media(max-width:480px){${rule}}`);
  };
  view.addEventListener("resize", fit);
  view.addEventListener("scroll", fit);
}
