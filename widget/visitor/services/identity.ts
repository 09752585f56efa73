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
}

/** Only to see whether it is still the same person; who they are is the server's to say. */
const subjectOf = (jwt: string) => {
  try {
    return JSON.parse(atob(jwt.split(".")[1]!.replace(/-/g, "+").replace(/_/g, "/"))).sub as string;
  } catch {
    return jwt;
  }
};

export async function identify({ door, http, memory, takeUp, quit }: Parts) {
  const { jwt } = door;
  // Goes with everything else the browser keeps of a visit. memoryKey, written out: a name shared with the app would be one more file of its first ones.
  const note = `community-widget:${door.site}:who`;
  const kept = memory.get();
  const was = read(note);
  const signOut = async () => {
    const token = http.token || kept?.token;
    quit();
    if (token) await http.post("visitors/leave", { token });
  };
  if (jwt === null) return signOut();
  const who = subjectOf(jwt!);
  if (was && was.who == who && was.until > Date.now() && kept?.token) return;
  // Somebody nobody vouched for finishes their talk as nobody: the one is never made into the other.
  if (!was && kept?.open) return;
  if (was || kept?.token) await signOut();
  http.token = null;
  const { value, refusal } = await http.post<IdentityWelcome>("identity", { token: jwt });
  if (!value) return console.warn("CommunityWidget: identify", refusal!.code);
  const visit = { token: value.token, thread: value.threadId, open: value.isOpen };
  memory.set(visit);
  try {
    localStorage.setItem(note, JSON.stringify({ who, until: value.expiresAt }));
  } catch {
    // Asked again on the next page.
  }
  takeUp(visit);
}

function read(note: string): { who: string; until: number } | null {
  try {
    return JSON.parse(localStorage.getItem(note)!);
  } catch {
    return null;
  }
}
