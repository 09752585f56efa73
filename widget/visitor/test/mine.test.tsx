// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test, vi } from "vitest";
import { words } from "../after/en";
import type { Part } from "../components/acts";
import { AskForm } from "../components/AskForm";
import { Talk } from "../components/Talk";
import { myData } from "../texts/myData";
import { message, snapshot, state, visitor } from "./state";

// Sheets are the browser tests' business.
vi.mock("../util/styled", () => ({ styled: () => {} }));
vi.stubGlobal("ResizeObserver", class { observe() {} disconnect() {} });

const t = myData("en");
const published = { threadId: "T0", question: "Does it dim?", askedAt: 0, consent: { given: true, version: "2", asked: "2", publication: "published", page: "/a/T0" } };

/** The first screen, or a conversation, of somebody with a token or without. */
function drawn(change: object, token: string | null) {
  const root = document.createElement("div");
  const get = vi.fn(async () => ({ value: { conversations: [published] }, refusal: null }));
  const post = vi.fn(async () => ({ value: { ...published.consent, given: false, publication: "withdrawn", page: null }, refusal: null }));
  const door = { root, look: { languages: [], charter: null }, shop: {} };
  const act = { http: { token, get, post }, send: vi.fn(), typing: vi.fn(), ask: vi.fn(), aside: vi.fn() };
  const part = { state: state(change), act, door, set: () => draw() } as unknown as Part;
  const Screen = part.state.thread ? Talk : AskForm;
  const draw = () => render(<Screen {...part} />, root);
  draw();
  const press = (name: string) => vi.waitFor(() => [...root.querySelectorAll("button")].find((one) => one.textContent == name)!.click());
  return { root, get, post, press, act, draw };
}

test("after asking something else what was agreed to once is listed on the first screen and can be taken back", async () => {
  const { root, post, press } = drawn({}, "guest");
  await vi.waitFor(() => expect(root.textContent).toContain("Does it dim?"));
  await press(words.takeDown);
  await press(words.takeDown);
  await vi.waitFor(() => expect(root.textContent).toContain(words.takenDown));
  expect(post).toHaveBeenCalledExactlyOnceWith("threads/T0/consent", { given: false });
});

test("whoever comes after somebody else sees only what is theirs, also when the answer for the other comes late", async () => {
  const { root, get, act, draw } = drawn({}, "guest");
  await vi.waitFor(() => expect(root.textContent).toContain("Does it dim?"));
  const own = (question: string) => ({ value: { conversations: [{ ...published, question }] }, refusal: null });
  let late!: (value: ReturnType<typeof own>) => void;
  get.mockReturnValueOnce(new Promise((done) => (late = done))).mockResolvedValueOnce(own("Is it mine?"));

  act.http.token = "second";
  draw();
  expect(root.textContent).not.toContain("Does it dim?");
  act.http.token = "third";
  // Before anything is drawn anew, and after.
  late(own("Is it the second's?"));
  await new Promise((done) => setTimeout(done));
  expect(root.textContent).not.toContain("the second's");
  draw();
  await vi.waitFor(() => expect(root.textContent).toContain("Is it mine?"));
  expect(root.textContent).not.toContain("the second's");
});

test("what is kept can be taken along and erased from the first screen, and nothing is asked for whoever was never here", async () => {
  const { root } = drawn({}, "guest");
  await vi.waitFor(() => expect(root.textContent).toContain(t.erase));
  const stranger = drawn({}, null);
  await new Promise((done) => setTimeout(done));
  expect(stranger.root.textContent).not.toContain(t.erase);
  expect(stranger.get).not.toHaveBeenCalled();
});

test.each(["waiting", "parked"])("what is kept can be erased while a question is %s", async (is) => {
  const events = [message(1, "Q", visitor)];
  const { events: _, ...head } = { ...snapshot(events), state: is };
  const { root } = drawn({ thread: head, events }, "guest");
  await vi.waitFor(() => expect(root.textContent).toContain(t.erase));
});
