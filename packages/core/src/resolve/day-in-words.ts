/** "12 May", with the year if it is not this one. `zone` is an IANA name. */
export function dayInWords(at: number, zone: string, now: number): string {
  const yearOf = (instant: number): string =>
    new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: zone }).format(instant);
  const isThisYear = yearOf(at) === yearOf(now);
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: zone,
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
}
