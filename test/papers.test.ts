import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { program } from '../packages/engine/src/cli/program.js';

/*
 * The project's papers speak of things that exist: links lead somewhere, files are where they are said to be, commands can be given, and
 * the test that is said to hold a promise is there.
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'examples'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

describe('the papers', () => {
  it('are all there', () => {
    const wanted = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'docs/architecture.md'];
    expect(wanted.filter((path) => !pages.some((page) => page.path === path))).toEqual([]);
    expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toMatch(/Apache License\s+Version 2\.0, January 2004/);
  });

  it('link to pages and headings that exist', () => {
    const broken = pages.flatMap(({ path, text }) =>
      [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
        .map((found) => found[1] ?? '')
        .filter((target) => !/^(https?|mailto):/.test(target) && !leadsSomewhere(path, text, target))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('name files that exist', () => {
    const known = /^(packages|test|docs|examples|bench)\/[\w./-]+$/;
    const missing = pages.flatMap(({ path, text }) =>
      inlineCode(text)
        .flatMap((code) => code.split(/\s+/))
        .filter((word) => known.test(word) && !existsSync(join(root, word)))
        .map((word) => `${path}: ${word}`),
    );
    expect(missing).toEqual([]);
  });

  it('name npm scripts that exist', () => {
    const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts);
    const own = new Set([...scripts, 'ci', 'install']);
    const missing = pages.flatMap(({ path, text }) =>
      [...allCode(text).matchAll(/\bnpm (?:run )?([\w:-]+)/g)]
        .map((found) => found[1] ?? '')
        .filter((script) => !own.has(script))
        .map((script) => `${path}: npm run ${script}`),
    );
    expect(missing).toEqual([]);
  });

  it('name commands and options of the command line that exist', () => {
    const wrong = pages.flatMap(({ path, text }) =>
      [...allCode(text).matchAll(/(?:^|\s)(?:npx )?throughline ([a-z][^\n]*)/g)]
        .map((found) => found[1] ?? '')
        .filter((line) => !canBeGiven(line))
        .map((line) => `${path}: throughline ${line}`),
    );
    expect(wrong).toEqual([]);
  });

  it('name environment variables that the code reads', () => {
    const source = ['packages/engine/src', 'packages/engine/bin', 'test', '.ci']
      .flatMap((folder) => filesIn(join(root, folder)))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const missing = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:THROUGHLINE|DATABASE|CLICKHOUSE)_[A-Z_]+\b/g)]
        .filter(([name]) => !source.includes(name))
        .map(([name]) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('list every decision', () => {
    const folder = join(root, 'docs/decisions');
    const index = readFileSync(join(folder, 'README.md'), 'utf8');
    const files = readdirSync(folder).filter((name) => name !== 'README.md');
    expect(files.filter((name) => !index.includes(`(${name})`))).toEqual([]);
    expect(files.filter((name) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name))).toEqual([]);
    expect(files.map((name) => Number(name.slice(0, 4))).sort((a, b) => a - b)).toEqual(
      files.map((_, index) => index + 1),
    );
  });
});

/** Whether a line, without the program's name, begins with a command, and that knows every option of the line. */
function canBeGiven(line: string): boolean {
  const words = line.replace(/#.*/, '').split(/[\s|]+/);
  let command: Command | undefined = program();
  let depth = 0;
  for (const word of words) {
    const next: Command | undefined = command.commands.find((one) => one.name() === word);
    if (next === undefined) break;
    command = next;
    depth += 1;
  }
  const options = new Set(command.options.map((option) => option.long));
  return (
    depth > 0 &&
    (command.commands.length === 0 || command.options.length > 0) &&
    words.filter((word) => word.startsWith('--')).every((word) => options.has(word.split('=')[0] ?? word))
  );
}

function leadsSomewhere(from: string, own: string, target: string): boolean {
  const [file = '', heading] = target.split('#');
  const path = file === '' ? from : relative(root, join(root, dirname(from), file));
  if (!existsSync(join(root, path))) return false;
  if (heading === undefined) return true;
  const text = file === '' ? own : readFileSync(join(root, path), 'utf8');
  return headings(text).includes(heading);
}

/** As the usual renderers name them. */
function headings(text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const fenced = /^```[\s\S]*?^```/gm;

function withoutCode(text: string): string {
  return text.replace(fenced, '');
}

function inlineCode(text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/`([^`\n]+)`/g)].map((found) => found[1] ?? '');
}

function allCode(text: string): string {
  return [...(text.match(fenced) ?? []), ...inlineCode(text)].join('\n');
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
