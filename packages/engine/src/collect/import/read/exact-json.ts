/** JSON.parse, except that a whole number too large to be exact becomes its text: it is an id that must not be rounded. */
export function exactJson(text: string): unknown {
  return JSON.parse(manyDigits.test(text) ? text.replace(stringOrNumber, exact) : text);
}

const manyDigits = /\d{16}/;
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function exact(token: string): string {
  return /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
}
