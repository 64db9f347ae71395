/**
 * A place where a test lets the process die: nothing happens unless THROUGHLINE_FAULT_POINT is `name` or `name:n`; then the n-th passage
 * (the first by default) kills this process, or the one of THROUGHLINE_FAULT_PID, with SIGKILL.
 */
export function faultPoint(name: string): void {
  const wanted = process.env.THROUGHLINE_FAULT_POINT;
  if (wanted === undefined || wanted === '') return;
  const [point, nth = '1'] = wanted.split(':');
  if (point !== name) return;
  const passed = (passages.get(name) ?? 0) + 1;
  passages.set(name, passed);
  if (passed === Number(nth)) process.kill(Number(process.env.THROUGHLINE_FAULT_PID ?? process.pid), 'SIGKILL');
}

const passages = new Map<string, number>();
