import type { PROCESS_WORDS } from './process-words.js';

/**
 * Beginnings of words of our own work that keep their meaning through the endings of seven languages: "verificado",
 * "vérifiée", "geverifieerd". They are asked only for words that no list holds; the longest that fits decides.
 */
export const WORK_STEMS: Readonly<Partial<Record<keyof typeof PROCESS_WORDS, string>>> = {
  status: `
    invalid undeliver uncontact unverif verifi verific bounc rebot respint devolvid retourn rejet rejeit rechaz recusad
    rejected refused ungultig ungueltig unzustell unbekannt fehlerhaf falsch gepruft uberpruft bestatigt verifiziert
    validiert abgelehnt abgelauf ausstehend genehmigt fehlgeschlag ongeldig onbestel geverif gecontrol gevalid bevestigd
    goedgekeurd afgewezen afgekeurd mislukt openstaand verouderd gesloten voltooid verificad verificat confirmad
    confirmat validad validat comprobad aprobad aprovad approuv approvat pendient pendent caducad vencid vencido
    incorrect fallid falhou falhad echoue annull annulad annulat cancelad cancelat storniert geannul abgebroch
    completad completat concluid abgeschloss termin termine activad ativad attivat activee desactiv desativ disattiv
    disponib dispon verfugbar beschikbaar missing mancant faltant ausente manquant ontbrek fehlend dublett duplicad
    duplicat duplik dubbel doppelt kwaliteit qualit obsolet deprecat veraltet`,
  sent: `
    importad importat importiert importee import geimport exportad exportat exportiert export geexport synchron sincron
    gesynchron enviad enviat inviat envoy verzond verstuur verschick versend versand gesend ausgesend mitgeteilt
    notificad notificat notific benachrichtig kennisgev melding meldung mitteil avis avvis herinner rappel erinner
    recordator lembret promemor sollecit relance mahn aanman aperturas apertur ouvertur offnung openings eroffn clic
    klick geklik cliquee procesad processat processad traite verarbeit verwerk elaborat convertid convertit konvert
    omgezet umgewandelt facturad faturad fatturat gefactur abgerechnet imprimid impress stampat gedruckt afgedrukt
    geprint entregad consegnat livree zugestell bezorgd geleverd archivad archiviat archive archivier gearchiv arquivad
    planificad planifie geplan programad programmat agendad inplan intent tentativ versuch pogin`,
  changed: `
    cread creat criad criacao criada crear creer aangemaakt aanmaak erstell angelegt angelegte creation creazion
    actualiz atualiz aggiorn bijgewerk bijwerk aktualisier mise elimin exclui supprim gelosch losch verwijder borrad
    apagad rimoss removid retire restaur ripristin hersteld wiederherst modific modifi gewijzig wijzig geandert ander
    bearbeit editad editee bewerkt alterad alterac changee cambiad cambiat mudad agregad anadid aggiunt toegevoeg
    toevoeg hinzugef ajout adicionad cadastrad registrad registrat enregistr geregistr registriert eingetragen`,
  switch: `
    habilit abilit aktivier inschakel uitschakel schakel mostrar mostra anzeig weergev toon affich exibi visualiz ocult
    verberg ausblend masqu nascond permitir permett toesta zulass autorisier forzar forcer erzwing afdwing obrigat
    obligat oblig verplicht erforderl requer requis richiest vereist necess selecion seleccion seleziona selection
    auswahl ausgewahlt sortier sorteer ordenar ordina filtr editierb bewerkb modificab`,
  config: `
    formular formulier formulaire modulo pagin seite objet objeto oggett schaltfl knop bouton boton botao pulsant
    colonn column spalte kolom notif kalend calendri calendar ordner cartella carpet pasta mapp licenz licentie
    evenem ereign gebeurten evento attivit aktivit activid activit atividad veranstalt projek proyect progett projet
    contract contrat contratt vertrag offert angebot preventiv presupuest orcament devis
    transac transakt transaz regel regla regle regol version versao verzion modus modalit filtros sistema systeem
    system opcion opzion optie opcao permis permess rechte berechtig machtig zugriff server servid serveur drucker
    imprimant stampant printer vorlag plantill sjablo modele schablon kampag campan campag serienbrie rundschr
    anlage toestel dispositivo centrale zentrale unterricht cours corso curso cursus kurs kursus seminar lesson lezion
    leccion lehrgang schulung taller oficina workshop capacit formacion aula saal zaal raum sala room lager magazijn
    almacen armazem magazz depot regal etiquet etikett label fiscale dichiar mission viag reise reis`,
  type: `art soort tipolog typolog`,
  money: `
    gasto depens spesa ausgab uitgav despes impuest impot tass belasting gebuhr kosten costo custo cout prezz preis
    prijs precio preco prix pagament paiement betaling zahlung pago rabat remise korting descont descuent scont
    uberweis ueberweis incass cobro cobranc encaiss recaud factur fattur fatur rechnung`,
  count: `anzahl aantal cantid quantid quantit nombre numero zahl zahler contador contatore compteur teller dur
    durat durac looptijd laufzeit frequen haufigk prozent porcent percent pourcent tasso taux rate quote`,
  date: `datum fecha uhrzeit zeitpunkt tijdstip termin frist deadline zeitraum periodo periode plazo prazo delai scadenz`,
  expiry: `vervald vervalm vervalj verloopd verloopj ablauf caducid vencim scad validit validad validez gultigk geldigh expir`,
};
