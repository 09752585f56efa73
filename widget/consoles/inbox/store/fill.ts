/** What a reply's variables stand for here; what is not known is left out, and the space before it with it. */
export function fill(text: string, values: Readonly<Record<string, string | null | undefined>>): string {
  return text.replace(/( ?)\{\{\s*(\w+)\s*\}\}/g, (whole, space: string, name: string) => {
    if (!(name in values)) return whole;
    const value = values[name];
    return value ? space + value : "";
  });
}
