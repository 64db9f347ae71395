interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * One bar a value, the largest as high as the picture; nothing is no bar, but anything above zero shows at least one pixel.
 * Bars and the gaps between them fill the width.
 */
export function volumeBars(values: readonly number[], { width, height }: Size): readonly Bar[] {
  const most = Math.max(0, ...values);
  const step = values.length === 0 ? 0 : width / values.length;
  return values.map((value, index) => {
    const tall = most === 0 || value <= 0 ? 0 : Math.max(1, (value / most) * height);
    return { x: index * step, y: height - tall, width: Math.max(1, step - 1), height: tall };
  });
}
