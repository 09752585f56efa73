const SETTLED_MS = 400;

/** Says what opening hours would mean now while they are being typed; only the server knows every time zone's changes. */
export function hoursPreview() {
  const form = document.querySelector<HTMLFormElement>("[data-hours]");
  const preview = form?.querySelector<HTMLElement>("[data-hours-preview]");
  if (!form || !preview) return;
  let later: ReturnType<typeof setTimeout>;
  let asked = 0;
  const say = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(preview.dataset.hoursPreview!, { method: "POST", body: new FormData(form), redirect: "error" });
      if (answer.ok && mine == asked) preview.textContent = await answer.text();
    } catch {
      // No network: what stands there is about what was there before, and saving will say so too.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(say, SETTLED_MS);
  });
}
