#!/usr/bin/env node
/**
 * Runs the tests: `quick` (the default) or `full`, which adds the long ones. Needs nothing but the installed packages: the stores are
 * started by the tests. Prints which servers and which browser it really ran against, and ends with `N passed, N failed, N skipped`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const tier = process.argv[2] ?? 'quick';
if (tier !== 'quick' && tier !== 'full') {
  console.error(`test/run.mjs: "${tier}" is no tier; use quick or full`);
  process.exit(2);
}

/**
 * For files with databases or servers of their own: those with databases took 379 s two at a time on a busy machine where one at a time took
 * 392 s on a quiet one.
 */
const twoAtATime = ['--fileParallelism', '--maxWorkers=2'];
const total = { passed: 0, failed: 0, skipped: 0 };
const notes = [];
const results = mkdtempSync(join(tmpdir(), 'throughline-results-'));
const bin = (name) => join('node_modules', '.bin', name);

step('lint', bin('biome'), ['check', '.', '--error-on-warnings']);
step('types and build', bin('tsc'), [
  '-b',
  'packages/browser',
  'packages/core',
  'packages/world',
  'packages/engine',
  'packages/web',
  'tsconfig.test.json',
]);
step('build of the script for sites', 'npm', ['run', '-s', 'build:browser']);
step('build of the web application', 'npm', ['run', '-s', 'build:web']);
if (total.failed === 0) {
  findBrowser();
  project('fast');
  project('db', {}, twoAtATime);
  project('fault', {}, twoAtATime);
  project('browser', {}, twoAtATime);
  if (tier === 'full') project('full');
  await againstDebian();
}
for (const note of notes) console.log(note);
rmSync(results, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/** One check that passes or fails as a whole. */
function step(name, command, args) {
  const startedAt = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  total[status === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds(startedAt)} s)\n`);
}

/** The test files of one kind; what they counted is added up, and what failed is named again at the end. */
function project(name, environment = {}, options = []) {
  const startedAt = Date.now();
  const file = join(results, `${name}-${Object.keys(environment).length}.json`);
  const args = [
    'run',
    '--project',
    name,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...options,
  ];
  const { status } = spawnSync(bin('vitest'), args, { stdio: 'inherit', env: { ...process.env, ...environment } });
  if (!existsSync(file)) {
    total.failed += 1;
    notes.push(`the ${name} tests ended without a result (exit ${status})`);
    return;
  }
  const counted = JSON.parse(readFileSync(file, 'utf8'));
  total.passed += counted.numPassedTests;
  total.skipped += counted.numPendingTests + counted.numTodoTests;
  // A file that could not be loaded has no failed test, but it has failed.
  const failed = Math.max(counted.numFailedTests, counted.numFailedTestSuites > 0 ? 1 : 0, status === 0 ? 0 : 1);
  total.failed += failed;
  notes.push(
    `${name}: ${counted.numPassedTests} passed, ${failed} failed, ${counted.numPendingTests} skipped in ${seconds(startedAt)} s`,
    ...failuresOf(counted),
  );
}

/** Each test that failed, or file that could not be loaded, with the beginning of what it said. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length === 0) return status === 'failed' ? [`FAILED ${name}\n${message.slice(0, 2_000)}`] : [];
    return tests.map((test) => `FAILED ${name}: ${test.fullName}\n${test.failureMessages.join('\n').slice(0, 2_000)}`);
  });
}

/** Chromium of the distribution: installed if that is ours to do, else the browser tests say that they did not run. */
function findBrowser() {
  if (existsSync('/usr/bin/chromium')) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  }
  if (!existsSync('/usr/bin/chromium')) {
    notes.push(
      'browser tests: not run, Chromium is not installed and could not be (on Debian: apt-get install chromium)',
    );
  }
}

/** The database tests once more, against the PostgreSQL server of the distribution. */
async function againstDebian() {
  const { startDebianPostgres } = await loadTypescript('test/debian-postgres.ts');
  const server = await startDebianPostgres();
  if ('notRun' in server) {
    notes.push(`database tests against Debian's PostgreSQL: not run, ${server.notRun}`);
    return;
  }
  try {
    notes.push(`database tests ran against ${server.version} as well:`);
    project('db', { THROUGHLINE_TEST_DATABASE_URL: server.url }, twoAtATime);
  } finally {
    server.stop();
  }
}

/** Node 20 reads no TypeScript: the file is compiled beside the results. */
async function loadTypescript(file) {
  writeFileSync(join(results, 'package.json'), '{ "type": "module" }');
  const args = [
    file,
    '--outDir',
    results,
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--skipLibCheck',
    '--types',
    'node',
    '--ignoreConfig',
  ];
  spawnSync(bin('tsc'), args, { stdio: 'inherit' });
  const name = file.split('/').at(-1)?.replace(/\.ts$/, '.js');
  return import(pathToFileURL(join(results, name)).href);
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}
