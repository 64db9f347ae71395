import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SourceImport {
  /** As written. */
  readonly from: string;
  /** Path from the repository's root, of a file in it; undefined for packages. */
  readonly file: string | undefined;
  readonly line: number;
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** Path from the repository's root. */
  readonly path: string;
  /** Without comments; line numbers are kept. */
  readonly code: string;
  readonly imports: readonly SourceImport[];
}

const root = fileURLToPath(new URL('../', import.meta.url));

/** The product's source files (tests and what generates their cases left out) of one package, with what they import. */
export function sourceFiles(pkg: 'browser' | 'core' | 'world' | 'engine' | 'web'): readonly SourceFile[] {
  const folder = join(root, 'packages', pkg, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|generated-cases)\.tsx?$/.test(name))
    .map((name) => read(join(folder, name)));
}

function read(file: string): SourceFile {
  const code = withoutComments(readFileSync(file, 'utf8'));
  const statement = /^(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;
  const imports = [...code.matchAll(statement)].map((found) => {
    const from = found[2] ?? found[3] ?? '';
    return {
      from,
      file: from.startsWith('.') ? relative(root, join(dirname(file), from)).replace(/\.js$/, '.ts') : undefined,
      line: lineAt(code, found.index),
      typeOnly: found[1] !== undefined,
    };
  });
  return { path: relative(root, file), code, imports };
}

export function lineAt(code: string, index: number): number {
  return code.slice(0, index).split('\n').length;
}

const token =
  /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=[=(,:[!&|?{};\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** Strings stay; a comment becomes blanks. */
function withoutComments(text: string): string {
  return text.replace(token, (found) =>
    found.startsWith('//') || found.startsWith('/*') ? found.replace(/[^\n]/g, ' ') : found,
  );
}

/** The strings and templates of a file, without their quotes. */
export function stringsOf({ code }: SourceFile): readonly { readonly text: string; readonly line: number }[] {
  return [...code.matchAll(token)]
    .filter((found) => /^['"`]/.test(found[0]))
    .map((found) => ({ text: found[0].slice(1, -1), line: lineAt(code, found.index) }));
}
