// A shop's colour as it may be used: moved towards black (light) or white (dark) until text and borders in it can be read.

/** The luminance that leaves 4.5:1 on --sunken, the darkest paper of light mode and the lightest of dark mode (ui/tokens.css). */
const LIGHT_MOST = 0.14;
const DARK_LEAST = 0.305;

export interface Accent {
  light: string;
  dark: string;
}

/** Anything but `#rrggbb` becomes our blue. */
export function readableAccent(colour: string): Accent {
  const rgb = channels(/^#[\da-f]{6}$/i.test(colour) ? colour : "#2a5bc7");
  return { light: moved(rgb, 0, (at) => at <= LIGHT_MOST), dark: moved(rgb, 255, (at) => at >= DARK_LEAST) };
}

function moved(from: number[], end: number, fits: (luminance: number) => boolean): string {
  for (let share = 0; ; share += 0.02) {
    const rgb = from.map((part) => Math.round(part + (end - part) * share));
    // At its end a colour is black or white, which always fits: no page may hang in here.
    if (share > 1 || fits(luminance(rgb))) return `rgb(${rgb})`;
  }
}

const channels = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** A power of 2.2 instead of the two-part curve: near enough for the thresholds above. Written out, because old libraries on shops' pages put a `reduce` of their own in place of the browser's. */
const luminance = ([red, green, blue]: number[]) => 0.2126 * (red! / 255) ** 2.2 + 0.7152 * (green! / 255) ** 2.2 + 0.0722 * (blue! / 255) ** 2.2;

/** Is black easier to read on it than white? As `Sites/Colour.cs` answers for the launcher, which has no room to ask. */
export const wantsBlack = (colour: string) => luminance(channels(colour)) > 0.1791;
