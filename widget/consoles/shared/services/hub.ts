import { HttpTransportType, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { SuperUserClientMethods, type Reply } from "../../../wire/contracts";
import { Refused } from "./refused";

/** An open line to the hub; a new one is made for every attempt, since a ticket is good for one. */
export interface Line {
  call<T>(method: string, ...args: unknown[]): Promise<T>;
  tell(method: string, ...args: unknown[]): void;
  close(): void;
}

export type Pushed = (method: (typeof SuperUserClientMethods)[number], body: never) => void;

export async function openLine(path: string, ticket: string, pushed: Pushed, closed: () => void): Promise<Line> {
  const connection = new HubConnectionBuilder()
    .withUrl(`${path}?ticket=${encodeURIComponent(ticket)}`, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .configureLogging(LogLevel.None)
    .build();
  for (const method of SuperUserClientMethods) connection.on(method, (body) => pushed(method, body as never));
  connection.onclose(closed);
  await connection.start();

  return {
    async call<T>(method: string, ...args: unknown[]) {
      const reply = await connection.invoke<Reply<T>>(method, ...args).catch(() => {
        throw Refused.offline();
      });
      if (reply.refusal) throw new Refused(reply.refusal);
      return reply.value as T;
    },
    // What is not stored is not worth an error either.
    tell: (method, ...args) => void connection.send(method, ...args).catch(() => undefined),
    close: () => void connection.stop(),
  };
}
