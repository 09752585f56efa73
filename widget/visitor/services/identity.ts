// Who the shop says this is: its signed word is exchanged for a token of this device. Fetched where a shop says anything at all.
import type { Doorway } from "../../loader/doorway";
import type { IdentityWelcome } from "../../wire/contracts";
import type { Http } from "./http";
import type { Kept, Memory } from "./memory";

interface Parts {
  door: Doorway;
  http: Http;
  memory: Memory;
  takeUp(kept: Omit<Kept, "at">): void;
  quit(): void;
  fail(refusal: { code: string; message: string }): void;
}

const NOT_VALID = "identity_not_valid";

/** Only to see whether it is still the same person, and which word is the newer one; who they are is the server's to say. */
function read(jwt: string): { sub: string; exp: number } {
  try {
    const { sub, exp } = JSON.parse(atob(jwt.split(".")[1]!.replace(/-/g, "+").replace(/_/g, "/")));
    return { sub, exp };
  } catch {
    return { sub: jwt, exp: 0 };
  }
}

/** A word that was turned down is not said again, and the shop is told once: with its keys wrong, each fresh word would bring the next. */
let spent: string | undefined;

export async function identify(parts: Parts): Promise<void> {
  const { door } = parts;
  const { jwt } = door;
  // A sign-out is done once: whoever is here afterwards is a guest like any other.
  if (jwt === null) door.jwt = undefined;
  const done = door.jwt;
  if (jwt) await exchange(parts, jwt);
  else if (jwt === null && parts.memory.get()?.who) await signOut(parts);
  // The shop has said something else while the server was asked.
  if (door.jwt !== done) return identify(parts);
}

async function signOut({ http, memory, quit }: Parts) {
  const token = http.token || memory.get()?.token;
  quit();
  if (token) await http.post("visitors/leave", { token });
}

async function exchange(parts: Parts, jwt: string) {
  const { door, http, memory, takeUp, fail } = parts;
  const { sub, exp } = read(jwt);
  const kept = memory.get();
  const was = kept?.who;
  if (jwt == spent || (was?.sub == sub && was.until > Date.now() && kept!.token)) return;
  // Somebody nobody vouched for finishes their talk as nobody: the one is never made into the other.
  if (!was && kept?.open) return;
  /** Only the shop can mend it: by a fresh word, or by its page loaded anew. */
  const turnDown = () => {
    if (!spent) door.emit("unavailable", { reason: NOT_VALID });
    spent = jwt;
    fail({ code: NOT_VALID, message: "" });
  };
  if (was && was.sub != sub) {
    // A page from before the one that named who is here now.
    if (exp < was.exp) return turnDown();
    await signOut(parts);
  }
  const { value, refusal } = await http.post<IdentityWelcome>("identity", { token: jwt });
  if (door.jwt !== jwt) {
    if (value) void http.post("visitors/leave", { token: value.token });
    return;
  }
  if (!value) {
    console.warn("CommunityWidget: identify", refusal!.code);
    return refusal!.code == NOT_VALID && turnDown();
  }
  const visit = { token: value.token, thread: value.threadId, open: value.isOpen, who: { sub, until: value.expiresAt, exp } };
  spent = undefined;
  memory.set(visit);
  takeUp(visit);
}
