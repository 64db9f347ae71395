const longestTarget = 2_000;

/**
 * Where a tag leads, as it is stored and sent: an http or https address without user and password. Undefined for anything else, so that
 * nobody is ever sent to a script, a file or an address that hides where it leads.
 */
export function tagTarget(written: string): string | undefined {
  if (written.length > longestTarget || !/^https?:\/\//i.test(written.trim())) return undefined;
  let url: URL;
  try {
    url = new URL(written.trim());
  } catch {
    return undefined;
  }
  const isPlain = (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === '';
  return isPlain && url.hostname !== '' && url.href.length <= longestTarget ? url.href : undefined;
}
