import type { Concept } from '../reading/lexicon.js';
import { namesAnybody } from '../reading/person-nouns.js';
import type { Reading } from '../reading/read-words.js';
import type { Clue } from './clue.js';

/** Whether a fact is about an animal and not about its owner: "peso del perro", a breed in a groomer's book. */
export function isOfAnAnimal(concept: Concept, reading: Reading, { evidence }: Clue): boolean {
  if (!FACTS_OF_AN_ANIMAL.has(concept)) return false;
  const house = `${evidence.system.slice(0, 80)} ${evidence.object.slice(0, 80)}`;
  if (concept === 'race' && HOUSE_OF_ANIMALS.test(house)) return true;
  // "Allergic to dogs" is about the one who sneezes, and a "dog owner" is a person.
  if (reading.words.some((word) => /^al?lerg|^owner$/.test(word))) return false;
  return reading.words.some((word) => ANIMALS.has(word) || ANIMAL_DISEASE.test(word));
}

const FACTS_OF_AN_ANIMAL = new Set<Concept>([
  'race',
  'health',
  'dob',
  'gender',
  'age',
  'name',
  'namePart',
  'image',
  'biometric',
  'uniqueId',
]);

const HOUSE_OF_ANIMALS =
  /(?:^|[_ -])pets?(?:[_ -]|$)|animal|mascot|veterin|vetclinic|dog|kennel|hund|tier(?:arzt|heim|praxis|pension)|chien|canil|toilett|canile|dieren|hond|horse|pferd|livestock|cattle|breed/i;

const ANIMALS = new Set(
  (
    'pet pets dog dogs cat cats puppy puppies kitten horse horses animal animals breed cattle sheep ' +
    'perro perra perros gato gata gatos mascota mascotas caballo caballos chien chiens chienne chatte chevaux cheval animaux ' +
    'hund hunde hundes katze katzen pferd pferde pferdes haustier haustiere haustieres cachorro cachorros cavalo ' +
    'cane cani gatto gatti cavallo animale animali hond honden katten paard paarden huisdier huisdieren dieren'
  ).split(' '),
);
const ANIMAL_DISEASE =
  /^(?:antirr?ab|rabi[ae]s?$|rabbia$|tollwut|hondsdolheid|parvo|distemper|leishman|entwurm)/;

/** Whether a fact is about a thing that the same name names: "peso del paquete", "account health", "Alter der Rechnung". */
export function isOfAThing(concept: Concept, { words }: Reading): boolean {
  if (concept !== 'health' && concept !== 'age') return false;
  // A health insurance company and the account of a patient are about somebody.
  if (namesAnybody(words) || words.some((word) => INSURED.test(word))) return false;
  return words.some((word) => THINGS.has(word));
}

const INSURED = /insur|assur|assic|segur|versich|verzeker|allerg|alerg|medic|disab/;

const THINGS = new Set(
  (
    'package parcel box shipment pallet product item vehicle invoice account server system database company deal order batch ' +
    'paquete caja producto vehiculo factura cuenta empresa pedido servidor ' +
    'colis paquet carton produit vehicule facture compte entreprise commande serveur ' +
    'paket karton produkt fahrzeug rechnung konto firma unternehmen bestellung auftrag ' +
    'pacote caixa produto veiculo fatura conta encomenda ' +
    'pacco scatola prodotto veicolo fattura conto azienda ordine ' +
    'pakket doos voertuig factuur rekening bedrijf bestelling'
  ).split(' '),
);
