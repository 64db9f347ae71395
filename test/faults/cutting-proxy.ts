import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly url: string;
  /** Connections cut with a request half sent, and with a request sent and its answer not yet passed on. */
  readonly cuts: { readonly request: number; readonly answer: number };
  close(): Promise<void>;
}

/** Passes TCP on to a server, and cuts a share of the requests: half of them in the middle, half before the answer comes through. */
export async function cuttingProxy(target: string, share: number, random: () => number): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const cuts = { request: 0, answer: 0 };
  const open = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = dial(Number(port), hostname);
    let isAnswerLost = false;
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
    client.on('data', (bytes) => {
      const fate = random();
      if (fate < share / 2) {
        cuts.request += 1;
        upstream.write(bytes.subarray(0, Math.floor(bytes.length / 2)), end);
        return;
      }
      if (fate < share) isAnswerLost = true;
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (!isAnswerLost) {
        client.write(bytes);
        return;
      }
      cuts.answer += 1;
      end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
