// Shows notifications where only a worker may, and says honestly that there is no network. It keeps nothing: every answer is the server's or there is none.
import { offlinePage } from "./offlinePage";

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends WorkerEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface NotificationEvent extends WorkerEvent {
  notification: Notification;
}

interface Client {
  focus(): Promise<unknown>;
}

interface Worker {
  registration: { scope: string };
  clients: { matchAll(which: { type: "window"; includeUncontrolled: boolean }): Promise<(Client & { url: string })[]>; openWindow(url: string): Promise<unknown>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener<T extends Event>(name: string, heard: (event: T) => void): void;
}

const worker = self as unknown as Worker;

worker.addEventListener<WorkerEvent>("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener<WorkerEvent>("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener<FetchEvent>("fetch", (event) => {
  // Opening the page is all it looks at.
  if (event.request.mode !== "navigate") return;
  event.respondWith(fetch(event.request).catch(() => offlinePage(event.request.url)));
});

worker.addEventListener<NotificationEvent>("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(toFront());
});

async function toFront() {
  const { scope } = worker.registration;
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  await (open.find((page) => page.url.startsWith(scope))?.focus() ?? worker.clients.openWindow(scope));
}
