// The REST door: every answer is a value or a refusal, a broken line included.
import type { Refusal, Reply } from "../../wire/contracts";

const PATIENCE = 15_000;

export interface Http {
  get<T>(path: string): Promise<Reply<T>>;
  post<T>(path: string, body?: object, key?: string | null): Promise<Reply<T>>;
  /** Sent as X-Visitor from then on. */
  token: string | null;
}

/** Refusals of our own, where no server was reached. */
export const OFFLINE = "offline";

export function makeHttp(base: string, site: string): Http {
  const call = async <T>(method: string, path: string, body?: object, key?: string | null): Promise<Reply<T>> => {
    const { token } = http;
    const headers: Record<string, string> = { "X-Site": site };
    if (token) headers["X-Visitor"] = token;
    if (body) headers["Content-Type"] = "application/json";
    if (key) headers["Idempotency-Key"] = key;
    try {
      const answer = await fetch(base + "api/" + path, {
        method,
        headers,
        credentials: "omit",
        // What was said goes out though its page goes away.
        keepalive: !!key,
        signal: AbortSignal.timeout(PATIENCE),
        ...(body && { body: JSON.stringify(body) }),
      });
      const told = await answer.text();
      const value = told ? JSON.parse(told) : {};
      if (answer.ok) return { value, refusal: null };
      // That a token of before is not known says nothing of who we are now.
      if (value.code != "not_signed_in" || token == http.token) return refused({ ...value, message: value.detail ?? "" });
    } catch {}
    return refused({ number: 0, code: OFFLINE, message: "", retryAfter: null });
  };
  const http: Http = {
    token: null,
    get: (path) => call("GET", path),
    post: (path, body = {}, key) => call("POST", path, body, key),
  };
  return http;
}

const refused = (refusal: Refusal) => ({ value: null, refusal });
