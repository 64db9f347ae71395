import type { Adjustment } from './adjusted.js';
import type { Candidates } from './candidates.js';
import { evidence } from './evidence.js';
import { columnsMeaning } from './heaviest.js';
import { isRising } from './is-rising.js';
import { onePerOther } from './one-per-other.js';

/** What the e-mail addresses and telephone numbers of a file say about its other columns: whose name a name is, whose number a number. */
export function relatePeople(columns: readonly Candidates[]): readonly Adjustment[] {
  const adjustments: Adjustment[] = [];
  const [email] = columnsMeaning(columns, 'email');
  const [phone] = columnsMeaning(columns, 'phone');
  const person = email ?? phone;
  const addresses = (email?.facts.values ?? []).map((address) =>
    address === null ? null : letters(address.split('@')[0] ?? ''),
  );
  for (const column of columns) {
    if (column === person) continue;
    const { position } = column.facts;
    const isCustomer = (column.header.get('full-name') ?? 0) > 0.6 && !column.header.has('agent');
    if (isCustomer)
      adjustments.push({ position, meaning: 'agent', add: -0.8 }, { position, meaning: 'full-name', add: 0.3 });
    if (email !== undefined && isNameLike(column)) {
      const share = shareInAddress(column, addresses);
      const why = evidence.goesWith(email.facts.header);
      if (share > 0.25) {
        const isFirst =
          (column.weights.get('first-name')?.weight ?? 0) > (column.weights.get('last-name')?.weight ?? 0);
        adjustments.push(
          { position, meaning: 'first-name', add: share * (isFirst ? 1 : 0.7), evidence: why },
          { position, meaning: 'last-name', add: share * (isFirst ? 0.7 : 1.1), evidence: why },
          { position, meaning: 'full-name', add: share * 1.3, evidence: why },
          { position, meaning: 'company', add: -0.2 },
        );
      } else if (!isCustomer) {
        adjustments.push({ position, meaning: 'full-name', add: -0.4 }, { position, meaning: 'last-name', add: -0.3 });
      }
    }
    if (person !== undefined && isCodeLike(column)) adjustments.push(...numbersOfPeople(column, person));
  }
  return adjustments;
}

/** A number that always comes with the same person, and the person with it, is the person's; the more so if both come again. */
function numbersOfPeople(column: Candidates, person: Candidates): readonly Adjustment[] {
  const { position } = column.facts;
  const forward = onePerOther(column.facts.values, person.facts.values);
  const back = onePerOther(person.facts.values, column.facts.values);
  const why = evidence.goesWith(person.facts.header);
  if (forward.repeats < 5 || back.repeats < 5) return [];
  if (Math.min(forward.share, back.share) > 0.8 && !isRising(column.facts.texts))
    return [
      { position, meaning: 'customer-number', add: 0.6, evidence: why },
      { position, meaning: 'loyalty-card', add: 0.6, evidence: why },
      { position, meaning: 'order-number', add: -0.5 },
      { position, meaning: 'product-number', add: -0.6 },
    ];
  if (back.share < 0.3)
    return [
      { position, meaning: 'customer-number', add: -0.4 },
      { position, meaning: 'loyalty-card', add: -0.5 },
    ];
  return [];
}

function isNameLike({ weights }: Candidates): boolean {
  return weights.has('last-name') || weights.has('full-name') || weights.has('first-name');
}

function isCodeLike({ weights }: Candidates): boolean {
  return weights.has('customer-number');
}

/** How often the words of a name stand in the address of the same line. */
function shareInAddress({ facts }: Candidates, addresses: readonly (string | null)[]): number {
  let both = 0;
  let matching = 0;
  for (const [row, name] of facts.values.entries()) {
    const address = addresses[row] ?? null;
    if (name === null || address === null) continue;
    if (++both > 300) break;
    const words = name.split(/[\s,]+/).map(letters);
    if (words.some((word) => word.length > 2 && address.includes(word))) matching++;
  }
  return both < 5 ? 0 : matching / Math.min(both, 300);
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
