/** A mail link carries its secret in the fragment, where no server log or referrer sees it: put it into the form, and out of sight. */
export function takeSecret() {
  const field = document.querySelector<HTMLInputElement>('form input[type="hidden"][name="secret"]');
  const secret = location.hash.slice(1).replace(/^secret=/, "");
  if (!field || !secret) return;
  field.value = decoded(secret);
  history.replaceState(history.state, "", location.pathname + location.search);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
