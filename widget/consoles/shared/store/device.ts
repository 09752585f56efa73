import type { Language } from "../texts";

const SLOT = "community-widget.console";

/** What a member set on this device, for all pages they work on. */
export interface OnDevice {
  language?: Language;
  sound?: boolean;
  shortcuts?: boolean;
  about?: boolean;
}

export function onDevice(): OnDevice {
  try {
    return JSON.parse(localStorage.getItem(SLOT) ?? "{}") as OnDevice;
  } catch {
    return {};
  }
}

/** Keeps what changed beside what another page set. */
export function keepOnDevice(change: OnDevice) {
  try {
    localStorage.setItem(SLOT, JSON.stringify({ ...onDevice(), ...change }));
  } catch {
    // Blocked: it holds until the page is left.
  }
}
