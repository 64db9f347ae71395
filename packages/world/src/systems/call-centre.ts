import { Chance } from '../chance/chance.js';
import type { Life } from '../life/life.js';
import type { Call, Moment } from '../life/moment.js';
import { familyNameTo, firstNameTo, phoneTo } from '../people/known-as.js';
import { crmNumberOf, oldCrmNumberOf } from '../people/known-numbers.js';
import type { Surroundings } from '../people/surroundings.js';
import { noteOf } from '../talk/words-of.js';
import { csvLine } from '../writing/csv-line.js';
import { nationalPhone } from '../writing/national-phone.js';
import { wallTime } from '../writing/written-times.js';
import { migratedAtMs } from './crm.js';
import { kindOfMatter, matterKinds } from './kind-of-matter.js';
import { recordNumber } from './record-number.js';
import { sourceNamed } from './source-named.js';
import type { LifeFile, SystemDesign } from './system-design.js';

const zone = 'Europe/London';

/** Of calls, those in which the clerk asks for the customer's number. */
const asksForNumberShare = 0.5;
/** Of calls, those to which the clerk gives the reason that needs no thinking. */
const lazyReasonShare = 0.25;

const calls: LifeFile = {
  grows: 'with people',
  name: 'call-centre/calls.csv',
  about: 'one line for each call; the site lies in Britain and its clock with it',
  format: 'csv',
  mayDouble: true,
  columns: [
    { name: 'call_id', means: 'number of the call' },
    { name: 'started', means: `yyyy-MM-dd HH:mm:ss in ${zone}` },
    { name: 'caller', means: 'number shown, as dialled from Germany; "anonymous" or 000000 if none was' },
    { name: 'customer_no', means: 'customer number, if the clerk asked for it' },
    { name: 'old_customer_no', means: 'the same before the migration' },
    { name: 'reason', means: 'as the clerk chose it' },
    { name: 'matter', means: 'order, contract or claim it was about' },
    { name: 'matter_kind', means: 'which of them' },
    { name: 'waited_s', means: 'seconds in the queue' },
    { name: 'minutes', means: 'length' },
    { name: 'solved', means: 'yes or no, as the clerk saw it' },
    { name: 'note', means: 'what the clerk typed' },
  ],
  mapping: {
    version: 1,
    source: 'Call centre',
    file: { format: 'csv' },
    zone,
    country: 'DE',
    channel: 'call_centre',
    empty: ['anonymous'],
    rows: [
      {
        rule: 'call',
        make: 'interaction',
        key: 'call_id',
        identifiers: {
          'crm:customers': '{customer_no}',
          'crm:before-migration': '{old_customer_no}',
          phone: '{caller}',
        },
        name: 'Call',
        time: '{started}',
        direction: 'from-customer',
        touchpoint: 'Call centre',
        about: { kind: { from: '{matter_kind}', table: matterKinds }, id: '{matter}' },
        reason: '{reason}',
        outcome: { from: '{solved}', table: { yes: 'well', no: 'badly' } },
        properties: {
          note: '{note}',
          minutes: { from: '{minutes}', as: 'number' },
          waited_seconds: { from: '{waited_s}', as: 'number' },
        },
      },
    ],
  },
  record: (life, write, around) => {
    for (const moment of life.moments) {
      if (moment.kind !== 'call') continue;
      const id = recordNumber('C', life, moment);
      write({
        record: `call:${id}`,
        what: 'interaction',
        moment,
        atMs: moment.atMs,
        lines: [csvLine([id, ...callCells(life, moment, around)])],
      });
    }
  },
};

function callCells(
  { person }: Life,
  moment: Moment & Call,
  around: Surroundings,
): readonly (string | number | undefined)[] {
  const { atMs, topic, about, waitedSeconds, minutes, solved, hidesNumber, place } = moment;
  const chance = new Chance(around.seed, 63, person.number, place);
  const asks = !hidesNumber && chance.hits(asksForNumberShare);
  const isOld = atMs < migratedAtMs(around);
  const name = `${firstNameTo('calls', person)} ${familyNameTo('calls', person, atMs)}`;
  return [
    wallTime(atMs, zone),
    hidesNumber ? chance.pick(hidden) : nationalPhone(phoneTo('calls', person)),
    asks && !isOld ? crmNumberOf(person) : '',
    asks && isOld ? oldCrmNumberOf(person) : '',
    chance.hits(lazyReasonShare) ? 'general question' : topic,
    about,
    about === undefined ? '' : kindOfMatter(about),
    waitedSeconds,
    minutes,
    solved ? 'yes' : 'no',
    noteOf(person, name, { topic, place, ...(about === undefined ? {} : { about }) }, around.seed),
  ];
}

const hidden = ['anonymous', '000000'] as const;

export const callCentre: SystemDesign = {
  key: 'call-centre',
  kind: 'import',
  about: 'the log of the call centre, with what clerks noted',
  source: sourceNamed('Call centre', { channel: 'call_centre', team: 'Service', trust: 60, zone }),
  files: [calls],
};
