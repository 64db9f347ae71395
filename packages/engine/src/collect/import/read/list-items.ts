import { ThroughlineError } from '@throughline/core/errors/throughline-error';

const longestItemBytes = 16 * 1024 * 1024;
const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

/**
 * The objects of a JSON document that is a list of them, or has such a list somewhere near its root, each as a line of its own. UTF-8 in and out;
 * memory depends on one object. Errors: `import.file-unreadable` if there is no such list, or it does not end.
 */
export async function* listItems(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let state: 'before' | 'in' | 'after' = 'before';
  let depth = 0;
  let listDepth = 0;
  let isInText = false;
  let isEscaped = false;
  let isAfterBracket = false;
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const piece of pieces) {
    let start = 0;
    const lines: Buffer[] = [];
    for (let at = 0; at < piece.length && state !== 'after'; at += 1) {
      const byte = piece[at];
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) isInText = false;
        continue;
      }
      switch (byte) {
        case quote:
          isInText = true;
          break;
        case openBracket:
          depth += 1;
          isAfterBracket = true;
          continue;
        case closeBracket:
          if (state === 'in' && depth === listDepth) state = 'after';
          depth -= 1;
          break;
        case openBrace:
          if (state === 'before' && isAfterBracket) {
            state = 'in';
            listDepth = depth;
          }
          if (state === 'in' && depth === listDepth) start = at;
          depth += 1;
          break;
        case closeBrace:
          depth -= 1;
          if (state === 'in' && depth === listDepth) {
            lines.push(...held, piece.subarray(start, at + 1), lineFeed);
            held = [];
            heldBytes = 0;
            start = at + 1;
          }
          break;
        case 0x0a:
        case 0x0d:
          // Between tokens alone: a text cannot hold them.
          piece[at] = 0x20;
          continue;
        case 0x20:
        case 0x09:
        case 0xef:
        case 0xbb:
        case 0xbf:
          continue;
      }
      isAfterBracket = false;
    }
    if (lines.length > 0) yield Buffer.concat(lines);
    if (state === 'in' && depth > listDepth) {
      held.push(Buffer.from(piece.subarray(start)));
      heldBytes += piece.length - start;
      if (heldBytes > longestItemBytes) throw unreadable('one of its objects is larger than 16 MB');
    }
    if (state === 'after') return;
  }
  throw unreadable(state === 'before' ? 'it has no list of objects' : 'it ends in the middle of its list');
}

const lineFeed = Buffer.from('\n');

function unreadable(reason: string): ThroughlineError {
  return new ThroughlineError('import.file-unreadable', `the JSON file cannot be read: ${reason}`);
}
