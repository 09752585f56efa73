// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { reviewKeys } from "../pages/review";

const sent = vi.fn();
const listening = vi.spyOn(globalThis, "addEventListener");
// Nothing is loaded here.
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) sent((event.target as HTMLElement).id);
  event.preventDefault();
});

// As the page comes: two drafts of a part of the queue, the buttons for several, the sentence that is said beside them.
function open(part = " ", refused = "") {
  document.body.innerHTML = `
    <form id="bulk"><button></button></form>
    <p role="alert" data-selected-unsaved="Save it first." hidden></p>
    <ul data-review="${part}">${["a", "b"]
      .map(
        (id) => `<li id="d-${id}" tabindex="-1" aria-label="Draft ${id}" data-refused="${refused === id}" data-unsaved="${refused === id}"><form>
      <input type="checkbox" name="selected" data-select><textarea name="Title">Which&#13;&#10;lamp?</textarea>
      <input type="checkbox" name="WithProduct" checked><button data-key="p"></button></form></li>`,
      )
      .join("")}</ul>
    <dialog id="keys"><input type="checkbox" data-shortcuts checked></dialog>`;
  reviewKeys();
}

beforeEach(() => {
  sessionStorage.clear();
  sent.mockClear();
  open();
});

const draft = (id: string) => document.querySelector<HTMLElement>(`#d-${id}`)!;
const type = (id: string, words: string) => (draft(id).querySelector("textarea")!.value = words);
const said = () => document.querySelector<HTMLElement>("[data-selected-unsaved]")!;

/** Whether the page asks before it is left. */
function asks() {
  const event = new Event("beforeunload", { cancelable: true });
  // Pages that were open before are gone.
  (listening.mock.calls.findLast(([name]) => name === "beforeunload")![1] as EventListener)(event);
  return event.defaultPrevented;
}

const submit = (form: Element) => form.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));

test("a page nobody typed into is left without a question, whatever was selected", () => {
  draft("a").querySelector<HTMLInputElement>("[data-select]")!.click();
  expect(asks()).toBe(false);
});

test("none of several is decided while one of them holds what nobody saved, and its name is said", () => {
  type("b", "Which one?");
  for (const id of ["a", "b"]) draft(id).querySelector<HTMLInputElement>("[data-select]")!.click();
  submit(document.querySelector("#bulk")!);
  expect(sent).not.toHaveBeenCalled();
  expect([said().hidden, said().textContent]).toEqual([false, "Save it first. – Draft b"]);

  draft("b").querySelector<HTMLInputElement>("[data-select]")!.click();
  submit(document.querySelector("#bulk")!);
  expect(sent).toHaveBeenCalledTimes(1);
  expect(said().hidden).toBe(true);
});

test("a box that was unticked is unsaved as words are", () => {
  draft("a").querySelector<HTMLInputElement>("[name=WithProduct]")!.click();
  expect(asks()).toBe(true);
});

test("a draft's own button takes its words along, and asks for those of another", () => {
  type("a", "Which one?");
  expect(asks()).toBe(true);
  submit(draft("a").querySelector("form")!);
  expect(asks()).toBe(false);
  // Whoever stayed is asked the next time.
  expect(asks()).toBe(true);
  submit(draft("b").querySelector("form")!);
  expect(asks()).toBe(true);
});

test("what came back refused is saved nowhere and has the focus", () => {
  open(" ", "b");
  expect(document.activeElement!.id).toBe("d-b");
  expect(asks()).toBe(true);
  draft("b").querySelector<HTMLInputElement>("[data-select]")!.click();
  submit(document.querySelector("#bulk")!);
  expect(sent).not.toHaveBeenCalled();
});

test("the next draft has the focus where the same part of the queue is drawn again, and none in another", () => {
  submit(draft("b").querySelector("form")!);
  open();
  expect(document.activeElement!.id).toBe("d-b");

  submit(draft("b").querySelector("form")!);
  open("mine ");
  expect(document.activeElement).toBe(document.body);
});
