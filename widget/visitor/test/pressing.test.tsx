// @vitest-environment happy-dom
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Part } from "../components/acts";
import { Email } from "../components/Email";
import { Rating } from "../components/Rating";
import { message, snapshot, status, visitor } from "./state";
import { later, page, type Server } from "./visit";

// Sheets are the browser tests' business.
vi.mock("../util/styled", () => ({ styled: () => {} }));

let stop = () => {};

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => stop());

/** A question that is parked, or has ended, with one of its forms below. */
async function drawn(Form: typeof Email | typeof Rating, server: Server) {
  const ended = Form == Rating;
  localStorage.setItem("community-widget:shop", JSON.stringify({ token: "guest", thread: "T1", open: !ended, at: Date.now() }));
  const thread = { ...snapshot([message(1, "Q", visitor), status(2, ended ? "closed" : "parked", "topic", "ended")]), state: ended ? "closed" : "parked" };
  const one = page({ "threads/T1/events": () => thread, ...server });
  stop = one.conversation.stop;
  one.conversation.resume();
  await vi.waitFor(() => expect(one.store.get().thread).toBeTruthy());
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  const Drawn = Form as typeof Email;
  render(<Drawn {...({ state: one.store.get(), act: one.conversation, set: one.store.set, door: { root } } as unknown as Part)} />, root);
  const submit = () => void root.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
  return { ...one, root, submit, field: root.querySelector("input")! };
}

test("an address left by a double press is left once", async () => {
  const { promise, answer } = later<object>();
  const { to, submit, field } = await drawn(Email, { "threads/T1/email": () => promise });
  field.value = "ana@example.org";
  submit();
  submit();
  answer({});
  await vi.waitFor(() => expect(to("threads/T1/email")).toHaveLength(1));
  // And may be left once more afterwards.
  await vi.waitFor(() => {
    submit();
    expect(to("threads/T1/email")).toHaveLength(2);
  });
});

test("a rating sent by a double press is sent once", async () => {
  const { promise, answer } = later<object>();
  const { to, submit, field, emit } = await drawn(Rating, { "threads/T1/rating": () => promise });
  field.checked = true;
  submit();
  submit();
  answer({});
  await vi.waitFor(() => expect(emit).toHaveBeenCalledWith("rated", { threadId: "T1" }));
  expect(to("threads/T1/rating")).toHaveLength(1);
});

test("no address at all is refused like one that is none, and the field waits for another", async () => {
  const { store, to, submit, field } = await drawn(Email, { "threads/T1/email": () => ({ code: "email_not_usable", detail: "That does not look like an e-mail address." }) });
  submit();
  await vi.waitFor(() => expect(store.get().error).toBe("That does not look like an e-mail address."));
  expect(to("threads/T1/email").map(({ body }) => (body as { email?: string }).email)).toEqual([""]);
  await vi.waitFor(() => expect(document.activeElement).toBe(field));
});
