import type { ComponentChildren, FunctionComponent } from "preact";
import type { Session } from "../services/session";
import type { Chat } from "../store/chat";
import type { Standing } from "../store/standing";
import type { Texts } from "../texts";

/** What one of the two pages has beyond what both share. */
export interface Parts {
  /** Around the whole page. */
  Around?: FunctionComponent<{ children: ComponentChildren }>;
  /** The column of lists. */
  Side?: FunctionComponent;
  /** More that can be done with a talk. */
  Acts?: FunctionComponent<{ chat: Chat; standing: Standing }>;
  /** Beside a talk, below page and product. */
  Beside?: FunctionComponent<{ chat: Chat }>;
  /** Above where one writes. */
  Above?: FunctionComponent<{ chat: Chat }>;
  /** Below a talk that was opened to be read. */
  Peek?: FunctionComponent<{ chat: Chat; standing: Standing }>;
  /** A slash in an empty Message box; true when it was for us. */
  slash?: (threadId: string) => boolean;
  /** Single keys, beside or in place of the common ones. */
  keys?: Record<string, () => void>;
  keyList?: (t: Texts) => [key: string, does: string][];
}

export type MakeParts = (session: Session) => Parts;
