import { toKnownWords } from '../reading/known-words.js';
import { splitWords } from '../text/split-words.js';

/** What one row of the table, object or sheet stands for. */
export type ObjectKind =
  'person' | 'organisation' | 'document' | 'product' | 'process' | 'settings' | 'unknown';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const KINDS: readonly (readonly [ObjectKind, ReadonlySet<string>])[] = [
  [
    'settings',
    words(
      `settings setting config configuration preferences options parameters parametres ajustes einstellungen impostazioni configuracoes definicoes instellingen configuracion parametros metadata schema setup`,
    ),
  ],
  [
    'person',
    words(
      `invitee invitees policyholder renters renter homeowner homeowners lessee lessees landlord landlords buyers buyer sellers seller investors investor shareholders shareholder directors director trustees trustee followers fans viewers gamers authors author artists artist actors models talent judges mentors mentees interns intern trainees trainee apprentices apprentice kids toddlers babies infants nanny nannies babysitters hosts host riders rider couriers courier veterans inmates defendants plaintiffs victims witnesses citizens citizen inhabitants neighbours neighbors requesters claimants signers survivors walkers runners swimmers dancers singers choir team_member squad personas azubis auszubildende lehrlinge praktikanten bewohner bewohners mieter huurders clienten zorgvragers cursisten cursist interessenten interessent interessenten sportler sporters spieler spelers speler joueurs joueur jugadores jugador jogadores jogador giocatori giocatore atleti atleta atletas locataires locataire inquilinos inquilino inquilini propietarios proprietaires propriétaires proprietari familias familia familles famille famiglie famiglia gezinnen gezin haushalte haushalt hogares menores kinder kinderen enfants enfant bambini ninos criancas beneficiaire utentes formandos formando stagiaires stagiaire stagiair tirocinanti aprendices aspirantes postulantes postulante eltern ouders genitori pais padres gasteliste ospite hospede feligreses paroquianos parrocchiani gemeindeglieder kirchenmitglieder parochianen abbonati assinantes suscriptores suscriptor inscrit iscritto inscrito donatrici benefattori bienfaiteurs colaboradores colaborador collaboratori collaborateurs vertreter ansprechpartner interlocuteurs personnes_contact beneficiario freiwilliger helfer ehrenamtliche wehrmitglieder aktive sangerliste musiker musicians karteninhaber mandanten mandant mandanten mandants pacientes_lista contact contacts person persons people customer customers user users employee employees member members subscriber subscribers patient patients student students donor donors volunteer volunteers attendee attendees participant participants candidate candidates applicant applicants guest guests client clients clientes clienti clientele staff individual individuals lead leads prospect prospects constituent constituents personnel worker workers tenant tenants borrower borrowers passenger passengers registrant registrants registration registrations registrants householder household households children child pupil pupils alumni family families parishioner parishioners congregation contacto contactos contatto contatti contato contatos kontakt kontakte contactpersoon contactpersonen contactos persona personas persone personne personnes pessoa pessoas personen empleado empleados trabajador trabajadores empleada employe employes salarie salaries salaries mitarbeiter mitarbeiterin funcionario funcionarios dipendente dipendenti medewerker medewerkers werknemer werknemers socio socios soci membre membres adherent adherents mitglied mitglieder membro membros associado associados lid leden ledenlijst alumno alumnos eleve eleves etudiant schuler student aluno alunos alunno alunni studenti leerling leerlingen paciente pacientes paziente pazienti patienten donante donantes donateur donateurs spender doador doadores donatore donatori klant klanten kunde kunden cliente abonne abonnes abonnenten teilnehmer deelnemer deelnemers participante participantes partecipante partecipanti iscritti inscritos inscrits inscriptions voluntario voluntarios benevole benevoles freiwillige vrijwilliger vrijwilligers volontari huesped huespedes invitado invitados invites gaste gast gasten hospedes ospiti usuario usuarios utente utenti utilisateur utilisateurs benutzer nutzer gebruiker gebruikers utilizador utilizadores candidato candidatos candidat candidats bewerber bewerberin kandidaat kandidaten candidati personal anagrafica adressbuch adresboek rubrica agenda agent agents driver drivers player players athlete athletes team_members profile profiles resident residents beneficiary beneficiaries beneficiarios beneficiaires caregiver caregivers parent parents guardian guardians speaker speakers winner winners loan_applicants cardholder cardholders titanic voters voter respondent respondents shopper audience mailing newsletter recipients recipient customers_list credit_customers membership memberships signups signup enrollment enrollments enrolment rsvp attendance payroll roster crew fellows alumnus partner partners res_partner hr applications application demandes anmeldung anmeldungen inscripciones inscricoes iscrizioni aanmeldingen inschrijvingen sponsor_child migrant refugee refugees worshipper coach coaches trainer trainers teacher teachers lehrer profesor docente docentes instructor instructors physicians doctors bank_customers churn insured policyholder policyholders subscribers_list visitor visitors intake clientes_lista`,
    ),
  ],
  [
    'organisation',
    words(
      `company companies account accounts organization organizations organisation organisations business businesses vendor vendors supplier suppliers shop store stores empresa empresas societe societes entreprise entreprises firma firmen unternehmen azienda aziende bedrijf bedrijven organisatie organisaties organizacion organizaciones organizacao organizacoes organizzazioni proveedor proveedores fournisseur fournisseurs lieferant lieferanten fornecedor fornecedores fornitore fornitori leverancier leveranciers cuenta cuentas compte comptes konto konten conta contas tiers thirdparty institution institutions agency agencies branch branches restaurant restaurants hotel hotels companyinfo merchant merchants sponsor sponsors`,
    ),
  ],
  [
    'document',
    words(
      `visit visits visitas visite interventions intervention einsatz einsatze prenotazioni prenotazione reservas reserva reserveringen reservering afspraken afspraak rendezvous appuntamenti appuntamento citas cita agendamentos consultas reservierungen reservierung bank_export mandate mandates ledger ledgers postings movements mutaties mutatie lancamentos lancamento buchungen buchung movimientos movimiento movimenti movimento mouvements mouvement ecritures transacties boekingen asientos bankmutaties extrato extracto kontoauszug journal_entries deal deals opportunity opportunities order orders invoice invoices quote quotes estimate estimates payment payments charge charges transaction transactions bill bills subscription subscriptions ticket tickets case cases refund refunds sale sales purchase purchases booking bookings reservation reservations contract contracts receipt receipts salesreceipt creditmemo journal expense expenses claim claims pedido pedidos factura facturas commande commandes facture factures devis rechnung rechnungen bestellung bestellungen angebot auftrag auftrage fatura faturas ordine ordini fattura fatture preventivo offerte offertes factuur facturen bestelling bestellingen opportunite opportunites oportunidade oportunidades oportunidad oportunidades opportunita verkaufschance verkaufschancen cart carts checkout checkouts donation donations contribution contributions gift gifts loan loans card cards delivery deliveries shipment shipments timesheet timesheets appointment appointments issue issues engagement engagements conversation conversations negocio negocios`,
    ),
  ],
  [
    'process',
    words(
      `build builds deployment deployments pipeline pipelines release releases server servers test tests experiment experiments run runs sprint milestone milestones channel channels post posts blog faq plantillas plantilla vorlagen vorlage modelli modeles sjablonen kampagnen campanas campanhas job_post job_posts posting postings vacancy vacancies campaign campaigns list lists form forms email emails template templates task tasks event events call calls meeting meetings activity activities workflow workflows automation segment segments page pages report reports session sessions message messages note notes tarea tareas tache taches aufgabe aufgaben attivita taak taken reunion reunions project projects proyecto projekt projet progetto campana campagne kampagne campanha campagna webhook job jobs queue file files document documents course courses class classes calendar survey surveys tag tags group groups role roles survey_definition department departments stats statistics metrics analytics`,
    ),
  ],
  [
    'product',
    words(
      `articulo articulos articolo articoli artigo artigos artikelen magazzino voorraad lager lagerbestand inventario estoque price pricelist price_list preisliste prijslijst tarifas catalogo katalog catalogus menus speisekarte cardapio plats ricette rezepte rezept recetas receitas recettes recepten recipes dishes fahrzeuge vehiculos vehicules voitures veicoli veiculos voertuigen immobilien inmuebles immobili imoveis logements wohnungen appartements mascota mascotas animaux animal animali animais tiere haustiere huisdieren dieren dogs dog cats cat horses horse pferde hunde perros cani chiens honden skus material materials materiales ingredients ingredientes toys wines vinos vins weine offer offers angebote aanbod aanbiedingen ofertas offres product products item items variant variants inventory vehicle vehicles car cars listing listings property properties asset assets service services price prices coupon coupons producto productos produit produits produkt produkte produto produtos prodotto prodotti artikel article articles room rooms equipment house houses book books menu recipe stock catalog catalogue sku animal animals pet pets location locations warehouse machine device devices parcel`,
    ),
  ],
];

const PERSON = KINDS[1]?.[1] ?? new Set<string>();

/** What a row of this object stands for; the last telling word decides, as in "customer orders". */
export function objectKindOf(object: string): ObjectKind {
  const bare = object.slice(0, 120).toLowerCase();
  const tokens = [...splitWords(object)];
  for (const word of tokens.toReversed()) {
    const kind = kindOf(word) ?? kindOf(toKnownWords([word]).at(-1) ?? '');
    if (kind !== undefined) return kind;
  }
  if (
    /(?:person|people|contact|customer|client|member|kunde|klant|leden|socio|mitglied|persone|employ)/.test(
      bare,
    )
  )
    return 'person';
  // A log of donors is of donors; a log of nobody is of our own work.
  return tokens.some((word) => /^logs?$/.test(word)) ? 'process' : 'unknown';
}

function kindOf(word: string): ObjectKind | undefined {
  if (GENERIC.has(word)) return undefined;
  return (
    KINDS.find(([, members]) => members.has(word))?.[0] ?? (PERSON.has(`${word}s`) ? 'person' : undefined)
  );
}

/** Words that name the container and not the row: "customer_list", "members table", "Kundenliste". */
const GENERIC = words(
  `log logs tracker list lists table sheet data export file files liste lista lijst tabla tabelle tabella tabela report records record dataset csv db`,
);
