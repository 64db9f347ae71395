import type { Life } from '../../life/life.js';
import type { Mail, Moment } from '../../life/moment.js';
import { emailTo } from '../../people/known-as.js';
import { csvLine } from '../../writing/csv-line.js';
import { germanTime } from '../../writing/written-times.js';
import { kindOfMatter, matterKinds } from '../kind-of-matter.js';
import { recordNumber } from '../record-number.js';
import { sourceNamed } from '../source-named.js';
import type { LifeFile, SystemDesign, Write } from '../system-design.js';

const zone = 'Europe/Berlin';

const steps = { SENT: 'E-mail sent', OPEN: 'E-mail opened', CLICK: 'E-mail clicked', BOUNCE: 'E-mail bounced' };

const log: LifeFile = {
  grows: 'with people',
  name: 'service-mail/log.csv',
  about: 'one line for each step of each message of the platform for order and claim mails',
  format: 'csv',
  delimiter: ';',
  mayDouble: true,
  columns: [
    { name: 'id', means: 'message and step' },
    { name: 'time', means: `dd.MM.yyyy HH:mm in ${zone}` },
    { name: 'step', means: 'SENT, OPEN, CLICK, BOUNCE' },
    { name: 'to', means: 'address' },
    { name: 'subject', means: 'subject' },
    { name: 'matter', means: 'order, contract or claim it was about' },
    { name: 'matter_kind', means: 'which of them' },
    { name: 'agent', means: 'proxy where the provider’s machine fetched it, else human' },
  ],
  mapping: {
    version: 1,
    source: 'Service mail',
    file: { format: 'csv', delimiter: ';' },
    zone,
    channel: 'email',
    dates: 'dd.MM.yyyy HH:mm',
    rows: [
      {
        rule: 'mail',
        make: 'interaction',
        key: 'id',
        identifiers: { email: '{to}' },
        name: { from: '{step}', table: steps },
        time: '{time}',
        direction: {
          from: '{step}',
          table: { SENT: 'to-customer', OPEN: 'from-customer', CLICK: 'from-customer', BOUNCE: 'observed' },
        },
        touchpoint: 'Service e-mail',
        about: { kind: { from: '{matter_kind}', table: matterKinds }, id: '{matter}' },
        marks: { machine: { from: '{agent}', table: { proxy: true, human: false }, as: 'boolean' } },
        properties: { subject: '{subject}' },
      },
    ],
  },
  record: (life, write) => {
    for (const moment of life.moments) {
      if (moment.kind === 'mail' && moment.platform === 'service') recordMail(life, moment, write);
    }
  },
};

function recordMail(life: Life, moment: Moment & Mail, write: Write): void {
  const { about, subject } = moment;
  const email = emailTo('account', life.person);
  const number = recordNumber('M', life, moment);
  const step = (name: keyof typeof steps, atMs: number | undefined, agent: 'human' | 'proxy') => {
    if (atMs === undefined) return;
    const id = `${number}-${name}${agent === 'proxy' ? '-P' : ''}`;
    const kind = about === undefined ? '' : kindOfMatter(about);
    const cells = [id, germanTime(atMs, zone), name, email, subject, about, kind, agent];
    write({ record: `mail:${id}`, what: 'interaction', moment, atMs, lines: [csvLine(cells, ';')] });
  };
  step('SENT', moment.atMs, 'human');
  step('BOUNCE', moment.bounced === true ? moment.atMs : undefined, 'human');
  step('OPEN', moment.prefetchedMs, 'proxy');
  step('OPEN', moment.openedMs, 'human');
  step('CLICK', moment.clickedMs, 'human');
}

export const serviceMail: SystemDesign = {
  key: 'service-mail',
  kind: 'import',
  about: 'the platform for order and claim mails, used by sales as well; it knows nothing of the other platform',
  source: sourceNamed('Service mail', { channel: 'email', team: 'Sales', trust: 30, zone }),
  files: [log],
};
