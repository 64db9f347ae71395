import type { ErrorCode } from './error-catalogue.js';

/**
 * What happened and what to do, in German, for every code of the error catalogue. `{message}` stands where what was found cannot be said but in
 * the words of the error itself.
 */
export const de: Readonly<Record<ErrorCode, string>> = {
  'analytics.schema-differs':
    'Das Analyseschema stammt von einer anderen Version von Throughline: Starten Sie diese Version, oder bauen Sie den Analysespeicher aus dem Protokoll neu auf.',
  'analytics.start-failed':
    'Die eingebaute Analyse ließ sich nicht öffnen ({message}). Prüfen Sie, ob der Datenordner beschreibbar und nicht voll ist.',
  'analytics.unavailable':
    'Die Analyse ist für einen Moment nicht da, etwa während sie neu gestartet wird; versuchen Sie es gleich noch einmal.',
  'analytics.unreachable':
    'Der ClickHouse-Server aus CLICKHOUSE_URL antwortet nicht oder weist den Benutzer ab; prüfen Sie Adresse, Benutzer, Passwort und Datenbank.',
  'analytics.url-invalid': 'CLICKHOUSE_URL muss die Form http(s)://user:password@host:port/database haben.',
  'archive.days-invalid':
    'THROUGHLINE_LOG_DAYS sagt, nach wie vielen Tagen das Protokoll ins Archiv wandert: eine ganze Zahl ab 8, denn Nummern werden 7 Tage lang gemerkt.',
  'archive.file-damaged':
    'Eine Archivdatei ist nicht mehr so, wie sie geschrieben wurde: Holen Sie sie aus einer Sicherung zurück. Sonst ist nichts betroffen, bis ihre Zeilen gebraucht werden.',
  'archive.file-missing':
    'Eine Archivdatei fehlt oder darf nicht gelesen werden: Holen Sie sie aus einer Sicherung zurück. Sonst ist nichts betroffen, bis ihre Zeilen gebraucht werden.',
  'archive.not-verified':
    'Eine Archivdatei las sich nicht so zurück, wie es im Protokoll steht; deshalb hat nichts das Protokoll verlassen, und es wird wieder versucht. Geschieht es zweimal, prüfen Sie die Festplatte.',
  'backup.cut-off':
    'Während der Sicherung verschwand die Datenbank, und nichts davon wurde behalten: Beginnen Sie die Sicherung noch einmal.',
  'backup.damaged':
    'Die Datei ist keine Sicherung, oder nicht alle ihre Bytes sind wie geschrieben; nichts wurde wiederhergestellt: Nehmen Sie eine andere Kopie.',
  'backup.file-exists':
    'Eine Sicherung überschreibt nie eine Datei: Wählen Sie einen anderen Namen, oder verschieben Sie die Datei.',
  'backup.hidden-rows':
    'Die Rolle aus DATABASE_URL sieht nicht jede Zeile, der Sicherung würden also welche fehlen: Sichern Sie mit der Rolle, der die Tabellen gehören.',
  'backup.newer-version':
    'Die Sicherung stammt von einer neueren Version von Throughline: Stellen Sie sie mit dieser oder einer neueren wieder her.',
  'backup.not-written': 'Die Sicherung ließ sich nicht schreiben ({message}): Wählen Sie einen anderen Ort dafür.',
  'backup.nothing-there':
    'Wo gesichert werden sollte, ist kein Throughline: Nennen Sie den Ordner mit --data oder die Datenbank mit DATABASE_URL.',
  'backup.other-schema':
    'Die Sicherung stammt von einer Version mit anderen Tabellen: Stellen Sie sie mit der Version wieder her, die sie gemacht hat.',
  'backup.unreadable': 'Die Sicherung ist nicht lesbar: Prüfen Sie ihren Namen und Ihr Recht, sie zu lesen.',
  'boot.admin-incomplete':
    'Der erste Admin aus der Umgebung braucht THROUGHLINE_ADMIN_EMAIL und THROUGHLINE_ADMIN_PASSWORD, eine Adresse und ein Passwort von 10 bis 128 Zeichen.',
  'boot.weak-secret':
    'THROUGHLINE_SECRET ist kurz, gleichförmig oder aus einem Beispiel: Lassen Sie es weg, oder setzen Sie ein langes zufälliges.',
  'costs.rates-overlap':
    'Zwei Sätze für dasselbe würden an einem Tag gelten: Entfernen Sie zuerst den anderen, oder wählen Sie andere Tage.',
  'customers.already-one': 'Die beiden Kennungen gehören schon zu einer Person: Es gibt nichts zusammenzuführen.',
  'customers.gone':
    'Über diese Person ist nichts mehr bekannt, weil der Import zurückgenommen wurde, der von ihr sagte.',
  'customers.identifier-blocked':
    'Die Regeln lassen diese Kennung nichts zusammenführen, weil viele sie teilen: Ändern Sie die Regeln, wenn das falsch ist.',
  'customers.identifier-unknown': 'Unter dieser Kennung ist niemand bekannt: Prüfen Sie Art und Wert.',
  'customers.kept-apart': '{message}. Ändern Sie das zuerst, oder machen Sie es rückgängig.',
  'customers.not-one-person':
    'Die Kennungen gehören nicht oder nicht mehr beide zu dieser Person: Laden Sie die Person neu.',
  'data-folder.full':
    'Die Festplatte des Datenordners ist voll: Schaffen Sie Platz, oder wählen Sie mit --data einen anderen Ordner.',
  'data-folder.in-use':
    'Auf diesem Datenordner oder dieser Datenbank läuft schon ein Throughline ({message}): Nehmen Sie dieses, oder wählen Sie einen anderen Ordner.',
  'data-folder.not-writable':
    'Der Datenordner lässt sich nicht anlegen oder beschreiben ({message}): Wählen Sie mit --data einen anderen, oder geben Sie das Recht.',
  'data-folder.secrets-unreadable':
    'Die Datei secrets.json des Datenordners ist beschädigt: Holen Sie die Kopie aus Ihrer Sicherung zurück.',
  'data-folder.unreachable':
    'Als root läuft PostgreSQL unter einem anderen Konto, und dieses erreicht den Datenordner oder seine Programme nicht: Wählen Sie einen Ordner außerhalb privater Verzeichnisse.',
  'database.busy':
    'Es werden schon einige Datenbanken gleichzeitig gelesen: Versuchen Sie es wieder, wenn eine davon fertig ist.',
  'database.certificate-refused':
    'Der Datenbankserver bietet keine Verschlüsselung oder ein Zertifikat, das für seinen Namen nicht gilt: Richten Sie das Zertifikat, oder lesen Sie ohne Prüfung.',
  'database.denied':
    'Diese Datenbank gibt es nicht, oder ihr Benutzer darf sie nicht lesen: Geben Sie ihm das Recht select.',
  'database.host-not-allowed':
    'Ein Arbeitsbereich liest nur von Datenbankservern und Ports, die seine Admins erlaubt haben: Erlauben Sie zuerst diesen.',
  'database.host-refused':
    'Der Server führt zu einer Adresse, von der nie gelesen wird, oder unter anderem Namen zu diesem Rechner: Nennen Sie ihn mit seiner eigenen Adresse.',
  'database.missing': 'Der Server hat keine Datenbank dieses Namens: Prüfen Sie die Schreibweise.',
  'database.read-failed': 'Die Datenbank hat die Anfrage abgelehnt oder abgebrochen: {message}',
  'database.table-empty': 'Die Tabelle hat keine Zeilen, es gibt also nichts hereinzuholen.',
  'database.table-missing':
    'Die Datenbank hat keine Tabelle dieses Namens, die ihr Benutzer lesen darf: Wählen Sie eine der aufgeführten.',
  'database.too-large':
    'Die Tabelle hat mehr Zeilen oder Bytes, als auf einmal gelesen werden, deshalb wurde nichts davon behalten: Legen Sie eine Sicht auf den Teil an, den Sie brauchen, und lesen Sie diese.',
  'database.too-slow':
    'Die Tabelle ließ sich in der verfügbaren Zeit nicht lesen, deshalb wurde nichts davon behalten: Lesen Sie eine Sicht auf einen Teil davon oder zu einer ruhigeren Stunde.',
  'database.unreachable':
    'Der Datenbankserver antwortet nicht: Prüfen Sie Adresse und Port, ob er dort lauscht und ob seine Firewall diesen Rechner hereinlässt.',
  'database.wrong-password': 'Die Datenbank nimmt diesen Benutzer und dieses Passwort nicht an: Prüfen Sie beides.',
  'happenings.told-by-source':
    'Dieses Vorkommnis meldet eine Quelle, deshalb wird es nicht von Hand geändert: Berichtigen Sie es dort, oder streichen Sie es von der Liste.',
  'idempotency.in-progress':
    'Eine Anfrage mit diesem Idempotency-Key ist unterwegs, oder ihr Ausgang ist nicht bekannt: Sehen Sie nach, ob sie gewirkt hat, und nehmen Sie dann einen neuen Schlüssel.',
  'idempotency.key-reused':
    'Dieser Idempotency-Key gehört zu einer anderen Anfrage: Nehmen Sie für jede Anfrage einen neuen.',
  'import.file-changed':
    'Die Datei hat sich geändert, während sie gelesen wurde, deshalb wurde nichts davon importiert: Warten Sie, bis sie fertig geschrieben ist, und importieren Sie sie dann noch einmal.',
  'import.file-differs':
    'Die angekommene Datei ist nicht die angekündigte: Senden Sie sie noch einmal, oder beginnen Sie einen neuen Import.',
  'import.file-empty': 'In der Datei, oder in ihrem Blatt, steht nichts.',
  'import.file-inflates':
    'Die Datei würde entpackt weit größer als jede echte, deshalb wurde sie nicht geöffnet: Speichern Sie sie noch einmal mit dem Programm, aus dem sie stammt.',
  'import.file-missing':
    'Eine Datei, die der Import braucht, wurde nicht gesendet: Senden Sie die Datei und jede Nachschlagedatei, die die Zuordnung nennt, und starten Sie dann.',
  'import.file-unreadable':
    'Die Datei oder eine Nachschlagedatei lässt sich so nicht lesen ({message}): Prüfen Sie Format, Kodierung, Trennzeichen und Anführungszeichen.',
  'import.no-room':
    'Für die Datei oder das Sortieren ihrer Zeilen ist kein Platz: Schaffen Sie Platz, und senden oder starten Sie sie noch einmal.',
  'import.same-file':
    'Diese Datei wurde mit dieser Zuordnung schon importiert: Es ist nichts zu tun, oder importieren Sie sie bewusst noch einmal.',
  'import.sheet-missing':
    'Die Excel-Datei hat kein Blatt des Namens aus der Zuordnung, oder keines mit Zellen: Nennen Sie eines, das sie hat.',
  'import.source-missing':
    'Die Zuordnung nennt eine Quelle, die es nicht gibt: Legen Sie sie an, nennen Sie eine andere, oder lassen Sie den Import sie anlegen.',
  'import.staging-lost':
    'Dateien, die der Import beiseitegelegt hatte, sind weg: Nehmen Sie den Import zurück, und importieren Sie die Datei noch einmal.',
  'import.too-many-columns':
    'Die Datei hat mehr als 10.000 Spalten: Sie ist keine Liste mit einer Zeile je Interaktion oder Kunde.',
  'import.wrong-state': 'In seinem jetzigen Zustand geht das mit dem Import nicht: {message}',
  'intake.body-too-large':
    'Eine Anfrage fasst entpackt höchstens 500 kB; senden Sie weniger Nachrichten auf einmal. Nichts wurde behalten.',
  'intake.body-unreadable':
    'Der Inhalt ist nicht so lesbar, wie die Tracking-API ihn erwartet ({message}). Nichts wurde behalten.',
  'intake.busy':
    'Es kommt mehr an, als gespeichert werden kann; senden Sie nach den Sekunden aus Retry-After noch einmal. Nichts wurde behalten.',
  'intake.out-of-space':
    'Die Festplatte ist fast voll; schaffen Sie Platz, und senden Sie noch einmal. Nichts wurde behalten.',
  'intake.server-key-needed':
    'Was eine Quelle von der Firma meldet, etwa Zählungen, wird nur mit einem Serverschlüssel angenommen: Einen öffentlichen Schlüssel kann jeder lesen.',
  'intake.too-many-messages':
    'Eine Anfrage fasst höchstens 2.500 Nachrichten; senden Sie weniger auf einmal. Nichts wurde behalten.',
  'intake.unavailable':
    'Das Protokoll ließ sich nicht schreiben; senden Sie nach den Sekunden aus Retry-After noch einmal. Nichts wurde behalten.',
  'intake.write-key-unknown':
    'Der Schreibschlüssel fehlt, ist unbekannt oder widerrufen. Serverschlüssel gehören in den Authorization-Header, nie in eine Adresse oder einen Inhalt.',
  'invitation.invalid':
    'Die Einladung wurde benutzt, ist abgelaufen oder für eine andere Adresse bestimmt: Bitten Sie einen Admin um eine neue.',
  'join-list.nothing': 'Keine Zeile der Liste würde jemanden zusammenführen; ihre Vorschau sagt von jeder, warum.',
  'join-list.too-long': 'Die Liste enthält mehr Paare, als auf einmal entschieden werden: Teilen Sie sie auf.',
  'join-list.unreadable':
    'Das ist keine Liste von Paaren: Jede Zeile enthält zwei Kennungen, etwa email:a@example.com, und einen Grund, wenn es einen gibt.',
  'locations.code-taken':
    'Ein Code nennt einen Ort: Nehmen Sie ihn zuerst dem anderen Ort weg, oder verwenden Sie einen anderen.',
  'locations.has-branches': 'Zu diesem Ort gehören andere: Ordnen Sie sie anderswo ein, bevor er entfernt wird.',
  'locations.own-branch':
    'Ein Ort kann nicht zu sich selbst oder zu einem Ort unter ihm gehören: Wählen Sie einen anderen.',
  'mapping.column-missing':
    'Die Zuordnung will eine Spalte, die die Datei nicht hat: Berichtigen Sie ihren Namen in der Zuordnung, oder exportieren Sie die Datei mit ihr.',
  'mapping.invalid': 'Die Zuordnung hat nicht die erwartete Form: {message}',
  'mapping.lookup-ambiguous':
    'Eine Nachschlagedatei hat mehrere Zeilen für einen Schlüssel: Nennen Sie eine andere Schlüsselspalte, oder entfernen Sie die doppelten Zeilen.',
  'mapping.lookup-too-large':
    'Eine Nachschlagedatei hat mehr Zeilen, als im Speicher gehalten werden: Verbinden Sie sie vor dem Import mit der Datei.',
  'postgres.binaries-missing':
    'Die PostgreSQL-Programme für diesen Rechner sind nicht installiert: Führen Sie npm ci noch einmal aus, oder setzen Sie DATABASE_URL.',
  'postgres.migration-changed':
    'Eine schon angewandte Migration liest sich jetzt anders: Stellen Sie die Datei wieder her, und setzen Sie die Änderung in eine neue.',
  'postgres.migration-failed': 'Eine Migration ist gescheitert und hat nichts hinterlassen: {message}',
  'postgres.migration-misnamed':
    'Eine Migrationsdatei passt nicht zu den anderen: Jede heißt NNNN-name.sql, lückenlos ab 0001 gezählt.',
  'postgres.migration-newer':
    'Die Daten stammen von einer neueren Version von Throughline: Starten Sie diese oder eine neuere.',
  'postgres.no-account':
    'PostgreSQL darf nicht als root laufen, und kein anderes Konto ließ sich dafür anlegen: Legen Sie eines an, oder starten Sie als gewöhnlicher Benutzer.',
  'postgres.no-roles':
    'Die drei Datenbankrollen stimmen nicht: Lassen Sie die Rolle aus DATABASE_URL Rollen anlegen, oder geben Sie DATABASE_URL_INTAKE, _APP und _WORKER an.',
  'postgres.other-major':
    'Der Datenordner stammt von einer anderen Hauptversion von PostgreSQL: Sichern Sie mit der Version, die ihn geschrieben hat, und stellen Sie wieder her.',
  'postgres.pooler':
    'DATABASE_URL führt durch einen Pooler, der Sitzungen teilt: Nennen Sie die Adresse des Servers selbst, oder nehmen Sie Session Pooling.',
  'postgres.read-only':
    'Der Server aus DATABASE_URL ist ein Standby, der nur liest: Nennen Sie die Adresse des Primärservers.',
  'postgres.start-failed':
    'PostgreSQL ist nicht gestartet ({message}); mehr steht in logs/postgres.log im Datenordner.',
  'postgres.too-old':
    'Der Server aus DATABASE_URL ist älter als PostgreSQL 15: Bringen Sie ihn auf den neuen Stand, oder nehmen Sie den eingebauten.',
  'postgres.unreachable':
    'Der Server aus DATABASE_URL ist nicht erreichbar oder weist die Rolle ab: Prüfen Sie Adresse, Passwort und Firewall.',
  'postgres.unsafe-settings':
    'Der Server aus DATABASE_URL könnte verlieren, was er bestätigt hat: Schalten Sie diese Einstellungen ein: {message}',
  'postgres.wrong-encoding': 'Die Datenbank aus DATABASE_URL ist nicht in UTF8 kodiert: Legen Sie eine an, die es ist.',
  'projection.fold-differs':
    'Das Nachtragen hätte mehr geändert, als wem eine Zeile gehört, deshalb wurde nichts geändert: Bitte melden Sie dies mit dem Protokoll des Servers.',
  'projection.log-missing':
    'Eine Nachricht, die die Analyse braucht, steht nicht mehr im Protokoll: Stellen Sie diesen Tag aus einer Sicherung wieder her.',
  'request.cross-site':
    'Die Anfrage kam von der Seite einer anderen Website: Öffnen Sie Throughline selbst, und versuchen Sie es noch einmal.',
  'request.forbidden': 'Das erlaubt Ihre Rolle nicht: Bitten Sie einen Admin des Arbeitsbereichs.',
  'request.internal':
    'Auf unserer Seite ist etwas gescheitert; das Protokoll des Servers hat die Anfragenummer und die Ursache.',
  'request.invalid': 'Die Anfrage hat nicht die erwartete Form: {message}',
  'request.not-found': 'Unter dieser Adresse ist nichts, oder es gehört zu einem anderen Arbeitsbereich.',
  'request.too-large': 'Die Anfrage ist größer, als diese Adresse annimmt: Senden Sie weniger auf einmal.',
  'request.unauthenticated':
    'Melden Sie sich an, oder senden Sie ein gültiges API-Token oder einen gültigen Schreibschlüssel.',
  'resolve.behind':
    'Die Änderung ist gespeichert und wird der Reihe nach angewandt; davor ist noch viel zu tun. Sehen Sie in einer Minute wieder nach.',
  'resolve.command-unreadable':
    'Das Protokoll enthält eine Entscheidung, die diese Version nicht lesen kann; starten Sie die Version, die sie geschrieben hat, oder eine neuere.',
  'resolve.rules-invalid': 'Die Regeln zum Zusammenführen sind so nicht brauchbar: {message}',
  'restore.differs':
    'Was wiederhergestellt wurde, ist nicht, was die Sicherung enthält, und nichts wurde behalten: Versuchen Sie es noch einmal, und melden Sie es, wenn es zweimal geschieht.',
  'restore.not-empty':
    'Eine Sicherung wird nur in einen leeren Datenordner und eine leere Datenbank wiederhergestellt: Nennen Sie mit --data einen neuen Ordner.',
  'rules.changed-meanwhile': 'Jemand anderes hat die Regeln im selben Moment geändert: Sehen Sie sie noch einmal an.',
  'rules.nothing-to-undo':
    'Die Regeln sind die, mit denen ein Arbeitsbereich beginnt: Es gibt nichts rückgängig zu machen.',
  'sample-company.failed':
    'Eine Datei der Beispielfirma ließ sich nicht importieren ({message}). Laden Sie sie noch einmal, um fortzufahren, oder entfernen Sie sie.',
  'sample-company.leaving':
    'Die Beispielfirma wird gerade entfernt, das dauert einen Moment: Laden Sie sie danach noch einmal.',
  'segment.condition-invalid': 'Die Bedingung des Segments ist so nicht brauchbar: {message}',
  'serve.host-unusable':
    'Die Adresse, auf der gelauscht werden soll, hat dieser Rechner nicht; wählen Sie mit --host eine andere.',
  'serve.port-taken': 'Der Port ist belegt oder vergeben; wählen Sie mit --port oder PORT einen anderen.',
  'set-aside.being-mended':
    'Mit denselben Einträgen geschieht gerade etwas anderes: Warten Sie, bis es fertig ist, oder halten Sie es zuerst an.',
  'set-aside.decided': 'Der Eintrag wurde schon neu gelesen oder ausgelassen: Laden Sie die Liste neu.',
  'set-aside.import-undone':
    'Der Import, mit dem der Eintrag kam, wurde zurückgenommen: Importieren Sie die Datei noch einmal.',
  'set-aside.mending-over': 'Es ist schon beendet oder wurde angehalten: Laden Sie die Liste neu.',
  'set-aside.still-invalid': 'Der Eintrag lässt sich noch nicht übernehmen und bleibt zurückgestellt: {message}',
  'setup.done':
    'Diese Installation ist schon eingerichtet: Melden Sie sich an, oder bitten Sie einen Admin um eine Einladung.',
  'setup.link-invalid': 'Der Einrichtungslink ist nicht oder nicht mehr gültig: Einen neuen gibt „throughline invite“.',
  'sign-in.refused': 'E-Mail-Adresse oder Passwort ist falsch.',
  'sign-in.too-many':
    'Zu viele Anmeldeversuche mit diesem Konto oder von dieser Adresse: Warten Sie so lange, wie Retry-After sagt.',
  'sources.name-taken': 'Der Arbeitsbereich hat schon eine Quelle dieses Namens: Wählen Sie einen anderen.',
  'sync.import-failed': 'Was aus der Tabelle gelesen wurde, ließ sich nicht importieren: {message}',
  'sync.not-this-column':
    'An dieser Spalte lassen sich neue Zeilen dieser Tabelle nicht erkennen: Wählen Sie eine der angebotenen, oder lesen Sie jedes Mal die ganze Tabelle.',
  'sync.password-unreadable':
    'Das gespeicherte Passwort der Datenbank wurde mit einem Geheimnis verschlossen, das der Server nicht mehr hat: Geben Sie das Passwort noch einmal an.',
  'sync.table-emptied':
    'Die Tabelle hat keine Zeile mehr, obwohl sie welche hatte. Deshalb wird nichts zurückgenommen: Ist es so gemeint, nehmen Sie ihre Importe von Hand zurück.',
  'sync.watermark-unusable':
    'Die Spalte, an der neue Zeilen erkannt werden, enthält etwas, woran das nicht geht, etwa eine Zeit in der Zukunft: Berichtigen Sie es in der Datenbank, oder wählen Sie eine andere Spalte.',
  'sync.wrong-state':
    'Das geht nicht, solange die Tabelle, die immer wieder gelesen wird, in diesem Zustand ist. Laden Sie die Liste neu.',
  'tags.incomplete': 'Etwas, das diese Art von Markierung braucht, fehlt: {message}',
  'tags.number-invalid':
    'Die Nummer der Markierung ist keine Telefonnummer: Schreiben Sie sie mit der Vorwahl ihres Landes.',
  'tags.number-taken':
    'Eine andere Markierung hat diese Nummer, Anrufe würden also zu zwei Kampagnen gehören: Archivieren Sie zuerst die andere.',
  'tags.target-invalid':
    'Eine Markierung führt zu einer http- oder https-Adresse ohne Benutzer und Passwort: Geben Sie die ganze Adresse an.',
  'users.last-admin': 'Ein Arbeitsbereich braucht mindestens einen Admin: Machen Sie zuerst jemand anderen zum Admin.',
  'webhooks.mapping-invalid': 'Die Zuordnung des Webhooks ist kein gültiger JSONata-Ausdruck: {message}',
  'webhooks.secret-invalid':
    'Das Geheimnis hat nicht die Form, die die Signatur des Webhooks verlangt: Lassen Sie es weg, damit eines erzeugt wird.',
  'webhooks.signature-invalid':
    'Unter dieser Adresse gibt es keinen Webhook, oder die Lieferung ist nicht mit seinem Geheimnis signiert, oder ihre Zeit weicht um mehr als fünf Minuten ab. Nichts wurde behalten; die Quelle zählt es mit.',
};
