import type { CannedReply, InboxDetail, InboxHead, InboxPage, InboxRow, InboxView, ReachableMember, SeenThread, ThreadEvent, ThreadOutcome, VisitorSilenced } from "../../../wire/contracts";
import { ask } from "../../shared/services/api";
import type { Filter } from "../store/views";

const given = (values: Record<string, string | number | null>) => Object.entries(values).filter(([, value]) => value !== null && value !== "");
const query = (values: Record<string, string | number | null>) => new URLSearchParams(given(values).map(([name, value]) => [name, String(value)])).toString();

const of = (id: string) => `/api/inbox/${encodeURIComponent(id)}`;

export const fetchList = (view: InboxView, { topic, language, tag }: Filter, after: string | null, limit: number) =>
  ask<InboxPage>(`/api/inbox?${query({ view, topic, language, tag, after, limit })}`);
export const fetchFound = (q: string, { topic, language, tag, state }: Filter, after: string | null, limit: number) =>
  ask<InboxPage>("/api/inbox/search", { body: Object.fromEntries(given({ q, topic, language, tag, state, after, limit })) });
export const fetchHead = () => ask<InboxHead>("/api/inbox/head");
export const fetchTags = () => ask<string[]>("/api/inbox/tags");
export const fetchDetail = (id: string) => ask<InboxDetail>(of(id));
export const fetchReachable = (thread: string, name = "") => ask<ReachableMember[]>(`/api/reachable?${query({ thread, name })}`);
export const fetchReplies = () => ask<CannedReply[]>("/api/replies");

export const postTags = (id: string, add: string[], remove: string[]) => ask<InboxRow>(`${of(id)}/tags`, { body: { add, remove } });
export const postSnooze = (id: string, until: number | null) => ask<InboxRow>(`${of(id)}/snooze`, { body: { until } });
export const postNote = (id: string, text: string, key: string) => ask<ThreadEvent>(`${of(id)}/notes`, { body: { text }, key });
export const postEnd = (threads: SeenThread[]) => ask<ThreadOutcome[]>("/api/inbox/end", { body: { threads } });
export const postUndoEnd = (threads: readonly string[]) => ask<ThreadOutcome[]>("/api/inbox/undo-end", { body: { threads } });
export const postTransfer = (id: string, body: { fence: number; member?: string; topic?: string; note?: string }) => ask(`/api/threads/${encodeURIComponent(id)}/transfer`, { body });
export const postUndoTransfer = (id: string) => ask(`/api/threads/${encodeURIComponent(id)}/undo-transfer`, { body: {} });
export const postSilence = (id: string, minutes: number, block: boolean) => ask<VisitorSilenced>(`/api/threads/${encodeURIComponent(id)}/silence`, { body: { minutes, block } });
export const postReply = (body: Pick<CannedReply, "title" | "text"> & { id?: string; version?: number }) => ask<CannedReply>("/api/replies", { body });
export const removeReply = (id: string) => ask(`/api/replies/${id}/remove`, { body: {} });
