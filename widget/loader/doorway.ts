// What the loader and the visitor's app know of each other, and what the shop may say and hear.
import type { ProductContext, WidgetConfiguration } from "../wire/contracts";

export const EventNames = [
  "ready", "opened", "closed", "asked", "offered", "matched", "fellBackToSupport",
  "parked", "message", "answeredLater", "rated", "unavailable",
] as const;
export type EventName = (typeof EventNames)[number];

export interface EventDetail {
  threadId?: string;
  rung?: string;
  reason?: string;
}

/** What the shop told us; read when it matters, because it may change on every page of a single-page shop. */
export interface ShopContext {
  topic: string | null;
  product: Partial<ProductContext> | null;
}

/** What the loader hands to the app. */
export interface Doorway {
  /** Folder of widget.js: every other address is relative to it. */
  base: string;
  /** The site's key. */
  site: string;
  /** The brand's name, colour, languages and topics. */
  look: WidgetConfiguration;
  shop: ShopContext;
  /** Two letters: the page's, or the one last asked for. There may be no texts in it. */
  language: string;
  /** Who the shop says is looking at its page: signed, null for nobody any more, undefined while it has not said. */
  jwt?: string | null;
  host: HTMLElement;
  root: ShadowRoot;
  section: HTMLElement;
  launcher: HTMLButtonElement;
  panel: HTMLElement;
  emit(event: EventName, detail?: EventDetail): void;
  close(): void;
  setLocale(language: string): void;
}

/** What the app hands back. */
export interface VisitorApp {
  opened(): void;
  closed(): void;
  ask(text?: string): void;
  /** The door's language changed, or who is at it. */
  told(): void;
  /** Forgets the visitor on this browser and goes quiet. */
  stop(): void;
}

export interface VisitorModule {
  mount(door: Doorway): Promise<VisitorApp>;
}

/** Where the app keeps its token and thread; the loader only looks whether a conversation is open. */
export const memoryKey = (site: string) => "community-widget:" + site;

/** Before the secret, in the address a mail's link leads to. */
export const LINK_MARK = "#community-widget:";
