import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Socket } from 'node:net';

export interface CutAfter {
  readonly port: number;
  /** Bytes of an answer after which its connection is cut; undefined: none is. */
  cutAfterBytes: number | undefined;
  readonly cuts: () => number;
  close(): Promise<void>;
}

/** Passes TCP on to a port of this machine, and cuts connections in the middle of long answers. */
export async function cutAfter(target: number): Promise<CutAfter> {
  const open = new Set<Socket>();
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = dial(target, '127.0.0.1');
    let passed = 0;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      passed += bytes.length;
      client.write(bytes);
      if (proxy.cutAfterBytes === undefined || passed <= proxy.cutAfterBytes) return;
      cuts += 1;
      end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: CutAfter = {
    port: (server.address() as AddressInfo).port,
    cutAfterBytes: undefined,
    cuts: () => cuts,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
