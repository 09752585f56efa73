import { expect, test, vi } from "vitest";
import { words as en } from "../after/en";
import { words as fr } from "../after/fr";
import { exactTime, saidAhead, saidTime } from "../util/time";

const friday = new Date(2026, 2, 6, 19, 0).getTime();
const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute).getTime();
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("a moment to come is said as people say it", () => {
  const says = (when: number) => plain(saidAhead(when, "en", en.teamBack, friday));
  expect(says(at(6, 20))).toBe("Our team is back today at 8 PM.");
  expect(says(at(7, 9, 30))).toBe("Our team is back tomorrow at 9:30 AM.");
  expect(says(at(9, 9))).toBe("Our team is back Monday at 9 AM.");
  expect(says(at(16, 9))).toBe("Our team is back on March 16 at 9 AM.");
});

test("in French too", () => {
  const says = (when: number) => plain(saidAhead(when, "fr", fr.teamBack, friday));
  expect(says(at(9, 9))).toBe("Notre équipe sera de retour lundi à 9 h.");
  expect(says(at(16, 9))).toBe("Notre équipe sera de retour le 16 mars à 9 h.");
});

test("the times of a long talk are said by formats made once: making one takes milliseconds", () => {
  let made = 0;
  const making = class extends Intl.DateTimeFormat {
    constructor(language?: string, options?: Intl.DateTimeFormatOptions) {
      super(language, options);
      made++;
    }
  };
  vi.stubGlobal("Intl", { DateTimeFormat: making });
  for (let line = 0; line < 200; line++) {
    saidTime(line * 60_000, "nl");
    exactTime(line * 60_000, "nl");
  }
  vi.unstubAllGlobals();
  expect(made).toBe(3);
});
