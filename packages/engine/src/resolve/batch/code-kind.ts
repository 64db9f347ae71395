/** What an interaction says in words that come again and again; each word has a short code. */
export type CodeKind = 'name' | 'channel' | 'touchpoint' | 'location' | 'reason' | 'currency';
