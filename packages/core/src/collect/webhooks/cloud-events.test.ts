import { expect, it } from 'vitest';
import { wordsIn } from '../../words/words-in.js';
import { cloudEvents } from './cloud-events.js';

const { say } = wordsIn('en');

const event = { specversion: '1.0', id: 'e-1', source: '/shop', type: 'order.placed', data: { total: 12.5 } };

it('reads one event, a batch, and one in headers, all to the same form', () => {
  expect(
    cloudEvents({ headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' }, body: event }),
  ).toEqual({
    type: 'events',
    events: [event],
  });
  const batch = {
    headers: { 'content-type': 'Application/CloudEvents-Batch+JSON' },
    body: [event, { ...event, id: 'e-2' }],
  };
  expect(cloudEvents(batch)).toEqual({ type: 'events', events: [event, { ...event, id: 'e-2' }] });
  const headers = {
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': 'e-1',
    'ce-source': '/shop',
    'ce-type': 'order.placed',
    'ce-subject': 'Z%C3%BCrich%20100%',
  };
  expect(cloudEvents({ headers: { ...headers, 'ce-subject': 'Z%C3%BCrich' }, body: event.data })).toEqual({
    type: 'events',
    events: [{ ...event, subject: 'Zürich', datacontenttype: 'application/json' }],
  });
  expect(cloudEvents({ headers, body: 1 })).toMatchObject({ events: [{ subject: 'Z%C3%BCrich%20100%', data: 1 }] });
});

it('an empty batch holds no events; other bodies are none', () => {
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  expect(cloudEvents({ headers, body: [] })).toEqual({ type: 'events', events: [] });
  expect(cloudEvents({ headers: { 'content-type': 'application/json' }, body: event })).toEqual({ type: 'none' });
});

it.each([
  ['has no id', { ...event, id: '' }],
  ['has no source', { ...event, source: undefined }],
  ['has no type', { ...event, type: 7 }],
  ['is not of version 1.0', { ...event, specversion: '0.3' }],
  ['is an object', 'text'],
])('says what is wrong: a CloudEvent %s', (problem, body) => {
  const read = cloudEvents({ headers: { 'content-type': 'application/cloudevents+json' }, body });
  if (read.type !== 'unreadable') throw new Error('it was read');
  expect(say(read.problem.key, read.problem.values)).toBe(`a CloudEvent ${problem}`);
});

it('one that is wrong makes its batch unreadable', () => {
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  expect(cloudEvents({ headers, body: [event, {}] }).type).toBe('unreadable');
  expect(cloudEvents({ headers, body: event }).type).toBe('unreadable');
});
