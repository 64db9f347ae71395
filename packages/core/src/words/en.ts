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
  'collect.delivery-problem.attribute-missing': 'a CloudEvent has no {attribute}',
  'collect.delivery-problem.failed': 'it failed',
  'collect.delivery-problem.held': 'it ran too long or took too much memory a moment ago',
  'collect.delivery-problem.no-list': 'a batch of CloudEvents is a list',
  'collect.delivery-problem.no-message': 'it makes no message of this delivery',
  'collect.delivery-problem.no-object': 'a CloudEvent is an object',
  'collect.delivery-problem.not-json': 'it is not valid JSON',
  'collect.delivery-problem.not-utf8': 'it is not valid UTF-8',
  'collect.delivery-problem.other-version': 'a CloudEvent is not of version 1.0',
  'collect.delivery-problem.too-long': 'it runs longer than two seconds or takes too much memory',
  'collect.delivery-problem.too-many-messages': 'it makes more messages than a delivery may hold',
  'collect.mend.date.label': 'Read them as {format}',
  'collect.mend.date.sentence': 'They look like dates written as {format}.',
  'collect.mend.date.why': 'the date is written in another form than the others',
  'collect.mend.decimal.label':
    '{decimal, select, point {Read the point as the decimal mark} other {Read the comma as the decimal mark}}',
  'collect.mend.decimal.sentence':
    '{decimal, select, point {They look like numbers with a decimal point.} other {They look like numbers with a decimal comma.}}',
  'collect.mend.decimal.why': 'the number has another decimal mark than the others',
  'collect.mend.year.label': 'Read them as {year, number, ::group-off}',
  'collect.mend.year.sentence': 'They look like {year, number, ::group-off}.',
  'collect.mend.year.why': 'the date has no year',
  'collect.proposal.choice.as-it-is': '{value}',
  'collect.proposal.choice.day':
    '{day, number} {month, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 {November} 12 {December} other {}}',
  'collect.proposal.choice.from-customer': 'Customers contacted us',
  'collect.proposal.choice.kept': 'No, count them like any other',
  'collect.proposal.choice.kept-people': 'No, they are customers',
  'collect.proposal.choice.left-out': 'Yes, pass over these lines',
  'collect.proposal.choice.marked': 'Yes: they stay on the timeline and count nowhere',
  'collect.proposal.choice.number': '{number, number, ::group-off}',
  'collect.proposal.choice.numbers-of': 'They are those of {space}',
  'collect.proposal.choice.numbers-own': 'They are numbers of this system alone',
  'collect.proposal.choice.numbers-shared': 'They are the customer numbers known so far',
  'collect.proposal.choice.observed': 'Neither',
  'collect.proposal.choice.scale': '{from, number} to {to, number}',
  'collect.proposal.choice.single': 'Each line stands for itself',
  'collect.proposal.choice.to-customer': 'We contacted customers',
  'collect.proposal.choice.together': 'Lines with the same {column} belong together',
  'collect.proposal.evidence.answer': 'You said so.',
  'collect.proposal.evidence.check-digit': '{matching, number} of {filled, number} have a right check digit.',
  'collect.proposal.evidence.form': '{matching, number} of {filled, number} have this form.',
  'collect.proposal.evidence.goes-with': 'It goes with {column}, line by line.',
  'collect.proposal.evidence.header': 'The name {column} says so, and the values allow it.',
  'collect.proposal.evidence.length': 'There are {words, plural, one {# word} other {# words}} in it on average.',
  'collect.proposal.evidence.nothing-else': 'The values have no form that says more.',
  'collect.proposal.evidence.own-number': '{distinct, number} of {filled, number} values come once only.',
  'collect.proposal.evidence.range': 'The numbers go from {from, number} to {to, number}.',
  'collect.proposal.evidence.repeated':
    '{filled, number} lines share {distinct, plural, one {# value} other {# values}}.',
  'collect.proposal.evidence.words': '{matching, number} of {filled, number} are words we know for this.',
  'collect.proposal.line-kind.call': 'A call',
  'collect.proposal.line-kind.complaint': 'A complaint',
  'collect.proposal.line-kind.contact': 'A person in a list of contacts',
  'collect.proposal.line-kind.message-event': 'Something that happened to a mailing',
  'collect.proposal.line-kind.order': 'An order',
  'collect.proposal.line-kind.order-line': 'A line of an order',
  'collect.proposal.line-kind.other': 'Something else that happened',
  'collect.proposal.line-kind.survey-answer': 'An answer to a survey',
  'collect.proposal.line-kind.visit': 'A visit',
  'collect.proposal.looks-like.agent': '{column} looks like the employee who dealt with it',
  'collect.proposal.looks-like.amount': '{column} looks like an amount of money',
  'collect.proposal.looks-like.bank-account': '{column} looks like a bank account',
  'collect.proposal.looks-like.birthday': '{column} looks like a date of birth',
  'collect.proposal.looks-like.call-number': '{column} looks like the number of a call',
  'collect.proposal.looks-like.campaign': '{column} looks like a campaign',
  'collect.proposal.looks-like.case-number': '{column} looks like the number of a case or ticket',
  'collect.proposal.looks-like.category': '{column} looks like a kind or group',
  'collect.proposal.looks-like.channel': '{column} looks like a channel',
  'collect.proposal.looks-like.city': '{column} looks like a town',
  'collect.proposal.looks-like.company': '{column} looks like a company',
  'collect.proposal.looks-like.consent': '{column} looks like a consent to be contacted',
  'collect.proposal.looks-like.country': '{column} looks like a country',
  'collect.proposal.looks-like.currency': '{column} looks like a currency',
  'collect.proposal.looks-like.customer-number': '{column} looks like a customer number',
  'collect.proposal.looks-like.date': '{column} looks like a date',
  'collect.proposal.looks-like.date-time': '{column} looks like a date with a time',
  'collect.proposal.looks-like.direction': '{column} looks like who contacted whom',
  'collect.proposal.looks-like.duration': '{column} looks like a duration',
  'collect.proposal.looks-like.email': '{column} looks like an e-mail address',
  'collect.proposal.looks-like.empty': '{column} is empty',
  'collect.proposal.looks-like.event': '{column} looks like what happened',
  'collect.proposal.looks-like.first-name': '{column} looks like a first name',
  'collect.proposal.looks-like.flag': '{column} looks like yes or no',
  'collect.proposal.looks-like.free-text': '{column} looks like text that people wrote',
  'collect.proposal.looks-like.full-name': '{column} looks like a person’s full name',
  'collect.proposal.looks-like.gender': '{column} looks like a gender',
  'collect.proposal.looks-like.health': '{column} looks like something about health',
  'collect.proposal.looks-like.ip-address': '{column} looks like an IP address',
  'collect.proposal.looks-like.language': '{column} looks like a language',
  'collect.proposal.looks-like.last-name': '{column} looks like a last name',
  'collect.proposal.looks-like.location': '{column} looks like a store or place',
  'collect.proposal.looks-like.loyalty-card': '{column} looks like the number of a loyalty card',
  'collect.proposal.looks-like.national-id': '{column} looks like the number of a passport or identity card',
  'collect.proposal.looks-like.nested': '{column} holds lists or objects',
  'collect.proposal.looks-like.number': '{column} looks like a number',
  'collect.proposal.looks-like.order-number': '{column} looks like an order number',
  'collect.proposal.looks-like.outcome': '{column} looks like a state or outcome',
  'collect.proposal.looks-like.payment-card': '{column} looks like the number of a payment card',
  'collect.proposal.looks-like.phone': '{column} looks like a phone number',
  'collect.proposal.looks-like.postcode': '{column} looks like a postcode',
  'collect.proposal.looks-like.product': '{column} looks like a product',
  'collect.proposal.looks-like.product-number': '{column} looks like a product number',
  'collect.proposal.looks-like.quantity': '{column} looks like a quantity',
  'collect.proposal.looks-like.reason': '{column} looks like a reason',
  'collect.proposal.looks-like.record-number': '{column} looks like the number of the record itself',
  'collect.proposal.looks-like.salutation': '{column} looks like a form of address',
  'collect.proposal.looks-like.score': '{column} looks like a score',
  'collect.proposal.looks-like.street': '{column} looks like a street',
  'collect.proposal.looks-like.text': '{column} looks like a short text',
  'collect.proposal.looks-like.time-of-day': '{column} looks like a time of the day',
  'collect.proposal.looks-like.url': '{column} looks like a web address',
  'collect.proposal.looks-like.user-agent': '{column} looks like the name of a browser',
  'collect.proposal.notice.day-only': '{column} says the day, not the hour. That is fine.',
  'collect.proposal.notice.lines-without-person':
    '{count, number} of {of, number} sampled lines name nobody: they are kept as an unknown customer.',
  'collect.proposal.notice.no-person-column': 'No column says who it was: everything is kept as an unknown customer.',
  'collect.proposal.notice.no-value': '{column} is the price of one piece, so the value of an order is not known.',
  'collect.proposal.notice.placeholders': '{words} {count, plural, one {stands} other {stand}} for an empty cell.',
  'collect.proposal.notice.several-lines-one-interaction':
    '{lines, number} lines make one interaction, with the same {column}.',
  'collect.proposal.question.as-of': 'When was this list taken?',
  'collect.proposal.question.channel': 'Over which channel did this happen?',
  'collect.proposal.question.date-order':
    'Is {example} in {column} {day, number} {month, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 {November} 12 {December} other {}} or {month, number} {day, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 {November} 12 {December} other {}}?',
  'collect.proposal.question.decimal':
    'Is {example} in {column} {small, number, ::group-off} or {large, number, ::group-off}?',
  'collect.proposal.question.direction': 'Who contacted whom?',
  'collect.proposal.question.group-by':
    '{lines, plural, one {# line makes} other {# lines make}} one interaction, with the same {column}. Is that so?',
  'collect.proposal.question.line-kind': 'What is each line of this file?',
  'collect.proposal.question.number-space':
    'Whose numbers are those in {column}? {found, plural, =0 {None of {looked, number} looked at is known yet.} other {{found, number} of {looked, number} looked at are known{compared, plural, =0 {; nothing else says whether they are the same people} other {; {agreeing, number} of {compared, number} that can be compared belong to somebody of the same name, e-mail, phone or postcode}}.}}',
  'collect.proposal.question.score-about':
    '{column}: what were people asked about?{because, select, line { Each line is one.} number { Each line names one, in {by}.} words { The question says so.} file { The name of the file says so.} other {}}',
  'collect.proposal.question.score-question':
    '{column}: which question was answered from {from, number} to {to, number}?',
  'collect.proposal.question.score-scale': 'From what to what does the score in {column} go?',
  'collect.proposal.question.source-name': 'What do you call the system this file comes from?',
  'collect.proposal.question.staff-lines':
    '{count, number} of {of, number} lines looked at {count, plural, one {is} other {are}} of your own staff, such as {example}. Leave them out of every figure?',
  'collect.proposal.question.test-lines':
    '{count, number} of {of, number} lines looked at {count, plural, one {looks like a test} other {look like tests}}, such as {example}{worthless, plural, =0 {} one {; # of them is worth nothing} other {; # of them are worth nothing}}. Leave them out of every figure?',
  'collect.proposal.question.test-people':
    '{count, number} of {of, number} lines looked at {count, plural, one {looks like a test} other {look like tests}}, such as {example}. Leave them out of the list?',
  'collect.proposal.question.time-column': 'Which column says when it happened?',
  'collect.proposal.question.year': '{column} has no year ({example}). Which year is it?',
  'collect.proposal.question.zone': 'The times in {column} carry no zone. Are they those of {zone}?',
  'collect.proposal.score-about.call': 'One call',
  'collect.proposal.score-about.company': 'The company as a whole',
  'collect.proposal.score-about.complaint': 'One complaint or case',
  'collect.proposal.score-about.event': 'Another single event',
  'collect.proposal.score-about.order': 'One order',
  'collect.proposal.score-about.visit': 'One visit',
  'collect.proposal.score-question.effort': 'How easy it was (CES)',
  'collect.proposal.score-question.other': 'Another one',
  'collect.proposal.score-question.recommend': 'Would they recommend the company? (NPS)',
  'collect.proposal.score-question.satisfaction': 'How satisfied they were (CSAT)',
  'collect.set-aside.cost.amount-unreadable': 'the amount is no number: write it like 12.50',
  'collect.set-aside.count.measure-missing': 'a count needs the name of what was counted in measure',
  'collect.set-aside.count.per-unknown': 'the bucket {value} is not known: use one of {choices}',
  'collect.set-aside.count.value-unreadable': 'the value of a count is no number of 0 or more: write it like 12 or 0.5',
  'collect.set-aside.happening.ends-before': 'it ends before it begins: look at timestamp and until',
  'collect.set-aside.happening.kind-unknown': 'the kind {value} is not known: use one of {choices}',
  'collect.set-aside.happening.until-unreadable':
    'until is no time: write it like 2026-05-01 or 2026-05-01T10:00:00+02:00',
  'collect.set-aside.happening.what-missing': 'what happened is missing: say it in a few words',
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
  'collect.set-aside.webhook.body-unreadable': 'the delivery cannot be read: {problem}',
  'collect.set-aside.webhook.mapping-failed': 'the mapping of the webhook cannot be applied: {problem}',
  'collect.set-aside.webhook.message-unfit':
    'the mapping of the webhook makes a message that cannot be applied: {problem}',
  'collect.set-aside.record.key-public': 'a key that stands in a web page may not send this: use a server key',
  'collect.set-aside.record.time-missing': 'timestamp is missing or no time: write it like 2026-05-01T10:00:00+02:00',
  'collect.unreadable-line.after-quote': 'there is text behind a closing quote',
  'collect.unreadable-line.cells':
    'it has {cells, plural, one {# cell} other {# cells}} where the file has {columns, plural, one {# column} other {# columns}}',
  'collect.unreadable-line.no-rule': 'no rule of the mapping is for this line',
  'collect.unreadable-line.not-an-object': 'it is no JSON object',
  'collect.unreadable-line.not-json': 'it is no JSON',
  'collect.unreadable-line.not-text': 'it holds bytes that are no text in the encoding of the file',
  'collect.unreadable-line.quote-open': 'a quote is opened and never closed',
  'collect.unreadable-line.too-deep': '{column} nests too deep',
  'collect.unreadable-line.too-long': 'it is longer than a megabyte',
  'collect.value-type': '{type, select, list {a list} null {null} other {a value of type {type}}}',
  'govern.decisions.name': 'Decisions by people',
  'resolve.compare.never-together': 'No source ever named something of one together with something of the other.',
  'resolve.compare.opening':
    'They agree in {same, plural, =0 {nothing we use} one {# value} other {# values}} and differ in {different, plural, =0 {none} other {#}}; {apart, select, yes {they are kept apart} other {nothing has ever joined them}}.',
  'resolve.compare.refused': '{asked} It was refused, because {because}.',
  'resolve.coverage.all-known': 'Everybody is known to every system.',
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
  'resolve.explain.apart-hub': 'one of them is seen with too many people to be one person’s own',
  'resolve.explain.apart-limit': 'one person has at most {limit}',
  'resolve.explain.apart-limit-days':
    'one person gets at most {limit} within {days, plural, one {one day} other {# days}}',
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
  'resolve.found.identifier':
    '{kind} {how, select, is {is exactly this} begins {begins with this} other {contains this}}',
  'resolve.found.name': '{how, select, is {name is this} begins {name begins like this} other {name is like this}}',
  'resolve.found.postcode': 'postcode {postcode}',
  'resolve.gap.opening':
    'Nothing is known from {sources}{others, plural, =0 {} one {, and one other system} other {, and # other systems}}.',
  'resolve.gap.reason':
    '{source} knows {people, number} of {customers, plural, one {# customer} other {# customers}}{reason, select, notMet {, by {kinds}, as we know this person, and has no record of them} noCommonKind {, by {kinds}: none is known of this person} other {}}.',
  'resolve.hub':
    'The {thing} {value} is seen with {people, plural, one {# person} other {# people}}: it joins nobody.{interactions, plural, =0 {} one { # interaction is recorded under it alone.} other { # interactions are recorded under it alone.}}',
  'resolve.hub.decided':
    '{decision, select, onePerson {The {thing} {value} is one person’s own from now on.} leaveOut {The {thing} {value} is always left out from now on.} other {What the {thing} {value} is seen with decides again.}}',
  'resolve.hub.opening':
    '{hubs, plural, =0 {No identifier is seen with too many people.} one {# identifier is seen with too many people to be one person’s own, and joins nobody.} other {# identifiers are seen with too many people to be one person’s own, and join nobody.}}',
  'resolve.identifier.kind':
    '{namespace, select, email {e-mail} phone {phone} loyalty_card {loyalty card} user_id {sign-in} anonymous_id {browser} device_id {device} other {{name}}}',
  'resolve.join-list.already-one': 'They are one person already.',
  'resolve.join-list.blocked': 'The rules keep one of the two from joining anything.',
  'resolve.join-list.joins': 'Would be joined.',
  'resolve.join-list.opening':
    '{joins, plural, =0 {No line would join anybody} one {# line would join: {before, plural, one {# person} other {# persons}} would become {after}} other {# lines would join: {before, plural, one {# person} other {# persons}} would become {after}}}.{off, plural, =0 {} one { By the limits of the rules, # part of them would be taken off.} other { By the limits of the rules, # parts of them would be taken off.}}{already, plural, =0 {} one { # is one person already.} other { # are one person already.}}{unknown, plural, =0 {} one { # names somebody nobody knows.} other { # name somebody nobody knows.}}{refused, plural, =0 {} one { # is refused.} other { # are refused.}}',
  'resolve.join-list.refused': 'Refused, because {because}.',
  'resolve.join-list.unknown':
    '{which, select, a {Nobody is known by the first.} b {Nobody is known by the second.} other {Nobody is known by either.}}',
  'resolve.join-list.unreadable': 'These are no two identifiers: {text}',
  'resolve.join.kept-apart': 'nothing was joined, because {because}',
  'resolve.join.preview':
    '{identifiers, plural, one {# identifier} other {# identifiers}} and {interactions, plural, one {# interaction} other {# interactions}} would come to this person.',
  'resolve.moved':
    '{identifiers, plural, =0 {Nothing moved.} one {# identifier and {interactions, plural, one {# interaction} other {# interactions}} now belong to another person.} other {# identifiers and {interactions, plural, one {# interaction} other {# interactions}} now belong to another person.}}',
  'resolve.person.opening':
    '{who}, {recognised, select, yes {customer} other {an unrecognised visitor}}{since, select, none {} other {, known since {since}}}: {interactions, plural, =0 {nothing counted yet} one {# interaction} other {# interactions}}{channels, plural, =0 {} one { in one channel} other { in # channels}}{last, select, none {} other {, the last on {last}}}{certainty, select, sure {; we are sure that this is one person} probable {; probably one person} other {}}.',
  'resolve.person.opening-visitor':
    'An unrecognised visitor{since, select, none {} other {, known since {since}}}: {interactions, plural, =0 {nothing counted yet} one {# interaction} other {# interactions}}{channels, plural, =0 {} one { in one channel} other { in # channels}}{last, select, none {} other {, the last on {last}}}.',
  'resolve.progress':
    '{shared} of {people, plural, one {# customer is} other {# customers are}} known to two systems or more; at the end of {month} it was {before} of {beforePeople, number}.',
  'resolve.progress.first':
    '{shared} of {people, plural, one {# customer is} other {# customers are}} known to two systems or more. The first of them became known in {month}, so there is nothing to compare with.',
  'resolve.progress.nobody': 'No customer is known yet.',
  'resolve.refused.opening':
    '{joins, plural, =0 {No join is refused.} one {# join is refused; it is kept, and asked again when a rule or anything near it changes.} other {# joins are refused; they are kept, and asked again when a rule or anything near them changes.}}',
  'resolve.rule.count': '{count, plural, one {one} other {#}}',
  'resolve.rule.family': 'number of any “{family}” system',
  'resolve.rule.hub':
    'One that a single system names with {people, plural, one {# person} other {# people}}{days, plural, =0 {} one { within a day} other { within # days}} joins nobody.',
  'resolve.rule.left-out':
    '{left, plural, one {# value or pattern is always left out.} other {# values and patterns are always left out.}}',
  'resolve.rule.limit':
    'One person has at most {limit}{days, plural, =0 {} one { that were first seen within a day} other { that were first seen within # days}}.',
  'resolve.rule.limit-source': 'In one system, one person has at most {limit}.',
  'resolve.rule.no-hub': 'It joins with however many people it is seen.',
  'resolve.rule.shared': 'One under which a single system has {numbers} customers joins nobody.',
  'resolve.split.nothing': 'Nothing would move: they are held to be different people already.',
  'resolve.split.others':
    '{others, plural, =0 {} one {It also changes who # other person is.} other {It also changes who # other people are.}}',
  'resolve.split.preview':
    '{identifiers} of {ofIdentifiers, plural, one {# identifier} other {# identifiers}} and {interactions} of {ofInteractions, plural, one {# interaction} other {# interactions}} would belong to another person.',
  'resolve.trait.choice':
    '{choice, select, trusted {what the most trusted system says now} latest {what was said last} first {what was said first} most_frequent {what most messages say} most_complete {what is most complete} highest {what is highest or latest} other {what is lowest or earliest}}',
  'resolve.trait.contradicted':
    '{people, plural, =0 {Systems contradict each other about nobody.} one {Systems contradict each other about # person, most often about {trait}.} other {Systems contradict each other about # people, most often about {trait} ({most, plural, one {# person} other {# people}}).}}',
  'resolve.trait.contradicted-about':
    '{people, plural, =0 {No two systems contradict each other about {trait}.} one {Systems contradict each other about {trait} of # person.} other {Systems contradict each other about {trait} of # people.}}',
  'resolve.trait.rule': 'We use {choice}.',
  'resolve.trait.rule.sources': 'Believed first: {sources}.',
  'resolve.trait.settled': '“{value}” is used for {trait} from now on, whatever systems say.',
  'resolve.trait.unsettled': 'The rule chooses {trait} again.',
  'resolve.trait.why':
    '{rule, select, trusted {Of those that say something now, {source} is believed first.} latest {{source} said it last, on {day}.} first {{source} said it first of all.} most_frequent {Most messages say so; the last of them came from {source} on {day}.} most_complete {Of what systems say now it is the most complete; {source} says it.} highest {Of what systems say now it is the highest or latest; {source} says it.} other {Of what systems say now it is the lowest or earliest; {source} says it.}}',
  'resolve.trait.why.alone': '{source} says so, and no system says otherwise now.',
  'resolve.trait.why.settled': 'It was settled by hand on {day}.',
  'resolve.what-if.joined':
    '{people, plural, one {# person would become} other {# people would become}} {into, number}.',
  'resolve.what-if.nothing': 'Nobody would be joined or taken apart.',
  'resolve.what-if.split':
    '{people, plural, one {# person would be taken apart} other {# people would be taken apart}} into {into, number}.',
  'resolve.what-if.values':
    '{people, plural, =0 {No value that we use would change.} one {For # person another value would be used.} other {For # people another value would be used.}}',
  'sample-company.name': 'Sample company: {company}',
  'understand.eyes.did':
    '{contactsTold, select, no {How often they turned to us cannot be told: no source tells of calls, messages or complaints.} other {{contacts, plural, =0 {They did not turn to us} one {They turned to us once} other {They turned to us # times}} in 90 days.}} {visitsTold, select, no {Visits cannot be told: there are too many interactions to count.} other {{visits, plural, =0 {No visit is known.} one {They came by once.} other {They came by # times.}}}}',
  'understand.eyes.did-definition':
    'Contacts are what asked for help or complained; ringing again through the same channel within 30 minutes is the same contact. A visit is what they did in a row at one touchpoint (web, app, store …), with pauses of at most 30 minutes. Opening a message is neither.',
  'understand.eyes.opening':
    '{sentTold, select, no {How often we turned to them cannot be told} other {{sent, plural, =0 {We did not turn to them} one {We turned to them once} other {We turned to them # times}}}}, {contactsTold, select, no {nor how often they turned to us} other {{contacts, plural, =0 {they did not turn to us} one {they turned to us once} other {they turned to us # times}}}}{until, select, now { in the last 90 days} other { in the 90 days until {until}, when the data end}}.',
  'understand.eyes.repeated':
    '{state, select, unknown {Cannot tell: no source tells of calls, messages or complaints.} uncovered {Cannot tell: the sources that tell of contacts cover no time in common.} none {Not once: no contact is known in a year.} early {Too early to tell: {of, plural, one {the only contact is} other {all # contacts are}} less than 7 days old.} other {{again, plural, =0 {Not once after {of, plural, one {the one contact} other {# contacts}} in a year.} other {After {again} of {of, plural, one {# contact} other {# contacts}} in a year they had to turn to us again.}}}}',
  'understand.eyes.repeated-basis':
    '{case, plural, =0 {} other {About the same case: {case}. }}{reason, plural, =0 {} other {For the same reason: {reason}. }}{any, plural, =0 {} other {For any reason, since none was named: {any}.}}',
  'understand.eyes.repeated-definition':
    'Contacts that were followed by another one through whatever channel within 7 days, 30 with repairs and claims, of those that are old enough to tell: about the same case, else for the same reason, else for any. Of three in a row two count.',
  'understand.eyes.repeated-elsewhere':
    '{elsewhere, plural, one {Once they came back through another channel.} other {# times they came back through another channel.}}',
  'understand.eyes.row': '{what, select, contact {Contact: {channel}} other {Visit: {channel}}}',
  'understand.eyes.sent':
    '{told, select, no {Cannot tell: no source tells what we send.} other {{last90, plural, =0 {Nothing in 90 days.} one {One message in 90 days{last30, plural, =0 {} other {, within the last 30}}.} other {# messages in 90 days, {last30, plural, =0 {none} other {#}} of them in the last 30.}}}}',
  'understand.eyes.sent-definition':
    'Everything that went from us to them and that a source told of, our own staff and trials left out. What became of a message (delivered, bounced) is not counted again. Advertising counts only where a platform says whom it reached.',
  'understand.eyes.title':
    '{id, select, sent {What we sent} did {What they had to do} repeated {How often they repeated themselves} other {How long they waited}}',
  'understand.eyes.wait':
    '{unit, select, days {{count, plural, =0 {less than a day} one {# day} other {# days}}} hours {{count, plural, one {# hour} other {# hours}}} other {{count, plural, one {# minute} other {# minutes}}}}',
  'understand.eyes.waited':
    '{state, select, unknown {Cannot tell: no source tells when we answer.} none {No contact is known in a year.} atOnce {Not at all: every contact was answered while it lasted.} other {{answered, plural, one {The answer took {wait}.} other {Half of # answers took {wait} or less, the longest {longest}.}}}}',
  'understand.eyes.waited-definition':
    'From a contact in a year to our next answer to it, or until it was solved, round the clock; an answer about another case is none. Calls, chats and talks in a store count as answered at once unless they went badly. What is open for more than 60 days is left out.',
  'understand.eyes.waited-open':
    '{open, plural, one {One contact has no answer since {since}.} other {# contacts have no answer, the oldest since {since}.}}',
  'understand.finding.contact-after-order':
    '{state, select, found {{people, plural, one {# customer} other {# customers}} of {of, number} ordered and then contacted us within two days.} early {Ordering and then contacting us: too early to say, from {of, plural, one {# customer} other {# customers}} who ordered.} nothing {Ordering and then contacting us: no more often than on other days.} other {Ordering and then contacting us: needs orders and contacts of the same time.}}',
  'understand.finding.contact-ordinary':
    'A week before or after, {ordinary, plural, =0 {nobody} other {at most #}} did.',
  'understand.finding.left-out':
    '{leftOut, plural, one {# more customer who ordered is} other {# more customers who ordered are}} left out: nothing joins them to the contacts.',
  'understand.finding.online-and-store':
    '{state, select, found {{people, plural, one {# customer} other {# customers}} of {of, number} who bought did so both online and in a store.} early {Buying online and in a store: too early to say, {people, plural, one {# customer does} other {# customers do}} so far.} nothing {Buying online and in a store: none of {of, number} who bought.} other {Buying online and in a store: needs purchases of both.}}',
  'understand.finding.share': 'That is {share} of 100, and with what was seen so far between {low} and {high}.',
  'understand.finding.share-later': 'The share is said once it can be told to within 10 of 100.',
  'understand.finding.shared-identifier':
    '{state, select, found {{people, plural, one {# customer} other {# customers}} of {of, number} share {number, plural, one {# e-mail address or phone number} other {# e-mail addresses or phone numbers}} with somebody else: a household, or a mistake.} early {Sharing an e-mail address or phone number: {people, plural, one {# customer} other {# customers}} so far.} nothing {Sharing an e-mail address or phone number: nobody does.} other {Sharing an e-mail address or phone number: needs customers.}}',
  'understand.finding.silent':
    '{state, select, found {{people, plural, one {# customer} other {# customers}} of {of, number} who bought more than once have bought nothing for over {number, plural, one {# day} other {# days}}, longer than 9 of 10 gaps between purchases.} early {Falling silent: too early to say, from {of, plural, one {# customer} other {# customers}} who bought more than once.} nothing {Falling silent: no more customers than on an ordinary day.} other {Falling silent: needs customers who bought more than once.}}',
  'understand.finding.silent-ordinary': 'On an ordinary day it is {ordinary, number}.',
  'understand.finding.told-during-complaint':
    '{state, select, found {{people, plural, one {# customer} other {# customers}} of {of, number} who complained got a message from us about something else while the complaint was open.} early {Writing to people with an open complaint: {people, plural, one {# customer} other {# customers}} so far.} nothing {Writing to people with an open complaint: none of {of, number} who complained.} other {Writing to people with an open complaint: needs complaints, and the messages you send.}}',
  'understand.finding.unknown-orders':
    '{state, select, found {{people, plural, one {# order} other {# orders}} of {of, number} have no customer: nothing in them says who it was.} early {Orders without a customer: {people, plural, one {# order} other {# orders}} so far.} nothing {Orders without a customer: none of {of, number}.} other {Orders without a customer: needs orders.}}',
  'understand.findings.none':
    '{why, select, early {Too early to say: what there is could still be chance.} nothing {Nothing stands out: what there is looks like any other week.} other {Nothing to tell yet: connect a source.}}',
  'understand.next.answers': 'Next best thing to add: survey answers. They would tell you why.',
  'understand.next.anything': 'Next best thing to add: an export of your orders or customers, or your site.',
  'understand.next.contacts':
    'Next best thing to add: the list of calls or messages customers send you. It would tell who needs help, and after what.',
  'understand.next.joining-list': 'Next best thing to add: a list that joins what you have. {joiningFile}',
  'understand.next.messages':
    'Next best thing to add: what you send to customers. It would tell who gets too much, and when it hurts.',
  'understand.next.orders':
    'Next best thing to add: orders of the shop or receipts of the till. They would tell what people come for.',
  'understand.segment.did': '{not, select, yes {did not have} other {had}} {what} {times} {when}',
  'understand.segment.duration':
    '{unit, select, minute {{count, plural, one {# minute} other {# minutes}}} hour {{count, plural, one {# hour} other {# hours}}} day {{count, plural, one {# day} other {# days}}} other {{count, plural, one {# week} other {# weeks}}}}',
  'understand.segment.edge':
    '{not, select, yes {did not have} other {had}} {what} for the {which, select, first {first} other {last}} time {when}{hasWas, select, yes {, as {was}} other {}}',
  'understand.segment.found':
    '{type, select, times {{times, plural, =0 {never} one {once} other {# times}}} sum {{sum} in all} at {on {day}} trait {{value}} other {never}}',
  'understand.segment.group': '({list})',
  'understand.segment.kind':
    '{kind, select, buy {a purchase} return {a return} complaint {a complaint} help {a request for help} feedback {feedback} told {a message from us} served {an answer from us} solved {a matter solved} any {any interaction} other {something else}}',
  'understand.segment.label':
    '{of, select, from_customer {from the customer} to_customer {to the customer} observed {observed} well {well} badly {badly} other {neither well nor badly}}',
  'understand.segment.member': '{not, select, yes {are not} other {are}} in {segment}',
  'understand.segment.not-group': 'not {group}',
  'understand.segment.number':
    '{is, select, at_least {at least {low}} at_most {at most {low}} more_than {more than {low}} less_than {less than {low}} exactly {exactly {low}} other {{low} to {high}}}',
  'understand.segment.people': 'People who {clause}.',
  'understand.segment.problem.bounds-cross': '{path}: the lower bound is above the upper one: exchange them',
  'understand.segment.problem.circle':
    '{path}: the segments refer to each other in a circle ({way}): take one of them out',
  'understand.segment.problem.first-step':
    '{path}: the first step has nothing before it: say “within” and “without” of a later step',
  'understand.segment.problem.number-too-large': '{path}: amounts are below 1,000,000,000,000: write a smaller one',
  'understand.segment.problem.since-open': '{path}: say how long ago, at least or less than',
  'understand.segment.problem.too-deep':
    '{path}: groups stand more than {most, number} deep: write it flatter, or give a part of it a segment of its own',
  'understand.segment.problem.too-long':
    '{path}: it is longer than {most, number} characters: give a part of it a segment of its own',
  'understand.segment.problem.too-many-clauses':
    '{path}: there are more than {most, number} clauses: give a part of them a segment of its own',
  'understand.segment.problem.unknown':
    '{path}: there is no {field, select, trait {trait} name {interaction called} channel {channel} touchpoint {touchpoint} location {location} reason {reason} source {source} other {segment}} “{value}”{hasNearest, select, yes {: did you mean “{nearest}”?} other {: choose one that is there}}',
  'understand.segment.problem.window-ends-first': '{path}: it ends before it begins: exchange the ends',
  'understand.segment.problem.window-lies-ahead':
    '{path}: it begins in the future, where nothing has happened yet: choose an earlier time',
  'understand.segment.problem.window-open': '{path}: say from when or until when',
  'understand.segment.property': '{test} as {property}',
  'understand.segment.qualifier':
    '{of, select, channels {through {list}} sources {told by {list}} touchpoints {at {list}} locations {in {list}} reasons {because of {list}} directions {turned {list}} outcomes {that went {list}} currencies {paid in {list}} kinds {that is {list}} value {worth {list}} other {with {list}}}',
  'understand.segment.quoted': '“{text}”',
  'understand.segment.sequence': '{not, select, yes {did not have} other {had}} {steps} {when}',
  'understand.segment.sequence-step':
    'then {what}{hasWithin, select, yes { within {within}} other {}}{hasWithout, select, yes { without {without} in between} other {}}',
  'understand.segment.since':
    '{not, select, yes {did not have} other {had}} {what} for the {which, select, first {first} other {last}} time {ends, select, both {at least {atLeast} and less than {lessThan}} least {at least {atLeast}} other {less than {lessThan}}} ago',
  'understand.segment.sum': '{not, select, yes {did not have} other {had}} {what} {when} worth {number} in all',
  'understand.segment.sum-property':
    '{not, select, yes {did not have} other {had}} {number} as {property} in all, over {what} {when}',
  'understand.segment.test':
    '{is, select, contains {something with {value} in it} begins_with {something that begins with {value}} known {something} empty {nothing, as was said,} missing {nothing that was ever told} other {{value}}}',
  'understand.segment.times': '{number} {most, plural, one {time} other {times}}',
  'understand.segment.trait': '{not, select, yes {do not have} other {have}} {test} as {trait}',
  'understand.segment.truth': '{value, select, yes {yes} other {no}}',
  'understand.segment.when.absolute':
    '{ends, select, both {from {from} until {until}} from {from {from} on} other {until {until}}}',
  'understand.segment.when.calendar':
    'in {unit, select, day {{span, plural, one {# calendar day} other {# calendar days}}} week {{span, plural, one {# calendar week} other {# calendar weeks}}} month {{span, plural, one {# calendar month} other {# calendar months}}} quarter {{span, plural, one {# quarter} other {# quarters}}} other {{span, plural, one {# calendar year} other {# calendar years}}}} {ago, plural, =0 {up to now} one {up to the last full one} other {up to the full one # ago}}',
  'understand.segment.when.last':
    '{unit, select, day {yesterday} week {last week} month {last month} quarter {last quarter} other {last year}}',
  'understand.segment.when.rolling': '{hasTo, select, yes {between {from} and {to} ago} other {in the last {from}}}',
  'understand.segment.when.this':
    '{unit, select, day {today} week {this week} month {this month} quarter {this quarter} other {this year}}',
  'understand.stage':
    '{stage, select, branding {Branding} acquisition {Acquisition} conversion {Conversion} retention {Retention} back {Win-Back} other {Cannot tell}}',
  'understand.stage.how':
    '{stage, select, branding {We reached them, last on {since}; nothing they did of their own is known.} acquisition {Turned to us of their own accord, last on {since}, and never bought.} conversion {Filled a basket or asked for a quote, last on {since}, and never bought.} other {Bought last on {since}, {silent, plural, =0 {on the last day} one {# day before the end} other {# days before the end}} of the data; nine of ten gaps between purchases here are at most {usual, plural, one {# day} other {# days}}.}}',
  'understand.stage.untold':
    '{why, select, nothing {Neither a purchase nor anything else they did is known, nor that we reached them.} other {They bought, but there are fewer than 30 gaps between purchases here: whether they have lapsed cannot be told.}}',
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
