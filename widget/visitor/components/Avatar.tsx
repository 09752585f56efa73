import type { Person } from "../../wire/contracts";

export function Avatar({ person }: { person: Person }) {
  const initials = (person.name ?? "?").split(/\s+/, 2).map((word) => [...word][0] ?? "");
  return (
    <span class="avatar" aria-hidden="true">
      {initials.join("").toUpperCase()}
    </span>
  );
}
