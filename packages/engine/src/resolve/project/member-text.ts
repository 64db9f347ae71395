/**
 * The text of a member of a JSON object, exactly as it stands there; undefined if there is none. Of several with that name the last one
 * counts, as for JSON.parse. `json` must be one valid JSON object. Nothing inside of the member is parsed, so numbers keep their digits.
 */
export function memberText(json: string, name: string): string | undefined {
  let found: string | undefined;
  let at = afterSpace(json, json.indexOf('{') + 1);
  while (json.charCodeAt(at) === quote) {
    const keyEnd = afterString(json, at);
    const isWanted = isKey(json, at, keyEnd, name);
    const start = afterSpace(json, afterSpace(json, keyEnd) + 1);
    const end = afterValue(json, start);
    if (isWanted) found = json.slice(start, end);
    at = afterSpace(json, end);
    if (json.charCodeAt(at) !== comma) return found;
    at = afterSpace(json, at + 1);
  }
  return found;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;

function isKey(json: string, start: number, end: number, name: string): boolean {
  if (end - start === name.length + 2 && json.startsWith(name, start + 1)) return true;
  const raw = json.slice(start, end);
  return raw.includes('\\') && JSON.parse(raw) === name;
}

function afterValue(json: string, start: number): number {
  const first = json[start];
  if (first === '"') return afterString(json, start);
  if (first !== '{' && first !== '[') {
    let at = start;
    while (at < json.length && !',}] \n\r\t'.includes(json.charAt(at))) at += 1;
    return at;
  }
  let depth = 0;
  for (let at = start; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === quote) at = afterString(json, at) - 1;
    else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return json.length;
}

/** A quote ends the string if an even number of backslashes stands before it. */
function afterString(json: string, start: number): number {
  let at = json.indexOf('"', start + 1);
  while (at > 0) {
    let before = at - 1;
    while (json.charCodeAt(before) === backslash) before -= 1;
    if ((at - before) % 2 === 1) return at + 1;
    at = json.indexOf('"', at + 1);
  }
  return json.length;
}

function afterSpace(json: string, start: number): number {
  let at = start;
  for (;;) {
    const code = json.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}
