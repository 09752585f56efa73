import type { InboxRow } from "../../../wire/contracts";
import { ana } from "../../test/sample";

export const row = (threadId: string, more: Partial<InboxRow> = {}): InboxRow => ({
  threadId,
  state: "waiting",
  outcome: null,
  rung: "agents",
  fence: 0,
  text: "?",
  language: "en",
  topic: null,
  askedAt: 0,
  lastAt: 0,
  since: null,
  dueAt: null,
  visitor: ana,
  responder: null,
  page: null,
  product: null,
  visitorHere: true,
  asked: 0,
  tags: [],
  snoozedUntil: null,
  assignee: null,
  ...more,
});
