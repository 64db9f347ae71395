import { Agent, request } from 'node:http';

/** Sends bodies over `connections` kept-alive connections as fast as they are answered; latencies in ms of each, and what was refused. */
export async function load({ url, path, authorization, bodies, connections, perSecond }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  const latencies = [];
  const refused = new Map();
  let next = 0;
  const startedAt = performance.now();
  const one = (body) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const sending = request(
        {
          agent,
          hostname,
          port,
          path,
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        (answer) => {
          answer.resume();
          answer.on('end', () => {
            latencies.push(performance.now() - began);
            if (answer.statusCode !== 200) refused.set(answer.statusCode, (refused.get(answer.statusCode) ?? 0) + 1);
            resolve();
          });
        },
      );
      sending.on('error', reject);
      sending.end(body);
    });
  const worker = async () => {
    while (next < bodies.length) {
      const mine = next++;
      if (perSecond !== undefined) {
        const dueMs = startedAt + (mine / perSecond) * 1000 - performance.now();
        if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
      }
      await one(bodies[mine]);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return { seconds: (performance.now() - startedAt) / 1000, latencies, refused };
}
