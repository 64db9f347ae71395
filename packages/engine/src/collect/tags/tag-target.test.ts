import { expect, it } from 'vitest';
import { tagTarget } from './tag-target.js';

it('a tag leads to a plain web address, written as it is sent', () => {
  expect(tagTarget(' https://shop.example/sale?id=7#top ')).toBe('https://shop.example/sale?id=7#top');
  expect(tagTarget('HTTP://Shop.Example')).toBe('http://shop.example/');
  expect(tagTarget('https://käse.example/ü')).toBe('https://xn--kse-qla.example/%C3%BC');
});

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://shop.example',
  '//shop.example/x',
  '/sale',
  'shop.example',
  'https://user:secret@shop.example',
  'https://shop.example@evil.example',
  'https://',
  'http:shop.example',
  `https://shop.example/${'x'.repeat(2_000)}`,
  '',
])('%j is no address a tag may lead to', (written) => {
  expect(tagTarget(written)).toBeUndefined();
});

it('no line can be broken out of the address', () => {
  expect(tagTarget('https://shop.example/a\r\nset-cookie: x=1')).not.toMatch(/[\r\n\s]/);
});
