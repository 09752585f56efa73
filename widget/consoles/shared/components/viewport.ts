/** On phones the keyboard covers the page without resizing it: give the page the height that is left. */
export function followKeyboard() {
  const visual = window.visualViewport;
  if (!visual) return;
  const fit = () => {
    // A zoomed page is being read, not typed into.
    if (visual.scale > 1.01) return;
    document.documentElement.style.setProperty("--visible-height", `${visual.height}px`);
  };
  visual.addEventListener("resize", fit);
  fit();
}
