import type { Phrase } from './find-phrases.js';

const PERSON_NOUNS = new Set(
  (
    'requester requestor submitter reporter caller complainant claimant enquirer inquirer invitee insured policyholder nominee beneficiary cardholder accountholder guarantor landlord lessee renter bather parent guardian child baby signer signatory witness plaintiff defendant founder director shareholder trustee investor artist author speaker coach trainer teacher tutor instructor doctor physician nurse therapist carer caregiver ' +
    'contact customer client person people employee member user patient student donor volunteer attendee participant guest subscriber lead applicant candidate individual pupil tenant borrower ' +
    'resident passenger visitor constituent registrant staff driver player athlete learner beneficiary supporter recipient payer buyer shopper ' +
    'cliente contacto solicitante titular inquilino persona empleado socio alumno paciente donante voluntario participante usuario trabajador ' +
    'personne demandeur titulaire locataire employe salarie membre adherent eleve etudiant donateur benevole abonne usager ' +
    'kunde kunden auftraggeber mieter bewohner gast kontakt mitarbeiter mitglied mitglieder schuler patienten teilnehmer spender benutzer ' +
    'contato solicitante titular inquilino funcionario aluno membro associado doador utente ' +
    'contatto richiedente titolare inquilino ospite dipendente alunno studente paziente donatore iscritto ' +
    'klant klanten huurder bewoner cursist melder aanvrager client medewerker werknemer lid leden leerling deelnemer donateur gebruiker vrijwilliger'
  ).split(' '),
);
const OTHER_PERSONS = new Set(
  'owner keeper landlord breeder handler holder registrant renter tenant host reviewer author seller buyer guest agent writer commenter rider courier traveller traveler winner'.split(
    ' ',
  ),
);

/** Whether a word of the name is a person: "host_about" on a flat is about the host. */
export function namesAnybody(words: readonly string[]): boolean {
  return words.some((word) => PERSON_NOUNS.has(word) || OTHER_PERSONS.has(word));
}

const NUMBER_WORDS = new Set(
  'id ids no nr num number numero nummer code codigo codice key ref reference referencia uuid guid identifier n'.split(
    ' ',
  ),
);

/** "Attendee no.", "codice paziente": a word for a person and a word for a number, and nothing else that says more. */
export function numbersAPerson(phrases: readonly Phrase[]): boolean {
  const words = phrases.flatMap((phrase) => phrase.words.split(' ')).filter((word) => !/^\d+$/.test(word));
  if (words.length < 2 || words.length > 3) return false;
  const nouns = words.filter((word) => PERSON_NOUNS.has(word)).length;
  const numbers = words.filter((word) => NUMBER_WORDS.has(word)).length;
  return nouns === 1 && numbers > 0 && nouns + numbers === words.length && !ALSO_A_PHONE.has(words.join(' '));
}

const ALSO_A_PHONE = new Set([
  'contact no',
  'contact number',
  'contact nr',
  'numero contacto',
  'person number',
  'contact num',
  'contact reference',
  'numero persona',
  'numero contatto',
  'numero contato',
  'lead source',
]);

const LOGIN_NOUNS = new Set(
  'user usuario utente benutzer gebruiker utilisateur usager utilizador'.split(' '),
);
const NAME_WORDS = new Set('name names nombre nom nome naam'.split(' '));

/** "Naam werknemer", "borrower name": a word for a person and the word name, and nothing else. */
export function namesAPerson(phrases: readonly Phrase[]): boolean {
  const words = phrases.flatMap((phrase) => phrase.words.split(' ')).filter((word) => !/^\d+$/.test(word));
  return (
    words.length === 2 &&
    !words.some((word) => LOGIN_NOUNS.has(word)) &&
    words.some((word) => NAME_WORDS.has(word)) &&
    words.some((word) => PERSON_NOUNS.has(word))
  );
}
