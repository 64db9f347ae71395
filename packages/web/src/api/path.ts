/** A path below the workspace's API, each `{}` replaced by an encoded part. Empty and missing search values are left out. */
export function path(
  workspace: string,
  template: string,
  parts: readonly string[] = [],
  search: Readonly<Record<string, string | number | null | undefined>> = {},
): string {
  let next = 0;
  const filled = template.replaceAll('{}', () => encodeURIComponent(parts[next++] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  const tail = query.size === 0 ? '' : `?${query}`;
  return `/api/w/${encodeURIComponent(workspace)}${filled}${tail}`;
}
