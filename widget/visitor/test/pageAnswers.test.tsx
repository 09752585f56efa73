// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test, vi } from "vitest";
import type { PublishedAnswer } from "../../wire/contracts";
import { words } from "../after/en";
import type { Part } from "../components/acts";
import { PageAnswers } from "../components/PageAnswers";
import { snapshot, state } from "./state";

const answer = (id: string, accepted = false): PublishedAnswer => ({ id, text: `Text ${id}`, author: "Maya", accepted });
const tick = () => new Promise((done) => setTimeout(done));

/** Three answers, the first accepted; the server puts the accepted one first, after a moment. */
async function drawn(refused = false) {
  const posted: string[] = [];
  let answered = () => {};
  const post = (_: string, { answer: chosen }: { answer: string }) => {
    posted.push(chosen);
    const rest = ["a", "b", "c", "d"].filter((id) => id != chosen);
    const reply = refused ? { value: null, refusal: { code: "not_found" } } : { value: { answers: [answer(chosen, true), ...rest.map((id) => answer(id))] }, refusal: null };
    return new Promise((done) => (answered = () => done(reply)));
  };
  const aside = vi.fn();
  const act = { http: { get: async () => ({ value: { answers: [answer("a", true), answer("b"), answer("c")] } }), post }, aside };
  const root = document.createElement("div");
  document.body.append(root);
  render(<PageAnswers {...({ state: state({ thread: snapshot([]) }), act } as unknown as Part)} />, root);
  await tick();
  const radios = () => [...root.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  return {
    root,
    posted,
    aside,
    order: () => [...root.querySelectorAll("label span")].map((one) => one.textContent!.slice(-1)).join(""),
    chosen: () => radios().map((one) => (one.checked ? "x" : "-")).join(""),
    async choose(at: number) {
      radios()[at]!.focus();
      radios()[at]!.click();
      await tick();
    },
    async press() {
      root.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
      await tick();
    },
    async answer() {
      answered();
      await tick();
    },
    focused: () => radios().indexOf(document.activeElement as HTMLInputElement),
  };
}

test("going through the answers by key makes nothing public, and none moves under the focus", async () => {
  const { choose, posted, order, chosen, focused } = await drawn();
  await choose(1);
  await choose(2);
  expect([posted, order(), chosen(), focused()]).toEqual([[], "abc", "--x", 2]);
});

test("what is pressed is said once, and the order stays as it was read", async () => {
  const { root, choose, press, answer: come, posted, order, chosen } = await drawn();
  await choose(2);
  await press();
  await press();
  expect(posted).toEqual(["c"]);
  await come();
  // What was added meanwhile stands behind.
  expect([order(), chosen(), root.querySelector("[role=status]")!.textContent]).toEqual(["abcd", "--x-", words.answerFirst]);
  await press();
  expect(posted).toEqual(["c"]);
  await choose(0);
  expect(root.querySelector("[role=status]")!.textContent).toBe("");
});

test("what stands first already is not said again", async () => {
  const { press, posted, choose, root } = await drawn();
  await press();
  await choose(0);
  await press();
  expect([posted, root.querySelector("button")!.getAttribute("aria-disabled")]).toEqual([[], "true"]);
});

test("a refusal is told, and the choice stays to be pressed again", async () => {
  const { choose, press, answer: come, aside, chosen, posted } = await drawn(true);
  await choose(1);
  await press();
  await come();
  expect([aside.mock.calls.length, chosen()]).toEqual([1, "-x-"]);
  await press();
  expect(posted).toEqual(["b", "b"]);
});
