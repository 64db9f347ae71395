import { shoppingLife } from '../life/shopping/shopping-life.js';
import { loyalty } from '../systems/loyalty.js';
import { tills } from '../systems/tills.js';
import { truthOfRecords } from '../truth/truth-of-records.js';
import type { CompanyDesign } from './company-design.js';

/** Things for home and garden, in ten shops, on the web and in an app. */
export const retailer: CompanyDesign = {
  name: 'Lindwood Home & Garden',
  live: shoppingLife,
  systems: [tills, loyalty],
  truth: [truthOfRecords],
};
