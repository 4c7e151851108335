import type { Concept } from '../reading/lexicon.js';
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
    'gatto gatti cavallo animale animali hond honden katten paard paarden huisdier huisdieren dieren'
  ).split(' '),
);
const ANIMAL_DISEASE =
  /^(?:antirr?ab|rabi[ae]s?$|rabbia$|tollwut|hondsdolheid|parvo|distemper|leishman|entwurm)/;
