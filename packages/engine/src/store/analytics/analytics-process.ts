import type { ChildMessage, OpenOrder, ParentMessage } from './analytics-messages.js';
import { openEngine } from './open-engine.js';
import { type HttpServing, serveHttp } from './serve-http.js';

/*
 * The analytics process: the engine, alone with its folder, behind ClickHouse's HTTP on loopback.
 *
 *     forked ─open─► opening ─► ready ─┬─ drain, nothing open ─► ended
 *                       │              ├─ stop ─► finishing ─► ended
 *                       └─► failed     └─ parent gone ─► ended at once
 *
 * - It never outlives its parent: when the channel closes it kills itself. Nothing is lost by that, since an insert is on disk
 *   before it is acknowledged, and ending in order could wait for a running query.
 * - Ctrl-C reaches the whole process group; the parent decides when this process ends, so signals are ignored here.
 */

let serving: HttpServing | undefined;
let closeEngine: () => void = () => undefined;

process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('message', (message) => {
  const told = message as ParentMessage;
  if (told.type === 'open') void open(told);
  else if (told.type === 'drain') drain();
  else stop();
});

async function open(order: OpenOrder): Promise<void> {
  try {
    const engine = await openEngine(order.folder, order.database, order.limits);
    closeEngine = engine.close;
    serving = await serveHttp(engine, {
      ...order,
      onStatementEnd: (error) => {
        if (error?.type === 'ABORTED' && error.message.includes('shutting down')) process.kill(process.pid, 'SIGKILL');
      },
    });
    setInterval(() => {
      const { running, waiting } = engine.pool;
      say({ type: 'report', rssBytes: process.memoryUsage.rss(), running, waiting });
    }, 1_000).unref();
    say({ type: 'ready', version: engine.version });
  } catch (error) {
    const portTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    const message = error instanceof Error ? error.message : String(error);
    say({ type: 'failed', message, portTaken }, () => process.kill(process.pid, 'SIGKILL'));
  }
}

function drain(): void {
  if (serving === undefined || serving.open > 0) say({ type: 'busy' });
  else end();
}

function stop(): void {
  serving?.refuseFurther();
  const timer = setInterval(() => {
    if (serving === undefined || serving.open === 0) {
      clearInterval(timer);
      end();
    }
  }, 20);
}

function end(): void {
  serving?.close();
  closeEngine();
  process.exit(0);
}

function say(message: ChildMessage, onSent: () => void = () => undefined): void {
  if (process.connected) process.send?.(message, onSent);
}
