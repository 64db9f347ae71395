#!/usr/bin/env node
/**
 * Who the rules of a new workspace hold for one person, against a truth that is known: `node bench/joins.mjs [customers] [seeds] [profile]`.
 * Both profiles, ten seeds; what the systems say is read and resolved by the functions of the engine, without its stores. Beside it the
 * same under one rule less each, down to limits of ten and hubs of ten people alone.
 *
 * Pairs are pairs of identifiers. Precision: of those in one person the share that is one human's. Recall: of those that are one human's
 * alone the share that is in one person; what is missed is told by cause (packages/world/src/joins/miss-cause.ts).
 */
import { createHash } from 'node:crypto';
import { defaultRuleSet } from '../packages/core/dist/resolve/default-rule-set.js';
import { joinRules } from '../packages/core/dist/resolve/join-rules.js';
import { resolvePersons } from '../packages/core/dist/resolve/resolve-persons.js';
import { judgeJoins } from '../packages/world/dist/joins/judge-joins.js';
import { namingsOf } from '../packages/world/dist/joins/namings-of.js';
import { ownersOf } from '../packages/world/dist/joins/owners-of.js';
import { saidMatches } from '../packages/world/dist/joins/said-matches.js';
import { sampleCompany } from '../packages/world/dist/sample-company.js';

const [customers = '2000', seeds = '10', ...only] = process.argv.slice(2);
const causes = ['never-signed-in', 'nothing-in-common', 'renumbered', 'misspelt', 'shared', 'refused'];
const isNumber = (name) => name === 'crm:*' || name === 'loyalty_card';
const manyNumbers = (name) => (isNumber(name) ? { limitPerPerson: 10, limitPerPersonAndSource: null } : {});
const ruleSets = {
  'as a workspace starts': defaultRuleSet,
  'shared addresses join': changed(() => ({ hubFromNumbers: null })),
  'ten numbers each as well': changed((name) => ({ hubFromNumbers: null, ...manyNumbers(name) })),
};
const sums = Object.fromEntries(Object.keys(ruleSets).map((name) => [name, []]));
let least = 1;

console.log(
  `${'profile'.padEnd(10)} seed  joined  precision  recall  ${causes.map((cause) => cause.padStart(17)).join('')}`,
);
for (const profile of only.length > 0 ? only : ['retailer', 'contracts']) {
  for (let seed = 1; seed <= Number(seeds); seed += 1) {
    const company = sampleCompany({ profile, customers: Number(customers), seed, until: Date.UTC(2026, 5, 1) });
    const said = saidMatches(namingsOf(company), (text) => createHash('sha256').update(text).digest('hex'));
    const owners = ownersOf(company);
    for (const [name, ruleSet] of Object.entries(ruleSets)) {
      const startedAt = performance.now();
      const resolved = resolvePersons(said, joinRules(ruleSet));
      const ms = performance.now() - startedAt;
      const judged = judgeJoins(resolved, said, owners);
      const hubs = resolved.cut.filter(({ reason }) => reason === 'hub').length;
      sums[name].push({ ...judged, hubs, ms, identifiers: said.nodes.length });
      if (ruleSet !== defaultRuleSet) continue;
      least = Math.min(least, judged.right / judged.joined);
      const missed = causes.map((cause) => percent(judged.missed[cause], judged.wanted).padStart(17)).join('');
      const shares = `${(judged.right / judged.joined).toFixed(5).padStart(9)}  ${(judged.found / judged.wanted).toFixed(4)}`;
      console.log(
        `${profile.padEnd(10)} ${String(seed).padStart(4)} ${String(judged.joined).padStart(7)}  ${shares}  ${missed}`,
      );
    }
  }
}
console.log('');
for (const [name, all] of Object.entries(sums)) {
  const sum = (of) => all.reduce((total, one) => total + of(one), 0);
  const precision = sum(({ right }) => right) / sum(({ joined }) => joined);
  const recall = sum(({ found }) => found) / sum(({ wanted }) => wanted);
  const { alone, owner, wrong } = {
    alone: sum(({ shared }) => shared.alone),
    owner: sum(({ shared }) => shared['with an owner']),
    wrong: sum(({ shared }) => shared.wrong),
  };
  const speed = Math.round(sum(({ identifiers }) => identifiers) / (sum(({ ms }) => ms) / 1000));
  console.log(
    `${name}: precision ${precision.toFixed(5)}, recall ${recall.toFixed(4)}; what several share: ${alone} alone, ${owner} with one whose it is, ${wrong} with others; ${sum(({ hubs }) => hubs)} hubs; ${speed} identifiers/s`,
  );
}
console.log(
  `joins.precision: at least ${least.toFixed(5)} in each of ${sums['as a workspace starts'].length} companies`,
);

function changed(change) {
  const rules = Object.entries(defaultRuleSet.namespaces).map(([name, rule]) => [name, { ...rule, ...change(name) }]);
  return { ...defaultRuleSet, namespaces: Object.fromEntries(rules) };
}

function percent(part, of) {
  return `${((100 * part) / of).toFixed(2)} %`;
}
