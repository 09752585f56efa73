// SignalR's JSON protocol over one raw WebSocket: what the visitor's app needs of it and no more.

/** Between records; SignalR may put several into one frame. */
const END = "\u001e";
/** Nothing from the server for this long means a dead line, whatever the socket says. */
const SERVER_SILENT = 30_000;

export interface Socket {
  /** Calls a hub method; rejects when the line breaks before the answer or the hub fails. */
  call<T>(method: string, ...args: unknown[]): Promise<T>;
  /** Calls a hub method and waits for nothing. */
  tell(method: string, ...args: unknown[]): void;
  close(): void;
}

export interface SocketEvents {
  pushed(method: string, args: unknown[]): void;
  /** Once, however it ended. */
  closed(): void;
}

interface Frame {
  type?: number;
  invocationId?: string;
  target?: string;
  arguments?: unknown[];
  result?: unknown;
  error?: string;
}

/** Resolves once the hub has shaken hands; rejects when it cannot be reached. */
export function openSocket(url: string, events: SocketEvents): Promise<Socket> {
  return new Promise((opened, failed) => {
    const waiting = new Map<string, [(value: never) => void, (reason: Error) => void]>();
    const line = new WebSocket(url);
    let calls = 0;
    let ready = false;
    let over = false;
    let silence: ReturnType<typeof setTimeout>;

    /** Arguments one by one: old libraries on shops' pages teach arrays a `toJSON` that makes a string of them. */
    const send = (frame: object, args?: unknown[]) => {
      const text = JSON.stringify(frame);
      line.send((args ? `${text.slice(0, -1)},"arguments":[${args.map((one) => JSON.stringify(one))}]}` : text) + END);
    };

    const end = () => {
      if (over) return;
      over = true;
      clearTimeout(silence);
      line.close();
      for (const [, reject] of waiting.values()) reject(new Error("line lost"));
      if (ready) events.closed();
      else failed(new Error("no line"));
    };

    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(end, SERVER_SILENT);
    };

    const socket: Socket = {
      call: (method, ...args) =>
        new Promise((resolve, reject) => {
          if (over) return reject(new Error("line lost"));
          const invocationId = String(++calls);
          waiting.set(invocationId, [resolve, reject]);
          send({ type: 1, invocationId, target: method }, args);
        }),
      tell: (method, ...args) => {
        if (!over) send({ type: 1, target: method }, args);
      },
      close: end,
    };

    const receive = (frame: Frame) => {
      if (frame.type === 1) events.pushed(frame.target!, frame.arguments ?? []);
      else if (frame.type === 3) {
        const call = waiting.get(frame.invocationId!);
        waiting.delete(frame.invocationId!);
        if (frame.error) call?.[1](new Error(frame.error));
        else call?.[0](frame.result as never);
      } else if (frame.type === 6) send({ type: 6 });
      else if (frame.type === 7) end();
      else if (!ready) {
        if (frame.error) return end();
        ready = true;
        opened(socket);
      }
    };

    line.onopen = () => send({ protocol: "json", version: 1 });
    line.onmessage = ({ data }) => {
      heard();
      for (const record of (data as string).split(END)) {
        if (record && !over) receive(JSON.parse(record) as Frame);
      }
    };
    line.onclose = line.onerror = end;
    heard();
  });
}
