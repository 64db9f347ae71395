import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/**
 * Fails the build when a screen's first visit would load more script than `mostBytes`, gzipped: the entry, the screen's own
 * chunk, and everything these import at once.
 */
export function bundleBudget(mostBytes: number): Plugin {
  return {
    name: 'bundle-budget',
    generateBundle(_, bundle) {
      const sizes = new Map<string, number>();
      const sizeOf = (file: string): number => {
        const chunk = bundle[file];
        const known = sizes.get(file) ?? (chunk?.type === 'chunk' ? gzipSync(chunk.code).length : 0);
        sizes.set(file, known);
        return known;
      };
      const withImports = (file: string, seen = new Set<string>()): Set<string> => {
        const chunk = bundle[file];
        if (chunk?.type !== 'chunk' || seen.has(file)) return seen;
        seen.add(file);
        for (const imported of chunk.imports) withImports(imported, seen);
        return seen;
      };
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const entries = chunks.filter((chunk) => chunk.isEntry).flatMap((chunk) => [...withImports(chunk.fileName)]);
      for (const screen of chunks.filter((chunk) => chunk.isDynamicEntry)) {
        const files = new Set([...entries, ...withImports(screen.fileName)]);
        const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
        if (bytes > mostBytes)
          this.error(`${screen.fileName} loads ${bytes} bytes of script; at most ${mostBytes} are allowed`);
      }
    },
  };
}
