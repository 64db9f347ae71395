import type { Sayings } from './sayings.js';

/** What people say, and what clerks note of it, in German. `{about}` is the number of the order, contract or claim. */
export const saidInGerman: Sayings = {
  'parcel-late': {
    said: [
      'Meine Bestellung {about} sollte längst da sein und ist es immer noch nicht.',
      'Ich habe mir für {about} einen Tag freigenommen, gekommen ist niemand.',
      'Seit einer Woche steht bei {about} nur "unterwegs".',
    ],
    noted: [
      'Kd. fragt nach Paket {about}, Termin überschritten',
      'wo ist {about}? kein Scan beim Zusteller, vertröstet',
    ],
  },
  'refund-missing': {
    said: [
      'Ich habe {about} in der Filiale zurückgegeben und warte noch auf mein Geld.',
      'Drei Wochen nach der Rückgabe von {about} ist nichts auf meinem Konto.',
      'An der Rückgabe hieß es fünf Tage für {about}, das ist lange vorbei.',
    ],
    noted: ['Erstattung {about} noch nicht gebucht, Rückgabe Filiale', 'Kd. wartet auf Geld {about}, an Buchhaltung'],
  },
  'sign-in-fails': {
    said: [
      'Seit dem Update wirft mich die App bei jeder Anmeldung wieder hinaus.',
      'Das Kennwort stimmt, aber die App fängt einfach von vorne an.',
      'Die App kennt mich nicht mehr und lässt mich nicht hinein.',
    ],
    noted: ['App Anmeldung Schleife seit 4.2, neu installieren empfohlen', 'Login am Handy geht nicht, Web geht'],
  },
  'till-queue': {
    said: [
      'Zwanzig Minuten Schlange am Samstag und nur eine Kasse von dreien offen.',
      'Fast hätte ich den Korb stehen lassen, so lang war die Schlange.',
      'Schöner Laden, aber warum sitzt samstags nur einer an der Kasse?',
    ],
    noted: ['Beschwerde Wartezeit Kasse, Filiale 7', 'Schlange samstags, will dass Leitung es weiß'],
  },
  'goods-broken': {
    said: [
      'Die Bestellung {about} kam mit einem Sprung quer durch an.',
      'Der Karton von {about} war heil, der Inhalt lag in zwei Teilen darin.',
      'Die Hälfte von {about} war zerbrochen, es sollte ein Geschenk sein.',
    ],
    noted: ['Transportschaden {about}, Foto kommt per Mail', 'Ware defekt {about}, Ersatz angeboten'],
  },
  'order-question': {
    said: [
      'Kann ich zu {about} noch etwas dazubestellen?',
      'Bei {about} habe ich die falsche Hausnummer angegeben, lässt sich das ändern?',
      'Ich möchte einen der zwei Artikel aus {about} stornieren.',
    ],
    noted: ['möchte {about} vor Versand ändern, erledigt', 'Adresse bei {about} berichtigt'],
  },
  'stock-question': {
    said: [
      'Gibt es den Gartentisch in der Filiale oder nur online?',
      'Wann kommt das Eichenregal wieder herein?',
      'Haben Sie die Pfanne auch größer?',
    ],
    noted: ['fragt nach Bestand, geprüft', 'Verfügbarkeit, Auskunft gegeben'],
  },
  praise: {
    said: [
      'Der Herr bei den Lampen hat sich eine halbe Stunde Zeit genommen. Wunderbar.',
      'Abends bestellt, am übernächsten Morgen da, liebevoll verpackt.',
      'Ich komme gern wieder, weil die Leute hier wissen, was sie verkaufen.',
    ],
    noted: ['bedankt sich, nichts zu tun', 'Lob, ans Team weitergegeben'],
  },
  'all-well': {
    said: ['Alles so, wie es sein soll.', 'Nichts zu beanstanden.', 'Schnell und einfach.'],
    noted: ['kein Anliegen', 'alles gut, kurze Frage'],
  },
  'claim-silent': {
    said: [
      'Den Schaden {about} habe ich vor Wochen gemeldet und seither kein Wort gehört.',
      'Bearbeitet jemand {about}? Ich weiß nicht einmal, ob meine Unterlagen da sind.',
      'Niemand sagt mir, wie weit {about} ist, jedes Mal muss ich anrufen.',
    ],
    noted: [
      'fragt nach Stand Schaden {about}, kein Schreiben raus',
      'Sachstand {about}, zweiter Anruf, in Bearbeitung',
    ],
  },
  'premium-unclear': {
    said: [
      'Mein Vertrag {about} wird teurer und im Brief steht nicht, warum.',
      'Ich hatte keinen Unfall, wieso kostet {about} mehr als voriges Jahr?',
      'Im Schreiben zu {about} steht eine Summe und sonst nichts. Bitte erklären.',
    ],
    noted: ['fragt warum Beitrag {about} gestiegen, erklärt', 'Beitragsschreiben {about} nicht verstanden'],
  },
  'upload-fails': {
    said: [
      'Viermal habe ich versucht, die Fotos zu {about} hochzuladen, die Seite bleibt einfach stehen.',
      'Ihr Portal nimmt meine Bilder zu {about} und verliert sie dann.',
      'Wenn das Hochladen zu {about} scheitert, steht nirgends ein Wort.',
    ],
    noted: ['Upload Portal geht nicht {about}, Link per Mail', 'Fotos {about} zu groß? per Post empfohlen'],
  },
  'contract-question': {
    said: [
      'Was deckt der Vertrag {about} im Ausland?',
      'Kann ich {about} monatlich zahlen?',
      'Bitte schicken Sie mir die Unterlagen zu {about} noch einmal.',
    ],
    noted: ['Frage Deckung {about}, beantwortet', 'Kopie Police {about} verschickt'],
  },
  'address-change': {
    said: [
      'Ich bin umgezogen, bitte nehmen Sie die neue Adresse.',
      'Wir wohnen jetzt woanders, wo melde ich das?',
      'Meine Post geht immer noch in die alte Wohnung.',
    ],
    noted: ['neue Adresse aufgenommen', 'umgezogen, im System geändert'],
  },
  'broker-and-company': {
    said: [
      'Mein Makler nennt einen Preis und Ihr Newsletter einen anderen. Welcher gilt?',
      'Warum schreiben Sie mir, wenn sich mein Makler um alles kümmert?',
      'Ich bekomme zwei Angebote für dasselbe, und sie passen nicht zusammen.',
    ],
    noted: ['verwirrt durch Newsletter, ist Maklerkunde', 'zwei Angebote, an Makler verwiesen'],
  },
};
