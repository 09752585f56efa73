import { vi } from "vitest";
import type { Doorway } from "../../loader/doorway";
import { makeConversation } from "../services/conversation";
import { makeMemory } from "../services/memory";
import { makeStore } from "../store/store";
import { texts } from "../texts/en";
import { state } from "./state";

interface Asked {
  path: string;
  token: string | undefined;
  body: { token?: string; text?: string; key?: string };
}

/** Answers by the beginning of their path; a refusal has a `code`. */
export type Server = Record<string, (asked: Asked) => object | Promise<object>>;

export const never = () => new Promise<never>(() => {});

type Fetch = (path: string, options: { headers: Record<string, string>; body?: string }) => Promise<Response>;

/** Each page has a server of its own, so that several may be open in a browser. */
const servers: Fetch[] = [];

/** A page of the shop that a visitor acts on, and everything its server was asked. No line opens. */
export function page(server: Server, change: Partial<Doorway> = {}) {
  const asked: Asked[] = [];
  const all: Server = { tickets: () => ({ code: "storage_away" }), "visitors/leave": () => ({}), visitors: () => ({ token: "guest" }), ...server };
  const paths = Object.keys(all).sort((one, other) => other.length - one.length);
  const base = `http://${servers.length}/`;
  servers.push(async (path, { headers, body }) => {
    const one = { path, token: headers["X-Visitor"], body: JSON.parse(body ?? "{}") };
    asked.push(one);
    const answer = await (all[paths.find((known) => path.startsWith(known))!] ?? never)(one);
    return new Response(JSON.stringify(answer), { status: "code" in answer ? 401 : 200 });
  });
  vi.stubGlobal("fetch", (url: string, options: never) => {
    const [, at, path] = /^http:\/\/(\d+)\/api\/(.*)/.exec(url)!;
    return servers[Number(at)]!(path!, options);
  });
  const memory = makeMemory("shop", () => {});
  const store = makeStore(state({ texts }));
  const emit = vi.fn();
  const door = { base, site: "shop", emit, shop: { topic: null, product: null }, language: "en", ...change } as unknown as Doorway;
  const conversation = makeConversation(door, store, memory, () => {});
  const tokensLeft = () => asked.filter(({ path }) => path == "visitors/leave").map(({ body }) => body.token);
  const to = (path: string) => asked.filter((one) => one.path == path);
  /** The shop says who is signed in. */
  const identify = (jwt: string | null) => {
    door.jwt = jwt;
    return conversation.identify();
  };
  return { conversation, memory, store, door, emit, asked, to, tokensLeft, identify };
}

/** What a shop signs, as far as a browser can read it. */
export const jwt = (sub: string, exp = 1_000) => `h.${btoa(JSON.stringify({ sub, exp }))}.${"s"}`;

/** Settled by the test, when it is time. */
export function later<T>() {
  let answer!: (value: T) => void;
  const promise = new Promise<T>((resolve) => (answer = resolve));
  return { promise, answer };
}
