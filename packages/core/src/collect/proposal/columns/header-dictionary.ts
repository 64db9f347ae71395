import type { Meaning } from '../meaning.js';

/**
 * Words that headers use in English, German, French, Spanish and Dutch, without accents. A word of four letters or more also counts at the end of a
 * compound ("bestelldatum"). A header is weak evidence: it decides only between meanings that the values allow.
 */
export const headerDictionary: ReadonlyArray<readonly [Meaning, string]> = [
  ['email', 'email mail emailadresse mailadresse courriel correo emailaddress'],
  [
    'phone',
    'phone telephone tel telefon telefonnummer mobile mobil mobilnummer handy handynummer cell rufnummer fax movil telefono portable telefoon gsm caller anrufer ani cli msisdn anrufernummer',
  ],
  [
    'customer-number',
    'kundennummer kundennr kdnr kundeid customerid customerno customernumber custno custid custnum clientid client klantnummer debitor debitorennummer accountno accountnumber kunde customer cliente kunden userid user benutzer householdid memberid accountid',
  ],
  [
    'loyalty-card',
    'kundenkarte bonuskarte loyalty loyaltycard clubcard cardno cardnumber kartennummer kartennr karte card payback rewards membership memberno fidelite tarjeta klantenkaart treuekarte vorteilskarte',
  ],
  [
    'full-name',
    'name fullname kundenname customername contactname ansprechpartner nom nombre naam contact kontakt personname kunde kundin customer client cliente klant',
  ],
  ['first-name', 'firstname vorname givenname forename fname prenom nombrepila voornaam rufname first'],
  [
    'last-name',
    'lastname nachname surname familyname familienname lname apellido apellidos achternaam nom nomfamille zuname last',
  ],
  ['salutation', 'salutation anrede civilite tratamiento aanhef titel prefix honorific title'],
  ['gender', 'gender sex geschlecht sexe genero sexo geslacht'],
  ['birthday', 'birthday birthdate birth dob geburtsdatum geburtstag geb geboren naissance nacimiento geboortedatum'],
  [
    'company',
    'company firma firmenname unternehmen organisation organization societe entreprise empresa bedrijf companyname',
  ],
  [
    'street',
    'street strasse address adresse anschrift addr rue calle straat streetname addressline hausnummer hnr direccion adres strassenr',
  ],
  ['postcode', 'postcode zip zipcode plz postleitzahl postalcode codepostal codigopostal postal cp'],
  ['city', 'city town ort stadt wohnort ville ciudad plaats woonplaats gemeinde locality'],
  ['country', 'country land countrycode pays pais landcode staat nation laenderkennzeichen laendercode'],
  ['language', 'language lang locale sprache sprachcode langue idioma taal'],
  [
    'consent',
    'consent optin newsletter permission einwilligung werbeeinwilligung zustimmung subscribed abonniert consentement consentimiento toestemming marketing gdpr dsgvo optout',
  ],
  [
    'order-number',
    'orderno orderid ordernumber order orders bestellnummer bestellnr bestellung auftrag auftragsnr auftragsnummer commande pedido ordernr bestelling receipt receiptno bon bonnummer bonnr kassenbon beleg belegnr belegnummer transaction transactionid invoice rechnung rechnungsnr rechnungsnummer basket reference vorgangsnummer',
  ],
  [
    'call-number',
    'callid callno callref callnumber anrufid gespraechsnr gespraechsid gespraech call anruf interactionid llamada appel',
  ],
  [
    'case-number',
    'caseno caseid casenumber case ticket ticketid ticketnr ticketnummer fallnummer fall vorgang vorgangsnr beschwerdenr complaint complaintref beschwerde reklamation incident dossier zaaknummer',
  ],
  [
    'record-number',
    'id recordid rowid responseid response respondent antwortid lfdnr lfdn lfd nr no uuid guid teilnehmer messageid index key',
  ],
  [
    'date',
    'date datum day tag fecha jour bestelldatum belegdatum dag since seit on am created angelegt erfasst anlagedatum signup registered',
  ],
  [
    'date-time',
    'timestamp datetime zeitpunkt zeitstempel createdat at created start started beginn occurred submitted erstellt eingang eingegangen received horodatage date datum zeit time',
  ],
  ['time-of-day', 'time uhrzeit zeit timeofday starttime startzeit hora heure tijd clock'],
  [
    'event',
    'event eventtype eventname ereignis aktion action activity aktivitaet evenement evento type typ gebeurtenis',
  ],
  ['direction', 'direction richtung anrufrichtung inout einaus inbound sens sentido richting calldirection'],
  [
    'channel',
    'channel kanal saleschannel vertriebsweg bestellweg eingangskanal source origin quelle herkunft canal kanaal medium',
  ],
  [
    'location',
    'store branch location shop site filiale standort markt laden geschaeft magasin tienda sucursal winkel vestiging outlet region queue shopname storename storeid queue station',
  ],
  [
    'agent',
    'agent agentname handledby advisor operator rep bearbeiter sachbearbeiter mitarbeiter berater verkaeufer employee staff owner cashier kassierer conseiller agente medewerker assignee clerk seller',
  ],
  [
    'reason',
    'reason grund anliegen thema topic anrufgrund beschwerdegrund ursache rootcause issue problem calltype motif motivo reden art subject kategorie category',
  ],
  [
    'outcome',
    'outcome result resolution disposition ergebnis ausgang erledigung status state stand orderstatus bestellstatus casestatus bearbeitungsstand resultat resultado statut estado zustand',
  ],
  ['campaign', 'campaign campaignname kampagne mailing aussendung campagne campana utmcampaign'],
  [
    'product',
    'product productname item itemname artikel artikelname produkt bezeichnung description produit producto omschrijving artikelbezeichnung title ware',
  ],
  [
    'product-number',
    'sku itemno productid artikelnummer artikelnr artnr ean gtin upc asin isbn itemid articleno productcode materialnummer',
  ],
  [
    'amount',
    'amount total price sum betrag summe gesamt preis umsatz brutto netto revenue sales value wert bestellwert einzelpreis unitprice vkpreis grandtotal subtotal shipping versand versandkosten porto freight fee gebuehr discount rabatt tax steuer mwst montant prix importe precio bedrag prijs kosten cost ordervalue netsales gesamtbetrag spend spent charge charges disc ausgaben umsatzwert',
  ],
  ['currency', 'currency curr ccy waehrung whg devise moneda valuta currencycode'],
  [
    'quantity',
    'qty quantity units menge anzahl stueck stk pieces pcs count quantite cantidad aantal visitors guests partysize personen besucher gaeste persons',
  ],
  [
    'duration',
    'duration dauer length talktime handletime gespraechsdauer gespraechszeit wait waittime queuetime wartezeit warteschleife seconds sek sekunden duree duracion duur minutes aht holdtime',
  ],
  [
    'score',
    'score nps csat ces rating stars satisfaction bewertung zufriedenheit sterne weiterempfehlung recommend effort aufwand note punkte likely wahrscheinlich puntuacion beoordeling cijfer',
  ],
  [
    'free-text',
    'comment comments notes note notiz notizen kommentar bemerkung bemerkungen anmerkung anmerkungen remarks remark feedback freitext verbatim text message nachricht beschreibung commentaire comentario opmerking',
  ],
  [
    'category',
    'payment paymentmethod zahlart zahlungsart zahlweise zahlungsweise paidby category kategorie type typ group gruppe segment tarif plan paiement pago betaalwijze',
  ],
  ['flag', 'is has flag active aktiv vip first gift geschenk'],
  ['number', 'pos position line lineno zeile zeilennr age alter points punkte rank score level'],
  ['url', 'url link website webseite clickedurl target klickziel landingpage page href referrer'],
  ['ip-address', 'ip ipaddress ipadresse clientip'],
  ['user-agent', 'useragent ua browser client device agentstring'],
  ['text', 'subject betreff subjectline betreffzeile onderwerp objet asunto'],
  [
    'health',
    'health diagnosis condition disease illness diagnose erkrankung krankheit gesundheit allergie allergy allergies medication medikament sante salud gezondheid disability behinderung symptoms blutgruppe',
  ],
  [
    'national-id',
    'passport passportno ssn nationalid ausweisnummer ausweis reisepass personalausweis personalausweisnr steuerid sozialversicherungsnummer dni nie nif nino bsn nationalinsurance taxid svnr pasaporte passeport identitycard',
  ],
  [
    'bank-account',
    'iban bic bankaccount konto kontonummer bankverbindung sortcode routing accountiban blz kontoinhaber compte cuenta rekening',
  ],
  [
    'payment-card',
    'creditcard cardnumber ccnumber cc pan kreditkarte kreditkartennummer kknr kreditkartennr debitcard cvv',
  ],
];
