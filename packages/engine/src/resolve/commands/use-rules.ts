import { homeNode } from '@throughline/core/resolve/home-node';
import { joinRules } from '@throughline/core/resolve/join-rules';
import type { BatchContext } from '../batch/batch-context.js';
import { BatchNodes } from '../batch/batch-nodes.js';
import { personPage } from '../batch/persons.sql.js';
import { refreshIdentities } from '../batch/refresh-identities.js';
import { rejoin } from '../batch/rejoin.js';
import { settle } from '../batch/settle.js';
import { couldMoveRecords } from '../rehome/could-move-records.js';
import { rehomeInteractions } from '../rehome/rehome-interactions.js';
import { rehomeRecords } from '../rehome/rehome-records.js';
import { joinsAlike } from '../rules/joins-alike.js';
import { componentLabels, matchPage, moveHomes, nodesOfEach, readRuleSet } from './use-rules.sql.js';

const componentsAtOnce = 5_000;
const personsAtOnce = 5_000;
const matchesAtOnce = 20_000;

/**
 * Makes a version of the rules the one in force and recomputes who is who for every component, if it joins otherwise. The context's own rules stay as they were:
 * the caller reads them again for the next batch, since the head names the new version.
 *
 * Under rules that block an identifier or change priorities messages hang on another node than before: what they told moves there, as if it
 * had always hung there.
 */
export async function useRules(ctx: BatchContext, version: number, offset: number): Promise<void> {
  const rules = joinRules(await readRuleSet(ctx.client, ctx.workspace, version));
  const changed: BatchContext = { ...ctx, rules };
  ctx.head.ruleVersion = version;
  if (joinsAlike(ctx.rules.ruleSet, rules.ruleSet)) return refreshEverybody(changed, version);
  const couldMove = await couldMoveRecords(changed, ctx.rules);
  const moved = couldMove && (await rehomeRecords(changed, ctx.rules, offset - 1));
  if (couldMove) await rehomeMatches(changed);
  await recompute(changed, version, offset);
  if (moved) await rehomeInteractions(changed, offset);
}

/** Under rules that join alike nobody becomes somebody else: the values we use and who is a customer are worked out anew. */
async function refreshEverybody(ctx: BatchContext, version: number): Promise<void> {
  const total = ctx.head.nextNode - 1;
  let after = 0;
  for (;;) {
    const persons = await personPage(ctx.client, ctx.workspace, after, personsAtOnce);
    const last = persons.at(-1);
    if (last === undefined) return;
    after = last;
    await refreshIdentities(ctx.client, ctx.workspace, persons, ctx.rules, ctx.book);
    await ctx.progress({ version, done: Math.min(total, after), total });
  }
}

/** Who is who, counts and golden traits of everybody; components are labelled by their lowest node, so the label says how far it has come. */
async function recompute(ctx: BatchContext, version: number, offset: number): Promise<void> {
  const total = ctx.head.nextNode - 1;
  let after = -1;
  for (;;) {
    const labels = await componentLabels(ctx.client, ctx.workspace, after, componentsAtOnce);
    const last = labels.at(-1);
    if (last === undefined) return;
    after = last;
    const nodes = new BatchNodes();
    const touched = (await nodesOfEach(ctx.client, ctx.workspace, labels)).map((row) =>
      nodes.add({ ...row, namespace: ctx.book.namespaceName(row.namespace), isNew: false }),
    );
    const rejoined = await rejoin(ctx.client, ctx.workspace, touched, nodes, ctx.rules, ctx.book);
    const persons = new Set(rejoined.persons);
    for (const node of nodes.byNumber.values()) persons.add(node.person);
    await settle(ctx, nodes, { ...rejoined, persons }, offset);
    await ctx.progress({ version, done: Math.min(total, after), total });
  }
}

/** A match is found through its strongest node that may join; blocking and priorities decide which that is. */
async function rehomeMatches(ctx: BatchContext): Promise<void> {
  let after = 0;
  for (;;) {
    const page = await matchPage(ctx.client, ctx.workspace, after, matchesAtOnce);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.match;
    const moved: { match: number; home: number }[] = [];
    for (const row of page) {
      const named = row.nodes.map((node, i) => ({
        node,
        namespace: ctx.book.namespaceName(row.namespaces[i] ?? 0),
        value: row.values[i] ?? '',
      }));
      const home = homeNode(named, ctx.rules.isBlocked, ctx.rules)?.node;
      if (home !== undefined && home !== row.home) moved.push({ match: row.match, home });
    }
    await moveHomes(ctx.client, ctx.workspace, moved);
  }
}
