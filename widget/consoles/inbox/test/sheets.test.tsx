// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { button, happens } from "../../test/drawn";
import { Sheets } from "../components/Sheets";
import { createDesk } from "../services/desk";
import { createReplies } from "../services/replies";
import type { OpenSheet } from "../store/inbox";
import { anInbox, drawnAt } from "./drawn";
import { row } from "./sample";

/** What the server says of what is posted; null: it refuses. */
let answer: (path: string) => unknown;
const reply = { id: "r1", title: "Sizes", text: "Take 43.", version: 1 };

beforeEach(() => {
  localStorage.clear();
  HTMLElement.prototype.scrollIntoView ??= () => undefined;
  vi.stubGlobal("fetch", async (path: string) => {
    const said = answer(path);
    return { ok: said !== null, status: said ? 200 : 409, json: async () => said ?? { code: "storage_away" } };
  });
});
afterEach(() => void vi.unstubAllGlobals());

async function opened(kind: OpenSheet["kind"]) {
  const at = anInbox();
  at.inbox.sheet.value = { kind, threadId: "t1" };
  at.inbox.replies.value = [reply] as never;
  const session = { store: at.store, actions: {}, line: {}, truth: { resume: vi.fn() } } as never;
  const desk = createDesk(session, at.inbox, { apply: vi.fn(), tags: vi.fn(), onChange: vi.fn() } as never);
  const root = await drawnAt({ ...at, desk, replies: createReplies(session, at.inbox) }, <Sheets />);
  const type = (box: HTMLInputElement, text: string) =>
    happens(() => {
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const submit = () => happens(() => root.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true })));
  const settles = () => happens(() => new Promise((done) => setTimeout(done)));
  const press = (text: string) => happens(() => button(root, text)!.click()).then(settles);
  return { root, type, submit: () => submit().then(settles), press, alert: () => root.querySelector("dialog [role=alert]")?.textContent ?? null };
}

test("a tag that is refused stays in its field, and why is said in the window", async () => {
  answer = (path) => (path.endsWith("/tags") ? null : { row: row("t1"), tried: [], notAsked: {} });
  const { root, type, submit, alert } = await opened("tags");
  const box = root.querySelector("input")!;
  await type(box, "sizes");
  await submit();
  expect(box.value).toBe("sizes");
  expect(alert()).toContain("We could not save that just now");
  answer = () => row("t1");
  await submit();
  expect(box.value).toBe("");
});

test("a reply is said to be removed once it is, and why not where it was refused", async () => {
  answer = (path) => (path.endsWith("/remove") ? null : [reply]);
  const { root, press, alert } = await opened("replies");
  await press(root.querySelector<HTMLElement>(".row-end button")!.textContent!.trim());
  await press("Remove");
  expect(root.textContent).not.toContain("removed");
  expect(alert()).toContain("We could not save that just now");
  expect(root.querySelector("input")!.value).toBe("Sizes");
  answer = () => [reply];
  await press("Remove");
  expect(button(root, "Undo")).toBeDefined();
});

test("a reply that was kept is not kept again because the list could not be read anew", async () => {
  let kept = 0;
  answer = (path) => (path === "/api/replies" && kept++ > 0 ? null : reply);
  const { root, type, press, submit } = await opened("replies");
  await press("New reply");
  await type(root.querySelector("input")!, "Sizes");
  await type(root.querySelector("textarea") as unknown as HTMLInputElement, "Take 43.");
  await submit();
  expect(root.querySelector("form")).toBeNull();
});
