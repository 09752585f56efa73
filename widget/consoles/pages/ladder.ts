/** Says in a sentence what happens to a question on the ladder as it is being edited; the words come with the page. */
export function ladderPreview() {
  const form = document.querySelector<HTMLElement>("[data-ladder]");
  const preview = form?.querySelector<HTMLElement>("[data-preview]");
  if (!form || !preview) return;
  const say = () => {
    const rungs = [...form.querySelectorAll<HTMLElement>("[data-rung]")];
    const total = rungs.reduce((sum, rung) => sum + Number(number(rung, "stays")), 0);
    const steps = rungs.map((rung) => ["wave", "offer", "stays"].reduce((words, name) => words.replace(`{${name}}`, number(rung, name)), words(rung)));
    preview.textContent = [...steps, (preview.dataset.end ?? "").replace("{total}", Number.isFinite(total) ? `${total}` : "…")].join(" → ");
  };
  form.addEventListener("input", say);
}

const words = (rung: HTMLElement) => rung.querySelector("select")!.selectedOptions[0]?.dataset.words ?? "";

const number = (rung: HTMLElement, name: string) => rung.querySelector<HTMLInputElement>(`[data-number="${name}"]`)?.value.trim() || "…";
