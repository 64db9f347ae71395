/**
 * What goes into the pages of a site: loads our script, and takes calls until it is there. What the script keeps and sends is said in
 * docs/tracking.md.
 */
export function siteSnippet(origin: string, writeKey: string): string {
  return `<script>
  (function (page, document) {
    if (page.throughline) return;
    var stub = (page.throughline = {
      options: { host: '${origin}', writeKey: '${writeKey}' },
      calls: [],
    });
    ['page', 'track', 'identify', 'group', 'alias', 'reset', 'consent'].forEach(function (method) {
      stub[method] = function () {
        stub.calls.push([method].concat([].slice.call(arguments)));
      };
    });
    var script = document.createElement('script');
    script.async = true;
    script.src = stub.options.host + '/v1/throughline.js';
    document.head.appendChild(script);
    stub.page('Page Viewed');
  })(window, document);
</script>`;
}
