const EVERY_MS = 5_000;

/** `[data-refresh="/path"]` is asked for again every few seconds, while somebody can see it and nobody is in the middle of it. */
export function refreshRegions() {
  for (const region of document.querySelectorAll<HTMLElement>("[data-refresh]")) {
    setInterval(() => void refresh(region), EVERY_MS);
  }
}

async function refresh(region: HTMLElement) {
  if (document.hidden || region.matches(":focus-within, :hover:has(:active)")) return;
  try {
    const answer = await fetch(region.dataset.refresh!, { headers: { Accept: "text/html" }, redirect: "error" });
    if (!answer.ok || region.matches(":focus-within")) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
    // Readers and eyes are spared what stayed the same.
    if (fresh.innerHTML.trim() !== region.innerHTML.trim()) region.replaceChildren(...fresh.childNodes);
  } catch {
    // Signed out, or no network: what stands there stays, and the next try may succeed.
  }
}
