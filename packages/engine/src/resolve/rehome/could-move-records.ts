import { couldMoveHomes } from '@throughline/core/resolve/could-move-homes';
import type { JoinRules } from '@throughline/core/resolve/join-rules';
import type { BatchContext } from '../batch/batch-context.js';
import { identifierPage } from './rehome.sql.js';

const identifiersAtOnce = 20_000;

/** The store alone tells whether anything recorded could move: by another order of namespaces, or an identifier that turned. */
export async function couldMoveRecords(ctx: BatchContext, before: JoinRules): Promise<boolean> {
  const { order, blocking } = couldMoveHomes(ctx.book.namespaceNames, before, ctx.rules);
  if (order) return true;
  const codes = blocking.map((namespace) => ctx.book.namespaceCode(namespace));
  let after = 0;
  while (codes.length > 0) {
    const page = await identifierPage(ctx.client, ctx.workspace, codes, after, identifiersAtOnce);
    const last = page.at(-1);
    if (last === undefined) return false;
    after = last.node;
    const turned = page.some(({ namespace: code, value }) => {
      const identifier = { namespace: ctx.book.namespaceName(code), value };
      return before.isBlocked(identifier) !== ctx.rules.isBlocked(identifier);
    });
    if (turned) return true;
  }
  return false;
}
