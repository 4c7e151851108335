/** Words that stand in headers and hardly ever alone in a customer's record, in the languages of small exports. */
const HEADER_WORDS = new Set(
  `name names first last middle full given family surname forename nickname title prefix suffix salutation
  email mail e-mail emails address addresses street city town state province region county zip postal postcode code
  country phone phones telephone tel mobile cell fax number no num id ids uid key ref reference
  company organisation organization employer job role position department team
  birthday birth birthdate dob date dates day month year age gender sex language locale time timezone
  created updated modified added joined registered signup opt optin consent unsubscribed subscribed status state
  type category tag tags label labels group groups list source notes note comment comments message remarks description
  order orders amount total totals price qty quantity sum balance invoice product item items sku currency payment paid
  customer client contact member user username login password website url link instagram facebook twitter
  favourite favorite preferred preference preferences allergy allergies spend spent visits purchase purchases last_seen
  count score rating latitude longitude ip value
  vorname nachname familienname kunde kundin kundennummer anrede straße strasse ort stadt plz postleitzahl land telefon
  handy mobil firma geburtstag geburtsdatum datum betrag menge preis summe notiz notizen bemerkung bemerkungen
  rolle benutzer benutzername sprache geschlecht nummer hausnummer
  nom prénom prenom courriel adresse rue ville pays téléphone telephone portable société societe naissance montant
  quantité prix remarque remarques rôle utilisateur langue sexe cp
  nombre apellido apellidos correo dirección direccion calle ciudad provincia país pais teléfono telefono móvil movil
  empresa nacimiento fecha importe cantidad precio notas rol usuario idioma cliente
  nome cognome indirizzo via città citta provincia cap paese cellulare azienda nascita data importo quantità prezzo note
  ruolo utente lingua
  sobrenome endereço endereco rua cidade estado cep telefone celular aniversário nascimento valor quantidade preço observações
  naam voornaam achternaam adres straat plaats postcode telefoon mobiel bedrijf geboortedatum bedrag aantal prijs
  opmerkingen gebruiker taal geslacht klant`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether a cell has a word that headers have, or is written as only programs write names: `opt_in`, `firstName`, `FNAME`. */
export function hasHeaderWord(cell: string): boolean {
  const text = cell.normalize('NFKC').trim();
  if (/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/i.test(text) || /^[a-z]+([A-Z][a-z0-9]*)+$/.test(text)) return true;
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => HEADER_WORDS.has(word));
}
