import { expect, test } from "vitest";
import { readableAccent } from "../accent";
import tokens from "../tokens.css?raw";

const [light, dark] = tokens.split("@media screen and (prefers-color-scheme: dark)") as [string, string];

/** A token's colour in one mode; dark mode inherits what it does not change. */
function token(name: string, mode: string): number[] {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(mode) ?? new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(light);
  return channels(found![1]!);
}

const channels = (colour: string) =>
  colour.startsWith("#") ? [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) : colour.match(/\d+/g)!.map(Number);

function luminance(rgb: number[]): number {
  const [red, green, blue] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: number[], other: number[]): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

const steps = ["00", "33", "66", "99", "cc", "ff"];
const shops = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)));

for (const [name, mode] of [["light", light], ["dark", dark]] as const) {
  test(`any shop's accent can be read in ${name} mode, on every paper and under its own ink`, () => {
    for (const shop of shops) {
      const accent = channels(readableAccent(shop)[name]);
      for (const paper of ["surface", "raised", "sunken", "on-accent"]) {
        expect(contrast(accent, token(paper, mode)), `${shop} on ${paper}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test(`every text of the tokens can be read in ${name} mode`, () => {
    for (const ink of ["text", "text-soft", "accent", "danger", "good"]) {
      for (const paper of ["surface", "raised", "sunken"]) {
        expect(contrast(token(ink, mode), token(paper, mode)), `${ink} on ${paper}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(token("danger", mode), token("danger-soft", mode))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token("good", mode), token("good-soft", mode))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token("line-strong", mode), token("surface", mode))).toBeGreaterThanOrEqual(3);
  });
}

test("a readable accent stays as the shop chose it", () => {
  expect(readableAccent("#0f5c4f").light).toBe("rgb(15,92,79)");
});

test("what is no colour becomes our blue", () => {
  expect(readableAccent("red;}*{display:none")).toEqual(readableAccent("#2a5bc7"));
});

/** Colours shops really have, and the ones that are hardest to get right. */
const awkward = ["#ffff00", "#ffd400", "#ffffff", "#000000", "#777777", "#808080", "#7f7f80", "#fefefe", "#010101", "#00ff00", "#ff00ff", "#0000ff"];

test.each([...awkward, "", "transparent", "#fff", "rgb(1,2,3)", "#ffffffff", "inherit"])("%s: words, initials, own bubbles and the focus ring can be seen by day and by night", (shop) => {
  for (const [name, mode] of [["light", light], ["dark", dark]] as const) {
    const accent = channels(readableAccent(shop)[name]);
    const surface = token("surface", mode);
    // --accent-soft of ui/tokens.css.
    const soft = surface.map((part, at) => part * 0.9 + accent[at]! * 0.1);
    expect(contrast(accent, soft), `initials, ${name}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accent, token("on-accent", mode)), `own bubbles and buttons, ${name}`).toBeGreaterThanOrEqual(4.5);
    for (const paper of ["surface", "raised", "sunken"]) expect(contrast(accent, token(paper, mode)), `ring and words on ${paper}, ${name}`).toBeGreaterThanOrEqual(4.5);
  }
});
