// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepConnected } from "../shared/services/connection";
import { Refused } from "../shared/services/refused";
import { createStore } from "../shared/store";

const server = vi.hoisted(() => ({
  ticket: () => Promise.resolve({ ticket: "t", expiresAt: 0 }) as Promise<unknown>,
  ask: [] as [string, unknown][],
  /** Every line opened, newest last; null turns the next one away. */
  lines: [] as FakeLine[],
  opens: true,
  signedOut: () => undefined as void,
}));

interface FakeLine {
  closed: boolean;
  answers: boolean;
  drop: () => void;
  called: string[];
}

vi.mock("../shared/services/api", () => ({
  fetchTicket: () => server.ticket(),
  whenSignedOut: (then: () => void) => (server.signedOut = then),
  ask: (path: string, asked: unknown) => {
    server.ask.push([path, asked]);
    return Promise.resolve({ via: "post" });
  },
}));

vi.mock("../shared/services/hub", () => ({
  openLine: (_path: string, _ticket: string, _pushed: unknown, closed: () => void) => {
    if (!server.opens) return Promise.reject(new Error("blocked"));
    const fake: FakeLine = { closed: false, answers: true, called: [], drop: () => (fake.closed = true) && closed() };
    server.lines.push(fake);
    const answer = <T>(value: T) => (fake.answers ? Promise.resolve(value) : new Promise<T>(() => undefined));
    return Promise.resolve({
      call: (method: string) => (fake.called.push(method), answer({ via: "socket" })),
      tell: (method: string) => void fake.called.push(method),
      ping: () => (fake.called.push("ping"), answer(undefined)),
      close: () => !fake.closed && fake.drop(),
    });
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(server, { ask: [], lines: [], opens: true, ticket: () => Promise.resolve({ ticket: "t", expiresAt: 0 }) });
});
afterEach(() => {
  vi.useRealTimers();
  for (const stop of listening.splice(0)) stop();
});

/** The page of one test is gone before the next one's. */
const listening: (() => void)[] = [];
for (const target of [window, document]) {
  const listen = target.addEventListener.bind(target);
  vi.spyOn(target, "addEventListener").mockImplementation((name: string, heard: EventListenerOrEventListenerObject) => {
    listen(name, heard);
    listening.push(() => target.removeEventListener(name, heard));
  });
}

const soon = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

async function started() {
  const store = createStore("super-user", "en");
  const connected = vi.fn(() => Promise.resolve());
  const connection = keepConnected(store, "/hubs/super-user", () => undefined, connected);
  await soon();
  return { store, connection, connected };
}

test("a line that drops is opened anew, and the truth is asked for again", async () => {
  const { store, connected } = await started();
  expect(store.line.value).toBe("live");
  server.lines[0]!.drop();
  await soon(500);
  expect(server.lines).toHaveLength(2);
  expect([store.line.value, connected.mock.calls.length]).toEqual(["live", 2]);
});

test("a server that leaves is followed to another one before anybody is told of it", async () => {
  const { store } = await started();
  const shown: string[] = [];
  const stop = store.line.subscribe((state) => shown.push(state));
  server.lines[0]!.drop();
  await soon(499);
  await soon(1);
  expect(server.lines).toHaveLength(2);
  await soon(5_000);
  expect(shown).toEqual(["live"]);
  stop();
});

test("where no socket opens the truth is asked for every three seconds, and acts go by POST", async () => {
  server.opens = false;
  const { store, connection, connected } = await started();
  expect(store.line.value).toBe("slow");
  const before = connected.mock.calls.length;
  await soon(9_500);
  expect(connected.mock.calls.length - before).toBeGreaterThanOrEqual(3);
  expect(await connection.call("End", "t1", 3)).toEqual({ via: "post" });
  expect(server.ask.at(-1)).toEqual(["/api/threads/t1/end", { body: { fence: 3 } }]);
  server.opens = true;
  await soon(20_000);
  expect(store.line.value).toBe("live");
});

test("a call the line does not answer goes the other way, once and with its key, and the line is given up", async () => {
  const { connection } = await started();
  server.lines[0]!.answers = false;
  const sent = connection.call("Send", { threadId: "t1", key: "k-1", text: "hi", fence: 2 });
  await soon(8_000);
  expect(await sent).toEqual({ via: "post" });
  expect(server.ask).toEqual([["/api/threads/t1/events", { body: { text: "hi", fence: 2 }, key: "k-1" }]]);
  expect(server.lines[0]!.closed).toBe(true);
});

test("what cannot be repeated is not: it is said to have had no answer", async () => {
  const { connection } = await started();
  server.lines[0]!.answers = false;
  const released = connection.call("Release", "t1", 2).catch((error: Refused) => error.code);
  await soon(8_000);
  expect(await released).toBe("offline");
  expect(server.ask).toEqual([]);
});

test.each(["online", "pageshow"])("back from anywhere (%s), a line that looks open is asked whether it is", async (event) => {
  await started();
  server.lines[0]!.answers = false;
  dispatchEvent(Object.assign(new Event(event), { persisted: true }));
  await soon(5_500);
  expect(server.lines[0]!.called).toContain("ping");
  expect(server.lines).toHaveLength(2);
});

test("a machine that slept looks after its line at once", async () => {
  await started();
  await soon(5_000);
  expect(server.lines[0]!.called).toEqual([]);
  vi.setSystemTime(Date.now() + 3_600_000);
  await soon(5_000);
  expect(server.lines[0]!.called).toEqual(["ping"]);
});

test("whoever is signed out is told so and not asked for again and again; coming back to the page looks once more", async () => {
  const { store } = await started();
  server.ticket = () => {
    server.signedOut();
    return Promise.reject(new Refused({ code: "not_signed_in" }));
  };
  const asked = vi.spyOn(server, "ticket");
  server.lines[0]!.drop();
  await soon(60_000);
  expect(store.line.value).toBe("signed-out");
  expect(asked).toHaveBeenCalledTimes(1);
  server.ticket = () => Promise.resolve({ ticket: "t", expiresAt: 0 });
  dispatchEvent(new Event("online"));
  await soon();
  expect(store.line.value).toBe("live");
});

test("a ticket that is refused is no lost connection: the reason is said", async () => {
  const { store } = await started();
  server.ticket = () => Promise.reject(new Refused({ code: "not_allowed" }));
  server.lines[0]!.drop();
  await soon(5_000);
  expect([store.line.value, store.lineRefused.value]).toEqual(["lost", "not_allowed"]);
});
