import { describe, expect, it } from 'vitest';
import { companyDomains } from './company-domains.js';

describe('the domains of a company', () => {
  it('are those of its users, without public mail providers', () => {
    const users = ['Mara@Acme-Retail.de', 'jo@acme-retail.de', 'mara.lind@gmail.com', 'jo@web.de', 'root@localhost'];
    expect(companyDomains(users)).toEqual(['acme-retail.de']);
  });
});
