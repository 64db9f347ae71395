import { campaignOf } from './campaign.js';
import { library } from './library.js';
import type { Fields } from './message.js';
import { pageAddress } from './page-address.js';

/** Where the visitor is and with what, in Segment's shape. */
export function pageContext(withQuery: boolean): Fields {
  const campaign = campaignOf(location.search);
  return {
    page: pageFields(withQuery),
    ...(campaign === undefined ? {} : { campaign }),
    locale: navigator.language,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    screen: { width: screen.width, height: screen.height, density: devicePixelRatio },
    userAgent: navigator.userAgent,
    library,
  };
}

export function pageFields(withQuery: boolean): Fields {
  return {
    path: location.pathname,
    title: document.title,
    url: pageAddress(location.href, withQuery),
    referrer: pageAddress(document.referrer, withQuery),
    ...(withQuery ? { search: location.search } : {}),
  };
}
