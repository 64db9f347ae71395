#!/usr/bin/env node
// Plain JavaScript of any age: it must run on the very versions it turns away.
var wanted = [20, 19];
var have = process.versions.node.split('.').map(Number);
if (have[0] < wanted[0] || (have[0] === wanted[0] && have[1] < wanted[1])) {
  console.error(
    'Throughline needs Node ' +
      wanted.join('.') +
      ' or newer, and this is ' +
      process.versions.node +
      ': install it from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
