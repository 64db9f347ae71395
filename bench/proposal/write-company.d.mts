import type { WrittenFile } from './write-file.mjs';

export function writeCompany(
  seed: number,
  country?: string,
  nonsenseShare?: number,
): { readonly contact: WrittenFile; readonly order: WrittenFile; readonly call: WrittenFile };
