// Keeps one thread up to date: by socket when it opens, by polling while it does not. Nobody else speaks to the hub.
import type { HeadNotice, Reply, SearchNotice, SeenNotice, SocketTicket, ThreadEvent, ThreadSnapshot, TypingNotice } from "../../wire/contracts";
import type { Socket } from "../../wire/socket";
import { OFFLINE, type Http } from "./http";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;
const POLL_EVERY = 3_000;

export interface Incoming {
  /** `after` is the seq up to which everything was known when it was asked for. */
  snapshot(reply: Reply<ThreadSnapshot>, after: number): void;
  event(event: ThreadEvent): void;
  typing(notice: TypingNotice): void;
  seen(notice: SeenNotice): void;
  search(notice: SearchNotice): void;
  /** Whether the server was reached, by whichever way. */
  reached(yes: boolean): void;
  /** The seq up to which we know everything. */
  known(): number;
}

export interface Connection {
  follow(threadId: string): void;
  leave(): void;
  /** Fetches what is missing now, or the whole of it: after a gap, or when the page comes back to the front. */
  refresh(whole?: boolean): void;
  /** By socket when it is open, else by the POST twin. */
  call<T>(method: string, args: unknown[], path: string, body: object, key?: string): Promise<Reply<T>>;
  /** By socket only; says whether there is one. */
  tell(method: string, ...args: unknown[]): boolean;
}

export function makeConnection(base: string, http: Http, incoming: Incoming): Connection {
  let thread: string | null = null;
  /** Being opened, or open. */
  let line: Socket | undefined;
  let socket: Socket | null = null;
  /** Grows whenever the line is given up on purpose, so that late answers of an old try are dropped. */
  let round = 0;
  let wait = FIRST_WAIT;
  /** When the line opened. */
  let since = Infinity;
  let retry: ReturnType<typeof setTimeout>;
  let poll: ReturnType<typeof setTimeout>;

  async function connect() {
    leaveLine();
    const mine = round;
    // A line that is stopped on its way says nothing for long.
    pollSoon();
    // After a release an old page asks for a file that is no more, and polls.
    const [{ value }, wire] = await Promise.all([http.post<SocketTicket>("tickets", { hub: "visitor" }), import("../../wire/socket").catch(() => null)]);
    if (mine != round) return;
    if (!value || !wire) return lost();
    const opening = (line = wire.openSocket(`${base.replace(/^http/, "ws")}hubs/visitor?ticket=${encodeURIComponent(value.ticket)}`, {
      pushed,
      opened() {
        socket = opening;
        since = Date.now();
        incoming.reached(true);
        // All of it: what was taken away meanwhile has kept its seq.
        void refresh(true);
      },
      closed: () => mine == round && lost(),
    }));
  }

  function lost() {
    leaveLine();
    void refresh();
    // One that opens and falls again at once is not tried ever faster.
    if (Date.now() - since > LONGEST_WAIT) wait = FIRST_WAIT;
    since = Infinity;
    retry = setTimeout(connect, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function pushed(method: string, [what]: unknown[]) {
    if (method == "Event") incoming.event(what as ThreadEvent);
    else if (method == "Typing") incoming.typing(what as TypingNotice);
    else if (method == "Seen") incoming.seen(what as SeenNotice);
    else if (method == "Search") incoming.search(what as SearchNotice);
    else if (method == "Head") {
      const { threadId, seq } = what as HeadNotice;
      if (threadId == thread && seq > incoming.known()) void refresh();
    }
  }

  async function refresh(whole?: boolean) {
    const id = thread;
    if (!id) return;
    const after = incoming.known();
    clearTimeout(poll);
    const reply = await (socket
      ? socket.call<Reply<ThreadSnapshot>>("Resume", id, whole ? 0 : after).catch(() => null)
      : http.get<ThreadSnapshot>(`threads/${id}/events?after=${whole ? 0 : after}`));
    if (id != thread) return;
    if (!socket) pollSoon();
    if (!reply) return;
    incoming.reached(reply.refusal?.code != OFFLINE);
    incoming.snapshot(reply, after);
  }

  function pollSoon() {
    clearTimeout(poll);
    poll = setTimeout(refresh, POLL_EVERY);
  }

  function leaveLine() {
    round++;
    clearTimeout(retry);
    clearTimeout(poll);
    socket = null;
    line?.close();
  }

  const back = ({ type, persisted }: Partial<PageTransitionEvent>) => {
    // Not the page's first showing.
    if (!thread || document.hidden || (type == "pageshow" && !persisted)) return;
    if (socket) return void refresh();
    // Once, though a page that comes back says so in several ways.
    clearTimeout(retry);
    retry = setTimeout(connect);
  };

  function listen(on: boolean) {
    const turn = on ? "addEventListener" : "removeEventListener";
    window[turn]("pagehide", leaveLine);
    window[turn]("pageshow", back as EventListener);
    window[turn]("online", back as EventListener);
    document[turn]("visibilitychange", back as EventListener);
  }

  return {
    follow(id) {
      if (thread == id) return;
      if (!thread) listen(true);
      thread = id;
      if (socket) void refresh();
      else void connect();
    },
    leave() {
      thread = null;
      listen(false);
      leaveLine();
    },
    refresh,
    call: (method, args, path, body, key) => {
      const twin = () => http.post<never>(path, body, key);
      return socket ? socket.call<never>(method, ...args).catch(twin) : twin();
    },
    tell(method, ...args) {
      socket?.tell(method, ...args);
      return !!socket;
    },
  };
}
