import type { NamespaceRule } from './namespace-rule.js';
import type { RuleSet } from './rule-set.js';

const rule = (priority: number, durable: boolean, change: Partial<NamespaceRule> = {}): NamespaceRule => ({
  priority,
  durable,
  limitPerPerson: null,
  limitWithinDays: null,
  limitPerPersonAndSource: null,
  hubFromPeople: null,
  hubWithinDays: null,
  hubFromNumbers: null,
  onePersonValues: [],
  blockedValues: [],
  blockedPatterns: [],
  ...change,
});

/** Families share an address or a device; more people than this within a year are no family. */
const sharedBy = (hubFromPeople: number): Partial<NamespaceRule> => ({ hubFromPeople, hubWithinDays: 365 });

/** An address or telephone under which one system has two customers is a family's or a firm's: it cannot say which of them somebody is. */
const contact: Partial<NamespaceRule> = { limitPerPerson: 10, ...sharedBy(10), hubFromNumbers: 2 };

const machines = ['noreply@*', 'no-reply@*', 'no_reply@*', 'donotreply@*', 'do-not-reply@*', 'mailer-daemon@*'];

/** What a new workspace starts with. */
export const defaultRuleSet: RuleSet = {
  format: 1,
  namespaces: {
    user_id: rule(100, true, { limitPerPersonAndSource: 1, ...sharedBy(20) }),
    'crm:*': rule(90, true, { limitPerPerson: 1, ...sharedBy(20) }),
    loyalty_card: rule(80, true, { limitPerPersonAndSource: 1, ...sharedBy(10) }),
    email: rule(70, true, { ...contact, blockedPatterns: machines }),
    phone: rule(60, true, contact),
    device_id: rule(30, false, sharedBy(10)),
    anonymous_id: rule(20, false, sharedBy(10)),
  },
  otherNamespaces: rule(10, false),
  maxEdges: 10_000,
  goldenTraits: {
    rules: {
      name: 'trusted',
      firstName: 'trusted',
      first_name: 'trusted',
      lastName: 'trusted',
      last_name: 'trusted',
      title: 'trusted',
      gender: 'trusted',
      birthday: 'trusted',
      createdAt: 'trusted',
      created_at: 'trusted',
      language: 'most-frequent',
      locale: 'most-frequent',
      timezone: 'most-frequent',
    },
    otherwise: 'latest',
  },
  systemOfRecordFromTrust: 70,
};
