import { describe, expect, it } from 'vitest';
import { dirtOfPeople, dirtOfRecords } from '../dirt/dirt-kinds.js';
import { painPoints } from '../life/pain-points.js';
import { profiles } from '../profile.js';
import { type SampleCompany, sampleCompany } from '../sample-company.js';
import { germanTime } from '../writing/written-times.js';

/*
 * What is planted is there, as often as it is said: on one company of each profile with a fixed seed, within four standard deviations.
 */

const customers = 1_500;
const until = Date.UTC(2026, 5, 1);
const dayMs = 86_400_000;

describe.each(profiles)('the truth of a company (%s)', (profile) => {
  const company = sampleCompany({ profile, customers, seed: 11, until });
  const people = truthOf(company, 'people');
  const records = truthOf(company, 'records');
  const identifiers = truthOf(company, 'identifiers');
  const dirt = truthOf(company, 'dirt');

  it('knows each human once', () => {
    expect(people.length).toBe(customers);
    expect(new Set(people.map(({ person }) => person)).size).toBe(customers);
  });

  it('plants dirt in people at the rates it states', () => {
    const inSharedHomes = shared(people.map(({ household = '' }) => household));
    for (const [kind, { of, rate }] of Object.entries(dirtOfPeople)) {
      const among = of === 'people' ? customers : inSharedHomes;
      const share = dirt.filter((row) => row.kind === kind).length / among;
      // Neighbours share some kinds of dirt, so people count for less than their number: a quarter is on the safe side.
      expect([kind, Math.abs(share - rate) < bound(rate, among / 4)]).toEqual([kind, true]);
    }
  });

  it('plants dirt in records at the rates it states', () => {
    const doubled = records.filter(({ copies }) => copies === '2').length / records.length;
    const late = records.filter((row) => row.late === '1').length / records.length;
    expect(Math.abs(doubled - dirtOfRecords.doubled.rate)).toBeLessThan(0.003);
    expect(Math.abs(late - dirtOfRecords.late.rate)).toBeLessThan(0.003);
    const calls = linesOf(company, 'call-centre/calls.csv');
    const hidden = calls.filter((line) => /,(?:anonymous|000000),/.test(line)).length / calls.length;
    expect(hidden).toBeGreaterThan(0.08);
    expect(hidden).toBeLessThan(0.16);
    const answers = linesOf(company, 'surveys/answers.csv');
    const nameless = answers.filter((line) => !line.includes('@')).length / answers.length;
    expect(Math.abs(nameless - dirtOfRecords.nameless.rate)).toBeLessThan(0.08);
    const contacts = linesOf(company, 'crm/contacts.csv');
    const placeholders = contacts.filter((line) => !line.includes('@')).length / contacts.length;
    expect(Math.abs(placeholders - dirtOfRecords.placeholder.rate)).toBeLessThan(0.02);
  });

  it('loses old numbers in the migration as often as it states', () => {
    const before = new Set(linesOf(company, 'crm/contacts-before-migration.csv').map((line) => line.split(',')[0]));
    const former = new Set(linesOf(company, 'crm/contacts.csv').map((line) => line.split(',')[1]));
    const lost = [...before].filter((number) => !former.has(number)).length;
    const { rate } = dirtOfRecords['former-number-lost'];
    expect(Math.abs(lost / before.size - rate)).toBeLessThan(bound(rate, before.size));
  });

  it.runIf(profile === 'retailer')('writes the time of another zone at one till, and of its own at the others', () => {
    const happened = new Map(records.map(({ record, happened_at }) => [record, Date.parse(happened_at ?? '')]));
    const isRight = (zone: string, [receipt, , time]: readonly string[]) =>
      time === germanTime(happened.get(`receipt:${receipt}`) ?? 0, zone);
    const lines = linesOf(company, 'tills/receipts.csv').map((line) => line.split(';'));
    const [wrong, right] = [true, false].map((one) => lines.filter(([, shop]) => (shop === '5') === one));
    expect(wrong?.length).toBeGreaterThan(100);
    expect(wrong?.every((line) => isRight('UTC', line))).toBe(true);
    expect(right?.every((line) => isRight('Europe/Berlin', line))).toBe(true);
  });

  it('tells two humans apart who share a name and a birthday', () => {
    const twins = people.filter(({ twin }) => twin !== '');
    expect(twins.length).toBeGreaterThan(5);
    for (const { twin, first_name, family_name, birthday, household } of twins) {
      const other = people.find(({ person }) => person === twin);
      expect(other).toMatchObject({ first_name, family_name, birthday });
      expect(other?.household).not.toBe(household);
    }
  });

  it('gives what is her own to one human, and shared homes, firms and kiosks to several', () => {
    const owners = new Map<string, Set<string>>();
    for (const { namespace, value, person = '' } of identifiers) {
      const key = `${namespace} ${value}`;
      owners.set(key, (owners.get(key) ?? new Set()).add(person));
    }
    const ownersOf = (kind: string) =>
      identifiers
        .filter((row) => row.kind === kind)
        .map(({ namespace, value }) => owners.get(`${namespace} ${value}`)?.size ?? 0);
    expect(new Set(ownersOf('own'))).toEqual(new Set([1]));
    expect(Math.max(...ownersOf('home'))).toBeGreaterThan(1);
    expect(Math.max(...ownersOf('firm'))).toBeGreaterThan(1);
    if (profile === 'retailer') expect(Math.max(...ownersOf('kiosk'))).toBeGreaterThan(5);
  });

  it('uses the same numbers twice in the list of customers, before the migration and after', () => {
    const numbers = (namespace: string) =>
      new Set(identifiers.flatMap((row) => (row.namespace === namespace ? [row.value?.length] : [])));
    expect(numbers('crm:customers')).toEqual(numbers('crm:before-migration'));
  });

  it('plants each pain point in its own profile, and in the time that it states', () => {
    for (const { key, profile: of, sinceDays, fixedDays = 0 } of painPoints) {
      const hurt = records.filter(({ pain_point }) => pain_point === key);
      expect([key, hurt.length > 5]).toEqual([key, of === profile]);
      const starts = hurt.filter(
        ({ system }) => system !== 'call-centre' && system !== 'complaints' && system !== 'surveys',
      );
      for (const { happened_at = '' } of starts) {
        // What comes of it may come later: a parcel that was ordered on the last bad day, its return, its refund.
        expect(Date.parse(happened_at)).toBeGreaterThanOrEqual(until - (sinceDays + 1) * dayMs);
        expect(Date.parse(happened_at)).toBeLessThan(until - (fixedDays - 40) * dayMs);
      }
    }
  });

  it('says the cause of every contact, complaint and answer', () => {
    const told = records.filter(({ system = '' }) => ['call-centre', 'complaints', 'surveys'].includes(system));
    expect(told.length).toBeGreaterThan(300);
    expect(told.filter(({ cause }) => cause === '')).toEqual([]);
  });

  it('has people in every stage of the lifecycle, and all feelings', () => {
    expect(new Set(people.map(({ stage }) => stage)).size).toBe(5);
    expect(new Set(records.map(({ feeling }) => feeling)).size).toBe(5);
  });

  it('hears people in two languages and several manners', () => {
    const texts = linesOf(company, 'complaints/steps.csv');
    expect(texts.some((line) => line.includes(',de,'))).toBe(true);
    expect(texts.some((line) => line.includes(',en,'))).toBe(true);
    expect(texts.some((line) => line.includes('!!!'))).toBe(true);
    expect(texts.filter((line) => line.includes('{about}'))).toEqual([]);
  });
});

type Row = Readonly<Record<string, string>>;

/** The rows of a file of the truth; their cells hold no commas. */
function truthOf({ truth }: SampleCompany, what: string): readonly Row[] {
  const [header = '', ...lines] = truth.find(({ name }) => name === `truth/${what}.csv`)?.lines() ?? [];
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

function linesOf({ systems }: SampleCompany, name: string): readonly string[] {
  const file = systems.flatMap(({ files }) => files).find((one) => one.name === name);
  return [...(file?.lines() ?? [])].slice(1);
}

/** How many of these households' people do not live alone. */
function shared(households: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const one of households) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size > 1 ? size : 0), 0);
}

/** Four standard deviations of a share. */
function bound(rate: number, among: number): number {
  return 4 * Math.sqrt((rate * (1 - rate)) / among);
}
