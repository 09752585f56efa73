// Escape closes. On a phone the panel is the whole screen, so Tab stays inside it.

export function listenForKeys(section: HTMLElement, panel: HTMLElement, root: ShadowRoot, close: () => void) {
  section.addEventListener("keydown", (event) => {
    if (event.key == "Escape" && !event.isComposing) close();
    if (event.key != "Tab" || !panel.ariaModal || panel.hidden) return;
    const stops = [...panel.querySelectorAll<HTMLElement>("button:not(:disabled),textarea,input,a[href],[role=log]")];
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (root.activeElement != edge && root.activeElement != panel) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  });
}
