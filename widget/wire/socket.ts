// SignalR's JSON protocol over one raw WebSocket: what the visitor's app needs of it and no more.

/** Between records; SignalR may put several into one frame. */
const END = "\u001e";
/** Nothing from the server for this long means a dead line, whatever the socket says: it pings every 10 s. */
const SERVER_SILENT = 30_000;
/** So does a call without an answer: there are lines that only send. */
const ANSWER_WITHIN = 8_000;

export interface Socket {
  /** Calls a hub method; rejects when the line breaks before the answer or the hub fails. */
  call<T>(method: string, ...args: unknown[]): Promise<T>;
  /** Calls a hub method and waits for nothing. */
  tell(method: string, ...args: unknown[]): void;
  close(): void;
}

export interface SocketEvents {
  /** The hub has shaken hands. */
  opened(): void;
  pushed(method: string, args: unknown[]): void;
  /** Once, however it ended, also when it never opened. */
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

interface Call {
  resolve(value: never): void;
  reject(reason: Error): void;
  at: number;
}

/** Opens a line; nothing may be called on it before it has. */
export function openSocket(url: string, events: SocketEvents): Socket {
  const waiting = new Map<string, Call>();
  const line = new WebSocket(url);
  let calls = 0;
  let ready = false;
  let over = false;
  /** The server leaves, and answers what it was asked before. */
  let leaving = false;
  let heard = Date.now();

  /** Arguments one by one: old libraries on shops' pages teach arrays a `toJSON` that makes a string of them. */
  const send = (frame: object, args?: unknown[]) => {
    const text = JSON.stringify(frame);
    line.send((args ? `${text.slice(0, -1)},"arguments":[${args.map((one) => JSON.stringify(one))}]}` : text) + END);
  };

  const end = () => {
    if (over) return;
    over = true;
    clearInterval(watch);
    line.close();
    for (const { reject } of waiting.values()) reject(new Error("line lost"));
    events.closed();
  };

  // Asks the clock instead of setting one timer: timers sleep with the machine, and a line must not be trusted after that.
  const watch = setInterval(() => {
    const now = Date.now();
    const [oldest] = waiting.values();
    if (now - heard >= SERVER_SILENT || now - (oldest?.at ?? now) >= ANSWER_WITHIN) end();
  }, 1_000);

  const receive = (frame: Frame) => {
    if (frame.type === 1) events.pushed(frame.target!, frame.arguments ?? []);
    else if (frame.type === 3) {
      const call = waiting.get(frame.invocationId!);
      waiting.delete(frame.invocationId!);
      if (frame.error) call?.reject(new Error(frame.error));
      else call?.resolve(frame.result as never);
    } else if (frame.type === 6) send({ type: 6 });
    else if (frame.type === 7) leaving = true;
    else if (!ready) {
      if (frame.error) return end();
      ready = true;
      events.opened();
    }
    if (leaving && !waiting.size) end();
  };

  line.onopen = () => send({ protocol: "json", version: 1 });
  line.onmessage = ({ data }) => {
    heard = Date.now();
    for (const record of (data as string).split(END)) {
      if (record && !over) receive(JSON.parse(record) as Frame);
    }
  };
  line.onclose = line.onerror = end;

  return {
    call: (method, ...args) =>
      new Promise((resolve, reject) => {
        if (over) return reject(new Error("line lost"));
        const invocationId = String(++calls);
        waiting.set(invocationId, { resolve, reject, at: Date.now() });
        send({ type: 1, invocationId, target: method }, args);
      }),
    tell: (method, ...args) => {
      if (!over) send({ type: 1, target: method }, args);
    },
    close: end,
  };
}
