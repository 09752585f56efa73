// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { button, happens } from "../../test/drawn";
import { event, me, snapshot } from "../../test/sample";
import { Given } from "../components/Given";
import { Sheets } from "../components/Sheets";
import { createDesk } from "../services/desk";
import { handNoteOf } from "../services/handing";
import { anInbox, drawnAt } from "./drawn";
import { row } from "./sample";

const leo = { ...me, id: "m2", name: "Leo" };
const person = (who: typeof me, here = false) => ({ who, topics: [], languages: ["en"], free: 1, here });
const parked = snapshot([event(1)], { state: "parked", responder: null, fence: 4 });

let posted: { path: string; body: unknown }[];
let people: ReturnType<typeof person>[];
/** Why the server does not; null: it does. "offline": nobody answers. */
let refusal: string | null;

beforeEach(() => {
  localStorage.clear();
  posted = [];
  people = [person(me), person(leo)];
  refusal = null;
  vi.stubGlobal("fetch", async (path: string, { body }: { body?: string }) => {
    if (path.includes("name=zo")) return { ok: true, status: 200, json: async () => [person({ ...me, id: "z", name: "Zoe" })] };
    if (path.startsWith("/api/reachable")) return { ok: true, status: 200, json: async () => people };
    if (path.startsWith("/api/inbox/")) return { ok: true, status: 200, json: async () => ({ row: row("t1"), tried: [], notAsked: {} }) };
    posted.push({ path, body: JSON.parse(body ?? "{}") });
    if (refusal === "offline") throw new TypeError("offline");
    return { ok: !refusal, status: refusal ? 409 : 200, json: async () => (refusal ? { code: refusal } : {}) };
  });
});
afterEach(() => vi.unstubAllGlobals());

async function handing(assignee: typeof me | null = null) {
  const at = anInbox();
  at.store.chats.snapshot(parked);
  at.inbox.details.value = new Map([["t1", { row: row("t1", { state: "parked", rung: "parked", assignee }), tried: [], notAsked: {} }]]);
  at.inbox.sheet.value = { kind: "hand", threadId: "t1" };
  const expects = vi.fn();
  const desk = createDesk({ store: at.store, actions: {}, line: {}, truth: { resume: vi.fn() } } as never, at.inbox, { apply: vi.fn(), tags: vi.fn(), onChange: vi.fn(), expects } as never);
  const root = await drawnAt({ ...at, desk }, <><Given /><Sheets /></>);
  const settles = () => happens(() => new Promise((done) => setTimeout(done)));
  await settles();
  const choice = (text: string) => [...root.querySelectorAll("button")].find((one) => one.textContent!.startsWith(text));
  return { ...at, root, expects, choice, desk, settles, press: (text: string) => happens(() => choice(text)!.click()).then(settles) };
}

test("a parked question is given with its note under the fence that was seen, and can be taken back", async () => {
  const { store, inbox, press, root } = await handing();
  store.drafts.set(handNoteOf("t1"), "You know this maker.");
  await press("Leo");
  expect(posted).toEqual([{ path: "/api/threads/t1/transfer", body: { fence: 4, member: "m2", note: "You know this maker." } }]);
  expect([store.drafts.get(handNoteOf("t1")), inbox.sheet.value, root.querySelector("[role=status]")!.textContent]).toEqual(["", null, "Given to Leo"]);
  expect(store.chats.get("t1")).toBeDefined();
  await happens(() => button(root, "Undo")!.click());
  expect(posted[1]!.path).toBe("/api/threads/t1/undo-transfer");
  await vi.waitFor(() => expect(inbox.given.value).toBeNull());
});

test("what is refused keeps its note for the next try, and there is nothing to take back", async () => {
  refusal = "stale_fence";
  const { store, inbox, press, expects, settles } = await handing();
  store.drafts.set(handNoteOf("t1"), "You know this maker.");
  await press("Leo");
  expect([store.drafts.get(handNoteOf("t1")), inbox.given.value]).toEqual(["You know this maker.", null]);
  await happens(() => void (inbox.sheet.value = { kind: "hand", threadId: "t1" }));
  await settles();
  await press("You");
  expect(expects.mock.calls).toEqual([["t1"], ["t1", false]]);
  expect(store.notices.all.value[0]!.text).toContain("changed hands");
});

test("it goes to oneself without news of it, and back to the community only where somebody has it", async () => {
  const { press, expects, choice, root } = await handing();
  expect(choice("The community")).toBeUndefined();
  await press("You");
  expect(root.querySelector("[role=status]")!.textContent).toBe("Given to you");
  expect(expects).toHaveBeenCalledWith("t1");
  const again = await handing(leo);
  await again.press("The community");
  expect(posted.at(-1)!.body).toEqual({ fence: 4 });
  expect(again.root.querySelector("[role=status]")!.textContent).toBe("Given back to the community");
});

test("who is away is said to be, and among many one is found by name", async () => {
  people = [person(leo, true), ...Array.from({ length: 10 }, (_, at) => person({ ...me, id: `x${at}`, name: `Somebody ${at}` }))];
  const { root, choice } = await handing();
  expect([choice("Leo")!.textContent, choice("Somebody 3")!.textContent]).toEqual(["LeoHere", "Somebody 3Away"]);
  const box = root.querySelector<HTMLInputElement>("input[type=search]")!;
  await happens(() => {
    box.value = "eo";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  expect([choice("Leo") !== undefined, choice("Somebody 3")]).toEqual([true, undefined]);
  await happens(() => box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
  expect(posted[0]!.body).toEqual({ fence: 4, member: "m2" });
});

test("who is beyond those that are listed is found by name", async () => {
  people = Array.from({ length: 200 }, (_, at) => person({ ...me, id: `x${at}`, name: `Somebody ${at}` }));
  const { root, choice, settles } = await handing();
  const box = root.querySelector<HTMLInputElement>("input[type=search]")!;
  await happens(() => {
    box.value = "zo";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  expect(root.textContent).not.toContain("Nobody is called that");
  await vi.waitFor(async () => {
    await settles();
    expect(choice("Zoe")).toBeDefined();
  });
});

test("Enter gives to nobody while one of the same name may be among those beyond", async () => {
  people = [person({ ...me, id: "m", name: "Zoe M." }), ...Array.from({ length: 199 }, (_, at) => person({ ...me, id: `x${at}`, name: `Somebody ${at}` }))];
  const { root, choice, settles } = await handing();
  const box = root.querySelector<HTMLInputElement>("input[type=search]")!;
  const enter = () => happens(() => box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
  await happens(() => {
    box.value = "zo";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await enter();
  await vi.waitFor(async () => {
    await settles();
    expect([choice("Zoe M."), choice("Zoe")].every(Boolean)).toBe(true);
    expect(root.querySelectorAll(".choice").length).toBe(2);
  });
  await enter();
  expect(posted).toEqual([]);
});

test("a note that its volunteer will not see is said to be so, before it is given", async () => {
  people = [person({ ...me, id: "m3", name: "Kim", kind: "agent" }), person(leo)];
  const { store, choice, settles } = await handing();
  expect(choice("Leo")!.textContent).toBe("LeoAway");
  await happens(() => store.drafts.set(handNoteOf("t1"), "You know this maker."));
  await settles();
  expect([choice("Leo")!.textContent, choice("Kim")!.textContent]).toEqual(["LeoAway · Does not see the note", "KimAway"]);
});

test("a taking back that nobody answers is asked again as long as there is time", async () => {
  const { inbox, press, desk, settles } = await handing();
  await press("Leo");
  refusal = "offline";
  const undone = desk.undo();
  await settles();
  expect(desk.undoableAt()).toBeNull();
  refusal = null;
  await undone;
  expect([posted.filter(({ path }) => path.endsWith("undo-transfer")).length, inbox.given.value]).toEqual([2, null]);
});
