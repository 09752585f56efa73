// Keeps one thread up to date: by socket when it opens, by polling while it does not. Nobody else speaks to the hub.
import type { Reply, SeenNotice, SocketTicket, ThreadEvent, ThreadSnapshot, TypingNotice } from "../../wire/contracts";
import { openSocket, type Socket } from "../../wire/socket";
import type { Http } from "./http";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;
const POLL_EVERY = 3_000;
/** A line that does not answer within this is left for the POST twin, which knows the same key. */
const ANSWER_WITHIN = 8_000;

export interface Incoming {
  snapshot(reply: Reply<ThreadSnapshot>): void;
  event(event: ThreadEvent): void;
  typing(notice: TypingNotice): void;
  seen(notice: SeenNotice): void;
  link(link: "open" | "polling"): void;
  /** The seq up to which we know everything. */
  known(): number;
}

export interface Connection {
  follow(threadId: string): void;
  leave(): void;
  /** Fetches what is missing now: after a gap, or when the page comes back to the front. */
  refresh(): void;
  /** By socket when it is open, else by the POST twin. */
  call<T>(method: string, args: unknown[], path: string, body: object, key?: string): Promise<Reply<T>>;
  tell(method: string, ...args: unknown[]): void;
}

export function makeConnection(base: string, http: Http, incoming: Incoming): Connection {
  let thread: string | null = null;
  let socket: Socket | null = null;
  /** Grows whenever the line is given up on purpose, so that late answers of an old try are dropped. */
  let round = 0;
  let wait = FIRST_WAIT;
  let retry: ReturnType<typeof setTimeout>;
  let poll: ReturnType<typeof setTimeout>;

  async function connect() {
    const mine = ++round;
    clearTimeout(retry);
    try {
      const { value } = await http.post<SocketTicket>("tickets", { hub: "visitor" });
      if (mine != round) return;
      if (!value) throw 0;
      const address = `${base.replace(/^http/, "ws")}hubs/visitor?ticket=${encodeURIComponent(value.ticket)}`;
      const opened = await openSocket(address, { pushed, closed: () => mine == round && lost() });
      if (mine != round) return opened.close();
      socket = opened;
      wait = FIRST_WAIT;
      clearTimeout(poll);
      incoming.link("open");
      refresh();
    } catch {
      if (mine == round) lost();
    }
  }

  function lost() {
    round++;
    socket = null;
    clearTimeout(poll);
    incoming.link("polling");
    refresh();
    retry = setTimeout(connect, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function pushed(method: string, [what]: unknown[]) {
    if (method == "Event") incoming.event(what as ThreadEvent);
    else if (method == "Typing") incoming.typing(what as TypingNotice);
    else if (method == "Seen") incoming.seen(what as SeenNotice);
  }

  function refresh() {
    const id = thread;
    if (!id) return;
    const line = socket;
    const after = incoming.known();
    const answer = line
      ? line.call<Reply<ThreadSnapshot>>("Resume", id, after)
      : http.get<ThreadSnapshot>(`threads/${id}/events?after=${after}`);
    answer.then(
      (reply) => id == thread && incoming.snapshot(reply),
      () => {},
    );
    clearTimeout(poll);
    if (!line) poll = setTimeout(refresh, POLL_EVERY);
  }

  function leaveLine() {
    round++;
    clearTimeout(retry);
    clearTimeout(poll);
    socket?.close();
    socket = null;
  }

  const back = () => {
    if (!thread || document.hidden) return;
    if (socket) refresh();
    else connect();
  };

  function listen(on: boolean) {
    const turn = on ? "addEventListener" : "removeEventListener";
    window[turn]("pagehide", leaveLine);
    window[turn]("pageshow", back);
    window[turn]("online", back);
    document[turn]("visibilitychange", back);
  }

  return {
    follow(id) {
      if (thread == id) return;
      if (!thread) listen(true);
      thread = id;
      if (socket) refresh();
      else connect();
    },
    leave() {
      thread = null;
      listen(false);
      leaveLine();
    },
    refresh,
    call: (method, args, path, body, key) => {
      const twin = () => http.post<never>(path, body, key);
      return socket ? within(socket.call<never>(method, ...args)).catch(twin) : twin();
    },
    tell: (method, ...args) => socket?.tell(method, ...args),
  };
}

function within<T>(answer: Promise<T>): Promise<T> {
  return Promise.race([answer, new Promise<T>((_, late) => setTimeout(late, ANSWER_WITHIN))]);
}
