import type { Arrival, ArrivedBy, ChannelRule, RuleField } from './arrival.js';
import { isMailHost, isSearchHost, isSocialHost, socialSources } from './known-hosts.js';

/*
 * The first that says something decides:
 *
 *   a rule of the workspace, for the source, else the medium, else the referrer
 *   the medium, by the words campaigns use for it; paid clicks on a social network are paid social
 *   the source, if it names a network or a mailing
 *   the mark of a paid click
 *   the referrer: a mailbox, a search engine, a network, else another site
 *   nothing: direct
 *
 * A medium or source that is none of these is not understood, whatever the referrer says: it was meant to say something.
 */
export function channelOfArrival(arrival: Arrival, rules: readonly ChannelRule[]): ArrivedBy {
  const { medium, source, referrer } = arrival;
  const own = ruled(arrival, rules);
  if (own !== undefined) return through(own);
  if (medium !== '' && !empty.has(medium)) {
    const channel = byMedium.get(medium.replace(/[\s-]+/g, '_'));
    if (channel === undefined) return { type: 'not-understood', field: 'medium', value: medium };
    return through(channel === 'paid_search' && isSocial(source, referrer) ? 'paid_social' : channel);
  }
  if (source !== '' && !empty.has(source)) {
    if (socialSources.has(source) || isSocialHost(source)) return through('social');
    if (mailings.has(source)) return through('email');
    return { type: 'not-understood', field: 'source', value: source };
  }
  if (arrival.isPaidClick) return through('paid_search');
  if (referrer === '') return { type: 'direct' };
  if (isMailHost(referrer)) return through('email');
  if (isSearchHost(referrer)) return through('organic_search');
  return through(isSocialHost(referrer) ? 'social' : 'referral');
}

function ruled(arrival: Arrival, rules: readonly ChannelRule[]): string | undefined {
  for (const field of ['source', 'medium', 'referrer'] satisfies readonly RuleField[]) {
    const found =
      arrival[field] === '' ? undefined : rules.find((rule) => rule.field === field && rule.value === arrival[field]);
    if (found !== undefined) return found.channel;
  }
  return undefined;
}

function through(channel: string): ArrivedBy {
  return { type: 'channel', channel };
}

function isSocial(source: string, referrer: string): boolean {
  return socialSources.has(source) || isSocialHost(source) || isSocialHost(referrer);
}

/** What tools write where nothing is known. */
const empty: ReadonlySet<string> = new Set(['(none)', '(not set)', 'none', '(direct)', 'direct']);
const mailings: ReadonlySet<string> = new Set(['newsletter', 'email', 'e-mail', 'mailing', 'crm']);

const byMedium: ReadonlyMap<string, string> = new Map(
  Object.entries({
    paid_search: ['cpc', 'ppc', 'paid', 'paidsearch', 'paid_search', 'sem', 'sea'],
    display: ['display', 'banner', 'cpm', 'cpv', 'expandable', 'interstitial', 'retargeting', 'remarketing', 'native'],
    paid_social: ['paid_social', 'paidsocial', 'social_paid', 'social_cpc', 'cpc_social'],
    social: ['social', 'social_network', 'social_media', 'socialmedia', 'sm', 'organic_social'],
    email: ['email', 'e_mail', 'mail', 'newsletter', 'mailing'],
    sms: ['sms', 'text'],
    push: ['push', 'web_push', 'app_push', 'notification'],
    messaging: ['messaging', 'whatsapp', 'messenger'],
    organic_search: ['organic', 'organic_search', 'seo'],
    partner: ['affiliate', 'affiliates', 'partner', 'reseller'],
    referral: ['referral', 'link', 'recommendation'],
    post: ['post', 'print', 'letter', 'direct_mail', 'flyer', 'catalogue', 'catalog'],
    app: ['app', 'in_app'],
  }).flatMap(([channel, words]) => words.map((word) => [word, channel] as const)),
);
