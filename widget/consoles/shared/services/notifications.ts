import { signal } from "@preact/signals";

const shown = new Map<string, Notification>();

/** What the browser allows; "none" where it knows no notifications. */
export const permission = signal<NotificationPermission | "none">("Notification" in window ? Notification.permission : "none");

/** Only ever from a button: browsers and people punish anything else. */
export async function askPermission() {
  permission.value = await Notification.requestPermission();
}

export function showNotification(id: string, title: string, body: string) {
  if (permission.peek() !== "granted" || document.visibilityState === "visible") return;
  try {
    const notification = new Notification(title, { body, tag: id });
    notification.onclick = () => {
      window.focus();
      notification.close();
    };
    shown.set(id, notification);
  } catch {
    // Phones want a service worker for this; the tone and the title remain.
  }
}

export function closeNotification(id: string) {
  shown.get(id)?.close();
  shown.delete(id);
}
