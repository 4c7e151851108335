import { splitWords } from '../text/split-words.js';

const SAYS_NOTHING = new Set(
  (
    'column columna colonne colonna coluna spalte kolom col field fields feld champ campo veld unnamed untitled attribute ' +
    'attr property prop value wert valor valeur valore waarde question frage pregunta pergunta domanda vraag variable var item header ' +
    'custom customfield data text string merge udf x y z none null undefined'
  ).split(' '),
);

/** Whether a name says nothing of what is stored: "", "Column A", "Spalte4", "custom_field_3". Then only the values can. */
export function saysNothing(text: string): boolean {
  return splitWords(text).every((word) => word.length === 1 || /^\d+$/.test(word) || SAYS_NOTHING.has(word));
}
