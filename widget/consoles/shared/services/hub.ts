import { HttpTransportType, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { AgentClientMethods, type Reply } from "../../../wire/contracts";
import { within } from "./patience";
import { Refused } from "./refused";

/** The server says something every 10 s. */
const SERVER_SILENT_MS = 25_000;
const OPENING_MS = 10_000;

/** An open line to the hub; a new one is made for every attempt, since a ticket is good for one. */
export interface Line {
  call<T>(method: string, ...args: unknown[]): Promise<T>;
  tell(method: string, ...args: unknown[]): void;
  /** Resolves when the other side is still there. */
  ping(): Promise<unknown>;
  close(): void;
}

export type Pushed = (method: (typeof AgentClientMethods)[number], body: never) => void;

export async function openLine(path: string, ticket: string, pushed: Pushed, closed: () => void): Promise<Line> {
  const connection = new HubConnectionBuilder()
    .withUrl(`${path}?ticket=${encodeURIComponent(ticket)}`, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .configureLogging(LogLevel.None)
    .withServerTimeout(SERVER_SILENT_MS)
    .build();
  // A super user's hub never says what only agents hear.
  for (const method of AgentClientMethods) connection.on(method, (body) => pushed(method, body as never));
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    closed();
  };
  const stop = () => void connection.stop().catch(() => undefined);
  connection.onclose(end);
  await within(OPENING_MS, connection.start()).catch((error) => {
    stop();
    throw error;
  });

  return {
    async call<T>(method: string, ...args: unknown[]) {
      const reply = await connection.invoke<Reply<T> | null>(method, ...args).catch(() => {
        throw Refused.offline();
      });
      if (reply?.refusal) throw new Refused(reply.refusal);
      return reply?.value as T;
    },
    // What is not stored is not worth an error either.
    tell: (method, ...args) => void connection.send(method, ...args).catch(() => undefined),
    // Writing in no thread is told to nobody.
    ping: () => connection.invoke("Typing", ""),
    close: () => {
      // A dead line may take its time to say goodbye.
      stop();
      end();
    },
  };
}
