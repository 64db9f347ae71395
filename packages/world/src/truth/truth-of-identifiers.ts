import type { Life } from '../life/life.js';
import type { Moment } from '../life/moment.js';
import { emailTo, type Knower, phoneTo } from '../people/known-as.js';
import { brokerNumberOf, cardOf, crmNumberOf, oldCrmNumberOf, userIdOf } from '../people/known-numbers.js';
import type { Person } from '../people/person.js';
import type { Surroundings } from '../people/surroundings.js';
import { migratedAtMs } from '../systems/crm.js';
import { csvLine } from '../writing/csv-line.js';
import { personKey } from './person-key.js';
import type { TruthOfLives } from './truth-design.js';

/** Whose each identifier is. */
export const truthOfIdentifiers: TruthOfLives = {
  grows: 'with people',
  name: 'truth/identifiers.csv',
  about:
    'each value by which a system may know somebody, once for each human whose it is: two lines of one value are two owners',
  format: 'csv',
  columns: [
    { name: 'namespace', means: 'kind of identifier, as mappings and messages name it' },
    { name: 'value', means: 'normalised: telephones as E.164' },
    { name: 'person', means: 'a human whose it is' },
    { name: 'kind', means: 'own, home, firm, kiosk; misspelt is an address that is nobody’s' },
  ],
  speaksOfRecords: false,
  tell: (life, _told, around) => {
    const known = new Set<string>();
    const rows: string[] = [];
    const key = personKey(life.person.number);
    for (const { namespace, value, kind } of identifiersOf(life, around)) {
      const identifier = `${namespace} ${value}`;
      if (known.has(identifier)) continue;
      known.add(identifier);
      rows.push(csvLine([namespace, value, key, kind]));
    }
    return rows;
  },
};

interface Owned {
  readonly namespace: string;
  readonly value: string;
  readonly kind: 'own' | 'home' | 'firm' | 'kiosk' | 'misspelt';
}

function* identifiersOf({ person, moments }: Life, around: Surroundings): Generator<Owned> {
  for (const moment of moments) {
    yield* numbersOf(person, moment, around);
    yield* browsersOf(person, moment);
    const knower = knowerOf(moment);
    if (knower === undefined) continue;
    const email = emailTo(knower, person);
    if (knower !== 'calls') yield { namespace: 'email', value: email, kind: kindOfEmail(person, email) };
    const phone = phoneTo(knower, person);
    if (asksForPhone.has(knower)) {
      yield { namespace: 'phone', value: phone, kind: phone === person.mobile ? 'own' : 'home' };
    }
  }
}

const asksForPhone: ReadonlySet<Knower> = new Set(['crm', 'loyalty', 'calls', 'broker']);

/** Who hears of her at a moment, as far as an address or a telephone is told. */
function knowerOf(moment: Moment): Knower | undefined {
  switch (moment.kind) {
    case 'registration':
    case 'complaint':
      return 'account';
    case 'mail':
      return moment.platform === 'newsletter' ? 'mail' : 'account';
    case 'answer':
      return moment.namesHerself ? 'mail' : undefined;
    case 'card-issued':
      return 'loyalty';
    case 'master-data':
      return 'crm';
    case 'call':
      return moment.hidesNumber ? undefined : 'calls';
    case 'broker-visit':
      return 'broker';
    default:
      return undefined;
  }
}

function kindOfEmail(person: Person, email: string): Owned['kind'] {
  if (email === person.email) return 'own';
  if (email === person.household.familyEmail) return 'home';
  return email === person.workEmail ? 'firm' : 'misspelt';
}

function* numbersOf(person: Person, moment: Moment, around: Surroundings): Generator<Owned> {
  const own = (namespace: string, value: string): Owned => ({ namespace, value, kind: 'own' });
  if (moment.kind === 'master-data') {
    yield own('crm:customers', crmNumberOf(person));
    if (moment.atMs < migratedAtMs(around)) yield own('crm:before-migration', oldCrmNumberOf(person));
  }
  if (moment.kind === 'card-issued') yield own('loyalty_card', cardOf(person));
  if (moment.kind === 'broker-visit') yield own('crm:brokers', brokerNumberOf(person));
  const signsIn =
    moment.kind === 'registration' || moment.kind === 'online-order' || (moment.kind === 'visit' && moment.signedIn);
  if (signsIn) yield own('user_id', userIdOf(person));
}

function* browsersOf(person: Person, moment: Moment): Generator<Owned> {
  if (!('browser' in moment)) return;
  const { browser } = moment;
  if ('on' in moment && moment.on === 'app') yield { namespace: 'device_id', value: browser, kind: 'own' };
  else {
    const kind = browser === person.household.tablet ? 'home' : browser.startsWith('kiosk-') ? 'kiosk' : 'own';
    yield { namespace: 'anonymous_id', value: browser, kind };
  }
}
