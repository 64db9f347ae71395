import { wouldRing } from '@throughline/core/collect/locations/branch-of';
import type { Location, LocationKind } from '@throughline/core/collect/locations/location';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { deleteLocation, listLocations, lockTree, putLocation, setCodes } from './location.sql.js';

export interface LocationChange {
  readonly name?: string | undefined;
  readonly kind?: LocationKind | undefined;
  readonly parent?: string | null | undefined;
  /** All it is named by from now on. */
  readonly codes?: readonly string[] | undefined;
}

/** Makes a place. Errors: `request.not-found` for its parent, `locations.code-taken`. */
export async function addLocation(
  client: ClientBase,
  by: Principal,
  wanted: LocationChange & { readonly name: string; readonly kind: LocationKind },
  nowMs: number,
): Promise<string> {
  const id = uuidV7(nowMs);
  const { name, kind, parent = null, codes = [] } = wanted;
  await store(client, by, await treeOf(client, by), { id, name, kind, parent, codes }, nowMs);
  await recordAudit(client, by, nowMs, { action: 'locations.added', target: id, detail: { after: wanted } });
  return id;
}

/** Changes what is given. Errors: `request.not-found`, `locations.own-branch`, `locations.code-taken`. */
export async function changeLocation(
  client: ClientBase,
  by: Principal,
  id: string,
  change: LocationChange,
  nowMs: number,
): Promise<void> {
  const tree = await treeOf(client, by);
  const before = wanted(tree, id);
  const after: Location = {
    id,
    name: change.name ?? before.name,
    kind: change.kind ?? before.kind,
    parent: change.parent === undefined ? before.parent : change.parent,
    codes: change.codes ?? before.codes,
  };
  await store(client, by, tree, after, nowMs);
  await recordAudit(client, by, nowMs, { action: 'locations.changed', target: id, detail: { before, after } });
}

/** Removes a place; what is named by its codes is not placed any more. Errors: `request.not-found`, `locations.has-branches`. */
export async function removeLocation(client: ClientBase, by: Principal, id: string, nowMs: number): Promise<void> {
  const tree = await treeOf(client, by);
  const before = wanted(tree, id);
  const below = [...tree.values()].filter(({ parent }) => parent === id);
  if (below.length > 0)
    throw new ThroughlineError(
      'locations.has-branches',
      `${below.length === 1 ? `${below[0]?.name} hangs` : `${below.length} places hang`} below ${before.name}: hang them elsewhere first`,
    );
  await deleteLocation(client, by.workspace.number, id);
  await recordAudit(client, by, nowMs, { action: 'locations.removed', target: id, detail: { before } });
}

export interface ListedPlace {
  readonly code: string;
  readonly name: string;
  readonly kind: LocationKind;
  /** Code of the place it hangs below; it may stand later in the list. */
  readonly parent?: string | undefined;
}

/** Makes the places of a list, or changes those that have the codes already, all or none; how many were made. Errors as of the others. */
export async function loadLocations(
  client: ClientBase,
  by: Principal,
  list: readonly ListedPlace[],
  nowMs: number,
): Promise<{ readonly added: number; readonly changed: number }> {
  const tree = new Map(await treeOf(client, by));
  const idOfCode = new Map([...tree.values()].flatMap(({ id, codes }) => codes.map((code) => [code, id] as const)));
  const known = new Set(tree.keys());
  for (const { code } of list) if (!idOfCode.has(code)) idOfCode.set(code, uuidV7(nowMs));
  const parentOf = ({ name, parent }: ListedPlace): string | null => {
    if (parent === undefined) return null;
    const id = idOfCode.get(parent);
    if (id === undefined)
      throw new ThroughlineError('request.not-found', `${name} hangs below ${parent}, and no place has this code`);
    return id;
  };
  // At the top first: where they hang is said once all of them are there.
  for (const { code, name, kind } of list) {
    const id = idOfCode.get(code) ?? '';
    const before = tree.get(id);
    const codes = before?.codes.includes(code) ? before.codes : [...(before?.codes ?? []), code];
    const place = { id, name, kind, parent: before?.parent ?? null, codes };
    await store(client, by, tree, place, nowMs);
    tree.set(id, place);
  }
  for (const one of list) {
    const before = tree.get(idOfCode.get(one.code) ?? '');
    if (before === undefined) continue;
    const place = { ...before, parent: parentOf(one) };
    await store(client, by, tree, place, nowMs);
    tree.set(place.id, place);
  }
  const added = tree.size - known.size;
  const changed = new Set(list.map(({ code }) => idOfCode.get(code) ?? '')).size - added;
  await recordAudit(client, by, nowMs, { action: 'locations.loaded', detail: { added, changed } });
  return { added, changed };
}

type Tree = ReadonlyMap<string, Location>;

async function treeOf(client: ClientBase, { workspace }: Principal): Promise<Tree> {
  await lockTree(client, workspace.number);
  return new Map((await listLocations(client, workspace.number)).map((one) => [one.id, one]));
}

function wanted(tree: Tree, id: string): Location {
  const found = tree.get(id);
  if (found === undefined) throw new ThroughlineError('request.not-found', 'there is no such place');
  return found;
}

async function store(client: ClientBase, by: Principal, tree: Tree, place: Location, nowMs: number): Promise<void> {
  const { parent, id, codes } = place;
  if (parent !== null) {
    wanted(tree, parent);
    if (wouldRing(id, parent, tree))
      throw new ThroughlineError(
        'locations.own-branch',
        `${place.name} cannot hang below itself or a place of its own branch: choose another one`,
      );
  }
  for (const other of tree.values()) {
    const taken = other.id === id ? undefined : other.codes.find((code) => codes.includes(code));
    if (taken !== undefined)
      throw new ThroughlineError('locations.code-taken', `${other.name} has the code ${taken} already`);
  }
  await putLocation(client, by.workspace.number, place, new Date(nowMs));
  await setCodes(client, by.workspace.number, id, codes);
}
