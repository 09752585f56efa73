import { vi } from "vitest";

const waitFor = vi.waitFor;

// A second, as vitest has it, is less than a busy machine stands still for; no setting of its own says another.
vi.waitFor = (callback, options) => waitFor(callback, typeof options == "number" ? options : { timeout: 20_000, ...options });
