import { errorCatalogue } from './error-catalogue.js';
import { statusOfKind } from './error-kind.js';

/** docs/errors.md: every code with its status and what to do, sorted by code. */
export function errorPage(): string {
  const rows = Object.entries(errorCatalogue)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { kind, explanation }]) =>
        `| \`${code}\` | ${kind} | ${statusOfKind[kind]} | ${explanation.replaceAll('|', '\\|')} |`,
    );
  return `# Errors

Every error has a stable code. Over HTTP it is an \`application/problem+json\` answer (RFC 9457) with \`code\`, \`detail\` (a sentence with the
values), sometimes \`details\` for programs, and \`requestId\`, under which the server's log has more. On the command line the sentence is
printed, or the same object with \`--json\`.

This page is written by \`node packages/engine/bin/write-docs.mjs\` from \`packages/core/src/errors/error-catalogue.ts\`.

| code | kind | status | what it means, and what to do |
|---|---|---|---|
${rows.join('\n')}
`;
}
