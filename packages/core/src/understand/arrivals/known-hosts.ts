/** First labels of search engines' hosts: `google.de`, `search.yahoo.com`. */
const search =
  /(?:^|\.)(?:google|bing|duckduckgo|ecosia|yahoo|yandex|baidu|qwant|startpage|brave|seznam|naver)\.[a-z]{2,3}(?:\.[a-z]{2})?$/;
const social =
  /(?:^|\.)(?:facebook|instagram|linkedin|lnkd|tiktok|pinterest|youtube|reddit|twitter|threads|snapchat|xing|vk|bsky|mastodon)\.[a-z]{2,6}(?:\.[a-z]{2})?$|^(?:t\.co|x\.com|youtu\.be|fb\.me)$/;
const mail = /^(?:mail\.|webmail\.|outlook\.)|(?:^|\.)(?:gmx|web|proton|fastmail)\.(?:de|net|com|me|at|ch)$/;

export const isSearchHost = (host: string): boolean => search.test(host) && !isMailHost(host);
export const isSocialHost = (host: string): boolean => social.test(host);
export const isMailHost = (host: string): boolean => mail.test(host);

/** Names that campaigns call social networks by in `utm_source`. */
export const socialSources: ReadonlySet<string> = new Set([
  'facebook',
  'fb',
  'instagram',
  'ig',
  'meta',
  'linkedin',
  'tiktok',
  'pinterest',
  'youtube',
  'reddit',
  'twitter',
  'x',
  'threads',
  'snapchat',
  'xing',
  'bluesky',
  'mastodon',
]);
