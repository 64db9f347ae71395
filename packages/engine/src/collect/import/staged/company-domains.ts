import freeMailDomains from 'email-providers';

/** The domains of these addresses that belong to one company: whoever writes from a public mail provider is no colleague. Sorted. */
export function companyDomains(addresses: readonly string[]): readonly string[] {
  const domains = addresses.map((address) => address.slice(address.lastIndexOf('@') + 1).toLowerCase());
  return [...new Set(domains)].filter((domain) => domain.includes('.') && !publicDomains.has(domain)).sort();
}

const publicDomains: ReadonlySet<string> = new Set(freeMailDomains);
