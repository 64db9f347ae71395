import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import type { Life } from '../../life/life.js';
import type { Mail, Moment } from '../../life/moment.js';
import { emailTo } from '../../people/known-as.js';
import { recordNumber } from '../record-number.js';
import { sourceNamed } from '../source-named.js';
import type { LifeFile, SystemDesign, Write } from '../system-design.js';

type Rule = Mapping['rows'][number];

const named = (type: string, name: string, direction: string): Rule => ({
  rule: type,
  make: 'interaction',
  when: [{ value: '{type}', is: type }],
  key: 'id',
  identifiers: { email: '{email}' },
  name,
  time: '{ts}',
  direction,
  touchpoint: 'Newsletter',
  marks: { machine: { from: '{machine}', as: 'boolean' } },
  properties: { campaign: '{campaign}' },
});

const events: LifeFile = {
  grows: 'with people',
  name: 'newsletter/events.jsonl',
  about: 'one object for each event of the platform for the newsletter; times in seconds since 1970',
  format: 'jsonl',
  columns: [],
  mayDouble: true,
  mapping: {
    version: 1,
    source: 'Newsletter',
    file: { format: 'jsonl' },
    zone: 'UTC',
    channel: 'email',
    rows: [
      named('sent', 'Newsletter sent', 'to-customer'),
      named('open', 'Newsletter opened', 'from-customer'),
      named('click', 'Newsletter clicked', 'from-customer'),
      named('bounce', 'Newsletter bounced', 'observed'),
    ],
  },
  record: (life, write) => {
    for (const moment of life.moments) {
      if (moment.kind === 'mail' && moment.platform === 'newsletter') recordMail(life, moment, write);
    }
  },
};

function recordMail(life: Life, moment: Moment & Mail, write: Write): void {
  const email = emailTo('mail', life.person);
  const id = recordNumber('N', life, moment);
  const event = (type: string, suffix: string, atMs: number | undefined, machine: boolean) => {
    if (atMs === undefined) return;
    const said = { id: `${id}${suffix}`, type, email, ts: Math.floor(atMs / 1000), campaign: moment.subject, machine };
    write({
      record: `${type}:${said.id}`,
      what: 'interaction',
      moment,
      atMs,
      lines: [JSON.stringify(said)],
    });
  };
  event('sent', '', moment.atMs, false);
  event('bounce', 'b', moment.bounced === true ? moment.atMs + 2_000 : undefined, false);
  event('open', 'm', moment.prefetchedMs, true);
  event('open', 'o', moment.openedMs, false);
  event('click', 'c', moment.clickedMs, false);
}

export const newsletter: SystemDesign = {
  key: 'newsletter',
  kind: 'import',
  about: 'the platform marketing bought for the newsletter; it knows addresses and nothing of the other platform',
  source: sourceNamed('Newsletter', { channel: 'email', team: 'Marketing', trust: 30, zone: 'UTC' }),
  files: [events],
};
