import type { ClientBase } from 'pg';
import type { Principal } from '../../govern/principal.js';
import type { IdentityFrame } from './identity-frame.js';
import { type PersonSummary, summariesOf } from './list-customers.js';
import {
  forgetOpened,
  type ListedPerson,
  noteOpened,
  peopleOfUser,
  savePerson,
  unsavePerson,
} from './people-of-user.sql.js';

/** What one caller keeps at hand: people they saved, and people they opened lately, the latest first. */
export interface PeopleAtHand {
  readonly saved: readonly PersonSummary[];
  readonly recent: readonly PersonSummary[];
}

const mostRecent = 12;
/** More are kept than shown: some may be one person by now, or be saved as well. */
const mostOpened = 3 * mostRecent;

export async function readPeopleAtHand(client: ClientBase, by: Principal, frame: IdentityFrame): Promise<PeopleAtHand> {
  const { number } = by.workspace;
  const listed = await peopleOfUser(client, number, keyOf(by));
  const lists = {
    saved: latest(listed, ({ savedAt }) => savedAt),
    recent: latest(listed, ({ openedAt }) => openedAt).slice(0, mostRecent),
  };
  return {
    saved: await summariesOf(client, number, frame, lists.saved),
    recent: await summariesOf(client, number, frame, lists.recent),
  };
}

export function notePersonOpened(client: ClientBase, by: Principal, id: string, nowMs: number): Promise<void> {
  return noteOpened(client, by.workspace.number, keyOf(by), id, new Date(nowMs), mostOpened);
}

/** Twice is as once. */
export async function changePersonAtHand(
  client: ClientBase,
  by: Principal,
  found: { readonly person: number; readonly currentId: string },
  change: { readonly saved?: boolean | undefined; readonly recent?: false | undefined },
  nowMs: number,
): Promise<void> {
  const { number } = by.workspace;
  if (change.saved === true) await savePerson(client, number, keyOf(by), found.currentId, new Date(nowMs));
  if (change.saved === false) await unsavePerson(client, number, keyOf(by), found.person);
  if (change.recent === false) await forgetOpened(client, number, keyOf(by), found.person);
}

function latest(listed: readonly ListedPerson[], when: (one: ListedPerson) => Date | null): readonly number[] {
  return listed
    .flatMap((one) => {
      const at = when(one)?.getTime();
      return at === undefined ? [] : [{ person: one.person, at }];
    })
    .sort((a, b) => b.at - a.at || a.person - b.person)
    .map(({ person }) => person);
}

function keyOf({ actor }: Principal): string {
  return `${actor.type}:${actor.id}`;
}
