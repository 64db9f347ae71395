import type { Chance } from '../../chance/chance.js';
import type { Goods } from '../moment.js';

export interface Article {
  readonly sku: string;
  readonly name: string;
  readonly group: string;
  readonly cents: number;
}

/** What the shops sell. */
export const assortment: readonly [Article, ...Article[]] = [
  { sku: 'LAMP-01', name: 'Desk lamp', group: 'light', cents: 4990 },
  { sku: 'LAMP-02', name: 'Floor lamp', group: 'light', cents: 12900 },
  { sku: 'SHELF-10', name: 'Oak shelf', group: 'furniture', cents: 18900 },
  { sku: 'CHAIR-03', name: 'Folding chair', group: 'furniture', cents: 3490 },
  { sku: 'TABLE-07', name: 'Garden table', group: 'garden', cents: 21900 },
  { sku: 'POT-04', name: 'Clay pot', group: 'garden', cents: 1290 },
  { sku: 'SEED-21', name: 'Wild flower seeds', group: 'garden', cents: 399 },
  { sku: 'CUP-12', name: 'Stoneware cup', group: 'kitchen', cents: 990 },
  { sku: 'PAN-05', name: 'Iron pan', group: 'kitchen', cents: 5490 },
  { sku: 'KNIFE-02', name: 'Kitchen knife', group: 'kitchen', cents: 3990 },
  { sku: 'LINEN-08', name: 'Linen sheets', group: 'textiles', cents: 8990 },
  { sku: 'TOWEL-06', name: 'Bath towel', group: 'textiles', cents: 1990 },
  { sku: 'CANDLE-01', name: 'Beeswax candle', group: 'light', cents: 790 },
  { sku: 'DRILL-09', name: 'Cordless drill', group: 'tools', cents: 9990 },
  { sku: 'PAINT-15', name: 'Wall paint 5 l', group: 'tools', cents: 3290 },
];

export function drawGoods(chance: Chance): readonly Goods[] {
  return Array.from({ length: 1 + Math.min(4, Math.floor(chance.wait(0.9))) }, () => {
    const { sku, cents } = chance.pick(assortment);
    return { sku, quantity: chance.hits(0.8) ? 1 : 2 + chance.below(3), cents };
  });
}

export function centsOf(goods: readonly Goods[]): number {
  return goods.reduce((sum, { quantity, cents }) => sum + quantity * cents, 0);
}

/** Shops 1 to 6 lie in Germany, 7 to 10 in Britain. */
export const shopCount = 10;

export function homeShop(chance: Chance): number {
  return 1 + chance.below(shopCount);
}
