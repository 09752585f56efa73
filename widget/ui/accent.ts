// A shop's colour as it may be used: moved towards black (light) or white (dark) until text and borders in it can be read.

/** The darkest paper of light mode, the lightest of dark mode, that the accent is laid on (tokens.css: --sunken). */
const LIGHT_PAPER = [233, 236, 240];
const DARK_PAPER = [42, 46, 53];
const READABLE = 4.5;

export interface Accent {
  light: string;
  dark: string;
}

/** Both colours hold 4.5:1 on every paper of their mode and under `--on-accent`. Anything but `#rrggbb` gives null: the default stays. */
export function readableAccent(colour: string): Accent | null {
  if (!/^#[\da-f]{6}$/i.test(colour)) return null;
  const rgb = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return { light: moved(rgb, 0, LIGHT_PAPER), dark: moved(rgb, 255, DARK_PAPER) };
}

export function contrast(one: number[], other: number[]): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function moved(from: number[], end: number, paper: number[]): string {
  let rgb = from;
  for (let share = 0; share <= 1 && contrast(rgb, paper) < READABLE; share += 0.04) {
    rgb = from.map((part) => Math.round(part + (end - part) * share));
  }
  return "#" + rgb.map((part) => part.toString(16).padStart(2, "0")).join("");
}

function luminance(rgb: number[]): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
