import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../packages/browser/', import.meta.url));

/** The code that sites load, built from the sources as they are now; nothing is written. */
export async function buildSiteScript(mode: 'script' | 'module'): Promise<string> {
  const built = await build({ root, mode, logLevel: 'warn', build: { write: false } });
  for (const { output } of [built].flat() as { readonly output: readonly object[] }[])
    for (const file of output) if ('code' in file && typeof file.code === 'string') return file.code;
  throw new Error('nothing was built');
}
