/** What systems write for a few things, in English, German, French, Spanish and Dutch; lower case. */
export const knownWords = {
  salutation: words(
    'herr frau mr mrs ms miss mx mr. mrs. ms. dr dr. m. mme mlle monsieur madame sr sra señor señora dhr mevr dhr. mevr. herrn firma divers',
  ),
  gender: words(
    'm f w d x male female männlich weiblich divers man woman mann homme femme hombre mujer vrouw h other unknown u',
  ),
  flag: words('ja nein j n yes no y true false t f wahr falsch oui non si sí nee 0 1 x on off'),
  currency: words(
    'eur usd gbp chf sek nok dkk pln czk huf ron bgn jpy cny inr cad aud nzd brl mxn try zar aed sgd hkd € $ £',
  ),
  language: words(
    'de en fr es it nl pl pt da sv no fi cs tr ru de-de en-us en-gb fr-fr de-at de-ch es-es nl-nl de_de en_us en_gb deutsch englisch französisch german english french spanish dutch italian spanisch italienisch deu eng fra ger',
  ),
  direction: words(
    'inbound outbound in out incoming outgoing eingehend ausgehend ein aus eingang ausgang entrant sortant entrante saliente inkomend uitgaand',
  ),
  channel: words(
    'web website online webshop shop onlineshop store filiale laden retail pos phone telefon telephone tel call callcenter hotline app mobile email e-mail mail sms chat whatsapp social facebook instagram post brief letter fax partner marktplatz marketplace amazon ebay messenger schalter branch magasin boutique téléphone courrier tienda teléfono winkel telefoon desktop ios android kasse',
  ),
  event: words(
    'sent delivered opened open clicked click bounced bounce unsubscribed unsubscribe complained spam subscribed gesendet versendet versandt zugestellt geöffnet geklickt angeklickt abgemeldet angemeldet abgelehnt soft_bounce hard_bounce deferred dropped blocked envoyé ouvert cliqué désinscrit enviado abierto verzonden geopend login logout page_view pageview view add_to_cart purchase impression',
  ),
  outcome: words(
    'open offen closed geschlossen resolved gelöst unresolved ungelöst solved pending paid bezahlt shipped versendet versandt delivered geliefert cancelled canceled storniert refunded erstattet returned retourniert completed abgeschlossen erledigt rejected abgelehnt accepted angenommen new neu transferred weitergeleitet escalated eskaliert failed fehlgeschlagen success successful erfolgreich processing cancelado pagado payé expédié annulé betaald verzonden geannuleerd abandoned answered missed verpasst beantwortet',
  ),
} as const;

/** Words that stand in a value rather than being it: "Filiale Köln", "not resolved", "Rückruf vereinbart". */
export const knownParts = {
  location: parts(
    'filiale|store|outlet|branch|markt|niederlassung|standort|center|centre|mall|arkaden|street|straße|platz|laden|boutique|flagship|zentrale|airport|bahnhof|nord|süd|ost|west|mitte|central',
  ),
  outcome: parts(
    'resolved|gelöst|erledigt|bearbeitung|progress|open|offen|closed|abgeschlossen|weitergeleitet|transferred|rückruf|call ?back|storniert|cancel|rejected|abgelehnt|pending|wartend|escalat|eskal',
  ),
  reason: parts(
    'lieferung|rechnung|retoure|vertrag|kündig|technisch|frage|beschwerde|beschädigt|verspät|defekt|falsch|änderung|reklamation|garantie|zahlung|beratung|delivery|billing|invoice|return|contract|cancel|technical|question|damage|late|wrong|broken|change of|refund|warranty|payment|complaint|missing|rude|unfreundlich|fehler|error|delay|problem',
  ),
  campaign: parts(
    'newsletter|kampagne|campaign|black (?:friday|week)|sale|angebote|deals|willkommen|welcome|geburtstag|birthday|aktion|promo|mailing|weihnacht|christmas|easter|ostern|gutschein|voucher|winback|reaktivierung|kw ?\\d+|week ?\\d+|q[1-4]|spring|summer|autumn|winter|frühling|sommer|herbst',
  ),
  category: parts(
    'paypal|kreditkarte|credit card|lastschrift|vorkasse|rechnung|invoice|bank ?transfer|überweisung|klarna|visa|mastercard|bar|cash|sofort|giropay|apple ?pay|google ?pay|ideal|direct debit',
  ),
  health: parts(
    'diabet|asthma|allerg|hypertens|bluthochdruck|intoleran|migr[aä]ne|krebs|cancer|depress|schwanger|pregnan|epilep|arthrit|rheuma|herz|insulin|behinder|disab|hiv|hepatit|zöliakie|celiac|coeliac|anxiety|covid|adhs|adhd|demenz|dementia|parkinson|copd',
  ),
} as const;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function parts(alternatives: string): RegExp {
  return new RegExp(`(?:^|[^\\p{L}])(?:${alternatives})`, 'iu');
}
