const SETTLE_MS = 500;

/** Says what the ladder being edited would do now, while it is edited; without script a button does the same. */
export function ladderRehearsal() {
  const part = document.querySelector<HTMLElement>("[data-rehearse]");
  const form = part?.closest("form");
  const shown = part?.querySelector<HTMLElement>("[data-rehearsed]");
  if (!part || !form || !shown) return;
  let settling = 0;
  let asked = 0;
  const rehearse = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(part.dataset.rehearse!, { method: "POST", body: new FormData(form), redirect: "error" });
      // Who types on wants to know of the last, whichever answer is slower.
      if (!answer.ok || mine !== asked) return;
      shown.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
    } catch {
      // No network: what stands there stays, and the button asks again.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(settling);
    settling = window.setTimeout(() => void rehearse(), SETTLE_MS);
  });
  part.querySelector("button")?.addEventListener("click", (event) => {
    event.preventDefault();
    void rehearse();
  });
}
