import type { ConsoleSnapshot, Refusal, SocketTicket, WaitingQuestion } from "../../../wire/contracts";
import type { Place } from "../store";
import { Refused } from "./refused";

const PATIENCE_MS = 10_000;

export const fetchConsole = () => answer<ConsoleSnapshot>("/api/console");
export const fetchWaiting = () => answer<WaitingQuestion[]>("/api/waiting");
export const fetchTicket = (hub: Place) => answer<SocketTicket>("/api/tickets", { method: "POST", body: JSON.stringify({ hub }) });

async function answer<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, {
    ...init,
    credentials: "same-origin",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      Accept: "application/json",
      // A header no foreign form can send.
      "X-Requested-With": "community-widget",
      ...(init.body ? { "Content-Type": "application/json" } : {}),
    },
  }).catch(() => {
    throw Refused.offline();
  });
  if (response.status === 401) location.assign("/sign-in");
  if (!response.ok) throw new Refused(await refusalOf(response));
  return (await response.json()) as T;
}

async function refusalOf(response: Response): Promise<Partial<Refusal>> {
  try {
    return (await response.json()) as Partial<Refusal>;
  } catch {
    return {};
  }
}
