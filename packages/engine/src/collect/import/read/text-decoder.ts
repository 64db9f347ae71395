export type FileEncoding = 'utf-8' | 'windows-1252' | 'iso-8859-1';

/** Decodes one-character-per-byte text; undefined if the bytes are not valid in that encoding. */
export type DecodeBytes = (text: string) => string | undefined;

/** Most lines are ASCII, which needs no decoding; the test for it costs a tenth of decoding. */
export function decoderOf(encoding: FileEncoding): DecodeBytes {
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
