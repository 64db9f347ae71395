import type { Consent, Options } from './options.js';

/** What the browser itself asks for. */
export interface PrivacySignals {
  readonly globalPrivacyControl: boolean;
  readonly doNotTrack: boolean;
}

export function privacySignals(): PrivacySignals {
  const asked = navigator as Navigator & { readonly globalPrivacyControl?: boolean };
  return { globalPrivacyControl: asked.globalPrivacyControl === true, doNotTrack: navigator.doNotTrack === '1' };
}

/** The consent a page begins with: a signal that means refusal wins over what the site presumes, not over what the visitor then answers. */
export function firstConsent(options: Options, signals: PrivacySignals): Consent {
  const refuses =
    (signals.globalPrivacyControl && options.globalPrivacyControl === 'deny') ||
    (signals.doNotTrack && options.doNotTrack === 'deny');
  return refuses ? 'denied' : (options.consent ?? 'granted');
}
