import type { Moment } from './moment.js';

/** A pause longer than this ends a visit. */
export const pauseMs = 30 * 60_000;

/** What is read, heard or seen there comes from us; nobody goes there. */
const notGoneTo: ReadonlySet<string> = new Set([
  'email',
  'sms',
  'push',
  'messaging',
  'post',
  'call_centre',
  'ivr',
  'chat',
  'display',
  'paid_search',
  'paid_social',
]);

/** Channels somebody goes to, as to a store or a web site. */
export function isGoneTo(channel: string): boolean {
  return !notGoneTo.has(channel);
}

/**
 * When each visit began, by channel: what one person did in a row at one touchpoint, with pauses of at most half an hour. What is known by its day is
 * one visit a day.
 */
export function visitsByChannel(moments: readonly Moment[]): ReadonlyMap<string, readonly number[]> {
  const visits = new Map<string, number[]>();
  let last: Moment | undefined;
  for (const moment of [...moments].sort((a, b) => a.at - b.at)) {
    const isSame = last !== undefined && goesOn(last, moment);
    last = moment;
    if (isSame) continue;
    const begun = visits.get(moment.channel);
    if (begun === undefined) visits.set(moment.channel, [moment.at]);
    else begun.push(moment.at);
  }
  return visits;
}

function goesOn(last: Moment, next: Moment): boolean {
  if (last.place !== next.place || last.channel !== next.channel) return false;
  return last.isDayOnly || next.isDayOnly ? last.at === next.at : next.at - last.at <= pauseMs;
}
