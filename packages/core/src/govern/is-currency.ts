const codes = new Set(Intl.supportedValuesOf('currency'));

/** True for an ISO 4217 code such as `EUR`. */
export function isCurrency(code: string): boolean {
  return codes.has(code);
}
