/** English, in ICU MessageFormat. Keys are `room.thing.sentence`; sorted. Every generated sentence a person reads comes from here. */
export const en = {
  'collect.channel.app': 'App',
  'collect.channel.call_centre': 'Call centre',
  'collect.channel.chat': 'Chat',
  'collect.channel.display': 'Display ads',
  'collect.channel.email': 'E-mail',
  'collect.channel.event': 'Event',
  'collect.channel.ivr': 'Phone menu',
  'collect.channel.messaging': 'Messaging',
  'collect.channel.organic_search': 'Organic search',
  'collect.channel.paid_search': 'Paid search',
  'collect.channel.paid_social': 'Paid social',
  'collect.channel.partner': 'Partner',
  'collect.channel.post': 'Post',
  'collect.channel.product_use': 'Product use',
  'collect.channel.push': 'Push message',
  'collect.channel.referral': 'Referral',
  'collect.channel.sales_visit': 'Sales visit',
  'collect.channel.sms': 'SMS',
  'collect.channel.social': 'Social media',
  'collect.channel.store': 'Store',
  'collect.channel.web': 'Web',
  'collect.proposal.evidence.nothing-else': 'The values have no form that says more.',
  'collect.proposal.looks-like.text': '{column} looks like a short text',
  'collect.set-aside.interaction.about-invalid':
    'what the interaction is about needs a kind (a short name such as order) and an id of at most 200 characters',
  'collect.set-aside.interaction.channel-invalid':
    '{value} is no name for a channel: use letters, digits and _, beginning with a letter',
  'collect.set-aside.interaction.currency-unknown': '{value} is no currency code: use three letters such as EUR',
  'collect.set-aside.interaction.direction-unknown': 'the direction {value} is not known: use one of {choices}',
  'collect.set-aside.interaction.field-invalid':
    '{field} of the interaction cannot be read: it must be a text of at most 200 characters (or an object where one is expected)',
  'collect.set-aside.interaction.mark-unknown':
    'the mark {value} is not known: use one of {choices}, with true or false',
  'collect.set-aside.interaction.outcome-unknown': 'the outcome {value} is not known: use one of {choices}',
  'collect.set-aside.interaction.precision-unknown': 'the precision {value} is not known: use one of {choices}',
  'collect.set-aside.interaction.value-unreadable': 'the value of the interaction is no number: write it like 12.50',
  'collect.set-aside.line.date-unreadable': 'line {line}: {column} is no date of the form {format}',
  'collect.set-aside.line.group-disagrees':
    'lines {first} and {line} belong to one interaction by {group} but name different customers',
  'collect.set-aside.line.group-too-large':
    'more lines belong to one interaction with line {line} than one can have: group by columns that tell interactions apart',
  'collect.set-aside.line.key-missing':
    'line {line}: {column} is empty, and it is needed to tell this line from others',
  'collect.set-aside.line.lookup-missing': 'line {line}: {lookup} has no line for this value of {column}',
  'collect.set-aside.line.name-missing': 'line {line}: the interaction has no name because {column} is empty',
  'collect.set-aside.line.nobody': 'line {line}: no column says who this is about',
  'collect.set-aside.line.number-unreadable': 'line {line}: {column} is no number with {decimal} as its decimal mark',
  'collect.set-aside.line.time-missing': 'line {line}: {column} is empty, so it is not known when this happened',
  'collect.set-aside.line.unreadable': 'line {line} cannot be read: {reason}',
  'collect.set-aside.line.value-not-in-table': 'line {line}: the value of {column} is not in the table of the mapping',
  'collect.set-aside.message-id.reused':
    'another message with the same messageId but other content was received before',
  'collect.set-aside.message.alias-incomplete': 'an alias needs previousId and userId',
  'collect.set-aside.message.event-missing': 'a track call needs the name of its event',
  'collect.set-aside.message.external-id-invalid':
    '{place, plural, =0 {context.externalIds must be a list} other {entry # of context.externalIds needs an id and a type that begins with a letter}}',
  'collect.set-aside.message.field-invalid':
    '{field} has the wrong form: context, properties and traits are objects, name is a text',
  'collect.set-aside.message.group-missing': 'a group call needs groupId',
  'collect.set-aside.message.id-invalid': '{field} must be a text or a whole number',
  'collect.set-aside.message.id-not-exact': '{field} is a number that cannot be read exactly: send it as text',
  'collect.set-aside.message.id-too-long': '{field} is too long',
  'collect.set-aside.message.name-too-long': '{field} holds a name of more than {most} characters',
  'collect.set-aside.message.nobody': 'an identify call needs userId, anonymousId or another identifier',
  'collect.set-aside.message.not-an-object': 'the item is no JSON object',
  'collect.set-aside.message.not-storable':
    'a text holds the character U+0000 or half of a surrogate pair, which no store can keep',
  'collect.set-aside.message.too-deep': 'the item nests {depth} deep; at most {most} are taken',
  'collect.set-aside.message.too-large': 'the item is larger than {mostKilobytes} kB',
  'collect.set-aside.message.too-many-identifiers': 'the message names more than {most} identifiers',
  'collect.set-aside.message.too-many-traits': 'the message has {count} traits; at most {most} are taken',
  'collect.set-aside.message.type-unknown':
    '{type, select, none {the type of the message is missing} other {the type {type} is not known}}: use identify, track, page, screen, group or alias',
  'collect.unreadable-line.after-quote': 'there is text behind a closing quote',
  'collect.unreadable-line.cells':
    'it has {cells, plural, one {# cell} other {# cells}} where the file has {columns, plural, one {# column} other {# columns}}',
  'collect.unreadable-line.no-rule': 'no rule of the mapping is for this line',
  'collect.unreadable-line.not-an-object': 'it is no JSON object',
  'collect.unreadable-line.not-json': 'it is no JSON',
  'collect.unreadable-line.not-text': 'it holds bytes that are no text in the encoding of the file',
  'collect.unreadable-line.quote-open': 'a quote is opened and never closed',
  'collect.unreadable-line.too-long': 'it is longer than a megabyte',
  'govern.decisions.name': 'Decisions by people',
  'resolve.coverage.all-known': 'Everybody in each system is known to the larger ones too.',
  'resolve.coverage.file':
    'A list with {kinds} would join up to {upTo, number} of them{usually, select, contacts {: usually the CRM’s export of contacts} loyalty {: usually the list of members of the loyalty programme} accounts {: usually the export of sign-ins of the site or app} other {}}.',
  'resolve.coverage.kinds':
    '{namespace, select, email {e-mail addresses} phone {phone numbers} loyalty_card {loyalty cards} user_id {sign-ins} anonymous_id {browsers} device_id {devices} other {{name} numbers}}',
  'resolve.coverage.no-kind': 'nothing that names a person for good',
  'resolve.coverage.nobody': 'No system knows anybody yet. Import a file or connect a site.',
  'resolve.coverage.one':
    '{source} is the only system that knows anybody. Once there is a second one, this page says whom both know.',
  'resolve.coverage.pair':
    '{known} of {people, plural, one {# {who, select, callers {caller} other {person in {from}}} is} other {# {who, select, callers {callers} other {people in {from}}} are}} known to {to}{reason, select, none {} noCommonKind {: it has {toKinds}, {from} has {fromKinds}} other {; the others could be told apart there, but {to} has not met them}}.',
  'resolve.coverage.system':
    '{alone, number} of {people, plural, one {# person is} other {# people are}} known to no other system. It has {kinds}.',
  'resolve.coverage.visitors-only':
    'It knows no customer yet, only {visitors, plural, one {# unrecognised visitor} other {# unrecognised visitors}}.',
  'resolve.customers.opening':
    '{customers, plural, =0 {Nobody yet. Import a file or connect a site} one {You know # customer} other {You know # customers}}{shareInSeveralChannels, select, none {} other {; {shareInSeveralChannels} of them in more than one channel}}.',
  'resolve.customers.opening-visitors':
    'Nobody is recognised yet; {visitors, plural, one {# unrecognised visitor was} other {# unrecognised visitors were}} here.',
  'resolve.customers.share': '{percent} %',
  'resolve.explain.alias': '{day}: {source} said that an account has a new name ({things}).',
  'resolve.explain.apart': 'Kept apart, because {because}.',
  'resolve.explain.apart-different': 'somebody decided that they are different people',
  'resolve.explain.apart-limit': 'one person has at most {limit}',
  'resolve.explain.apart-limit-source': 'one person has at most {limit} in one system ({limitSource})',
  'resolve.explain.apart-weak': 'one visit is not enough to join two known people',
  'resolve.explain.counted':
    '{namespace, select, email {{count, plural, one {one e-mail address} other {# e-mail addresses}}} phone {{count, plural, one {one phone number} other {# phone numbers}}} loyalty_card {{count, plural, one {one loyalty card} other {# loyalty cards}}} user_id {{count, plural, one {one sign-in} other {# sign-ins}}} anonymous_id {{count, plural, one {one browser} other {# browsers}}} device_id {{count, plural, one {one device} other {# devices}}} other {{count, plural, one {one {name} number} other {# {name} numbers}}}}',
  'resolve.explain.decided': '{day}: somebody decided that this is one person ({things}).',
  'resolve.explain.decided-different': '{day}: somebody decided that these are different people ({things}).',
  'resolve.explain.opening-alone': 'There is one identifier only, {thing}; nothing was joined.',
  'resolve.explain.opening-alone-from': 'There is one identifier only, {thing}, from {sources}; nothing was joined.',
  'resolve.explain.opening-decided': 'Somebody decided that this is one person.',
  'resolve.explain.opening-probable': 'Probably one person: {things} were used in one visit to {source}.',
  'resolve.explain.opening-shared': 'We are sure: {sources} {count, plural, =2 {both} other {all}} have their {thing}.',
  'resolve.explain.opening-shared-loosely':
    'Probably one person: {sources} {count, plural, =2 {both} other {all}} saw the same {thing}.',
  'resolve.explain.opening-together': 'We are sure: {source} gave {things} together.',
  'resolve.explain.same': '{day}: {sources}, same {thing}.',
  'resolve.explain.shared-with':
    'The {thing} is shared with {persons, plural, one {one other person} other {# other people}}.',
  'resolve.explain.thing':
    '{namespace, select, email {e-mail address} phone {phone number} loyalty_card {loyalty card} user_id {sign-in} anonymous_id {browser} device_id {device} other {{name} number}}',
  'resolve.explain.together': '{day}: {source} gave {things} together.',
  'resolve.explain.visit': '{day}: {things} were used in one visit to {source}.',
  'resolve.identifier.kind':
    '{namespace, select, email {e-mail} phone {phone} loyalty_card {loyalty card} user_id {sign-in} anonymous_id {browser} device_id {device} other {{name}}}',
  'resolve.moved':
    '{identifiers, plural, =0 {Nothing moved.} one {# identifier and {interactions, plural, one {# interaction} other {# interactions}} now belong to another person.} other {# identifiers and {interactions, plural, one {# interaction} other {# interactions}} now belong to another person.}}',
  'resolve.person.opening':
    '{who}, {recognised, select, yes {customer} other {an unrecognised visitor}}{since, select, none {} other {, known since {since}}}: {interactions, plural, =0 {nothing counted yet} one {# interaction} other {# interactions}}{channels, plural, =0 {} one { in one channel} other { in # channels}}{last, select, none {} other {, the last on {last}}}{certainty, select, sure {; we are sure that this is one person} probable {; probably one person} other {}}.',
  'resolve.person.opening-visitor':
    'An unrecognised visitor{since, select, none {} other {, known since {since}}}: {interactions, plural, =0 {nothing counted yet} one {# interaction} other {# interactions}}{channels, plural, =0 {} one { in one channel} other { in # channels}}{last, select, none {} other {, the last on {last}}}.',
  'resolve.split.nothing': 'Nothing would move: they are held to be different people already.',
  'resolve.split.others':
    '{others, plural, =0 {} one {It also changes who # other person is.} other {It also changes who # other people are.}}',
  'resolve.split.preview':
    '{identifiers} of {ofIdentifiers, plural, one {# identifier} other {# identifiers}} and {interactions} of {ofInteractions, plural, one {# interaction} other {# interactions}} would belong to another person.',
  'understand.story.complaint':
    'A complaint of {day} is open{about, select, none {} other { ({about})}}{contacts, plural, =0 {} one {, with # contact since} other {, with # contacts since}}.',
  'understand.story.contact':
    'Last contact on {day}: {name} ({channel}){about, select, none {} other {, about {about}}}{reason, select, none {} other {, because of {reason}}}{outcome, select, well {; it went well} badly {; it went badly} other {}}.',
  'understand.story.no-purchase': 'No purchase is known.',
  'understand.story.purchases':
    'Bought {count, plural, one {once, through {channel}} other {# times, mostly through {channel}}}{sums, select, none {} other {, for {sums}}}{count, plural, one {, on {last}} other {; the last time on {last}}}.',
  'understand.story.told': 'We last turned to them on {day}: {name} ({channel}).',
} as const;

export type MessageKey = keyof typeof en;
