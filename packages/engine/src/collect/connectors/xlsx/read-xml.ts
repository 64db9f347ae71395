import { StringDecoder } from 'node:string_decoder';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { SaxesParser } from 'saxes';

/** What is told of an XML part, as it is read. Names come without their prefix. */
export interface XmlListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, isEmpty: boolean) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads an XML part piece by piece; yields after each, so that the listener's harvest can be taken. No entity but XML's own is known. */
export async function* readXml(
  pieces: AsyncIterable<Buffer>,
  listener: XmlListener,
): AsyncGenerator<number, void, undefined> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const decoder = new StringDecoder('utf8');
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => listener.open(bare(name), attributes, isSelfClosing));
  const { text, close } = listener;
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close !== undefined) parser.on('closetag', ({ name }) => close(bare(name)));
  let read = 0;
  for await (const piece of pieces) {
    read += piece.length;
    guarded(() => parser.write(decoder.write(piece)));
    yield read;
  }
  guarded(() => parser.close());
  yield read;
}

function guarded(work: () => unknown): void {
  try {
    work();
  } catch (cause) {
    if (ThroughlineError.is(cause)) throw cause;
    throw new ThroughlineError(
      'import.file-unreadable',
      'the Excel file cannot be read: a part of it is damaged; save it in Excel once more, then hand it in again',
      { cause },
    );
  }
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
