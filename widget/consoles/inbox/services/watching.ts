import { effect } from "@preact/signals";
import type { InboxChange, InboxPage, InboxRow } from "../../../wire/contracts";
import { codeOf, wordsFor } from "../../shared/services/refused";
import type { Session } from "../../shared/services/session";
import type { Inbox } from "../store/inbox";
import { belongs, inOrderOf, passes } from "../store/views";
import { fetchDetail, fetchFound, fetchHead, fetchList, fetchTags } from "./api";
import { createGifts } from "./gifts";

const PAGE = 50, MOST = 200, ASKED_WHY = 5;
const FIND_AGAIN_MS = 5_000;
const SOON_MS = 150, TYPED_MS = 300, LOOK_AGAIN_MS = 30_000;

/** Keeps the list right: a snapshot, then the changes that follow it one by one; where one is missing, a snapshot again. */
export function createWatching({ store, alerts }: Pick<Session, "store" | "alerts">, inbox: Inbox) {
  const { list, view, filter, words } = inbox;
  let version = 0;
  /** Which list was asked for last: an answer to an earlier question is no news. */
  let asked = 0;
  let fetching = false;
  let early: InboxChange[] = [];
  let soon: ReturnType<typeof setTimeout> | undefined;
  let counting: ReturnType<typeof setTimeout> | undefined;
  const gifts = createGifts(store, alerts);

  const now = () => Date.now() + inbox.ahead.peek();
  const isSearch = () => words.peek().trim() !== "";
  const rules = () =>
    isSearch()
      ? { belongs: (row: InboxRow) => (list.lines.peek() ?? []).some((line) => line.row.threadId === row.threadId), compare: () => 0 }
      : { belongs: (row: InboxRow) => belongs(row, view.peek(), store.me.peek()?.id, now()) && passes(row, { ...filter.peek(), state: "" }), compare: inOrderOf(view.peek()) };

  const fetchPage = (after: string | null, limit: number): Promise<InboxPage> =>
    isSearch() ? fetchFound(words.peek(), filter.peek(), after, limit) : fetchList(view.peek(), filter.peek(), after, limit);

  // As far as it was read before, so that nothing is folded up under a reader. The first page's version: what changed since is heard of.
  async function fetchAsFar(lines: number): Promise<InboxPage> {
    const page = await fetchPage(null, Math.min(MOST, lines));
    while (page.next && page.rows.length < lines) {
      const { rows, next } = await fetchPage(page.next, Math.min(MOST, lines - page.rows.length));
      page.rows.push(...rows);
      page.next = next;
    }
    return page;
  }

  async function refresh() {
    const mine = ++asked;
    fetching = true;
    try {
      const page = await fetchAsFar(Math.max(PAGE, list.lines.peek()?.length ?? 0));
      if (mine !== asked) return;
      inbox.ahead.value = page.now - Date.now();
      if (page.targetMs) inbox.targetMs.value = page.targetMs;
      version = page.version;
      const known = list.lines.peek() && new Set(list.lines.peek()!.map((line) => line.row.threadId));
      list.received(page.rows, page.next);
      page.rows.forEach(gifts.seen);
      inbox.failed.value = null;
      if (!isSearch()) askWhy();
      // With the line away, the list is how one hears.
      if (known && view.peek() === "unassigned" && !isSearch()) page.rows.filter((row) => !known.has(row.threadId)).forEach(alerts.questionWaits);
      counts();
      // What was said a moment ago can be found in a moment.
      if (isSearch()) soon = setTimeout(look, FIND_AGAIN_MS);
    } catch (error) {
      // A list that stands says enough by itself: it is asked for again in a moment.
      if (mine === asked && !list.lines.peek()) inbox.failed.value = codeOf(error);
      throw error;
    } finally {
      if (mine === asked) {
        fetching = false;
        const held = early;
        early = [];
        held.sort((a, b) => a.version - b.version).forEach(heard);
      }
    }
  }

  // What a snapshot no longer has left without a word; under a hand its line is still there to say why.
  function askWhy() {
    for (const id of list.unexplained(rules().belongs).slice(0, ASKED_WHY)) void fetchDetail(id).then(({ row }) => list.explained(row)).catch(() => undefined);
  }

  const look = () => {
    clearTimeout(soon);
    soon = setTimeout(() => void refresh().catch(() => undefined), SOON_MS);
  };

  function heard(change: InboxChange) {
    if (fetching) return void early.push(change);
    if (change.version <= version) return list.explained(change.row);
    if (change.version > version + 1) return look();
    version = change.version;
    apply(change.row);
  }

  function apply(row: InboxRow) {
    const came = list.changed(row, rules());
    if (came && view.peek() === "unassigned") alerts.questionWaits(came);
    const detail = inbox.details.peek().get(row.threadId);
    if (detail) inbox.details.value = new Map(inbox.details.peek()).set(row.threadId, { ...detail, row });
    listeners.forEach((tell) => tell(row));
    gifts.seen(row);
    counts();
  }

  const listeners: ((row: InboxRow) => void)[] = [];

  const counts = () => {
    clearTimeout(counting);
    counting = setTimeout(() => {
      void fetchHead()
        .then((head) => {
          inbox.head.value = head;
          if (head.version > version && !fetching) look();
          // A node of the release before counts none.
          return gifts.count(head.given ?? 0);
        })
        .catch(() => undefined);
    }, SOON_MS);
  };

  const more = async () => {
    const after = list.next.peek();
    if (!after) return;
    const mine = asked;
    try {
      const page = await fetchPage(after, PAGE);
      if (mine === asked) list.below(page.rows, page.next);
    } catch (error) {
      if (mine === asked) store.notices.say(wordsFor(codeOf(error), store.texts.peek()), "bad");
    }
  };

  store.inbox.heard = heard;
  store.inbox.look = look;
  // Whatever the list shows, so many wait for somebody to take them, or for us to answer them.
  effect(() => {
    store.inbox.waiting.value = (inbox.head.value?.unassigned ?? 0) + (inbox.head.value?.given ?? 0);
  });
  // Another view, words or filter: another list.
  let typed: ReturnType<typeof setTimeout> | undefined;
  let first = true;
  effect(() => {
    void [view.value, filter.value, words.value];
    if (first) return void (first = false);
    asked++;
    inbox.chosen.value = new Set();
    clearTimeout(typed);
    typed = setTimeout(() => {
      list.clear();
      inbox.failed.value = null;
      void refresh().catch(() => undefined);
    }, words.peek() ? TYPED_MS : 0);
  });
  setInterval(() => document.visibilityState === "visible" && look(), LOOK_AGAIN_MS);
  const tags = () => void fetchTags().then((known) => (inbox.tags.value = known)).catch(() => undefined);
  tags();

  return { refresh, more, tags, apply, expects: gifts.expects, onChange: (tell: (row: InboxRow) => void) => void listeners.push(tell) };
}

export type Watching = ReturnType<typeof createWatching>;
