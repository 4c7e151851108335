import type { Phrase } from './find-phrases.js';

const PERSON_NOUNS = new Set(
  (
    'requester requestor submitter reporter caller complainant claimant enquirer inquirer invitee insured policyholder nominee beneficiary cardholder accountholder guarantor landlord lessee renter bather parent guardian child baby signer signatory witness plaintiff defendant founder director shareholder trustee investor artist author speaker coach trainer teacher tutor instructor doctor physician nurse therapist carer caregiver ' +
    'dueno duena huesped invitado invitada comensal pasajero remitente comprador compradora firmante avalista fiador heredero arrendatario propietario candidato entrenador profesor profesora tutor tutora medico abogado conductor asegurado acompanante cuidador alumna clienta socia ' +
    'ospite proprietario responsabile allievo allieva iscritta tutore genitore accompagnatore acquirente mittente firmatario garante erede locatario affittuario passeggero istruttore insegnante maestro avvocato assicurato contraente lavoratore collaboratore debitore conducente padrone ' +
    'remetente hospede passageiro locatario dono dona responsavel herdeiro acompanhante convidado professora treinador instrutor advogado motorista segurado formando condutor devedor pagador colaborador ' +
    'acheteur acheteuse expediteur passager bailleur proprietaire garant beneficiaire heritier accompagnant candidat candidate professeur entraineur moniteur enseignant medecin avocat assure souscripteur tuteur tutrice apprenant stagiaire conducteur debiteur payeur signataire emprunteur gerant dirigeant allocataire cliente ' +
    'kaufer kauferin absender vermieter eigentumer halter tierhalter hundehalter fahrzeughalter besitzer burge begunstigter bewerber bewerberin lehrer lehrerin trainerin arzt anwalt versicherter vormund fahrer fahrerin schuldner zahler kreditnehmer klient klientin patientin mandant mandantin kundin mitarbeiterin schulerin teilnehmerin azubi praktikant besteller antragsteller anmelder erziehungsberechtigter sorgeberechtigter ' +
    'koper afzender verhuurder eigenaar baasje begunstigde erfgenaam begeleider sollicitant kandidaat docent leraar verzekerde voogd bestuurder chauffeur betaler ondertekenaar opdrachtgever ouder verzorger mantelzorger huisarts tandarts behandelaar ' +
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
  'parent id',
  'parent ref',
  'key driver',
  'key person',
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
