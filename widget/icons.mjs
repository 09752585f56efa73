// Draws the app's icons, so that no picture has to be kept: a speech bubble with two lines, on the accent of ui/tokens.css.
import { deflateSync } from "node:zlib";

const ACCENT = [42, 91, 199];
const WHITE = [255, 255, 255];
/** Points per pixel and direction: smooth edges. */
const FINE = 4;

/** All in parts of the icon's side. */
const BUBBLE = { x: 0.24, y: 0.26, w: 0.52, h: 0.38, r: 0.11 };
const LINES = [
  { x: 0.35, y: 0.375, w: 0.3, h: 0.05, r: 0.025 },
  { x: 0.35, y: 0.475, w: 0.19, h: 0.05, r: 0.025 },
];
const TAIL = [
  [0.34, 0.6],
  [0.34, 0.77],
  [0.5, 0.6],
];
const CORNER = 0.22;

export function svgIcon() {
  const box = ({ x, y, w, h, r }, fill) => `<rect x="${100 * x}" y="${100 * y}" width="${100 * w}" height="${100 * h}" rx="${100 * r}" fill="${fill}"/>`;
  const accent = `rgb(${ACCENT})`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${box({ x: 0, y: 0, w: 1, h: 1, r: CORNER }, accent)}${box(BUBBLE, "#fff")}` +
    `<path d="M${TAIL.map((point) => point.map((n) => 100 * n).join(" ")).join("L")}Z" fill="#fff"/>${LINES.map((line) => box(line, accent)).join("")}</svg>`
  );
}

/** `whole`: colour to the very edge, for systems that cut their own shape out of it; the drawing stays within the middle they keep. */
export function pngIcon(size, whole) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) rows.set(pixel(x, y, size, whole), y * (size * 4 + 1) + 1 + x * 4);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function pixel(x, y, size, whole) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < FINE * FINE; i++) {
    const at = [(x + ((i % FINE) + 0.5) / FINE) / size, (y + (Math.floor(i / FINE) + 0.5) / FINE) / size];
    if (!whole && !inBox(at, { x: 0, y: 0, w: 1, h: 1, r: CORNER })) continue;
    const colour = (inBox(at, BUBBLE) || inTail(at)) && !LINES.some((line) => inBox(at, line)) ? WHITE : ACCENT;
    colour.forEach((value, channel) => (sum[channel] += value));
    sum[3] += 1;
  }
  const alpha = sum[3];
  return alpha ? [sum[0] / alpha, sum[1] / alpha, sum[2] / alpha, (255 * alpha) / (FINE * FINE)].map(Math.round) : [0, 0, 0, 0];
}

function inBox([px, py], { x, y, w, h, r }) {
  const dx = Math.max(x + r - px, 0, px - (x + w - r));
  const dy = Math.max(y + r - py, 0, py - (y + h - r));
  return dx * dx + dy * dy <= r * r;
}

function inTail([px, py]) {
  const sides = TAIL.map(([ax, ay], i) => {
    const [bx, by] = TAIL[(i + 1) % 3];
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
  });
  return sides.every((side) => side <= 0) || sides.every((side) => side >= 0);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
