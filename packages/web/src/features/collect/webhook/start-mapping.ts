/** What a new webhook's mapping begins with: a message of each CloudEvent, to be made into what is really sent. */
export const startMapping = `{
  "type": "track",
  "event": type,
  "timestamp": time,
  "userId": data.customer_id,
  "properties": data
}`;
