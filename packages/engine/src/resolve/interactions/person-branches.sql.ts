import type { InteractionsColumn } from '../../store/analytics-schema/interactions-columns.js';
import type { WorkspaceTables } from './workspace-tables.sql.js';

/*
 * Rows carry the person of the time they were written; who that is now follows from the overrides, moves of nodes between persons.
 *
 *   touched persons = every `was` and `person` of an override
 *   branch 1: rows of all others, as stored. Read in the table's order, so that aggregation by person needs no hash table.
 *   branch 2: rows of touched persons, read by key, each mapped by the newest override of its node that holds at its time.
 *
 * A move leads from a touched person to a touched person, so no person has rows in both branches. Person 0 is nobody, and left out.
 */

export interface PersonBranches {
  /** Two queries that yield `person` and the columns asked for. */
  readonly untouched: string;
  readonly touched: string;
}

/**
 * `where` is a condition over columns of `interactions` other than person. `among`: only persons who have a row of this kind are wanted;
 * others may come as well.
 */
export function personBranches(
  tables: WorkspaceTables,
  wanted: readonly InteractionsColumn[],
  where = '1',
  among?: string,
): PersonBranches {
  const have = among === undefined ? '' : ` and person in (select person from ${tables.interactions} where ${among})`;
  const touched = `select arrayJoin([was, person]) from ${tables.overrides}`;
  return {
    untouched: `select ${['person', ...wanted].join(', ')}
from ${tables.interactions}
where person <> 0 and person not in (${touched}) and (${where})${have}`,
    touched: mappedRows(tables, wanted, `person in (${touched}) and (${where})`, '1'),
  };
}

/** Rows that are one person's now, as `personBranches` yields them; the person is the parameter `person`. Reads by key. */
export function rowsOfPerson(tables: WorkspaceTables, wanted: readonly InteractionsColumn[], where = '1'): string {
  const stored = `select arrayJoin([was, person]) from ${tables.overrides}
    where node in (select node from ${tables.overrides} where person = {person:UInt64})`;
  const moved = `node in (select node from ${tables.overrides} where person = {person:UInt64} or was = {person:UInt64})`;
  const rows = mappedRows(tables, wanted, `(person = {person:UInt64} or person in (${stored})) and (${where})`, moved);
  return `select ${['person', ...wanted].join(', ')}
from (${rows})
where person = {person:UInt64}`;
}

function mappedRows(
  tables: WorkspaceTables,
  wanted: readonly InteractionsColumn[],
  rowsWhere: string,
  movesWhere: string,
): string {
  const read = [...new Set<string>(['person', 'node', 'ts', ...wanted])];
  return `select if(move.1 = 0, stored, move.4) as person${wanted.map((name) => `, ${name}`).join('')}
from (
  select ${read.map((name) => (name === 'person' ? 'held.person as stored' : `held.${name} as ${name}`)).join(', ')},
    ${newestMove('moved.moves', 'held.ts')} as move
  from (select ${read.join(', ')} from ${tables.interactions} where ${rowsWhere}) as held
  left join (${movesOf(tables.overrides, movesWhere)}) as moved on moved.node = held.node
)
where person <> 0`;
}

/** For each node its moves, newest first. */
export function movesOf(overrides: string, where: string): string {
  return `select node, arrayReverseSort(groupArray((version, valid_from, valid_to, person))) as moves
    from ${overrides}
    where ${where}
    group by node`;
}

/** The newest of `moves` that holds at `at`; its version is 0 if there is none. */
export function newestMove(moves: string, at: string): string {
  return `arrayFirst(move -> move.2 <= ${at} and ${at} < move.3, ${moves})`;
}
