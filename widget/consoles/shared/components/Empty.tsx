/** An empty place says what will appear and what to do now. */
export function Empty({ title, hint }: { title: string; hint?: string }) {
  return (
    <div class="empty">
      <p>{title}</p>
      {hint && <p class="soft-text">{hint}</p>}
    </div>
  );
}
