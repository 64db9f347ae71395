import { writeCompany } from '../../bench/proposal/write-company.mjs';
import { type WrittenFile, writeFile } from '../../bench/proposal/write-file.mjs';

/** A generated export as a system would hand it over, with what is true of it. */
export interface ExportFile {
  readonly truth: WrittenFile;
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The first export of a kind and country at or after a seed, as bytes in an encoding that the seed decides. */
export function exportFile(kind: string, country: string, seed: number): ExportFile {
  for (let at = seed; ; at += 1) {
    const truth = writeFile(at);
    if (truth.kind === kind && truth.country === country) return handedOver(truth);
  }
}

/** The exports of three systems of one company, in which there is something to find. */
export function companyFiles(seed: number) {
  const { contact, order, call } = writeCompany(seed);
  return { contact: handedOver(contact), order: handedOver(order), call: handedOver(call) };
}

function handedOver(truth: WrittenFile): ExportFile {
  const { kind, delimiter, columns, rows, seed } = truth;
  const cell = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [columns.map(({ header }) => header), ...rows].map((line) => line.map(cell).join(delimiter));
  const text = `${lines.join('\r\n')}\r\n`;
  const isLatin = seed % 2 === 0 && [...text].every((letter) => letter <= '\u00ff');
  const name = `${kind}-${truth.name}`;
  return { truth, name, mimeType: 'text/csv', buffer: Buffer.from(text, isLatin ? 'latin1' : 'utf8') };
}
