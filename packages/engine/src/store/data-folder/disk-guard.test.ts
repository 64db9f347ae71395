import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DiskGuard, openDiskGuard } from './disk-guard.js';

let folder: string;
let free: number;
const guards: DiskGuard[] = [];
const said: string[] = [];
const log = {
  warn: (_: object, message: string) => said.push(message),
  info: (_: object, message: string) => said.push(message),
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-disk-'));
  said.length = 0;
});
afterEach(async () => {
  for (const guard of guards.splice(0)) guard.stop();
  await rm(folder, { recursive: true, force: true });
});

const ballast = (): string => join(folder, 'ballast');
async function ballastBytes(): Promise<number> {
  return (await stat(ballast()).catch(() => undefined))?.size ?? 0;
}

/** A disk with this many free bytes beside the ballast: 1,000 are too few, the ballast takes 500. */
async function guardOver(bytes: number): Promise<DiskGuard> {
  free = bytes;
  const guard = await openDiskGuard({
    folder,
    ballast: ballast(),
    lowBytes: 1000,
    ballastBytes: 500,
    everyMs: 3_600_000,
    log,
    measure: async () => free - (await ballastBytes()),
  });
  guards.push(guard);
  return guard;
}

it('is ok and keeps ballast while there is room', async () => {
  const guard = await guardOver(10_000);
  expect(guard.state()).toBe('ok');
  expect(await ballastBytes()).toBe(500);
});

it('is low as soon as less than the limit is free, and says so once', async () => {
  const guard = await guardOver(10_000);
  free = 1_499;
  expect(await guard.look()).toBe('low');
  expect(await guard.look()).toBe('low');
  expect(said).toEqual(['the disk is nearly full: intake answers 507 until there is room']);
});

it('is ok again once there is room', async () => {
  const guard = await guardOver(10_000);
  free = 1_499;
  await guard.look();
  free = 1_500;
  expect(await guard.look()).toBe('ok');
});

it('never makes ballast that would make it low', async () => {
  const guard = await guardOver(1_499);
  expect(guard.state()).toBe('ok');
  expect(await ballastBytes()).toBe(0);
});

it('gives the ballast up on a full disk, and remakes it when space returns', async () => {
  const guard = await guardOver(10_000);
  free = 500;
  await guard.makeRoom();
  expect(await ballastBytes()).toBe(0);
  await guard.look();
  expect(await ballastBytes()).toBe(0);
  free = 1_500;
  await guard.look();
  expect(await ballastBytes()).toBe(500);
});

it('keeps the ballast when room is asked for and there is plenty', async () => {
  const guard = await guardOver(10_000);
  await guard.makeRoom();
  expect(await ballastBytes()).toBe(500);
});

it('replaces ballast of another size, and what a kill left half-written', async () => {
  await writeFile(ballast(), 'short');
  await writeFile(`${ballast()}.next`, 'half');
  await guardOver(10_000);
  expect(await ballastBytes()).toBe(500);
  expect(await stat(`${ballast()}.next`).catch(() => undefined)).toBeUndefined();
});

it('fills the ballast with what cannot be compressed away', async () => {
  await guardOver(10_000);
  expect(new Set(await readFile(ballast())).size).toBeGreaterThan(100);
});

it('measures the real disk', async () => {
  const guard = await openDiskGuard({ folder, ballast: ballast(), lowBytes: 1, ballastBytes: 500, log });
  guards.push(guard);
  expect(guard.freeBytes()).toBeGreaterThan(0);
  expect(guard.state()).toBe('ok');
});
