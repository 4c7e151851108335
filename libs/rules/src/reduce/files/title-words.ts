import { foldText } from '../../classify/text/fold-text.js';

/**
 * Beginnings of the words that lists of people go by in seven languages, folded as the classifier folds them. Long
 * enough that no other word begins with them; short ones must be the whole word.
 */
const BEGINNINGS: readonly string[] = [
  // English
  'customer',
  'client',
  'subscriber',
  'mailinglist',
  'guestlist',
  'contactlist',
  'addressbook',
  'attendee',
  'donor',
  'patient',
  'volunteer',
  // German
  'kunde',
  'kundin',
  'adressliste',
  'adressbuch',
  'kontakt',
  'abonnent',
  'mitglied',
  'teilnehmer',
  'gaesteliste',
  'gasteliste',
  'verteilerliste',
  'mailverteiler',
  'patientin',
  // French, Spanish, Portuguese, Italian
  'clientel',
  'cliente',
  'clienti',
  'abonne',
  'adherent',
  'inscrits',
  'participant',
  'benevole',
  'suscriptor',
  'contacto',
  'contato',
  'contatti',
  'asistente',
  'paciente',
  'pazient',
  'assinante',
  'inscritos',
  'iscritti',
  'partecipant',
  'participante',
  'rubrica',
  // Dutch
  'klant',
  'abonnee',
  'ledenlijst',
  'adreslijst',
  'contactpersonen',
  'deelnemer',
  'gastenlijst',
];

const WHOLE_WORDS: ReadonlySet<string> = new Set([
  'contacts',
  'members',
  'membership',
  'leads',
  'prospects',
  'guests',
  'crm',
  'membres',
  'invites',
  'socios',
  'miembros',
  'membros',
  'soci',
  'membri',
  'leden',
  'contacten',
  'gaste',
  'gasten',
  'ospiti',
  'invitados',
  'convidados',
]);

const PAIRS: readonly (readonly [string, string])[] = [
  ['mailing', 'list'],
  ['email', 'list'],
  ['contact', 'list'],
  ['address', 'list'],
  ['address', 'book'],
  ['guest', 'list'],
  ['member', 'list'],
  ['phone', 'list'],
  ['newsletter', 'list'],
  ['liste', 'contacts'],
  ['lista', 'correo'],
  ['lista', 'distribucion'],
  ['carnet', 'adresses'],
];

const LONGEST_TITLE = 300;

/** Whether a title sounds like a list of customers, members or other people: "Kundenliste 2026.xlsx". */
export function namesPeople(title: string): boolean {
  const words = foldText(title, LONGEST_TITLE)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  return (
    words.some((word) => WHOLE_WORDS.has(word) || BEGINNINGS.some((one) => word.startsWith(one))) ||
    PAIRS.some(([first, second]) =>
      words.some((word, at) => word === first && words.includes(second, at + 1)),
    )
  );
}
