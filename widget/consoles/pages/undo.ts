const WITHIN_MS = 10_000;

/** `[data-undo="Saved."]` offers a way back for ten seconds, then says that; the server holds to the same. */
export function undoForms() {
  for (const form of document.querySelectorAll<HTMLElement>("[data-undo]")) {
    // Loading the page again does not offer it anew.
    history.replaceState(history.state, "", withoutChange(location.href));
    setTimeout(() => {
      form.querySelector("button")?.remove();
      // Where nothing is to be said instead, what was said stays.
      if (form.dataset.undo) form.querySelector("[role=status]")!.textContent = form.dataset.undo;
    }, WITHIN_MS);
  }
}

function withoutChange(address: string): string {
  const url = new URL(address);
  url.searchParams.delete("changed");
  return url.href;
}
