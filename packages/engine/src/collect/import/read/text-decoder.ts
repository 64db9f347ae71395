import type { FileEncoding } from '@throughline/core/collect/mapping/file-encoding';

/** Encodings in which delimiters, quotes and line ends are the bytes of ASCII and never part of another character. */
export type ByteEncoding = Exclude<FileEncoding, (typeof otherEncodings)[number]>;

const otherEncodings = ['utf-16le', 'utf-16be', 'shift_jis', 'gb18030', 'big5', 'euc-kr'] as const;

/** The encoding, if a file in it can be read as it is; else it must be rewritten first. */
export function byteEncoding(encoding: FileEncoding): ByteEncoding | undefined {
  return otherEncodings.some((other) => other === encoding) ? undefined : (encoding as ByteEncoding);
}

/** Decodes one-character-per-byte text; undefined if the bytes are not valid in that encoding. */
export type DecodeBytes = (text: string) => string | undefined;

/** Most lines are ASCII, which needs no decoding; the test for it costs a tenth of decoding. */
export function decoderOf(encoding: ByteEncoding): DecodeBytes {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (text) => {
    if (!beyondAscii.test(text)) return text;
    try {
      return decoder.decode(Buffer.from(text, 'latin1'));
    } catch {
      return undefined;
    }
  };
}

const beyondAscii = /[\u0080-\u00ff]/;
