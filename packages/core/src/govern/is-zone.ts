const known = new Map<string, boolean>();

/** True for an IANA time zone such as `Europe/Berlin`; offsets such as `+02:00` are none, since they know no summer time. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name) || name.length > 64) return false;
  let found = known.get(name);
  if (found === undefined) {
    found = accepts(() => new Intl.DateTimeFormat('en', { timeZone: name }));
    if (known.size < 2000) known.set(name, found);
  }
  return found;
}

function accepts(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
