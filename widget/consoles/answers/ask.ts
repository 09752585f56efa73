/** A queue before the widget has loaded, itself after. */
interface Commands {
  push(...calls: unknown[]): unknown;
}

/**
 * "Still need help?" is a plain form. With script the widget opens with the question instead, so that the answer comes to this very page; whoever
 * left an address, or has a loader that never came, goes the plain way.
 */
export function askInWidget(page: Document = document) {
  page.addEventListener("submit", (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>("form[data-ask]");
    const field = form?.elements.namedItem("question") as HTMLTextAreaElement | null | undefined;
    const email = form?.elements.namedItem("email") as HTMLInputElement | null | undefined;
    const widget = (page.defaultView as unknown as { CommunityWidget?: Commands } | null)?.CommunityWidget;
    if (!form || !field?.value.trim() || email?.value || !widget || Array.isArray(widget)) return;
    event.preventDefault();
    const { topic, product, productName, productUrl } = form.dataset;
    const about = product || productName ? { id: product || null, name: productName || null, url: productUrl || null } : undefined;
    if (topic || about) widget.push(["setContext", { topic: topic || undefined, product: about }]);
    widget.push(["ask", field.value]);
    field.value = "";
  });
}
