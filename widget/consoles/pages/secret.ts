/**
 * A mail link carries its secret in the fragment, where no server log or referrer sees it: put it into the form, and out of sight.
 * The tab's own history remembers it, so that loading the page anew does not make the link useless.
 */
export function takeSecret() {
  const field = document.querySelector<HTMLInputElement>('form input[type="hidden"][name="secret"]');
  if (!field) return;
  const brought = location.hash.slice(1).replace(/^secret=/, "");
  const secret = brought ? decoded(brought) : (history.state as { secret?: string } | null)?.secret;
  if (!secret) return;
  field.value = secret;
  history.replaceState({ secret }, "", location.pathname + location.search);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
