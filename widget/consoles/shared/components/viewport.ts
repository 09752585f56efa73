/** Less than this is left of the window: a keyboard is up. */
const WITH_KEYBOARD = 0.8;

/** On phones the keyboard covers the page without resizing it: give the page the place that is left, and say so to the styles. */
export function followKeyboard() {
  const visual = window.visualViewport;
  if (!visual) return;
  const { dataset, style } = document.documentElement;
  const fit = () => {
    // A zoomed page is being read, not typed into.
    if (visual.scale > 1.01) return;
    style.setProperty("--visible-height", `${visual.height}px`);
    // Safari also scrolls the window away under it.
    style.setProperty("--visible-top", `${visual.offsetTop}px`);
    dataset.keyboard = String(visual.height < screen.height * WITH_KEYBOARD && typing());
  };
  for (const moved of ["resize", "scroll"]) visual.addEventListener(moved, fit);
  for (const moved of ["focusin", "focusout"]) document.addEventListener(moved, () => requestAnimationFrame(fit));
  fit();
}

const typing = () => document.activeElement?.matches("textarea, input:not([type=checkbox])") ?? false;
