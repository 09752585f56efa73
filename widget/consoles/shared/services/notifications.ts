import { signal } from "@preact/signals";
import { worker } from "./app";

/** What the browser allows; "none" where it knows no notifications. */
export const permission = signal<NotificationPermission | "none">("Notification" in window ? Notification.permission : "none");

/** Only ever from a button: browsers and people punish anything else. */
export async function askPermission() {
  permission.value = await Notification.requestPermission();
}

/** By the worker, without which phones show none; pressing it brings the console to the front. */
export async function showNotification(id: string, title: string, body: string) {
  if (permission.peek() !== "granted" || document.visibilityState === "visible") return;
  const app = await worker();
  if (app?.active) await app.showNotification(title, { body, tag: id });
  else plain(id, title, body);
}

const shown = new Map<string, Notification>();

function plain(id: string, title: string, body: string) {
  try {
    const notification = new Notification(title, { body, tag: id });
    notification.onclick = () => {
      window.focus();
      notification.close();
    };
    shown.set(id, notification);
  } catch {
    // A phone without a worker: the tone and the title remain.
  }
}

export async function closeNotification(id: string) {
  shown.get(id)?.close();
  shown.delete(id);
  if (permission.peek() !== "granted") return;
  const app = await worker();
  for (const notification of (await app?.getNotifications({ tag: id })) ?? []) notification.close();
}
