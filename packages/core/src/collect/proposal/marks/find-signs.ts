import { patternMatcher } from '../../mapping/mapping-condition.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { headerWords } from '../columns/header-meanings.js';
import type { Meaning } from '../meaning.js';
import type { Sign } from './sign.js';

/**
 * The columns that tell tests and staff: by addresses and names that people type when they try something, by numbers that begin with TEST, by a
 * column of yes and no that is called so, and by addresses of the company's own domains. Only what the sample holds is a sign.
 */
export function findSigns(columns: readonly ChosenColumn[], ownDomains: readonly string[]): readonly Sign[] {
  const signs = columns.flatMap((column): readonly Sign[] => {
    const sign = (mark: Sign['mark'], patterns: readonly string[]): Sign => ({ mark, column, patterns });
    const { meaning, isChosen } = column;
    if (!isChosen) return [];
    if (meaning === 'email') {
      const own = ownDomains.map((domain) => `*@${domain}`);
      return [sign('internal', own), sign('test', withSpellings(column, addressForms(column), isTestAddress))];
    }
    if (names.has(meaning)) return [sign('test', withSpellings(column, nameForms, isTestName))];
    if (numbers.has(meaning)) return [sign('test', ['test*'])];
    if (meaning === 'flag') {
      const mark = markOfHeader(column);
      return mark === undefined ? [] : [sign(mark, [...column.facts.counts.keys()].filter(isYes))];
    }
    return [];
  });
  return signs.filter(({ column, patterns }) => [...column.facts.counts.keys()].some(patternMatcher(patterns)));
}

const names: ReadonlySet<Meaning> = new Set(['full-name', 'first-name', 'last-name']);
const numbers: ReadonlySet<Meaning> = new Set([
  'order-number',
  'call-number',
  'case-number',
  'record-number',
  'customer-number',
]);
const triedOut = ['test@*', 'demo@*', 'dummy@*', '*+test@*'];
const nowhere = ['*@test.*', '*@example.*', '*.test', '*.invalid', '*.example'];
const nameForms = ['test', 'test *', '* test', 'testkunde*', 'testuser*', 'dummy', 'dummy *'];
const mostSpellings = 40;

/** Domains that lead nowhere tell tests from customers, unless the whole file is invented. */
function addressForms({ facts }: ChosenColumn): readonly string[] {
  const leadsNowhere = patternMatcher(nowhere);
  const invented = facts.texts.filter(leadsNowhere).length;
  return 2 * invented > facts.texts.length ? triedOut : [...triedOut, ...nowhere];
}

/** The forms, if any cell has one, and the spellings of the file that none of them fits. */
function withSpellings(
  { facts }: ChosenColumn,
  forms: readonly string[],
  isTest: (text: string) => boolean,
): readonly string[] {
  const fits = patternMatcher(forms);
  const texts = [...facts.counts.keys()];
  const spelt = texts.filter((text) => isTest(text) && !fits(text) && !/[*?]/.test(text) && text.length <= 200);
  const lower = [...new Set(spelt.map((text) => text.toLowerCase()))].sort().slice(0, mostSpellings);
  return [...(texts.some(fits) ? forms : []), ...lower];
}

function isTestAddress(address: string): boolean {
  return /^(?:test|demo|dummy|qa|asdf)[-_.+\d]*@|[.+_-]test@/i.test(address);
}

function isTestName(name: string): boolean {
  return /^(?:test|tester|testkundin|dummy|demo|mustermann|musterfrau|(?:max|erika) musterm?(?:ann|frau)|mickey mouse|asdf+|qwertz?y?|john doe|jane doe)(?:[ ,\d]|$)/i.test(
    name,
  );
}

function markOfHeader({ name }: ChosenColumn): Sign['mark'] | undefined {
  const words = headerWords(name);
  if (words.some((word) => /^test(?:s|mode|bestellung|auftrag|order|kunde|call|anruf)?$/.test(word))) return 'test';
  const isStaff = words.some((word) =>
    /^(?:staff|intern|internal|interne|employee|mitarbeiterkauf|personalkauf|personnel|personeel)$/.test(word),
  );
  return isStaff ? 'internal' : undefined;
}

function isYes(text: string): boolean {
  return /^(?:true|yes|y|1|ja|j|oui|s[ií]|wahr|vrai|t|x)$/i.test(text);
}
