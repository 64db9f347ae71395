/** True for browsers that say themselves that no human sits before them. Short on purpose: what hides is found by behaviour, not here. */
export function isMachineUserAgent(userAgent: unknown): boolean {
  return typeof userAgent === 'string' && machines.test(userAgent);
}

const machines =
  /bot\b|bot\/|crawler|spider|slurp|headlesschrome|phantomjs|facebookexternalhit|pingdom|statuscake|lighthouse|^curl\/|^wget\/|python-requests\//i;
