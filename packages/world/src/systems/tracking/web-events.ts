import type { Life } from '../../life/life.js';
import type { Moment, OnlineOrder, Registration, Visit } from '../../life/moment.js';
import { centsOf } from '../../life/shopping/goods.js';
import { emailTo, familyNameTo, firstNameTo } from '../../people/known-as.js';
import { userIdOf } from '../../people/known-numbers.js';
import type { LifeFile, Write } from '../system-design.js';
import type { ClientMessage } from './client-message.js';
import { timestamp } from './device-clock.js';
import { messageIdOf } from './message-id.js';

/** Messages of a web site's script: pages, what is put into the basket, accounts and orders. */
export function webEvents(name: string, about: string): LifeFile {
  return {
    grows: 'with people',
    name,
    about,
    format: 'jsonl',
    columns: [],
    mayDouble: true,
    record: (life, write, { seed }) => {
      for (const moment of life.moments) recordMoment(life, moment, write, seed);
    },
  };
}

function recordMoment(life: Life, moment: Moment, write: Write, seed: number): void {
  saidBy(life, moment).forEach(({ message, atMs, what }, nth) => {
    const messageId = messageIdOf(life, moment, nth, seed);
    write({
      record: messageId,
      what,
      moment,
      atMs,
      lines: [`{"messageId":"${messageId}",${message}}`],
    });
  });
}

/** The messages of a moment, in order. */
function saidBy(life: Life, moment: Moment): readonly ClientMessage[] {
  switch (moment.kind) {
    case 'visit':
      return moment.on === 'web' || moment.on === 'kiosk' ? visited(life, moment) : [];
    case 'registration':
      return [registered(life, moment)];
    case 'online-order':
      return moment.on === 'app' ? [] : [ordered(life, moment)];
    default:
      return [];
  }
}

const betweenStepsMs = 40_000;

function visited(life: Life, { atMs, browser, signedIn, steps, fails }: Moment & Visit): readonly ClientMessage[] {
  const who = visitor(life, browser, signedIn);
  return [...steps, ...(fails === undefined ? [] : [fails])].map((step, nth): ClientMessage => {
    const stepMs = atMs + nth * betweenStepsMs;
    const time = timestamp(life, stepMs);
    const message = step.startsWith('/')
      ? `"type":"page",${who},${time},"name":"Page Viewed","properties":{"path":"${step}"}`
      : `"type":"track",${who},${time},"event":"${step}"`;
    return { message, atMs: stepMs, what: 'interaction' };
  });
}

function registered(life: Life, { atMs, browser }: Moment & Registration): ClientMessage {
  const { person } = life;
  const traits = {
    email: emailTo('account', person),
    firstName: firstNameTo('account', person),
    lastName: familyNameTo('account', person, atMs),
    language: person.language,
  };
  const message = `"type":"identify",${visitor(life, browser, true)},${timestamp(life, atMs)},"traits":${JSON.stringify(traits)}`;
  return { message, atMs, what: 'traits' };
}

function ordered(life: Life, { atMs, browser, order, goods }: Moment & OnlineOrder): ClientMessage {
  const products = goods.map(({ sku, quantity, cents }) => ({ sku, quantity, price: cents / 100 }));
  const properties = { order_id: order, total: centsOf(goods) / 100, currency: 'EUR', products };
  const who = visitor(life, browser, true);
  const message = `"type":"track",${who},${timestamp(life, atMs)},"event":"Order Completed","properties":${JSON.stringify(properties)}`;
  return { message, atMs, what: 'interaction' };
}

function visitor({ person }: Life, browser: string, signedIn: boolean): string {
  return signedIn ? `"anonymousId":"${browser}","userId":"${userIdOf(person)}"` : `"anonymousId":"${browser}"`;
}
