/** The headers a sample would come with, by what it looks like: CloudEvents, other JSON, or a form. */
export function sampleHeaders(body: string): Readonly<Record<string, string>> {
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    const isForm = /^[^\s{["]+=/.test(body);
    return { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' };
  }
  if (isCloudEvent(read)) return { 'content-type': 'application/cloudevents+json' };
  const isBatch = Array.isArray(read) && read.length > 0 && read.every(isCloudEvent);
  return { 'content-type': isBatch ? 'application/cloudevents-batch+json' : 'application/json' };
}

function isCloudEvent(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'specversion' in value && 'source' in value;
}
