// Escape closes. Where the panel is the whole screen, Tab stays inside it.

export function listenForKeys(section: HTMLElement, panel: HTMLElement, root: ShadowRoot, close: () => void, over: AbortController) {
  section.addEventListener("keydown", (event) => {
    if (event.key == "Escape" && !event.isComposing) close();
    if (event.key != "Tab" || !panel.ariaModal || panel.hidden) return;
    // What is folded away is no stop. Older browsers cannot say.
    const stops = [...panel.querySelectorAll<HTMLElement>("button:not(:disabled),textarea,input,select,summary,a[href],[role=log]")].filter((one) => one.checkVisibility?.() != false);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (root.activeElement != edge && root.activeElement != panel) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  });
  // Who works on the page by keyboard may see where they are: Escape takes the panel off what it covers.
  document.addEventListener("keydown", ({ key }) => {
    if (key == "Escape" && !panel.hidden && covers(panel, document.activeElement!)) close();
  }, over);
}

function covers(panel: Element, element: Element): boolean {
  const [over, under] = [panel, element].map((one) => one.getBoundingClientRect());
  return over!.left < under!.right && over!.right > under!.left && over!.top < under!.bottom && over!.bottom > under!.top;
}
