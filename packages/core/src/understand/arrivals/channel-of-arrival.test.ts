import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrival, type ChannelRule, ruleFields } from './arrival.js';
import { channelOfArrival } from './channel-of-arrival.js';

const nothing: Arrival = { medium: '', source: '', referrer: '', isPaidClick: false };
const by = (change: Partial<Arrival>, rules: readonly ChannelRule[] = []): string => {
  const arrived = channelOfArrival({ ...nothing, ...change }, rules);
  if (arrived.type === 'channel') return arrived.channel;
  return arrived.type === 'direct' ? 'direct' : `? ${arrived.field} ${arrived.value}`;
};

describe('the channel somebody came through', () => {
  it('is what the campaign says', () => {
    expect(by({ medium: 'cpc', source: 'google' })).toBe('paid_search');
    expect(by({ medium: 'cpc', source: 'facebook' })).toBe('paid_social');
    expect(by({ medium: 'paid-social', source: 'x' })).toBe('paid_social');
    expect(by({ medium: 'e-mail', source: 'spring' })).toBe('email');
    expect(by({ medium: 'Social Network'.toLowerCase(), source: 'x' })).toBe('social');
    expect(by({ source: 'newsletter' })).toBe('email');
    expect(by({ source: 'instagram' })).toBe('social');
  });

  it('is what the page says that it was opened from', () => {
    expect(by({ referrer: 'google.de' })).toBe('organic_search');
    expect(by({ referrer: 'search.yahoo.co.jp' })).toBe('organic_search');
    expect(by({ referrer: 'google.com', isPaidClick: true })).toBe('paid_search');
    expect(by({ referrer: 'mail.google.com' })).toBe('email');
    expect(by({ referrer: 'l.facebook.com' })).toBe('social');
    expect(by({ referrer: 't.co' })).toBe('social');
    expect(by({ referrer: 'notgoogle.example' })).toBe('referral');
    expect(by({})).toBe('direct');
    expect(by({ medium: '(none)', source: '(direct)' })).toBe('direct');
  });

  it('is not guessed where the campaign says something unknown', () => {
    expect(by({ medium: 'influencer', referrer: 'google.de' })).toBe('? medium influencer');
    expect(by({ source: 'spring26' })).toBe('? source spring26');
  });

  it('is what the workspace says, the source before the medium, and only for that value', () => {
    const rules: readonly ChannelRule[] = [
      { field: 'medium', value: 'influencer', channel: 'social' },
      { field: 'source', value: 'anna', channel: 'partner' },
    ];
    expect(by({ medium: 'influencer' }, rules)).toBe('social');
    expect(by({ medium: 'influencer', source: 'anna' }, rules)).toBe('partner');
    expect(by({ medium: 'influencers' }, rules)).toBe('? medium influencers');
  });

  it('is understood once what was not gets a rule, and a rule changes nothing else', () => {
    const texts = fc.constantFrom(
      '',
      'cpc',
      'odd',
      'strange',
      'newsletter',
      'google.de',
      'l.facebook.com',
      'shop.example',
    );
    const arrivals = fc.record({ medium: texts, source: texts, referrer: texts, isPaidClick: fc.boolean() });
    fc.assert(
      fc.property(arrivals, arrivals, fc.constantFrom(...ruleFields), (one, other, field) => {
        const odd = channelOfArrival(one, []);
        const rule: ChannelRule =
          odd.type === 'not-understood' ? { ...odd, channel: 'event' } : { field, value: 'odd', channel: 'event' };
        if (odd.type === 'not-understood')
          expect(channelOfArrival(one, [rule])).toEqual({ type: 'channel', channel: 'event' });
        if (other[rule.field] !== rule.value)
          expect(channelOfArrival(other, [rule])).toEqual(channelOfArrival(other, []));
      }),
    );
  });
});
