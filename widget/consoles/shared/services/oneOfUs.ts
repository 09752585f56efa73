/** A tab nobody looks at lets one that is looked at go first. */
const HIDDEN_WAITS_MS = 200;
/** Long enough for the slowest tab to have heard the same news. */
const HELD_MS = 5_000;

/** Several tabs hear the same news, and one of them rings: resolves to true in that one. Where tabs cannot agree, each does. */
export async function oneOfUs(what: string): Promise<boolean> {
  if (!navigator.locks) return true;
  if (document.visibilityState !== "visible") await new Promise((soon) => setTimeout(soon, HIDDEN_WAITS_MS));
  return new Promise((mine) => {
    void navigator.locks
      .request(`community-widget.${what}`, { ifAvailable: true }, (lock) => {
        mine(lock !== null);
        return lock && new Promise((later) => setTimeout(later, HELD_MS));
      })
      .catch(() => mine(true));
  });
}
