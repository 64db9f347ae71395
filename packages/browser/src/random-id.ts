/** 128 bits as 32 hexadecimal digits. `crypto.randomUUID` would need a secure address, which a shop's test server has not. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte + 256).toString(16).slice(1)).join('');
}
