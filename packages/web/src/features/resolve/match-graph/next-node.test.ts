import { expect, test } from 'vitest';
import { nextNode } from './next-node.js';

const node = (value: string) => ({ key: value, identifier: { namespace: 'email', value }, own: undefined });
const line = (from: number, to: number) => ({ from, to, hold: 'strong' as const, matches: [] });
const graph = { nodes: ['a', 'b', 'c', 'd'].map(node), lines: [line(0, 2), line(0, 3)] };

test('up, down, home and end move by place and stop at either end', () => {
  expect(['ArrowUp', 'ArrowDown', 'End'].map((key) => nextNode(graph, 0, key))).toEqual([0, 1, 3]);
  expect(['ArrowUp', 'ArrowDown', 'Home'].map((key) => nextNode(graph, 3, key))).toEqual([2, 3, 0]);
});

test('left and right follow a line to the nearest identifier above or below', () => {
  expect(nextNode(graph, 0, 'ArrowRight')).toBe(2);
  expect(nextNode(graph, 3, 'ArrowLeft')).toBe(0);
});

test('where no line leads, and by any other key, the focus stays', () => {
  expect(['ArrowLeft', 'ArrowRight', 'Enter', 'x'].map((key) => nextNode(graph, 1, key))).toEqual(
    Array(4).fill(undefined),
  );
});
