// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { Picture } from "../shared/components/Picture";
import { createStore } from "../shared/store";
import { drawn } from "./drawn";

async function shown(image: string | null) {
  const store = createStore("super-user", "en");
  store.pictureOrigins.value = ["https://shop.example"];
  const root = await drawn(<Picture name="Aube 200" image={image} />, { store });
  return root.querySelector("img")?.src ?? root.textContent;
}

test.each([
  ["https://shop.example/aube.jpg", "https://shop.example/aube.jpg"],
  [`${location.origin}/aube.jpg`, `${location.origin}/aube.jpg`],
  ["https://elsewhere.example/aube.jpg", "A"],
  ["javascript:alert(1)", "A"],
  [null, "A"],
])("of the shop's pictures and ours (%s) those the page's policy loads are shown, else a letter", async (image, shows) => {
  expect(await shown(image)).toBe(shows);
});
