/** Up to this number no two people share a number in any system. */
export const mostCustomers = 9_000_000;
