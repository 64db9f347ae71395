const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** True for an ISO 3166 alpha-2 code such as `DE`. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !/^(ZZ|EU|EZ|UN|X[A-Z]|Q[M-Z])$/.test(code) && names.of(code) !== undefined;
}
