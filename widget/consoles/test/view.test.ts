import { beforeEach, expect, test } from "vitest";
import { columns } from "../shared/store/columns";
import { createView } from "../shared/store/view";

beforeEach(() => (columns.value = 2));

test("talks stand side by side where they were put; a newcomer takes the place of the one left alone longest", () => {
  const view = createView();
  for (const id of ["a", "b"]) view.show(id);
  view.use("a");
  view.show("c");
  expect(view.shown.value).toEqual(["a", "c"]);
  expect(view.current.value).toBe("c");
});

test("a column that is closed leaves its neighbour in use, and the cursor goes there", () => {
  const view = createView();
  for (const id of ["a", "b"]) view.open(id);
  view.close("b");
  expect([view.shown.value, view.current.value, view.focusOn.value]).toEqual([["a"], "a", "a"]);
  view.close("a");
  expect([view.shown.value, view.current.value, view.talking.value]).toEqual([[], null, false]);
});

test("where there is room for one, the next replaces it", () => {
  columns.value = 1;
  const view = createView();
  for (const id of ["a", "b"]) view.open(id);
  expect(view.shown.value).toEqual(["b"]);
});
