/** A moment of one person's history that bears on complaints. `about` is the number of the case, empty if none is named. */
export interface ComplaintMoment {
  readonly at: number;
  readonly about: string;
}

export interface ComplaintHistory {
  readonly complaints: readonly ComplaintMoment[];
  /** What closes: something was solved, or a contact went well. */
  readonly closings: readonly ComplaintMoment[];
}

export interface ComplaintSpan extends ComplaintMoment {
  /** When it ended; its latest possible end while it is open. */
  readonly until: number;
  /** Nothing said that it was closed; it ended, or will end, by age alone. */
  readonly isUnclosed: boolean;
}

/** After so long without a word a complaint no longer counts as open: not every system says when it closes one. */
export const longestOpenMs = 60 * 86_400_000;

/** From when to when each complaint was open. A closing closes what is older, of the same case or where either names none. */
export function complaintSpans({ complaints, closings }: ComplaintHistory): readonly ComplaintSpan[] {
  return complaints.map(({ at, about }) => {
    const ends = closings
      .filter((closing) => closing.at > at && (closing.about === '' || about === '' || closing.about === about))
      .map((closing) => closing.at);
    const latest = at + longestOpenMs;
    const end = Math.min(latest, ...ends);
    return { at, about, until: end, isUnclosed: end === latest };
  });
}
