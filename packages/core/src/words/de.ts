import type { Messages } from './words.js';

/** German, with the keys and the values of the English catalogue. Addresses the reader as "Sie", and only where it must. */
export const de: Messages = {
  'collect.channel.app': 'App',
  'collect.channel.call_centre': 'Callcenter',
  'collect.channel.chat': 'Chat',
  'collect.channel.display': 'Bannerwerbung',
  'collect.channel.email': 'E-Mail',
  'collect.channel.event': 'Veranstaltung',
  'collect.channel.ivr': 'Telefonmenü',
  'collect.channel.messaging': 'Messenger',
  'collect.channel.organic_search': 'Suche, unbezahlt',
  'collect.channel.paid_search': 'Suchanzeigen',
  'collect.channel.paid_social': 'Anzeigen in sozialen Medien',
  'collect.channel.partner': 'Partner',
  'collect.channel.post': 'Post',
  'collect.channel.product_use': 'Produktnutzung',
  'collect.channel.push': 'Push-Nachricht',
  'collect.channel.referral': 'Empfehlung',
  'collect.channel.sales_visit': 'Vertreterbesuch',
  'collect.channel.sms': 'SMS',
  'collect.channel.social': 'Soziale Medien',
  'collect.channel.store': 'Filiale',
  'collect.channel.web': 'Web',
  'collect.delivery-problem.attribute-missing': 'einem CloudEvent fehlt {attribute}',
  'collect.delivery-problem.failed': 'sie ist gescheitert',
  'collect.delivery-problem.held': 'sie lief eben zu lange oder brauchte zu viel Speicher',
  'collect.delivery-problem.no-list': 'mehrere CloudEvents zugleich kommen als Liste',
  'collect.delivery-problem.no-message': 'sie macht aus dieser Lieferung keine Nachricht',
  'collect.delivery-problem.no-object': 'ein CloudEvent ist ein Objekt',
  'collect.delivery-problem.not-json': 'sie ist kein gültiges JSON',
  'collect.delivery-problem.not-utf8': 'sie ist kein gültiges UTF-8',
  'collect.delivery-problem.other-version': 'ein CloudEvent hat nicht die Version 1.0',
  'collect.delivery-problem.too-long': 'sie läuft länger als zwei Sekunden oder braucht zu viel Speicher',
  'collect.delivery-problem.too-many-messages': 'sie macht mehr Nachrichten, als eine Lieferung enthalten darf',
  'collect.mend.date.label': 'Als {format} lesen',
  'collect.mend.date.sentence': 'Sie sehen nach Daten der Form {format} aus.',
  'collect.mend.date.why': 'das Datum ist anders geschrieben als die übrigen',
  'collect.mend.decimal.label':
    '{decimal, select, point {Den Punkt als Dezimalzeichen lesen} other {Das Komma als Dezimalzeichen lesen}}',
  'collect.mend.decimal.sentence':
    '{decimal, select, point {Sie sehen nach Zahlen mit Dezimalpunkt aus.} other {Sie sehen nach Zahlen mit Dezimalkomma aus.}}',
  'collect.mend.decimal.why': 'die Zahl hat ein anderes Dezimalzeichen als die übrigen',
  'collect.mend.year.label': 'Als {year, number, ::group-off} lesen',
  'collect.mend.year.sentence': 'Sie sehen nach {year, number, ::group-off} aus.',
  'collect.mend.year.why': 'dem Datum fehlt das Jahr',
  'collect.proposal.choice.as-it-is': '{value}',
  'collect.proposal.choice.day':
    '{day, number}. {month, select, 1 {Januar} 2 {Februar} 3 {März} 4 {April} 5 {Mai} 6 {Juni} 7 {Juli} 8 {August} 9 {September} 10 {Oktober} 11 {November} 12 {Dezember} other {}}',
  'collect.proposal.choice.from-customer': 'Kunden haben sich bei uns gemeldet',
  'collect.proposal.choice.kept': 'Nein, zählen wie alle anderen',
  'collect.proposal.choice.kept-people': 'Nein, es sind Kunden',
  'collect.proposal.choice.left-out': 'Ja, diese Zeilen übergehen',
  'collect.proposal.choice.marked': 'Ja: Sie bleiben in der Zeitleiste und zählen nirgends mit',
  'collect.proposal.choice.number': '{number, number, ::group-off}',
  'collect.proposal.choice.numbers-of': 'Es sind die von {space}',
  'collect.proposal.choice.numbers-own': 'Es sind Nummern dieses Systems allein',
  'collect.proposal.choice.numbers-shared': 'Es sind die bisher bekannten Kundennummern',
  'collect.proposal.choice.observed': 'Weder noch',
  'collect.proposal.choice.scale': '{from, number} bis {to, number}',
  'collect.proposal.choice.single': 'Jede Zeile steht für sich',
  'collect.proposal.choice.to-customer': 'Wir haben uns bei Kunden gemeldet',
  'collect.proposal.choice.together': 'Zeilen mit gleichem Wert in {column} gehören zusammen',
  'collect.proposal.evidence.answer': 'Das haben Sie so angegeben.',
  'collect.proposal.evidence.check-digit': '{matching, number} von {filled, number} haben eine richtige Prüfziffer.',
  'collect.proposal.evidence.form': '{matching, number} von {filled, number} haben diese Form.',
  'collect.proposal.evidence.goes-with': 'Der Wert gehört Zeile für Zeile zu {column}.',
  'collect.proposal.evidence.header': 'Der Name {column} sagt es, und die Werte passen dazu.',
  'collect.proposal.evidence.length':
    'Im Durchschnitt {words, plural, one {steht # Wort} other {stehen # Wörter}} darin.',
  'collect.proposal.evidence.nothing-else': 'Die Werte haben keine Form, die mehr verrät.',
  'collect.proposal.evidence.own-number': '{distinct, number} von {filled, number} Werten kommen nur einmal vor.',
  'collect.proposal.evidence.range': 'Die Zahlen reichen von {from, number} bis {to, number}.',
  'collect.proposal.evidence.repeated':
    '{filled, number} Zeilen teilen sich {distinct, plural, one {# Wert} other {# Werte}}.',
  'collect.proposal.evidence.words': '{matching, number} von {filled, number} sind bekannte Wörter dafür.',
  'collect.proposal.line-kind.call': 'Ein Anruf',
  'collect.proposal.line-kind.complaint': 'Eine Beschwerde',
  'collect.proposal.line-kind.contact': 'Eine Person in einer Kontaktliste',
  'collect.proposal.line-kind.message-event': 'Ein Ereignis zu einem Mailing',
  'collect.proposal.line-kind.order': 'Eine Bestellung',
  'collect.proposal.line-kind.order-line': 'Eine Position einer Bestellung',
  'collect.proposal.line-kind.other': 'Etwas anderes, das geschehen ist',
  'collect.proposal.line-kind.survey-answer': 'Eine Antwort auf eine Umfrage',
  'collect.proposal.line-kind.visit': 'Ein Besuch',
  'collect.proposal.looks-like.agent': '{column} sieht nach der Person aus, die den Fall bearbeitet hat',
  'collect.proposal.looks-like.amount': '{column} sieht nach einem Geldbetrag aus',
  'collect.proposal.looks-like.bank-account': '{column} sieht nach einer Bankverbindung aus',
  'collect.proposal.looks-like.birthday': '{column} sieht nach einem Geburtsdatum aus',
  'collect.proposal.looks-like.call-number': '{column} sieht nach der Nummer eines Anrufs aus',
  'collect.proposal.looks-like.campaign': '{column} sieht nach einer Kampagne aus',
  'collect.proposal.looks-like.case-number': '{column} sieht nach einer Fall- oder Ticketnummer aus',
  'collect.proposal.looks-like.category': '{column} sieht nach einer Art oder Gruppe aus',
  'collect.proposal.looks-like.channel': '{column} sieht nach einem Kanal aus',
  'collect.proposal.looks-like.city': '{column} sieht nach einem Ort aus',
  'collect.proposal.looks-like.company': '{column} sieht nach einer Firma aus',
  'collect.proposal.looks-like.consent': '{column} sieht nach einer Einwilligung zur Kontaktaufnahme aus',
  'collect.proposal.looks-like.country': '{column} sieht nach einem Land aus',
  'collect.proposal.looks-like.currency': '{column} sieht nach einer Währung aus',
  'collect.proposal.looks-like.customer-number': '{column} sieht nach einer Kundennummer aus',
  'collect.proposal.looks-like.date': '{column} sieht nach einem Datum aus',
  'collect.proposal.looks-like.date-time': '{column} sieht nach Datum und Uhrzeit aus',
  'collect.proposal.looks-like.direction': '{column} sagt anscheinend, wer sich bei wem gemeldet hat',
  'collect.proposal.looks-like.duration': '{column} sieht nach einer Dauer aus',
  'collect.proposal.looks-like.email': '{column} sieht nach einer E-Mail-Adresse aus',
  'collect.proposal.looks-like.empty': '{column} ist leer',
  'collect.proposal.looks-like.event': '{column} sagt anscheinend, was geschehen ist',
  'collect.proposal.looks-like.first-name': '{column} sieht nach einem Vornamen aus',
  'collect.proposal.looks-like.flag': '{column} sieht nach Ja oder Nein aus',
  'collect.proposal.looks-like.free-text': '{column} sieht nach frei geschriebenem Text aus',
  'collect.proposal.looks-like.full-name': '{column} sieht nach einem vollständigen Namen aus',
  'collect.proposal.looks-like.gender': '{column} sieht nach einem Geschlecht aus',
  'collect.proposal.looks-like.health': '{column} sieht nach einer Angabe zur Gesundheit aus',
  'collect.proposal.looks-like.ip-address': '{column} sieht nach einer IP-Adresse aus',
  'collect.proposal.looks-like.language': '{column} sieht nach einer Sprache aus',
  'collect.proposal.looks-like.last-name': '{column} sieht nach einem Nachnamen aus',
  'collect.proposal.looks-like.location': '{column} sieht nach einer Filiale oder einem Ort aus',
  'collect.proposal.looks-like.loyalty-card': '{column} sieht nach der Nummer einer Kundenkarte aus',
  'collect.proposal.looks-like.national-id': '{column} sieht nach einer Pass- oder Ausweisnummer aus',
  'collect.proposal.looks-like.nested': '{column} enthält Listen oder Objekte',
  'collect.proposal.looks-like.number': '{column} sieht nach einer Zahl aus',
  'collect.proposal.looks-like.order-number': '{column} sieht nach einer Bestellnummer aus',
  'collect.proposal.looks-like.outcome': '{column} sieht nach einem Stand oder Ergebnis aus',
  'collect.proposal.looks-like.payment-card': '{column} sieht nach der Nummer einer Zahlungskarte aus',
  'collect.proposal.looks-like.phone': '{column} sieht nach einer Telefonnummer aus',
  'collect.proposal.looks-like.postcode': '{column} sieht nach einer Postleitzahl aus',
  'collect.proposal.looks-like.product': '{column} sieht nach einem Produkt aus',
  'collect.proposal.looks-like.product-number': '{column} sieht nach einer Artikelnummer aus',
  'collect.proposal.looks-like.quantity': '{column} sieht nach einer Menge aus',
  'collect.proposal.looks-like.reason': '{column} sieht nach einem Grund aus',
  'collect.proposal.looks-like.record-number': '{column} sieht nach der Nummer des Datensatzes selbst aus',
  'collect.proposal.looks-like.salutation': '{column} sieht nach einer Anrede aus',
  'collect.proposal.looks-like.score': '{column} sieht nach einer Bewertung aus',
  'collect.proposal.looks-like.street': '{column} sieht nach einer Straße aus',
  'collect.proposal.looks-like.text': '{column} sieht nach einem kurzen Text aus',
  'collect.proposal.looks-like.time-of-day': '{column} sieht nach einer Uhrzeit aus',
  'collect.proposal.looks-like.url': '{column} sieht nach einer Webadresse aus',
  'collect.proposal.looks-like.user-agent': '{column} sieht nach dem Namen eines Browsers aus',
  'collect.proposal.notice.day-only': '{column} nennt den Tag, nicht die Uhrzeit. Das genügt.',
  'collect.proposal.notice.lines-without-person':
    '{count, number} von {of, number} geprüften Zeilen nennen niemanden: Sie werden als unbekannter Kunde geführt.',
  'collect.proposal.notice.no-person-column':
    'Keine Spalte sagt, um wen es geht: Alles wird als unbekannter Kunde geführt.',
  'collect.proposal.notice.no-value': '{column} ist ein Stückpreis, der Wert einer Bestellung ist also nicht bekannt.',
  'collect.proposal.notice.placeholders': '{words} {count, plural, one {steht} other {stehen}} für eine leere Zelle.',
  'collect.proposal.notice.several-lines-one-interaction':
    '{lines, number} Zeilen ergeben eine Interaktion, mit gleichem Wert in {column}.',
  'collect.proposal.question.as-of': 'Von wann ist diese Liste?',
  'collect.proposal.question.channel': 'Über welchen Kanal ist das geschehen?',
  'collect.proposal.question.date-order':
    'Bedeutet {example} in {column} den {day, number}. {month, select, 1 {Januar} 2 {Februar} 3 {März} 4 {April} 5 {Mai} 6 {Juni} 7 {Juli} 8 {August} 9 {September} 10 {Oktober} 11 {November} 12 {Dezember} other {}} oder den {month, number}. {day, select, 1 {Januar} 2 {Februar} 3 {März} 4 {April} 5 {Mai} 6 {Juni} 7 {Juli} 8 {August} 9 {September} 10 {Oktober} 11 {November} 12 {Dezember} other {}}?',
  'collect.proposal.question.decimal':
    'Bedeutet {example} in {column} {small, number, ::group-off} oder {large, number, ::group-off}?',
  'collect.proposal.question.direction': 'Wer hat sich bei wem gemeldet?',
  'collect.proposal.question.group-by':
    '{lines, plural, one {# Zeile ergibt} other {# Zeilen ergeben}} eine Interaktion, mit gleichem Wert in {column}. Stimmt das?',
  'collect.proposal.question.line-kind': 'Was ist jede Zeile dieser Datei?',
  'collect.proposal.question.number-space':
    'Wessen Nummern stehen in {column}? {found, plural, =0 {Von {looked, number} geprüften ist noch keine bekannt.} other {{found, number} von {looked, number} geprüften sind bekannt{compared, plural, =0 {; ob es dieselben Personen sind, sagt sonst nichts} other {; {agreeing, number} von {compared, number} vergleichbaren gehören zu jemandem mit gleichem Namen, gleicher E-Mail, Telefonnummer oder Postleitzahl}}.}}',
  'collect.proposal.question.score-about':
    '{column}: Wonach wurde gefragt?{because, select, line { Jede Zeile ist so etwas.} number { Jede Zeile nennt so etwas, in {by}.} words { Die Frage sagt es.} file { Der Name der Datei sagt es.} other {}}',
  'collect.proposal.question.score-question':
    '{column}: Welche Frage wurde mit {from, number} bis {to, number} beantwortet?',
  'collect.proposal.question.score-scale': 'Von wo bis wo reicht die Bewertung in {column}?',
  'collect.proposal.question.source-name': 'Wie heißt das System, aus dem diese Datei kommt?',
  'collect.proposal.question.staff-lines':
    '{count, number} von {of, number} geprüften Zeilen {count, plural, one {stammt} other {stammen}} von eigenem Personal, etwa {example}. In keiner Zahl mitrechnen?',
  'collect.proposal.question.test-lines':
    '{count, number} von {of, number} geprüften Zeilen {count, plural, one {sieht nach einem Test} other {sehen nach Tests}} aus, etwa {example}{worthless, plural, =0 {} one {; # davon ist nichts wert} other {; # davon sind nichts wert}}. In keiner Zahl mitrechnen?',
  'collect.proposal.question.test-people':
    '{count, number} von {of, number} geprüften Zeilen {count, plural, one {sieht nach einem Test} other {sehen nach Tests}} aus, etwa {example}. Aus der Liste auslassen?',
  'collect.proposal.question.time-column': 'Welche Spalte sagt, wann es geschehen ist?',
  'collect.proposal.question.year': '{column} nennt kein Jahr ({example}). Welches Jahr ist es?',
  'collect.proposal.question.zone': 'Die Zeiten in {column} nennen keine Zeitzone. Gelten sie für {zone}?',
  'collect.proposal.score-about.call': 'Einen Anruf',
  'collect.proposal.score-about.company': 'Die Firma als Ganzes',
  'collect.proposal.score-about.complaint': 'Eine Beschwerde oder einen Fall',
  'collect.proposal.score-about.event': 'Ein anderes einzelnes Ereignis',
  'collect.proposal.score-about.order': 'Eine Bestellung',
  'collect.proposal.score-about.visit': 'Einen Besuch',
  'collect.proposal.score-question.effort': 'Wie einfach es war (CES)',
  'collect.proposal.score-question.other': 'Eine andere',
  'collect.proposal.score-question.recommend': 'Ob sie die Firma weiterempfehlen würden (NPS)',
  'collect.proposal.score-question.satisfaction': 'Wie zufrieden sie waren (CSAT)',
  'collect.set-aside.cost.amount-unreadable': 'der Betrag ist keine Zahl: schreiben Sie ihn wie 12.50',
  'collect.set-aside.count.measure-missing': 'eine Zählung braucht in measure den Namen dessen, was gezählt wurde',
  'collect.set-aside.count.per-unknown': 'der Zeitraum {value} ist unbekannt: möglich sind {choices}',
  'collect.set-aside.count.value-unreadable':
    'der Wert einer Zählung ist keine Zahl ab 0: schreiben Sie ihn wie 12 oder 0.5',
  'collect.set-aside.happening.ends-before': 'das Ende liegt vor dem Anfang: prüfen Sie timestamp und until',
  'collect.set-aside.happening.kind-unknown': 'die Art {value} ist unbekannt: möglich sind {choices}',
  'collect.set-aside.happening.until-unreadable':
    'until ist kein Zeitpunkt: schreiben Sie ihn wie 2026-05-01 oder 2026-05-01T10:00:00+02:00',
  'collect.set-aside.happening.what-missing': 'was geschehen ist, fehlt: sagen Sie es in wenigen Wörtern',
  'collect.set-aside.interaction.about-invalid':
    'der Bezug der Interaktion braucht eine Art (ein kurzes Wort wie order) und eine Nummer von höchstens 200 Zeichen',
  'collect.set-aside.interaction.channel-invalid':
    '{value} ist kein Name für einen Kanal: erlaubt sind Buchstaben, Ziffern und _, zuerst ein Buchstabe',
  'collect.set-aside.interaction.currency-unknown': '{value} ist kein Währungscode: nötig sind drei Buchstaben wie EUR',
  'collect.set-aside.interaction.direction-unknown': 'die Richtung {value} ist unbekannt: möglich sind {choices}',
  'collect.set-aside.interaction.field-invalid':
    '{field} der Interaktion ist nicht lesbar: nötig ist ein Text von höchstens 200 Zeichen (oder ein Objekt, wo eines erwartet wird)',
  'collect.set-aside.interaction.mark-unknown':
    'das Kennzeichen {value} ist unbekannt: möglich sind {choices}, mit true oder false',
  'collect.set-aside.interaction.outcome-unknown': 'das Ergebnis {value} ist unbekannt: möglich sind {choices}',
  'collect.set-aside.interaction.precision-unknown': 'die Genauigkeit {value} ist unbekannt: möglich sind {choices}',
  'collect.set-aside.interaction.value-unreadable':
    'der Wert der Interaktion ist keine Zahl: schreiben Sie ihn wie 12.50',
  'collect.set-aside.line.date-unreadable': 'Zeile {line}: {column} ist kein Datum der Form {format}',
  'collect.set-aside.line.group-disagrees':
    'die Zeilen {first} und {line} gehören nach {group} zu einer Interaktion, nennen aber verschiedene Kunden',
  'collect.set-aside.line.group-too-large':
    'mit Zeile {line} gehören mehr Zeilen zu einer Interaktion, als eine haben kann: fassen Sie nach Spalten zusammen, die Interaktionen unterscheiden',
  'collect.set-aside.line.key-missing':
    'Zeile {line}: {column} ist leer und wird gebraucht, um diese Zeile von anderen zu unterscheiden',
  'collect.set-aside.line.lookup-missing': 'Zeile {line}: {lookup} hat keine Zeile für diesen Wert von {column}',
  'collect.set-aside.line.name-missing': 'Zeile {line}: die Interaktion hat keinen Namen, weil {column} leer ist',
  'collect.set-aside.line.nobody': 'Zeile {line}: keine Spalte sagt, um wen es geht',
  'collect.set-aside.line.number-unreadable': 'Zeile {line}: {column} ist keine Zahl mit {decimal} als Dezimalzeichen',
  'collect.set-aside.line.time-missing': 'Zeile {line}: {column} ist leer, der Zeitpunkt ist also nicht bekannt',
  'collect.set-aside.line.unreadable': 'Zeile {line} ist nicht lesbar: {reason}',
  'collect.set-aside.line.value-not-in-table':
    'Zeile {line}: der Wert von {column} steht nicht in der Tabelle der Zuordnung',
  'collect.set-aside.message-id.reused': 'unter derselben messageId kam schon eine andere Nachricht mit anderem Inhalt',
  'collect.set-aside.message.alias-incomplete': 'ein alias braucht previousId und userId',
  'collect.set-aside.message.event-missing': 'ein track-Aufruf braucht den Namen seines Ereignisses',
  'collect.set-aside.message.external-id-invalid':
    '{place, plural, =0 {context.externalIds muss eine Liste sein} other {Eintrag # von context.externalIds braucht eine id und einen type, der mit einem Buchstaben beginnt}}',
  'collect.set-aside.message.field-invalid':
    '{field} hat die falsche Form: context, properties und traits sind Objekte, name ist ein Text',
  'collect.set-aside.message.group-missing': 'ein group-Aufruf braucht groupId',
  'collect.set-aside.message.id-invalid': '{field} muss ein Text oder eine ganze Zahl sein',
  'collect.set-aside.message.id-not-exact':
    '{field} ist eine Zahl, die sich nicht genau lesen lässt: senden Sie sie als Text',
  'collect.set-aside.message.id-too-long': '{field} ist zu lang',
  'collect.set-aside.message.name-too-long': '{field} enthält einen Namen von mehr als {most} Zeichen',
  'collect.set-aside.message.nobody': 'ein identify-Aufruf braucht userId, anonymousId oder eine andere Kennung',
  'collect.set-aside.message.not-an-object': 'der Eintrag ist kein JSON-Objekt',
  'collect.set-aside.message.not-storable':
    'ein Text enthält das Zeichen U+0000 oder ein halbes Surrogatpaar, das kein Speicher behalten kann',
  'collect.set-aside.message.too-deep':
    'der Eintrag ist {depth} Ebenen tief verschachtelt; höchstens {most} werden angenommen',
  'collect.set-aside.message.too-large': 'der Eintrag ist größer als {mostKilobytes} kB',
  'collect.set-aside.message.too-many-identifiers': 'die Nachricht nennt mehr als {most} Kennungen',
  'collect.set-aside.message.too-many-traits': 'die Nachricht hat {count} Merkmale; höchstens {most} werden angenommen',
  'collect.set-aside.message.type-unknown':
    '{type, select, none {der Typ der Nachricht fehlt} other {der Typ {type} ist unbekannt}}: möglich sind identify, track, page, screen, group oder alias',
  'collect.set-aside.webhook.body-unreadable': 'die Lieferung ist nicht lesbar: {problem}',
  'collect.set-aside.webhook.mapping-failed': 'die Zuordnung des Webhooks lässt sich nicht anwenden: {problem}',
  'collect.set-aside.webhook.message-unfit':
    'die Zuordnung des Webhooks ergibt eine Nachricht, die sich nicht übernehmen lässt: {problem}',
  'collect.set-aside.record.key-public':
    'ein Schlüssel, der in einer Webseite steht, darf dies nicht senden: nehmen Sie einen Serverschlüssel',
  'collect.set-aside.record.time-missing':
    'timestamp fehlt oder ist kein Zeitpunkt: schreiben Sie ihn wie 2026-05-01T10:00:00+02:00',
  'collect.unreadable-line.after-quote': 'hinter einem schließenden Anführungszeichen steht noch Text',
  'collect.unreadable-line.cells':
    'sie hat {cells, plural, one {# Zelle} other {# Zellen}}, die Datei aber {columns, plural, one {# Spalte} other {# Spalten}}',
  'collect.unreadable-line.no-rule': 'keine Regel der Zuordnung gilt für diese Zeile',
  'collect.unreadable-line.not-an-object': 'sie ist kein JSON-Objekt',
  'collect.unreadable-line.not-json': 'sie ist kein JSON',
  'collect.unreadable-line.not-text': 'sie enthält Bytes, die in der Kodierung der Datei kein Text sind',
  'collect.unreadable-line.quote-open': 'ein Anführungszeichen wird geöffnet und nie geschlossen',
  'collect.unreadable-line.too-deep': '{column} ist zu tief verschachtelt',
  'collect.unreadable-line.too-long': 'sie ist länger als ein Megabyte',
  'collect.value-type': '{type, select, list {eine Liste} null {null} other {ein Wert vom Typ {type}}}',
  'govern.decisions.name': 'Entscheidungen von Menschen',
  'resolve.compare.never-together':
    'Keine Quelle hat je etwas von der einen zusammen mit etwas von der anderen Person genannt.',
  'resolve.compare.opening':
    'Sie stimmen in {same, plural, =0 {keinem Wert} one {# Wert} other {# Werten}} überein und unterscheiden sich in {different, plural, =0 {keinem} one {einem} other {#}}; {apart, select, yes {sie werden getrennt gehalten} other {nichts hat sie je zusammengeführt}}.',
  'resolve.compare.refused': '{asked} Das wurde abgelehnt, denn {because}.',
  'resolve.coverage.all-known': 'Jedes System kennt alle.',
  'resolve.coverage.file':
    'Eine Liste mit {kinds} würde bis zu {upTo, number} davon zusammenführen{usually, select, contacts {: meist der Kontakt-Export aus dem CRM} loyalty {: meist die Mitgliederliste des Kundenprogramms} accounts {: meist der Export der Benutzerkonten von Website oder App} other {}}.',
  'resolve.coverage.kinds':
    '{namespace, select, email {E-Mail-Adressen} phone {Telefonnummern} loyalty_card {Kundenkarten} user_id {Benutzerkonten} anonymous_id {Browser} device_id {Geräte} other {{name}-Nummern}}',
  'resolve.coverage.no-kind': 'nichts, was eine Person dauerhaft kennzeichnet',
  'resolve.coverage.nobody':
    'Noch kein System kennt jemanden. Importieren Sie eine Datei oder verbinden Sie eine Website.',
  'resolve.coverage.one':
    'Nur {source} kennt jemanden. Sobald es ein zweites System gibt, steht hier, wen beide kennen.',
  'resolve.coverage.pair':
    '{to} kennt {known} von {people, plural, one {# {who, select, callers {Anrufer} other {Person aus {from}}}} other {# {who, select, callers {Anrufern} other {Personen aus {from}}}}}{reason, select, none {} noCommonKind {: Dort gibt es {toKinds}, bei {from} {fromKinds}} other {; die übrigen wären dort erkennbar, sind {to} aber noch nicht begegnet}}.',
  'resolve.coverage.system':
    '{alone, number} von {people, plural, one {# Person} other {# Personen}} kennt kein anderes System. Vorhanden: {kinds}.',
  'resolve.coverage.visitors-only':
    'Noch kein Kunde ist hier bekannt, nur {visitors, plural, one {# anonymer Besucher} other {# anonyme Besucher}}.',
  'resolve.customers.opening':
    '{customers, plural, =0 {Noch niemand. Importieren Sie eine Datei oder verbinden Sie eine Website} one {Sie kennen # Kunden} other {Sie kennen # Kunden}}{shareInSeveralChannels, select, none {} other {; {shareInSeveralChannels} davon in mehr als einem Kanal}}.',
  'resolve.customers.opening-visitors':
    'Noch ist niemand erkannt; {visitors, plural, one {# anonymer Besucher war} other {# anonyme Besucher waren}} hier.',
  'resolve.customers.share': '{percent} %',
  'resolve.explain.alias': '{day}: {source} hat gemeldet, dass ein Konto umbenannt wurde ({things}).',
  'resolve.explain.apart': 'Getrennt gehalten, denn {because}.',
  'resolve.explain.apart-different': 'jemand hat entschieden, dass es verschiedene Personen sind',
  'resolve.explain.apart-hub': 'eine der Kennungen kommt bei zu vielen Personen vor, um nur einer zu gehören',
  'resolve.explain.apart-limit': 'eine Person hat höchstens {limit}',
  'resolve.explain.apart-limit-days':
    'eine Person bekommt innerhalb von {days, plural, one {einem Tag} other {# Tagen}} höchstens {limit}',
  'resolve.explain.apart-limit-source': 'eine Person hat in einem System höchstens {limit} ({limitSource})',
  'resolve.explain.apart-weak': 'ein einziger Besuch reicht nicht, um zwei bekannte Personen zusammenzuführen',
  'resolve.explain.counted':
    '{namespace, select, email {{count, plural, one {eine E-Mail-Adresse} other {# E-Mail-Adressen}}} phone {{count, plural, one {eine Telefonnummer} other {# Telefonnummern}}} loyalty_card {{count, plural, one {eine Kundenkarte} other {# Kundenkarten}}} user_id {{count, plural, one {ein Benutzerkonto} other {# Benutzerkonten}}} anonymous_id {{count, plural, one {einen Browser} other {# Browser}}} device_id {{count, plural, one {ein Gerät} other {# Geräte}}} other {{count, plural, one {eine {name}-Nummer} other {# {name}-Nummern}}}}',
  'resolve.explain.decided': '{day}: Jemand hat entschieden, dass dies eine Person ist ({things}).',
  'resolve.explain.decided-different':
    '{day}: Jemand hat entschieden, dass dies verschiedene Personen sind ({things}).',
  'resolve.explain.opening-alone': 'Es gibt nur eine Kennung, {thing}; nichts wurde zusammengeführt.',
  'resolve.explain.opening-alone-from':
    'Es gibt nur eine Kennung, {thing}, aus {sources}; nichts wurde zusammengeführt.',
  'resolve.explain.opening-decided': 'Jemand hat entschieden, dass dies eine Person ist.',
  'resolve.explain.opening-probable':
    'Wahrscheinlich eine Person: {things} kamen bei einem Besuch von {source} zusammen vor.',
  'resolve.explain.opening-shared':
    'Wir sind sicher: {sources} nennen {count, plural, =2 {beide} other {alle}} dieselbe Kennung ({thing}).',
  'resolve.explain.opening-shared-loosely':
    'Wahrscheinlich eine Person: {sources} haben {count, plural, =2 {beide} other {alle}} dieselbe Kennung gesehen ({thing}).',
  'resolve.explain.opening-together': 'Wir sind sicher: {source} hat {things} zusammen genannt.',
  'resolve.explain.same': '{day}: {sources}, gleiche Kennung ({thing}).',
  'resolve.explain.shared-with':
    '{persons, plural, one {Eine weitere Person hat} other {# weitere Personen haben}} dieselbe Kennung ({thing}).',
  'resolve.explain.thing':
    '{namespace, select, email {E-Mail-Adresse} phone {Telefonnummer} loyalty_card {Kundenkarte} user_id {Benutzerkonto} anonymous_id {Browser} device_id {Gerät} other {{name}-Nummer}}',
  'resolve.explain.together': '{day}: {source} hat {things} zusammen genannt.',
  'resolve.explain.visit': '{day}: {things} kamen bei einem Besuch von {source} zusammen vor.',
  'resolve.found.identifier': '{kind} {how, select, is {ist genau dies} begins {beginnt damit} other {enthält dies}}',
  'resolve.found.name': 'Name {how, select, is {lautet so} begins {beginnt so} other {klingt ähnlich}}',
  'resolve.found.postcode': 'Postleitzahl {postcode}',
  'resolve.gap.opening':
    'Aus {sources}{others, plural, =0 {} one { und einem anderen System} other { und # anderen Systemen}} ist nichts bekannt.',
  'resolve.gap.reason':
    '{source} kennt {people, number} von {customers, plural, one {# Person} other {# Personen}}{reason, select, notMet {, über {kinds}, wie sie auch hier bekannt sind: Dort fehlt ein Datensatz} noCommonKind {, über {kinds}: davon ist hier nichts bekannt} other {}}.',
  'resolve.hub':
    '{thing} {value} kommt bei {people, plural, one {# Person} other {# Personen}} vor und führt niemanden zusammen.{interactions, plural, =0 {} one { # Interaktion ist nur darunter verzeichnet.} other { # Interaktionen sind nur darunter verzeichnet.}}',
  'resolve.hub.decided':
    '{decision, select, onePerson {{thing} {value} gehört von jetzt an einer einzigen Person.} leaveOut {{thing} {value} wird von jetzt an immer ausgelassen.} other {Womit {thing} {value} vorkommt, entscheidet wieder.}}',
  'resolve.hub.opening':
    '{hubs, plural, =0 {Keine Kennung kommt bei zu vielen Personen vor.} one {# Kennung kommt bei zu vielen Personen vor, um nur einer zu gehören, und führt niemanden zusammen.} other {# Kennungen kommen bei zu vielen Personen vor, um nur einer zu gehören, und führen niemanden zusammen.}}',
  'resolve.identifier.kind':
    '{namespace, select, email {E-Mail} phone {Telefon} loyalty_card {Kundenkarte} user_id {Benutzerkonto} anonymous_id {Browser} device_id {Gerät} other {{name}}}',
  'resolve.join-list.already-one': 'Sie sind schon eine Person.',
  'resolve.join-list.blocked': 'Die Regeln lassen eine der beiden Kennungen niemanden zusammenführen.',
  'resolve.join-list.joins': 'Würde zusammengeführt.',
  'resolve.join-list.opening':
    '{joins, plural, =0 {Keine Zeile würde jemanden zusammenführen} one {# Zeile würde zusammenführen: Aus {before, plural, one {# Person} other {# Personen}} würden {after}} other {# Zeilen würden zusammenführen: Aus {before, plural, one {# Person} other {# Personen}} würden {after}}}.{off, plural, =0 {} one { Durch die Grenzen der Regeln fiele # Teil von ihnen weg.} other { Durch die Grenzen der Regeln fielen # Teile von ihnen weg.}}{already, plural, =0 {} one { # ist schon eine Person.} other { # sind schon eine Person.}}{unknown, plural, =0 {} one { # nennt jemanden, den niemand kennt.} other { # nennen jemanden, den niemand kennt.}}{refused, plural, =0 {} one { # wird abgelehnt.} other { # werden abgelehnt.}}',
  'resolve.join-list.refused': 'Abgelehnt, denn {because}.',
  'resolve.join-list.unknown':
    '{which, select, a {Niemand ist unter der ersten Kennung bekannt.} b {Niemand ist unter der zweiten Kennung bekannt.} other {Niemand ist unter einer der beiden Kennungen bekannt.}}',
  'resolve.join-list.unreadable': 'Das sind keine zwei Kennungen: {text}',
  'resolve.join.kept-apart': 'Es wurde nichts zusammengeführt, denn {because}',
  'resolve.join.preview':
    '{identifiers, plural, one {# Kennung} other {# Kennungen}} und {interactions, plural, one {# Interaktion} other {# Interaktionen}} kämen zu dieser Person.',
  'resolve.moved':
    '{identifiers, plural, =0 {Nichts hat sich verschoben.} one {# Kennung und {interactions, plural, one {# Interaktion} other {# Interaktionen}} gehören jetzt zu einer anderen Person.} other {# Kennungen und {interactions, plural, one {# Interaktion} other {# Interaktionen}} gehören jetzt zu einer anderen Person.}}',
  'resolve.person.opening':
    '{who}, {recognised, select, yes {bekannt} other {ein anonymer Besucher}}{since, select, none {} other { seit dem {since}}}: {interactions, plural, =0 {noch nichts gezählt} one {# Interaktion} other {# Interaktionen}}{channels, plural, =0 {} one { in einem Kanal} other { in # Kanälen}}{last, select, none {} other {, zuletzt am {last}}}{certainty, select, sure {; wir sind sicher, dass dies eine Person ist} probable {; wahrscheinlich eine Person} other {}}.',
  'resolve.person.opening-visitor':
    'Ein anonymer Besucher{since, select, none {} other { seit dem {since}}}: {interactions, plural, =0 {noch nichts gezählt} one {# Interaktion} other {# Interaktionen}}{channels, plural, =0 {} one { in einem Kanal} other { in # Kanälen}}{last, select, none {} other {, zuletzt am {last}}}.',
  'resolve.progress':
    '{shared} von {people, plural, one {# Kunden} other {# Kunden}} kennen zwei Systeme oder mehr; Ende {month} waren es {before} von {beforePeople, number}.',
  'resolve.progress.first':
    '{shared} von {people, plural, one {# Kunden} other {# Kunden}} kennen zwei Systeme oder mehr. Die ersten wurden im {month} bekannt, daher gibt es noch keinen Vergleich.',
  'resolve.progress.nobody': 'Noch ist kein Kunde bekannt.',
  'resolve.refused.opening':
    '{joins, plural, =0 {Nichts wird getrennt gehalten.} one {# Verbindung wird getrennt gehalten; sie bleibt erhalten und wird neu beurteilt, sobald sich eine Regel oder etwas in ihrer Nähe ändert.} other {# Verbindungen werden getrennt gehalten; sie bleiben erhalten und werden neu beurteilt, sobald sich eine Regel oder etwas in ihrer Nähe ändert.}}',
  'resolve.rule.count': '{count, plural, one {eine} other {#}}',
  'resolve.rule.family': 'Nummer eines „{family}“-Systems',
  'resolve.rule.hub':
    'Nennt ein einzelnes System eine solche Kennung{days, plural, =0 {} one { innerhalb eines Tages} other { innerhalb von # Tagen}} bei {people, plural, one {# Person} other {# Personen}}, führt sie niemanden zusammen.',
  'resolve.rule.left-out':
    '{left, plural, one {# Wert oder Muster wird immer ausgelassen.} other {# Werte und Muster werden immer ausgelassen.}}',
  'resolve.rule.limit':
    'Eine Person hat höchstens {limit}{days, plural, =0 {} one {, zuerst gesehen innerhalb eines Tages} other {, zuerst gesehen innerhalb von # Tagen}}.',
  'resolve.rule.limit-source': 'In einem System hat eine Person höchstens {limit}.',
  'resolve.rule.no-hub': 'Eine solche Kennung führt zusammen, bei wie vielen Personen sie auch vorkommt.',
  'resolve.rule.shared': 'Eine, unter der ein einzelnes System {numbers} Kunden führt, führt niemanden zusammen.',
  'resolve.split.nothing': 'Nichts würde sich verschieben: Sie gelten schon als verschiedene Personen.',
  'resolve.split.others':
    '{others, plural, =0 {} one {Es ändert auch, wer # andere Person ist.} other {Es ändert auch, wer # andere Personen sind.}}',
  'resolve.split.preview':
    '{identifiers} von {ofIdentifiers, plural, one {# Kennung} other {# Kennungen}} und {interactions} von {ofInteractions, plural, one {# Interaktion} other {# Interaktionen}} würden zu einer anderen Person gehören.',
  'resolve.trait.choice':
    '{choice, select, trusted {was das vertrauenswürdigste System jetzt sagt} latest {was zuletzt gesagt wurde} first {was zuerst gesagt wurde} most_frequent {was die meisten Nachrichten sagen} most_complete {was am vollständigsten ist} highest {was am höchsten oder am spätesten ist} other {was am niedrigsten oder am frühesten ist}}',
  'resolve.trait.contradicted':
    '{people, plural, =0 {Bei niemandem widersprechen sich Systeme.} one {Bei # Person widersprechen sich Systeme, am häufigsten bei {trait}.} other {Bei # Personen widersprechen sich Systeme, am häufigsten bei {trait} ({most, plural, one {# Person} other {# Personen}}).}}',
  'resolve.trait.contradicted-about':
    '{people, plural, =0 {Bei {trait} widersprechen sich keine Systeme.} one {Bei {trait} widersprechen sich Systeme für # Person.} other {Bei {trait} widersprechen sich Systeme für # Personen.}}',
  'resolve.trait.rule': 'Wir verwenden, {choice}.',
  'resolve.trait.rule.sources': 'Zuerst wird geglaubt: {sources}.',
  'resolve.trait.settled': 'Für {trait} wird von nun an „{value}“ verwendet, was Systeme auch sagen.',
  'resolve.trait.unsettled': 'Über {trait} entscheidet wieder die Regel.',
  'resolve.trait.why':
    '{rule, select, trusted {Von allen, die jetzt etwas sagen, wird {source} zuerst geglaubt.} latest {{source} hat es zuletzt gesagt, am {day}.} first {{source} hat es als Erstes gesagt.} most_frequent {Die meisten Nachrichten sagen es; die letzte davon kam am {day} von {source}.} most_complete {Von dem, was Systeme jetzt sagen, ist es am vollständigsten; {source} sagt es.} highest {Von dem, was Systeme jetzt sagen, ist es der höchste oder späteste Wert; {source} sagt ihn.} other {Von dem, was Systeme jetzt sagen, ist es der niedrigste oder früheste Wert; {source} sagt ihn.}}',
  'resolve.trait.why.alone': '{source} sagt es, und kein System sagt jetzt etwas anderes.',
  'resolve.trait.why.settled': 'Es wurde am {day} von Hand entschieden.',
  'resolve.what-if.joined':
    '{people, plural, one {# Person würde} other {# Personen würden}} zu {into, number} zusammengeführt.',
  'resolve.what-if.nothing': 'Niemand würde zusammengeführt oder getrennt.',
  'resolve.what-if.split':
    '{people, plural, one {# Person würde} other {# Personen würden}} in {into, number} getrennt.',
  'resolve.what-if.values':
    '{people, plural, =0 {Kein Wert, den wir verwenden, würde sich ändern.} one {Für # Person würde ein anderer Wert verwendet.} other {Für # Personen würde ein anderer Wert verwendet.}}',
  'sample-company.name': 'Beispielfirma: {company}',
  'understand.eyes.did':
    '{contactsTold, select, no {Wie oft sich diese Person gemeldet hat, ist nicht zu sagen: Keine Quelle erzählt von Anrufen, Nachrichten oder Beschwerden.} other {{contacts, plural, =0 {Kein Kontakt} one {Ein Kontakt} other {# Kontakte}} in 90 Tagen.}} {visitsTold, select, no {Besuche sind nicht zu sagen: Es sind zu viele Interaktionen.} other {{visits, plural, =0 {Kein Besuch ist bekannt.} one {Ein Besuch.} other {# Besuche.}}}}',
  'understand.eyes.did-definition':
    'Kontakte sind Bitten um Hilfe und Beschwerden; wer binnen 30 Minuten über denselben Kanal noch einmal anruft, zählt einmal. Ein Besuch ist, was jemand hintereinander an einem Kontaktpunkt tut (Web, App, Filiale …), mit Pausen von höchstens 30 Minuten. Eine Nachricht zu öffnen ist keines von beiden.',
  'understand.eyes.opening':
    '{sentTold, select, no {Wie oft wir uns gemeldet haben, ist nicht zu sagen} other {Wir haben uns {sent, plural, =0 {nicht} one {einmal} other {#-mal}} gemeldet}}, {contactsTold, select, no {und umgekehrt auch nicht} other {umgekehrt {contacts, plural, =0 {kein Kontakt} one {ein Kontakt} other {# Kontakte}}}}{until, select, now { in den letzten 90 Tagen} other { in den 90 Tagen bis {until}, wo die Daten enden}}.',
  'understand.eyes.repeated':
    '{state, select, unknown {Nicht zu sagen: Keine Quelle erzählt von Anrufen, Nachrichten oder Beschwerden.} uncovered {Nicht zu sagen: Die Quellen, die von Kontakten erzählen, decken keine gemeinsame Zeit ab.} none {Kein einziges Mal: In einem Jahr ist kein Kontakt bekannt.} early {Noch zu früh: {of, plural, one {Der einzige Kontakt ist} other {Alle # Kontakte sind}} noch keine 7 Tage alt.} other {{again, plural, =0 {Kein einziges Mal nach {of, plural, one {dem einen Kontakt} other {# Kontakten}} in einem Jahr.} other {Nach {again} von {of, plural, one {# Kontakt} other {# Kontakten}} in einem Jahr war ein weiterer nötig.}}}}',
  'understand.eyes.repeated-basis':
    '{case, plural, =0 {} other {Zum selben Fall: {case}. }}{reason, plural, =0 {} other {Aus demselben Grund: {reason}. }}{any, plural, =0 {} other {Aus irgendeinem Grund, da keiner genannt war: {any}.}}',
  'understand.eyes.repeated-definition':
    'Kontakte, denen binnen 7 Tagen (30 bei Reparaturen und Schadensfällen) über irgendeinen Kanal ein weiterer folgte, von denen, die alt genug dafür sind: zum selben Fall, sonst aus demselben Grund, sonst aus irgendeinem. Von dreien hintereinander zählen zwei.',
  'understand.eyes.repeated-elsewhere':
    '{elsewhere, plural, one {Einmal über einen anderen Kanal.} other {#-mal über einen anderen Kanal.}}',
  'understand.eyes.row': '{what, select, contact {Kontakt: {channel}} other {Besuch: {channel}}}',
  'understand.eyes.sent':
    '{told, select, no {Nicht zu sagen: Keine Quelle erzählt, was wir senden.} other {{last90, plural, =0 {Nichts in 90 Tagen.} one {Eine Nachricht in 90 Tagen{last30, plural, =0 {} other {, innerhalb der letzten 30}}.} other {# Nachrichten in 90 Tagen, {last30, plural, =0 {keine} other {#}} davon in den letzten 30.}}}}',
  'understand.eyes.sent-definition':
    'Alles, was von uns an diese Person ging und wovon eine Quelle erzählt, ohne eigenes Personal und Versuche. Was aus einer Nachricht wurde (zugestellt, unzustellbar), zählt nicht noch einmal. Werbung zählt nur, wo eine Plattform sagt, wen sie erreicht hat.',
  'understand.eyes.title':
    '{id, select, sent {Was wir gesendet haben} did {Was von der anderen Seite kam} repeated {Wie oft sich etwas wiederholte} other {Wie lange es dauerte}}',
  'understand.eyes.wait':
    '{unit, select, days {{count, plural, =0 {keinen vollen Tag} one {# Tag} other {# Tage}}} hours {{count, plural, one {# Stunde} other {# Stunden}}} other {{count, plural, one {# Minute} other {# Minuten}}}}',
  'understand.eyes.waited':
    '{state, select, unknown {Nicht zu sagen: Keine Quelle erzählt, wann wir antworten.} none {In einem Jahr ist kein Kontakt bekannt.} atOnce {Gar nicht: Jeder Kontakt wurde gleich beantwortet.} other {{answered, plural, one {Die Antwort dauerte {wait}.} other {Die Hälfte von # Antworten dauerte höchstens {wait}, die längste {longest}.}}}}',
  'understand.eyes.waited-definition':
    'Von einem Kontakt binnen eines Jahres bis zu unserer nächsten Antwort darauf oder bis zur Lösung, rund um die Uhr; eine Antwort zu einem anderen Fall ist keine. Anrufe, Chats und Gespräche in der Filiale gelten als gleich beantwortet, wenn sie nicht schlecht ausgingen. Was länger als 60 Tage offen ist, bleibt weg.',
  'understand.eyes.waited-open':
    '{open, plural, one {Ein Kontakt ist seit dem {since} ohne Antwort.} other {# Kontakte sind ohne Antwort, der älteste seit dem {since}.}}',
  'understand.finding.contact-after-order':
    '{state, select, found {{people, plural, one {# Kunde} other {# Kunden}} von {of, number} {people, plural, one {hat} other {haben}} bestellt und sich innerhalb von zwei Tagen bei uns gemeldet.} early {Bestellen und sich dann melden: noch zu früh, bei {of, plural, one {# Kunden, der} other {# Kunden, die}} bestellt {of, plural, one {hat} other {haben}}.} nothing {Bestellen und sich dann melden: nicht häufiger als an anderen Tagen.} other {Bestellen und sich dann melden: dazu braucht es Bestellungen und Kontakte aus derselben Zeit.}}',
  'understand.finding.contact-ordinary':
    'Eine Woche davor oder danach {ordinary, plural, =0 {war es niemand} one {war es höchstens #} other {waren es höchstens #}}.',
  'understand.finding.left-out':
    '{leftOut, plural, one {# weiterer Kunde mit Bestellung bleibt} other {# weitere Kunden mit Bestellung bleiben}} außen vor: Nichts verbindet sie mit den Kontakten.',
  'understand.finding.online-and-store':
    '{state, select, found {{people, plural, one {# Kunde} other {# Kunden}} von {of, number} mit Käufen {people, plural, one {hat} other {haben}} sowohl online als auch in einer Filiale gekauft.} early {Online und in der Filiale kaufen: noch zu früh, bisher {people, plural, one {# Kunde} other {# Kunden}}.} nothing {Online und in der Filiale kaufen: niemand von {of, number} mit Käufen.} other {Online und in der Filiale kaufen: dazu braucht es Käufe von beidem.}}',
  'understand.finding.share': 'Das sind {share} von 100, nach dem bisher Gesehenen zwischen {low} und {high}.',
  'understand.finding.share-later': 'Der Anteil steht hier, sobald er sich auf 10 von 100 genau sagen lässt.',
  'understand.finding.shared-identifier':
    '{state, select, found {{people, plural, one {# Kunde} other {# Kunden}} von {of, number} {people, plural, one {teilt} other {teilen}} sich {number, plural, one {# E-Mail-Adresse oder Telefonnummer} other {# E-Mail-Adressen oder Telefonnummern}} mit jemand anderem: ein Haushalt oder ein Fehler.} early {Sich eine E-Mail-Adresse oder Telefonnummer teilen: bisher {people, plural, one {# Kunde} other {# Kunden}}.} nothing {Sich eine E-Mail-Adresse oder Telefonnummer teilen: niemand.} other {Sich eine E-Mail-Adresse oder Telefonnummer teilen: dazu braucht es Kunden.}}',
  'understand.finding.silent':
    '{state, select, found {{people, plural, one {# Kunde} other {# Kunden}} von {of, number} mit mehr als einem Kauf {people, plural, one {hat} other {haben}} seit über {number, plural, one {# Tag} other {# Tagen}} nichts gekauft, länger als 9 von 10 Abständen zwischen Käufen.} early {Verstummen: noch zu früh, bei {of, plural, one {# Kunden} other {# Kunden}} mit mehr als einem Kauf.} nothing {Verstummen: nicht mehr Kunden als an einem gewöhnlichen Tag.} other {Verstummen: dazu braucht es Kunden mit mehr als einem Kauf.}}',
  'understand.finding.silent-ordinary': 'An einem gewöhnlichen Tag sind es {ordinary, number}.',
  'understand.finding.told-during-complaint':
    '{state, select, found {{people, plural, one {# Kunde} other {# Kunden}} von {of, number} mit Beschwerde {people, plural, one {hat} other {haben}} von uns eine Nachricht zu etwas anderem bekommen, während die Beschwerde offen war.} early {Schreiben trotz offener Beschwerde: bisher {people, plural, one {# Kunde} other {# Kunden}}.} nothing {Schreiben trotz offener Beschwerde: niemand von {of, number} mit Beschwerde.} other {Schreiben trotz offener Beschwerde: dazu braucht es Beschwerden und die Nachrichten, die Sie senden.}}',
  'understand.finding.unknown-orders':
    '{state, select, found {{people, plural, one {# Bestellung} other {# Bestellungen}} von {of, number} {people, plural, one {hat} other {haben}} keinen Kunden: Nichts darin sagt, wer es war.} early {Bestellungen ohne Kunden: bisher {people, plural, one {# Bestellung} other {# Bestellungen}}.} nothing {Bestellungen ohne Kunden: keine von {of, number}.} other {Bestellungen ohne Kunden: dazu braucht es Bestellungen.}}',
  'understand.findings.none':
    '{why, select, early {Noch zu früh: Was da ist, könnte Zufall sein.} nothing {Nichts fällt auf: Was da ist, sieht aus wie in jeder anderen Woche.} other {Noch nichts zu sagen: Verbinden Sie eine Quelle.}}',
  'understand.next.answers': 'Am besten als Nächstes: Antworten aus Umfragen. Sie würden sagen, warum.',
  'understand.next.anything': 'Am besten als Nächstes: ein Export Ihrer Bestellungen oder Kunden, oder Ihre Website.',
  'understand.next.contacts':
    'Am besten als Nächstes: die Liste der Anrufe oder Nachrichten Ihrer Kunden. Sie würde sagen, wer Hilfe braucht und wonach.',
  'understand.next.joining-list': 'Am besten als Nächstes: eine Liste, die zusammenführt, was Sie haben. {joiningFile}',
  'understand.next.messages':
    'Am besten als Nächstes: was Sie Kunden senden. Es würde sagen, wer zu viel bekommt und wann es schadet.',
  'understand.next.orders':
    'Am besten als Nächstes: Bestellungen aus dem Shop oder Bons aus der Kasse. Sie würden sagen, weshalb die Leute kommen.',
  'understand.segment.did': '{not, select, yes {es gab nicht:} other {es gab}} {what} {times} {when}',
  'understand.segment.duration':
    '{unit, select, minute {{count, plural, one {# Minute} other {# Minuten}}} hour {{count, plural, one {# Stunde} other {# Stunden}}} day {{count, plural, one {# Tag} other {# Tage}}} other {{count, plural, one {# Woche} other {# Wochen}}}}',
  'understand.segment.edge':
    '{not, select, yes {es gab nicht:} other {es gab}} {what} zum {which, select, first {ersten} other {letzten}} Mal {when}{hasWas, select, yes {, und zwar {was}} other {}}',
  'understand.segment.found':
    '{type, select, times {{times, plural, =0 {nie} one {einmal} other {# Mal}}} sum {zusammen {sum}} at {am {day}} trait {{value}} other {nie}}',
  'understand.segment.group': '({list})',
  'understand.segment.kind':
    '{kind, select, buy {einen Kauf} return {eine Rückgabe} complaint {eine Beschwerde} help {eine Bitte um Hilfe} feedback {eine Rückmeldung} told {eine Nachricht von uns} served {eine Antwort von uns} solved {eine gelöste Sache} any {irgendeinen Kontakt} other {etwas anderes}}',
  'understand.segment.label':
    '{of, select, from_customer {vom Kunden} to_customer {an den Kunden} observed {beobachtet} well {gut} badly {schlecht} other {weder gut noch schlecht}}',
  'understand.segment.member': '{not, select, yes {nicht in} other {in}} {segment}',
  'understand.segment.not-group': 'nicht {group}',
  'understand.segment.number':
    '{is, select, at_least {mindestens {low}} at_most {höchstens {low}} more_than {mehr als {low}} less_than {weniger als {low}} exactly {genau {low}} other {{low} bis {high}}}',
  'understand.segment.people': 'Personen, für die gilt: {clause}.',
  'understand.segment.problem.bounds-cross': '{path}: Die untere Grenze liegt über der oberen: Vertauschen Sie sie',
  'understand.segment.problem.circle':
    '{path}: Die Segmente verweisen im Kreis aufeinander ({way}): Nehmen Sie eines heraus',
  'understand.segment.problem.first-step':
    '{path}: Vor dem ersten Schritt steht nichts: Sagen Sie „within“ und „without“ bei einem späteren',
  'understand.segment.problem.number-too-large':
    '{path}: Beträge liegen unter 1.000.000.000.000: Schreiben Sie einen kleineren',
  'understand.segment.problem.since-open': '{path}: Sagen Sie, wie lange es her ist, mindestens oder weniger als',
  'understand.segment.problem.too-deep':
    '{path}: Gruppen stehen mehr als {most, number} tief: Schreiben Sie es flacher, oder geben Sie einem Teil ein eigenes Segment',
  'understand.segment.problem.too-long':
    '{path}: Es ist länger als {most, number} Zeichen: Geben Sie einem Teil ein eigenes Segment',
  'understand.segment.problem.too-many-clauses':
    '{path}: Es sind mehr als {most, number} Teile: Geben Sie einigen davon ein eigenes Segment',
  'understand.segment.problem.unknown':
    '{path}: Es gibt {field, select, trait {kein Merkmal} name {keine Interaktion namens} channel {keinen Kanal} touchpoint {keinen Touchpoint} location {keinen Ort} reason {keinen Grund} source {keine Quelle} other {kein Segment}} „{value}“{hasNearest, select, yes {: Meinten Sie „{nearest}“?} other {: Wählen Sie, was es gibt}}',
  'understand.segment.problem.window-ends-first': '{path}: Es endet, bevor es beginnt: Vertauschen Sie die Enden',
  'understand.segment.problem.window-lies-ahead':
    '{path}: Es beginnt in der Zukunft, in der noch nichts geschehen ist: Wählen Sie eine frühere Zeit',
  'understand.segment.problem.window-open': '{path}: Sagen Sie, ab wann oder bis wann',
  'understand.segment.property': '{test} als {property}',
  'understand.segment.qualifier':
    '{of, select, channels {über {list}} sources {gemeldet von {list}} touchpoints {an {list}} locations {in {list}} reasons {wegen {list}} directions {gerichtet {list}} outcomes {mit dem Ausgang {list}} currencies {bezahlt in {list}} kinds {als {list}} value {im Wert von {list}} other {mit {list}}}',
  'understand.segment.quoted': '„{text}“',
  'understand.segment.sequence': '{not, select, yes {es gab nicht:} other {es gab}} {steps} {when}',
  'understand.segment.sequence-step':
    'dann {what}{hasWithin, select, yes { höchstens {within} später} other {}}{hasWithout, select, yes { ohne {without} dazwischen} other {}}',
  'understand.segment.since':
    '{not, select, yes {es gab nicht:} other {es gab}} {what} zum {which, select, first {ersten} other {letzten}} Mal, {ends, select, both {mindestens {atLeast} und weniger als {lessThan}} least {mindestens {atLeast}} other {weniger als {lessThan}}} her',
  'understand.segment.sum':
    '{not, select, yes {es gab nicht:} other {es gab}} {what} {when} im Wert von zusammen {number}',
  'understand.segment.sum-property':
    '{not, select, yes {es gab nicht:} other {es gab}} zusammen {number} als {property}, über {what} {when}',
  'understand.segment.test':
    '{is, select, contains {etwas mit {value} darin} begins_with {etwas, das mit {value} beginnt,} known {etwas} empty {nichts, wie gesagt wurde,} missing {nichts, was je gesagt wurde,} other {{value}}}',
  'understand.segment.times': '{number} {most, plural, one {Mal} other {Mal}}',
  'understand.segment.trait': '{not, select, yes {nicht gilt} other {es gilt}} {test} als {trait}',
  'understand.segment.truth': '{value, select, yes {ja} other {nein}}',
  'understand.segment.when.absolute':
    '{ends, select, both {von {from} bis {until}} from {ab {from}} other {bis {until}}}',
  'understand.segment.when.calendar':
    'in {unit, select, day {{span, plural, one {# Kalendertag} other {# Kalendertagen}}} week {{span, plural, one {# Kalenderwoche} other {# Kalenderwochen}}} month {{span, plural, one {# Kalendermonat} other {# Kalendermonaten}}} quarter {{span, plural, one {# Quartal} other {# Quartalen}}} other {{span, plural, one {# Kalenderjahr} other {# Kalenderjahren}}}} {ago, plural, =0 {bis jetzt} one {bis zum Ende des letzten vollen} other {bis zum Ende dessen vor #}}',
  'understand.segment.when.last':
    '{unit, select, day {gestern} week {letzte Woche} month {letzten Monat} quarter {letztes Quartal} other {letztes Jahr}}',
  'understand.segment.when.rolling':
    '{hasTo, select, yes {mindestens {to} und höchstens {from} her} other {höchstens {from} her}}',
  'understand.segment.when.this':
    '{unit, select, day {heute} week {diese Woche} month {diesen Monat} quarter {dieses Quartal} other {dieses Jahr}}',
  'understand.stage':
    '{stage, select, branding {Bekanntheit} acquisition {Gewinnung} conversion {Abschluss} retention {Bindung} back {Rückgewinnung} other {Nicht zu sagen}}',
  'understand.stage.how':
    '{stage, select, branding {Von uns erreicht, zuletzt am {since}; etwas Eigenes ist nicht bekannt.} acquisition {Von sich aus gekommen, zuletzt am {since}, und nie gekauft.} conversion {Warenkorb gefüllt oder Angebot erbeten, zuletzt am {since}, und nie gekauft.} other {Zuletzt gekauft am {since}, {silent, plural, =0 {am letzten Tag} one {# Tag vor dem Ende} other {# Tage vor dem Ende}} der Daten; neun von zehn Abständen zwischen Käufen sind hier höchstens {usual, plural, one {# Tag} other {# Tage}} lang.}}',
  'understand.stage.untold':
    '{why, select, nothing {Weder ein Kauf noch sonst etwas von dieser Person ist bekannt, auch nicht, dass wir sie erreicht hätten.} other {Gekauft wurde, aber hier gibt es weniger als 30 Abstände zwischen Käufen: Ob diese Person abgewandert ist, ist nicht zu sagen.}}',
  'understand.story.complaint':
    'Eine Beschwerde vom {day} ist offen{about, select, none {} other { ({about})}}{contacts, plural, =0 {} one {, mit # Kontakt seither} other {, mit # Kontakten seither}}.',
  'understand.story.contact':
    'Letzter Kontakt am {day}: {name} ({channel}){about, select, none {} other {, zu {about}}}{reason, select, none {} other {, Grund: {reason}}}{outcome, select, well {; es ging gut aus} badly {; es ging schlecht aus} other {}}.',
  'understand.story.no-purchase': 'Kein Kauf ist bekannt.',
  'understand.story.purchases':
    '{count, plural, one {Ein Kauf ({channel})} other {# Käufe, meist {channel}}}{sums, select, none {} other {, für {sums}}}{count, plural, one {, am {last}} other {; zuletzt am {last}}}.',
  'understand.story.told': 'Wir haben uns zuletzt am {day} gemeldet: {name} ({channel}).',
};
