interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Month {
  readonly month: string;
  readonly people: number;
  readonly shared: number;
}

/** Two bars a month, one before the other: all people, the most as high as the picture, and those whom two systems know. */
export function monthBars(
  months: readonly Month[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly { readonly month: string; readonly people: Rect; readonly shared: Rect }[] {
  const most = Math.max(1, ...months.map(({ people }) => people));
  const step = width / Math.max(1, months.length);
  return months.map(({ month, people, shared }, at) => {
    const bar = (value: number): Rect => {
      const tall = value <= 0 ? 0 : Math.max(1, (value / most) * height);
      return { x: at * step, y: height - tall, width: Math.max(1, step - 2), height: tall };
    };
    return { month, people: bar(people), shared: bar(shared) };
  });
}
