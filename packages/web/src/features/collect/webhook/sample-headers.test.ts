import { expect, it } from 'vitest';
import { sampleHeaders } from './sample-headers.js';

const event = { specversion: '1.0', id: '1', source: '/shop', type: 'ordered' };

it.each([
  [JSON.stringify(event), 'application/cloudevents+json'],
  [JSON.stringify([event, event]), 'application/cloudevents-batch+json'],
  [JSON.stringify([event, {}]), 'application/json'],
  ['[]', 'application/json'],
  ['{"cut":', 'application/json'],
  ['Body=Hello&From=%2B491', 'application/x-www-form-urlencoded'],
])('a sample %s comes as %s', (body, type) => {
  expect(sampleHeaders(body)).toEqual({ 'content-type': type });
});
