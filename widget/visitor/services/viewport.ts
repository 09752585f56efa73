// A phone's keyboard covers the page without resizing it, and a page wider than the phone reaches beyond it: the panel follows what is really visible.

/** Answers what to call when the panel opens. */
export function followViewport(root: ShadowRoot, panel: HTMLElement, wholeScreen: string, over: AbortController) {
  const view = window.visualViewport;
  if (!view) return () => {};
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets.push(sheet);
  const fit = () => {
    if (panel.hidden) return;
    const { width, height, offsetLeft, offsetTop, scale } = view;
    const covered = innerHeight - height - offsetTop;
    const above = `.panel{bottom:max(92px,${covered + 8}px);max-height:${height - 16}px}`;
    const whole = `.panel{inset:${offsetTop}px auto auto ${offsetLeft}px!important;width:${width}px;height:${height}px;max-height:none}`;
    // Someone who zoomed in wants to look closer, not a smaller panel.
    sheet.replaceSync(scale > 1 ? "" : `${above}@media${wholeScreen}{${whole}}`);
  };
  view.addEventListener("resize", fit, over);
  view.addEventListener("scroll", fit, over);
  return fit;
}
