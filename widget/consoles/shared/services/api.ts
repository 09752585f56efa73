import type { ConsoleSnapshot, LiveConversation, Refusal, SocketTicket, Suggestions, WaitingQuestion } from "../../../wire/contracts";
import type { Place } from "../store";
import { Refused } from "./refused";

const PATIENCE_MS = 10_000;

export const fetchConsole = () => ask<ConsoleSnapshot>("/api/console");
export const fetchWaiting = () => ask<WaitingQuestion[]>("/api/waiting");
export const fetchLive = () => ask<LiveConversation[]>("/api/live");
/** Public answers that may fit a question. */
export const fetchSimilar = (threadId: string) => ask<Suggestions>(`/api/threads/${threadId}/similar`);
export const fetchTicket = (hub: Place) => ask<SocketTicket>("/api/tickets", { body: { hub } });

let signedOut: () => void = () => undefined;

/** Whatever is asked, an answer may be that nobody is signed in here any more. */
export const whenSignedOut = (then: () => void) => (signedOut = then);

export interface Asked {
  /** Sent by POST; without, it is a GET. */
  body?: unknown;
  /** The client key, where an act has one. */
  key?: string;
}

export async function ask<T>(path: string, { body, key }: Asked = {}): Promise<T> {
  const response = await fetch(path, {
    method: body === undefined ? "GET" : "POST",
    body: body === undefined ? null : JSON.stringify(body),
    credentials: "same-origin",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      Accept: "application/json",
      // A header no foreign form can send.
      "X-Requested-With": "community-widget",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(key ? { "Idempotency-Key": key } : {}),
    },
  }).catch(() => {
    throw Refused.offline();
  });
  if (response.ok) return (response.status === 204 ? {} : await response.json()) as T;
  if (response.status === 401) signedOut();
  throw new Refused(await refusalOf(response));
}

/** Without a refusal of ours it was something between us and the server. */
async function refusalOf(response: Response): Promise<Partial<Refusal>> {
  const refusal = (await response.json().catch(() => null)) as Partial<Refusal> | null;
  if (refusal?.code) return refusal;
  return { code: response.status >= 502 && response.status <= 504 ? "offline" : "unexpected" };
}
