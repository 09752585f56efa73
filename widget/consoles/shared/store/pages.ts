export type PageName = "admin" | "moderation" | "inbox" | "console";

/** The pages a member works on, as the server lets them in. */
export function pagesOf(roles: readonly string[]): PageName[] {
  const has = (role: string) => roles.includes(role);
  const admin = has("admin");
  const pages: [PageName, boolean][] = [
    ["admin", admin],
    ["moderation", admin || has("moderator")],
    ["inbox", admin || has("agent")],
    ["console", has("super_user")],
  ];
  return pages.filter(([, open]) => open).map(([page]) => page);
}
