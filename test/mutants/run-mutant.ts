import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutants.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));

export type MutantOutcome =
  | { readonly type: 'found'; readonly output: string }
  | { readonly type: 'survived'; readonly output: string }
  | { readonly type: 'red-for-another-reason'; readonly output: string }
  | { readonly type: 'not-run'; readonly output: string };

/** Builds a copy of the code with the patch and runs the test on it. Errors: the patch does not fit, or the broken code does not compile. */
export function runMutant(mutant: Mutant): MutantOutcome {
  const copy = mkdtempSync(join(tmpdir(), `throughline-mutant-${mutant.name}-`));
  // Passable, since run by root the server has another account.
  chmodSync(copy, 0o711);
  try {
    copyCode(copy);
    const patch = fileURLToPath(new URL(`./${mutant.patch ?? mutant.name}.patch`, import.meta.url));
    demand(run(copy, 'git', ['apply', '-C1', '--recount', patch]), `the patch ${mutant.name} no longer fits the code`);
    const compiler = join(repository, 'node_modules/typescript/bin/tsc');
    demand(
      run(copy, process.execPath, [compiler, '-b', 'packages/core', 'packages/world', 'packages/engine']),
      `${mutant.name} does not compile`,
    );
    const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
    const only = mutant.title === undefined ? [] : ['-t', mutant.title];
    const tested = run(copy, process.execPath, [vitest, 'run', mutant.test, '--project', mutant.project, ...only]);
    const output = `${tested.stdout}\n${tested.stderr}`;
    if (tested.status === 0) return { type: /not run, because/.test(output) ? 'not-run' : 'survived', output };
    return { type: mutant.finds.test(output) ? 'found' : 'red-for-another-reason', output };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Sources, tests and what is built, with the packages of the repository itself pointing into the copy. */
function copyCode(copy: string): void {
  for (const name of ['package.json', 'tsconfig.base.json', 'tsconfig.test.json', 'vitest.config.ts'])
    cpSync(join(repository, name), join(copy, name));
  cpSync(join(repository, 'test'), join(copy, 'test'), { recursive: true });
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@throughline'), { recursive: true });
  for (const name of readdirSync(join(repository, 'node_modules')))
    if (name !== '@throughline' && !name.startsWith('.'))
      symlinkSync(join(repository, 'node_modules', name), join(modules, name));
  for (const name of ['core', 'world', 'engine', 'web']) {
    const from = join(repository, 'packages', name);
    const to = join(copy, 'packages', name);
    symlinkSync(to, join(modules, '@throughline', name));
    cpSync(from, to, {
      recursive: true,
      filter: (path) => path !== join(from, 'node_modules') && (name !== 'web' || !path.includes(join('web', 'src'))),
    });
    try {
      symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'), 'dir');
    } catch {
      // No modules of its own.
    }
  }
}

function run(cwd: string, program: string, args: readonly string[]): SpawnSyncReturns<string> {
  const { VITEST: _, VITEST_POOL_ID: __, VITEST_WORKER_ID: ___, NODE_OPTIONS: ____, ...environment } = process.env;
  return spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...environment, NO_COLOR: '1' },
    maxBuffer: 2 ** 28,
  });
}

function demand(done: SpawnSyncReturns<string>, otherwise: string): void {
  if (done.status !== 0) throw new Error(`${otherwise}:\n${done.stdout}\n${done.stderr}`);
}
