// Generated from src/CommunityWidget.Contracts; do not edit. UPDATE_WIRE=1 with the architecture tests writes it anew.

export const Audiences = ["all", "members", "staff"] as const;
export type Audience = (typeof Audiences)[number];

export const EventKinds = ["message", "note", "suggestion", "status", "rung", "rating", "hold", "tombstone", "placeholder"] as const;
export type EventKind = (typeof EventKinds)[number];

export const Limits = {
  textCodePoints: 4000,
  textBytes: 16384,
  nameCodePoints: 40,
  frameBytes: 32768,
  contextCodePoints: 300,
} as const;

export const ReportReasons = ["unkind", "spam", "personal", "wrong", "other"] as const;
export type ReportReason = (typeof ReportReasons)[number];

export const Roles = ["super_user", "agent", "moderator", "admin"] as const;
export type Role = (typeof Roles)[number];

export const RungKinds = ["topic", "anyone", "agents", "parked"] as const;
export type RungKind = (typeof RungKinds)[number];

export const ThreadStates = ["waiting", "live", "parked", "closed"] as const;
export type ThreadState = (typeof ThreadStates)[number];

export const Verdicts = ["masked", "held", "passed", "refused"] as const;
export type Verdict = (typeof Verdicts)[number];

export const InboxViews = ["unassigned", "mine", "all", "snoozed", "closed"] as const;
export type InboxView = (typeof InboxViews)[number];

export const ReplyVariables = ["visitor", "topic", "agent", "page"] as const;
export type ReplyVariable = (typeof ReplyVariables)[number];

export interface Contributions {
  sentBack: number;
  stale: number;
}

export interface Done {}

export interface PageContext {
  url: string | null;
  title: string | null;
}

export interface Person {
  id: string | null;
  name: string | null;
  kind: string;
  since: number | null;
}

export interface ProductAnswers {
  product: string;
  name: string | null;
  questions: ProductQuestion[];
  after: string | null;
  more: string;
}

export interface ProductContext {
  id: string | null;
  name: string | null;
  url: string | null;
  image: string | null;
}

export interface ProductQuestion {
  id: string;
  title: string;
  address: string;
  language: string;
  askedAt: number;
  answers: number;
  answer: string | null;
  by: string | null;
  accepted: boolean;
  outdated: boolean;
  answerLanguage: string | null;
}

export interface Refusal {
  number: number;
  code: string;
  message: string;
  retryAfter: number | null;
}

export interface Reply<T> {
  value: T | null;
  refusal: Refusal | null;
}

export interface ReportRequest {
  seq: number;
  reason: string | null;
  words: string | null;
}

export interface ReportView {
  reportId: string;
  seq: number;
  state: string;
}

export interface SocketTicket {
  ticket: string;
  expiresAt: number;
}

export interface StatusChange {
  state: string;
  rung: string;
  fence: number;
  reason: string;
  responder: Person | null;
  stars: number | null;
  assignee: Person | null;
}

export interface ThreadEvent {
  threadId: string;
  seq: number;
  kind: string;
  audience: string;
  author: Person | null;
  text: string | null;
  status: StatusChange | null;
  key: string | null;
  at: number;
  suggestedBy: Person | null;
  verdict: string | null;
  ofHold: number | null;
}

export interface ThreadSnapshot {
  threadId: string;
  state: string;
  rung: string;
  fence: number;
  headSeq: number;
  language: string;
  topic: string | null;
  askedAt: number;
  visitor: Person;
  responder: Person | null;
  helpers: Person[];
  page: PageContext | null;
  product: ProductContext | null;
  stars: number | null;
  visitorSeen: number;
  responderSeen: number;
  outcome: string | null;
  email: boolean;
  emailConfirmed: boolean;
  opensAt: number | null;
  searchPaused: boolean;
  events: ThreadEvent[];
}

export interface VisitorWelcome {
  token: string;
}

export interface WidgetConfiguration {
  name: string;
  accent: string;
  ink: string;
  languages: string[];
  topics: TopicView[];
  email: boolean;
  charter: string | null;
}

export interface AcceptRequest {
  answer: string | null;
}

export interface AskReply {
  thread: ThreadSnapshot;
  existing: boolean;
}

export interface AskRequest {
  key: string | null;
  text: string | null;
  name: string | null;
  language: string | null;
  topic: string | null;
  page: PageContext | null;
  product: ProductContext | null;
}

export interface ConsentRequest {
  given: boolean;
  version: string | null;
}

export interface ConsentView {
  given: boolean;
  version: string | null;
  asked: string;
  publication: string;
  page: string | null;
}

export interface HeadNotice {
  threadId: string;
  seq: number;
}

export interface IdentityWelcome {
  token: string;
  expiresAt: number;
  threadId: string | null;
  isOpen: boolean;
}

export interface LinkOpened {
  threadId: string;
  token: string | null;
}

export interface OwnConversation {
  threadId: string;
  question: string | null;
  askedAt: number;
  consent: ConsentView;
}

export interface OwnConversations {
  conversations: OwnConversation[];
}

export interface PostedIdentity {
  token: string | null;
}

export interface PostedLink {
  secret: string | null;
}

export interface PublishedAnswer {
  id: string;
  text: string;
  author: string | null;
  accepted: boolean;
}

export interface PublishedAnswers {
  answers: PublishedAnswer[];
}

export interface RatingRequest {
  threadId: string;
  stars: number;
  words: string | null;
  mayPublish: boolean;
  consent: string | null;
}

export interface SearchNotice {
  threadId: string;
  paused: boolean;
}

export interface SeenNotice {
  threadId: string;
  seq: number;
  byVisitor: boolean;
}

export interface SuggestRequest {
  text: string | null;
  language: string | null;
  product: ProductContext | null;
}

export interface Suggestion {
  pageId: string;
  title: string;
  language: string;
  answer: string;
  isWhole: boolean;
  by: string | null;
  answeredAt: number;
  url: string;
  productName: string | null;
  isOutdated: boolean;
  answerLanguage: string;
}

export interface Suggestions {
  pages: Suggestion[];
}

export interface TypingNotice {
  threadId: string;
  who: Person;
}

export interface VisitorMessage {
  threadId: string;
  key: string | null;
  text: string | null;
  reopen: boolean;
}

export interface ConsoleSnapshot {
  me: Person;
  siteName: string;
  accent: string;
  pictureOrigins: string[];
  topics: TopicView[];
  languages: string[];
  roleNames: string[];
  status: MemberStatus;
  offers: OfferView[];
  helpCalls: HelpCallView[];
  chats: ThreadSnapshot[];
}

export interface HelpAsked {
  members: Person[];
}

export interface HelpCallAnswer {
  threadId: string;
  callId: string;
  member: Person;
  outcome: string;
}

export interface HelpCallEnded {
  callId: string;
  reason: string;
}

export interface HelpCallView {
  callId: string;
  threadId: string;
  asker: Person;
  text: string;
  language: string;
  topic: string | null;
  askedAt: number;
  visitor: Person;
  calledAt: number;
  deadline: number;
  remainingMs: number;
}

export interface HelpWanted {
  threadId: string;
  memberId: string | null;
  topic: string | null;
}

export interface HelperChoice {
  who: Person;
  topics: string[];
  languages: string[];
}

export interface LiveConversation {
  threadId: string;
  text: string;
  language: string;
  topic: string | null;
  askedAt: number;
  visitor: Person;
  responder: Person;
  helpers: Person[];
  page: PageContext | null;
  product: ProductContext | null;
}

export interface MemberMessage {
  threadId: string;
  key: string | null;
  text: string | null;
  fence: number;
  suggestion: number | null;
}

export interface MemberStatus {
  available: boolean;
  paused: boolean;
  seats: number;
  busy: number;
  charterDue: boolean;
  hasWord: boolean;
}

export interface OfferEnded {
  offerId: string;
  reason: string;
}

export interface OfferView {
  offerId: string;
  threadId: string;
  text: string;
  language: string;
  topic: string | null;
  askedAt: number;
  visitor: Person;
  page: PageContext | null;
  product: ProductContext | null;
  offeredAt: number;
  deadline: number;
  remainingMs: number;
  returning: boolean;
}

export interface TopicView {
  id: string;
  names: Record<string, string>;
}

export interface CannedReply {
  id: string;
  title: string;
  text: string;
  version: number;
}

export interface InboxChange {
  version: number;
  row: InboxRow;
}

export interface InboxDetail {
  row: InboxRow;
  tried: TriedMember[];
  notAsked: Record<string, number>;
}

export interface InboxHead {
  version: number;
  unassigned: number;
  mine: number;
  snoozed: number;
  given: number;
}

export interface InboxPage {
  version: number;
  now: number;
  targetMs: number;
  rows: InboxRow[];
  next: string | null;
}

export interface InboxRow {
  threadId: string;
  state: string;
  outcome: string | null;
  rung: string;
  fence: number;
  text: string;
  language: string;
  topic: string | null;
  askedAt: number;
  lastAt: number;
  since: number | null;
  dueAt: number | null;
  visitor: Person;
  responder: Person | null;
  page: PageContext | null;
  product: ProductContext | null;
  visitorHere: boolean;
  asked: number;
  tags: string[];
  snoozedUntil: number | null;
  assignee: Person | null;
}

export interface ReachableMember {
  who: Person;
  topics: string[];
  languages: string[];
  free: number;
  here: boolean;
}

export interface SeenThread {
  threadId: string;
  fence: number;
}

export interface SilenceRequest {
  minutes: number;
  block: boolean;
}

export interface ThreadOutcome {
  threadId: string;
  refusal: Refusal | null;
}

export interface TriedMember {
  who: Person;
  what: string;
  rung: string | null;
  at: number;
  afterMs: number | null;
}

export interface VisitorSilenced {
  until: number | null;
}

export interface WaitingQuestion {
  threadId: string;
  state: string;
  rung: string;
  text: string;
  language: string;
  topic: string | null;
  askedAt: number;
  visitor: Person;
  page: PageContext | null;
  product: ProductContext | null;
  visitorHere: boolean;
  tried: number;
  assignee: Person | null;
}

export const VisitorClientMethods = ["Event", "Typing", "Seen", "Search", "Head"] as const;

export const VisitorHubMethods = ["Ask", "Send", "Resume", "Typing", "Seen", "End", "Rate", "LeaveEmail"] as const;

export const SuperUserClientMethods = ["Event", "Typing", "Seen", "Head", "OfferMade", "OfferEnded", "StatusChanged", "HelpCalled", "HelpCallEnded", "HelpCallAnswered", "WaitingChanged"] as const;

export const SuperUserHubMethods = ["SetAvailable", "Accept", "Decline", "UndoDecline", "Take", "Join", "AskIn", "AcceptHelp", "DeclineHelp", "Suggest", "Send", "Resume", "Typing", "Seen", "Release", "Transfer", "End", "UndoEnd"] as const;

export const AgentClientMethods = ["InboxChanged", "Event", "Typing", "Seen", "Head", "OfferMade", "OfferEnded", "StatusChanged", "HelpCalled", "HelpCallEnded", "HelpCallAnswered", "WaitingChanged"] as const;

export const AgentHubMethods = ["TypingNote", "SetAvailable", "Accept", "Decline", "UndoDecline", "Take", "Join", "AskIn", "AcceptHelp", "DeclineHelp", "Suggest", "Send", "Resume", "Typing", "Seen", "Release", "Transfer", "End", "UndoEnd"] as const;
