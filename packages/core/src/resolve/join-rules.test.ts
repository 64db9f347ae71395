import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { globMatcher } from '../collect/glob-matcher.js';
import { defaultRuleSet } from './default-rule-set.js';
import { homeNode } from './home-node.js';
import { nobody } from './identifier.js';
import { isRecognised } from './is-recognised.js';
import { joinRules } from './join-rules.js';
import { parseRuleSet } from './parse-rule-set.js';
import type { TraitClaim } from './trait-claim.js';

const rules = joinRules(defaultRuleSet);
const mail = { node: 1, namespace: 'email', value: 'anna@shop.de' };
const robot = { node: 2, namespace: 'email', value: 'noreply@shop.de' };
const browser = { node: 3, namespace: 'anonymous_id', value: 'b1' };

describe('the rules for joining', () => {
  test('are read back as they were written, and the default set is valid', () => {
    expect(parseRuleSet(JSON.parse(JSON.stringify(defaultRuleSet)))).toEqual(defaultRuleSet);
  });

  test('store blocked values in the form identifiers are stored in', () => {
    const email = {
      ...defaultRuleSet.otherNamespaces,
      blockedValues: [' Info@Shop.DE '],
      blockedPatterns: ['KIOSK*@shop.de'],
    };
    const changed = joinRules(parseRuleSet({ ...defaultRuleSet, namespaces: { email } }));
    expect(changed.isBlocked({ namespace: 'email', value: 'info@shop.de' })).toBe(true);
    expect(changed.isBlocked({ namespace: 'email', value: 'kiosk-7@shop.de' })).toBe(true);
    expect(changed.isBlocked(mail)).toBe(false);
  });

  test('that are wrong are refused with the name of each wrong field', () => {
    const wrong = { ...defaultRuleSet, maxEdges: 0, namespaces: { 'E Mail': defaultRuleSet.otherNamespaces } };
    expect(() => parseRuleSet(wrong)).toThrow(expect.objectContaining({ code: 'resolve.rules-invalid' }));
    expect(() => parseRuleSet(wrong)).toThrow(/maxEdges/);
  });

  test('take the exact namespace before its family, and the family before the rest', () => {
    const acme = { ...defaultRuleSet.otherNamespaces, priority: 1 };
    const changed = joinRules({ ...defaultRuleSet, namespaces: { ...defaultRuleSet.namespaces, 'crm:acme': acme } });
    expect(changed.ruleOf('crm:acme').priority).toBe(1);
    expect(changed.ruleOf('crm:other').priority).toBe(90);
    expect(changed.ruleOf('receipt')).toBe(defaultRuleSet.otherNamespaces);
    expect(changed.ruleOf('constructor')).toBe(defaultRuleSet.otherNamespaces);
  });

  test('let nothing join with nobody', () => {
    expect(rules.isBlocked(nobody)).toBe(true);
    expect(rules.isDurable(nobody)).toBe(false);
  });
});

describe('a pattern', () => {
  test('with * and ? fits as the same regular expression would', () => {
    const letters = fc.constantFrom('a', 'b', '@', '.', '😀');
    const text = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(''));
    const pattern = fc
      .array(fc.oneof(letters, fc.constantFrom('*', '?')), { maxLength: 6 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, text, (given, value) => {
        const source = given.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
        expect(globMatcher(given)(value)).toBe(new RegExp(`^${source}$`, 'su').test(value));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a message', () => {
  const isCut = (node: typeof mail): boolean => rules.isBlocked(node);

  test('hangs on its strongest identifier that may join, else on the strongest there is', () => {
    expect(homeNode([browser, mail], isCut, rules)).toBe(mail);
    expect(homeNode([browser, robot], isCut, rules)).toBe(browser);
    expect(homeNode([robot], isCut, rules)).toBe(robot);
    expect(homeNode([], isCut, rules)).toBeUndefined();
  });
});

describe('a person', () => {
  const name: TraitClaim = {
    node: 3,
    trait: 'firstName',
    source: 1,
    sourceId: '',
    trust: 90,
    value: 'Anna',
    firstAt: 1,
    lastAt: 1,
    count: 1,
    lastMessage: 'm1',
  };
  const isCut = ({ node }: { readonly node: number }): boolean => node === 2;

  test('with a durable identifier, or a name from a system of record, is a customer', () => {
    expect(isRecognised({ nodes: [browser, mail], claims: [], isCut }, rules)).toBe(true);
    expect(isRecognised({ nodes: [browser], claims: [name], isCut }, rules)).toBe(true);
  });

  test('with neither is an unrecognised visitor, and so is a blocked mailbox', () => {
    expect(isRecognised({ nodes: [browser], claims: [{ ...name, trust: 50 }], isCut }, rules)).toBe(false);
    expect(isRecognised({ nodes: [browser], claims: [{ ...name, value: null }], isCut }, rules)).toBe(false);
    expect(isRecognised({ nodes: [robot], claims: [], isCut }, rules)).toBe(false);
  });
});
