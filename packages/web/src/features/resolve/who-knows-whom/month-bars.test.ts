import { expect, it } from 'vitest';
import { monthBars } from './month-bars.js';

it('the most people fill the picture, those whom two systems know are a part of them, and months stand side by side', () => {
  const months = [
    { month: '2026-04', people: 50, shared: 0 },
    { month: '2026-05', people: 100, shared: 25 },
  ];
  const [april, may] = monthBars(months, { width: 200, height: 80 });
  expect(may?.people).toEqual({ x: 100, y: 0, width: 98, height: 80 });
  expect(may?.shared).toEqual({ x: 100, y: 60, width: 98, height: 20 });
  expect(april?.people).toEqual({ x: 0, y: 40, width: 98, height: 40 });
  expect(april?.shared.height).toBe(0);
  expect(monthBars([], { width: 200, height: 80 })).toEqual([]);
});
