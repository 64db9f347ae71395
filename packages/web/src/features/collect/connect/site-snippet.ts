/**
 * A script for the pages of a site: tells when a page was seen, and gives `throughline.track` and `throughline.identify`. It keeps one
 * random number in the visitor's browser, sends no part of an address behind its path, and sends again what did not get through.
 */
export function siteSnippet(origin: string, writeKey: string): string {
  return `<script>
  (function () {
    var key = '${writeKey}', url = '${origin}/v1/batch', device;
    function random() {
      return Array.from(crypto.getRandomValues(new Uint8Array(16)), function (byte) {
        return (byte + 256).toString(16).slice(1);
      }).join('');
    }
    try {
      device = localStorage.getItem('throughline') || random();
      localStorage.setItem('throughline', device);
    } catch (blocked) {
      device = random();
    }
    function post(body, triesLeft) {
      var again = function () {
        if (triesLeft > 0) setTimeout(post, 3000, body, triesLeft - 1);
      };
      fetch(url, { method: 'POST', body: body, keepalive: true }).then(function (answer) {
        if (answer.status === 429 || answer.status >= 500) again();
      }, again);
    }
    function send(message) {
      message.messageId = random();
      message.anonymousId = device;
      message.timestamp = new Date().toISOString();
      message.context = { page: { path: location.pathname, title: document.title } };
      post(JSON.stringify({ writeKey: key, sentAt: message.timestamp, batch: [message] }), 3);
    }
    window.throughline = {
      page: function () {
        send({ type: 'page', name: 'Page Viewed', properties: { path: location.pathname } });
      },
      track: function (event, properties) {
        send({ type: 'track', event: event, properties: properties || {} });
      },
      identify: function (userId, traits) {
        send({ type: 'identify', userId: userId, traits: traits || {} });
      },
    };
    throughline.page();
  })();
</script>`;
}
