import { connect } from 'node:net';

/**
 * Sends bodies over `connections` kept-alive connections, each as soon as the one before it is answered; latencies in ms of each, and what
 * was refused. It writes HTTP/1.1 to the sockets itself: node's own client costs more of the machine than the server that is measured.
 * Every answer must carry a content-length.
 */
export async function load({ url, path, authorization, bodies, connections, perSecond }) {
  const { hostname, port } = new URL(url);
  const head = `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: ${authorization}\r\ncontent-type: application/json\r\ncontent-length: `;
  const latencies = [];
  const refused = new Map();
  let next = 0;
  const startedAt = performance.now();
  const one = (socket) =>
    new Promise((resolve, reject) => {
      let began = 0;
      let answer = '';
      const send = async () => {
        if (next >= bodies.length) {
          socket.end();
          resolve();
          return;
        }
        const mine = next++;
        if (perSecond !== undefined) {
          const dueMs = startedAt + (mine / perSecond) * 1000 - performance.now();
          if (dueMs > 0) await new Promise((due) => setTimeout(due, dueMs));
        }
        const body = bodies[mine];
        began = performance.now();
        socket.write(`${head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
      };
      socket.setEncoding('latin1');
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('the server closed the connection')));
      socket.on('connect', send);
      socket.on('data', (text) => {
        answer += text;
        const headEnds = answer.indexOf('\r\n\r\n');
        if (headEnds < 0) return;
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1]);
        if (answer.length < headEnds + 4 + length) return;
        latencies.push(performance.now() - began);
        const status = Number(answer.slice(9, 12));
        if (status !== 200) refused.set(status, (refused.get(status) ?? 0) + 1);
        answer = '';
        void send();
      });
    });
  await Promise.all(
    Array.from({ length: connections }, () => one(connect({ host: hostname, port: Number(port), noDelay: true }))),
  );
  return { seconds: (performance.now() - startedAt) / 1000, latencies, refused };
}
