/** Initials where there is no photograph. */
export function Face({ name }: { name: string }) {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0])
    .join("");
  return (
    <span class="face" aria-hidden="true">
      {initials.toLocaleUpperCase()}
    </span>
  );
}
