import { describe, expect, it } from 'vitest';
import { lineAt, type SourceFile, sourceFiles, stringsOf } from './source-files.js';

/*
 * core ◄ world ◄ engine, core ◄ web, browser by itself; nothing points back. Within the engine a room calls the rooms upstream of it:
 *
 *   collect ─► resolve ─► understand ─► decide ─► deliver ─► learn      govern beside all, store below all, http, serve and cli above all
 *
 * demo stands behind all rooms: it fills and removes a workspace as a person would, and no room knows it.
 */

const browser = sourceFiles('browser');
const core = sourceFiles('core');
const world = sourceFiles('world');
const engine = sourceFiles('engine');
const web = sourceFiles('web');
const rooms = ['collect', 'resolve', 'understand', 'decide', 'deliver', 'learn'];
const above = ['http', 'serve', 'cli'];

describe('the arrows between packages', () => {
  it('core imports itself and three packages alone', () => {
    const allowed = new Set(['zod', 'intl-messageformat', 'libphonenumber-js']);
    expect(imports(core, ({ from, file }) => !inside(file, 'core') && !allowed.has(from.split('/')[0] ?? ''))).toEqual(
      [],
    );
  });

  it('world imports itself, core and the names of faker alone', () => {
    const isAllowed = (from: string) => /^@throughline\/core\/|^@faker-js\/faker/.test(from);
    expect(imports(world, ({ from, file }) => !inside(file, 'world') && !isAllowed(from))).toEqual([]);
  });

  it('core and world know no clock, chance, process or network', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bfetch\(|\bcrypto\.|\bsetTimeout\b|\bglobalThis\b/g;
    expect(places([...core, ...world], impure)).toEqual([]);
  });

  it('engine and web import core, and never each other', () => {
    expect(imports(engine, ({ from, file }) => from.startsWith('@throughline/web') || outside(file, 'engine'))).toEqual(
      [],
    );
    expect(imports(web, ({ from, file }) => from.startsWith('@throughline/engine') || outside(file, 'web'))).toEqual(
      [],
    );
  });

  it('browser stands alone: it imports itself and nothing else, and no package of ours imports it', () => {
    expect(imports(browser, ({ file }) => !inside(file, 'browser'))).toEqual([]);
    expect(
      imports(
        [...core, ...world, ...engine, ...web],
        ({ from, file }) => from.startsWith('@throughline/browser') || inside(file, 'browser'),
      ),
    ).toEqual([]);
  });

  it('the world is used by the command line and the demo alone', () => {
    const others = engine.filter(({ path }) => !/^packages\/engine\/src\/(?:cli|demo)\//.test(path));
    expect(imports([...others, ...web], ({ from }) => from.startsWith('@throughline/world'))).toEqual([]);
  });

  it('core and world are imported by their public paths, not through the folders', () => {
    expect(
      imports([...world, ...engine, ...web], ({ from }) =>
        /packages\/(?:core|world)|(?:core|world)\/(?:src|dist)/.test(from),
      ),
    ).toEqual([]);
  });
});

describe('the arrows between the rooms of the engine', () => {
  it('a room calls upstream only; routes may use the HTTP edge, everything else knows it by type alone', () => {
    const wrong = engine.flatMap((file) =>
      file.imports
        .filter((to) => to.file !== undefined && !mayCall(file.path, to.file, to.typeOnly))
        .map((to) => `${file.path}:${to.line} imports ${to.file}`),
    );
    expect(wrong).toEqual([]);
  });

  it('HTTP is spoken in *.routes.ts and http/ alone', () => {
    const speakers = engine.filter((file) => !isRoutes(file.path) && roomOf(file.path) !== 'http');
    expect(imports(speakers, ({ from }) => /^(fastify|@fastify)/.test(from))).toEqual([]);
  });

  it('SQL is written in *.sql.ts and *.sql alone', () => {
    const others = engine.filter((file) => !file.path.endsWith('.sql.ts'));
    const sql =
      /^\s*(?:select\s[\s\S]*\sfrom\s|select\s+\w+\(|insert\s+into\s|update\s+[\w."]+\s+set\s|delete\s+from\s|create\s+(?:table|index|unique|schema|role|function|database|or)\s|alter\s+(?:table|role|database)\s|drop\s+(?:table|schema|role|database)\s|truncate\s|copy\s+\S+\s*\(|with\s+\w+\s+as\s*\()/i;
    const written = others.flatMap((file) =>
      stringsOf(file)
        .filter(({ text }) => sql.test(text))
        .map(({ text, line }) => `${file.path}:${line} ${text.trim().slice(0, 60)}`),
    );
    expect(written).toEqual([]);
  });
});

describe('files', () => {
  it('no file imports itself over others', () => {
    expect([...cycles(browser), ...cycles(core), ...cycles(world), ...cycles(engine), ...cycles(web)]).toEqual([]);
  });

  it('no file passes on what another exports', () => {
    expect(
      places(
        [...browser, ...core, ...world, ...engine, ...web],
        /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s+)?from\s/gm,
      ),
    ).toEqual([]);
  });

  it('a name is kebab-case and says what the file holds', () => {
    const bad = [...browser, ...core, ...world, ...engine, ...web]
      .map(({ path }) => path)
      .filter((path) => !isGoodName(path));
    expect(bad).toEqual([]);
  });

  it('no file is longer than 500 lines, data excepted', () => {
    const data = new Set([
      'packages/core/src/words/de.ts',
      'packages/core/src/words/en.ts',
      'packages/core/src/errors/error-catalogue.ts',
      'packages/web/src/words/de.ts',
      'packages/web/src/words/en.ts',
    ]);
    const long = [...browser, ...core, ...world, ...engine, ...web].filter(
      ({ path, code }) => !data.has(path) && code.split('\n').length > 500,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

function mayCall(from: string, to: string, typeOnly: boolean): boolean {
  const [mine, theirs] = [roomOf(from), roomOf(to)];
  if (mine === theirs || above.includes(mine) || theirs === 'store' || theirs === '') return true;
  if (mine === 'store') return false;
  if (mine === 'demo') return theirs === 'http' ? isRoutes(from) || typeOnly : !above.includes(theirs);
  if (theirs === 'http') return isRoutes(from) || typeOnly;
  if (theirs === 'govern') return true;
  const [here, there] = [rooms.indexOf(mine), rooms.indexOf(theirs)];
  return here !== -1 && there !== -1 && there < here;
}

/** The folder below `src`; empty for files directly in it. */
function roomOf(path: string): string {
  return /^packages\/\w+\/src\/([\w-]+)\//.exec(path)?.[1] ?? '';
}

function isRoutes(path: string): boolean {
  return path.endsWith('.routes.ts');
}

function inside(file: string | undefined, pkg: string): boolean {
  return file?.startsWith(`packages/${pkg}/src/`) === true;
}

function outside(file: string | undefined, pkg: string): boolean {
  return file !== undefined && !inside(file, pkg);
}

function imports(
  files: readonly SourceFile[],
  isWrong: (one: SourceFile['imports'][number]) => boolean,
): readonly string[] {
  return files.flatMap((file) =>
    file.imports.filter(isWrong).map((one) => `${file.path}:${one.line} imports ${one.from}`),
  );
}

function places(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ path, code }) =>
    [...code.matchAll(pattern)].map((found) => `${path}:${lineAt(code, found.index)} ${found[0].trim().slice(0, 60)}`),
  );
}

function isGoodName(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  const words = name.split('.')[0]?.split('-') ?? [];
  return (
    /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(d\.)?tsx?$/.test(name) &&
    !words.some((word) => /^(utils?|helpers?|common|managers?|misc|v[2-5])$/.test(word)) &&
    !/^(new|old|index)$|-(new|old)$/.test(words.join('-'))
  );
}

/** One line for each import that closes a circle. */
function cycles(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: SourceFile, trail: readonly string[]): void => {
    state.set(file.path, 'open');
    for (const { file: to, line } of file.imports) {
      const next = to === undefined ? undefined : (byPath.get(to) ?? byPath.get(`${to}x`));
      if (next === undefined || state.get(next.path) === 'done') continue;
      const here = [...trail, file.path];
      if (state.get(next.path) === 'open')
        found.push(`${file.path}:${line} ${here.slice(here.indexOf(next.path)).join(' → ')} → ${next.path}`);
      else visit(next, here);
    }
    state.set(file.path, 'done');
  };
  for (const file of files) if (!state.has(file.path)) visit(file, []);
  return found;
}
