import { readFileSync, unlinkSync } from 'node:fs';

/**
 * A place where a test lets a process die. Nothing happens unless the environment says so:
 *
 * - THROUGHLINE_FAULT_POINT is `name` or `name:n`: the n-th passage (the first by default) kills this process, or that of
 *   THROUGHLINE_FAULT_PID.
 * - THROUGHLINE_FAULT_FILE is a file that holds `name`, `name pid` or `name pid signal`: the next passage removes it and signals that
 *   process (this one if the pid is 0 or missing).
 *
 * The signal is SIGKILL unless told.
 */
export function faultPoint(name: string): void {
  const { THROUGHLINE_FAULT_POINT: wanted, THROUGHLINE_FAULT_FILE: file } = process.env;
  if (wanted !== undefined && wanted !== '') countPassage(name, wanted);
  if (file !== undefined && file !== '') readOrder(name, file);
}

const passages = new Map<string, number>();

function countPassage(name: string, wanted: string): void {
  const [point, nth = '1'] = wanted.split(':');
  if (point !== name) return;
  const passed = (passages.get(name) ?? 0) + 1;
  passages.set(name, passed);
  if (passed === Number(nth)) process.kill(Number(process.env.THROUGHLINE_FAULT_PID ?? process.pid), 'SIGKILL');
}

function readOrder(name: string, file: string): void {
  try {
    const [point, pid, signal = 'SIGKILL'] = readFileSync(file, 'utf8').trim().split(' ');
    if (point !== name) return;
    unlinkSync(file);
    process.kill(Number(pid ?? 0) || process.pid, signal);
  } catch {
    // No order.
  }
}
