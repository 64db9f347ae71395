import { expect, it } from 'vitest';
import { memoryStore } from './store.js';
import { Visitor } from './visitor.js';

const kept = (store = memoryStore()): Visitor => {
  const visitor = new Visitor();
  visitor.keepIn(store);
  return visitor;
};

it('a visitor comes back as the same one, signed in', () => {
  const store = memoryStore();
  const first = kept(store);
  first.signIn('4711');
  const second = kept(store);
  expect([second.anonymousId, second.userId]).toEqual([first.anonymousId, '4711']);
});

it('before anything may be stored a visitor is made up, and gives way to the one the browser knows', () => {
  const store = memoryStore();
  const known = kept(store).anonymousId;
  const visitor = new Visitor();
  expect(visitor.anonymousId).not.toBe(known);
  visitor.keepIn(store);
  expect(visitor.anonymousId).toBe(known);
});

it.each([
  ['somebody else signed in meanwhile', (visitor: Visitor) => visitor.signIn('other'), 'other'],
  ['the site started anew meanwhile', (visitor: Visitor) => visitor.reset(), undefined],
])('but not if %s', (_, said, userId) => {
  const store = memoryStore();
  const known = kept(store);
  known.signIn('4711');
  const visitor = new Visitor();
  said(visitor);
  visitor.keepIn(store);
  expect(visitor.anonymousId).not.toBe(known.anonymousId);
  expect([visitor.userId, kept(store).userId]).toEqual([userId, userId]);
});

it('another person on the same device is another visitor; the same one signing in again is not', () => {
  const visitor = kept();
  visitor.signIn('a');
  const before = visitor.anonymousId;
  visitor.signIn('a');
  expect(visitor.anonymousId).toBe(before);
  visitor.signIn('b');
  expect(visitor.anonymousId).not.toBe(before);
});

it('signing out leaves no way back to who it was', () => {
  const store = memoryStore();
  const visitor = kept(store);
  visitor.signIn('a');
  const before = visitor.anonymousId;
  visitor.reset();
  expect([visitor.userId, kept(store).userId]).toEqual([undefined, undefined]);
  expect(kept(store).anonymousId).not.toBe(before);
});
