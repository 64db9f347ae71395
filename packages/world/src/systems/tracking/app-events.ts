import type { Life } from '../../life/life.js';
import type { Moment, OnlineOrder, Visit } from '../../life/moment.js';
import { centsOf } from '../../life/shopping/goods.js';
import { userIdOf } from '../../people/known-numbers.js';
import type { LifeFile } from '../system-design.js';
import type { ClientMessage } from './client-message.js';
import { timestamp } from './device-clock.js';
import { messageIdOf } from './message-id.js';

/** Messages of the company's app: screens, failures, orders. The telephone is named in each, the account while signed in. */
export function appEvents(name: string, about: string): LifeFile {
  return {
    grows: 'with people',
    name,
    about,
    format: 'jsonl',
    columns: [],
    mayDouble: true,
    record: (life, write, { seed }) => {
      for (const moment of life.moments) {
        saidBy(life, moment).forEach(({ message, atMs, what }, nth) => {
          const messageId = messageIdOf(life, moment, nth, seed);
          write({ record: messageId, what, moment, atMs, lines: [`{"messageId":"${messageId}",${message}}`] });
        });
      }
    },
  };
}

const betweenScreensMs = 12_000;

function saidBy(life: Life, moment: Moment): readonly ClientMessage[] {
  if (moment.kind === 'online-order' && moment.on === 'app') return [ordered(life, moment)];
  return moment.kind === 'visit' && moment.on === 'app' ? visited(life, moment) : [];
}

function ordered(life: Life, { atMs, order, goods, browser }: Moment & OnlineOrder): ClientMessage {
  const properties = { order_id: order, total: centsOf(goods) / 100, currency: 'EUR' };
  const who = phone(life, browser, true);
  const message = `"type":"track",${who},${timestamp(life, atMs)},"event":"Order Completed","properties":${JSON.stringify(properties)}`;
  return { message, atMs, what: 'interaction' };
}

function visited(life: Life, { atMs, browser, signedIn, steps, fails }: Moment & Visit): readonly ClientMessage[] {
  const who = phone(life, browser, signedIn);
  return [...steps, ...(fails === undefined ? [] : [fails])].map((step, nth): ClientMessage => {
    const stepMs = atMs + nth * betweenScreensMs;
    const said =
      step === fails
        ? `"type":"track",${who},${timestamp(life, stepMs)},"event":"${step}"`
        : `"type":"screen",${who},${timestamp(life, stepMs)},"name":"${step}"`;
    return { message: said, atMs: stepMs, what: 'interaction' };
  });
}

function phone({ person }: Life, device: string, signedIn: boolean): string {
  const context = `"context":{"device":{"id":"${device}"},"app":{"version":"4.2"}}`;
  return signedIn ? `"userId":"${userIdOf(person)}",${context}` : context;
}
