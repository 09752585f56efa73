import { signal } from "@preact/signals";

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let prompt: InstallPrompt | null = null;

/** The browser would install this page as an app if it were asked. */
export const installable = signal(false);

export async function askToInstall() {
  await prompt?.prompt();
  prompt = null;
  installable.value = false;
}

/** The page as an app: its worker, which shows notifications on phones and an honest page without a network, and its badge. */
export function beAnApp(place: string) {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event as InstallPrompt;
    installable.value = true;
  });
  addEventListener("appinstalled", () => (installable.value = false));
  // A browser without, or on an address that is not secure: the console works all the same.
  void navigator.serviceWorker?.register("/console-worker.js", { scope: place }).catch(() => undefined);
  // What is closed counts nothing.
  addEventListener("pagehide", () => showBadge(0));
}

export function showBadge(count: number) {
  if (!("setAppBadge" in navigator)) return;
  void (count ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => undefined);
}

export const worker = (): Promise<ServiceWorkerRegistration | undefined> =>
  navigator.serviceWorker?.getRegistration().catch(() => undefined) ?? Promise.resolve(undefined);
