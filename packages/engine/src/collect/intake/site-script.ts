import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const squeeze = promisify(gzip);

/** One of the files that sites load, as built from `packages/browser`. */
export interface SiteScript {
  readonly plain: Buffer;
  readonly gzipped: Buffer;
  /** As the attribute `integrity` of a script takes it. */
  readonly integrity: string;
}

/** Undefined if it is not built. */
export async function readSiteScript(name: 'throughline.js' | 'throughline.mjs'): Promise<SiteScript | undefined> {
  const file = new URL(`../../../../browser/dist/${name}`, import.meta.url);
  const plain = await readFile(file).catch(() => undefined);
  if (plain === undefined) return undefined;
  const integrity = `sha384-${createHash('sha384').update(plain).digest('base64')}`;
  return { plain, gzipped: await squeeze(plain, { level: 9 }), integrity };
}
