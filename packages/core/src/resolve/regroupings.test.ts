import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn } from '../words/words-in.js';
import { hubDecisionOf, withHubDecision } from './hub-decision.js';
import { nameOf, stored, worlds } from './identity-worlds.generated-cases.js';
import { joinRules } from './join-rules.js';
import { addRegroupings, noRegroupings } from './regrouping-counts.js';
import { regroupings } from './regroupings.js';
import { resolvePersons } from './resolve-persons.js';
import { whatIfInWords } from './what-if-in-words.js';

const words = wordsIn('en');

const membersOf = ({ nodes }: { readonly nodes: readonly { readonly node: number }[] }): string =>
  nodes.map(({ node }) => node).join(' ');

test('what would change is exactly whom both rules group differently, and counts add up', () => {
  fc.assert(
    fc.property(worlds, worlds, ({ messages, ruleSet }, other) => {
      const given = stored(messages);
      const [before, after] = [joinRules(ruleSet), joinRules(other.ruleSet)];
      const [was, is] = [resolvePersons(given, before).persons, resolvePersons(given, after).persons];
      const found = regroupings(given, before, after).regroupings;
      const [wasNames, isNames] = [new Set(was.map(membersOf)), new Set(is.map(membersOf))];
      const left = was.filter((person) => !isNames.has(membersOf(person))).map(membersOf);
      const come = is.filter((person) => !wasNames.has(membersOf(person))).map(membersOf);
      expect(found.flatMap((one) => one.before.map(membersOf)).sort()).toEqual(left.sort());
      expect(found.flatMap((one) => one.after.map(membersOf)).sort()).toEqual(come.sort());
      for (const one of found) {
        const nodes = (persons: typeof one.before) => persons.flatMap((person) => person.nodes.map(nameOf)).sort();
        expect(nodes(one.before)).toEqual(nodes(one.after));
      }
      const { joined, split } = addRegroupings(noRegroupings, found);
      const ofBefore = (person: (typeof was)[number], all: typeof is) =>
        all.filter(({ nodes }) => nodes.some(({ node }) => person.nodes.some((own) => own.node === node)));
      expect(split.people).toBe(was.filter((person) => ofBefore(person, is).length > 1).length);
      expect(joined.into).toBe(is.filter((person) => ofBefore(person, was).length > 1).length);
    }),
    { numRuns: 1_000 },
  );
});

test('rules that say the same change nobody', () => {
  fc.assert(
    fc.property(worlds, ({ messages, ruleSet }) => {
      const rules = joinRules(ruleSet);
      expect(regroupings(stored(messages), rules, joinRules(ruleSet))).toEqual({
        regroupings: [],
        newHubs: [],
        formerHubs: [],
      });
    }),
  );
});

test('what would change is said in a sentence', () => {
  expect(whatIfInWords(noRegroupings, undefined, words)).toBe('Nobody would be joined or taken apart.');
  const some = { joined: { people: 31, into: 12 }, split: { people: 1, into: 3 } };
  expect(whatIfInWords(some, undefined, words)).toBe(
    '31 people would become 12. 1 person would be taken apart into 3.',
  );
  expect(whatIfInWords(noRegroupings, 4, words)).toBe('For 4 people another value would be used.');
  expect(whatIfInWords(some, 0, words)).toContain('into 3. No value that we use would change.');
});

test('deciding about one identifier leaves the other members of its family alone, and can be taken back', () => {
  const { ruleSet } = fc.sample(worlds, { numRuns: 1, seed: 1 })[0] as { ruleSet: Parameters<typeof joinRules>[0] };
  const till = { namespace: 'crm:till', value: '0000' };
  const decided = withHubDecision(ruleSet, till, 'leave-out');
  expect(joinRules(decided).isBlocked(till)).toBe(true);
  expect(joinRules(decided).isBlocked({ namespace: 'crm:other', value: '0000' })).toBe(false);
  const other = joinRules(withHubDecision(decided, till, 'one-person'));
  expect([other.isBlocked(till), other.isOnePersons(till)]).toEqual([false, true]);
  const back = withHubDecision(other.ruleSet, till, 'detect');
  expect(hubDecisionOf(joinRules(back).ruleOf('crm:till'), '0000')).toBe('detect');
});
