/** A string literal of ClickHouse; backslash and quote are the only characters that could end it. */
export function quoteText(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** A quoted name; one part, dots belong to it. */
export function quoteName(name: string): string {
  return `\`${name.replace(/[\\`]/g, '\\$&')}\``;
}
