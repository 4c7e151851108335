import { validate as validCpf } from 'stdnum/lib/cjs/br/cpf.js';
import { validate as validDni } from 'stdnum/lib/cjs/es/dni.js';
import { validate as validNie } from 'stdnum/lib/cjs/es/nie.js';
import { validate as validNir } from 'stdnum/lib/cjs/fr/nir.js';
import { validate as validCodiceFiscale } from 'stdnum/lib/cjs/it/codicefiscale.js';
import { validate as validCurp } from 'stdnum/lib/cjs/mx/curp.js';

type Scheme = readonly [shape: RegExp, hasValidCheck: (text: string) => boolean];

/** Numbers of persons whose shape alone is telling; plain runs of digits need a word beside them. */
const SCHEMES: readonly Scheme[] = [
  [/^(?!000|666|9)\d{3}-\d{2}-\d{4}$/, () => true],
  [/^[*xX•]{3}-[*xX•]{2}-\d{4}$/, () => true],
  [/^\d{8}-?[A-Z]$/, (text) => validDni(text).isValid],
  [/^[XYZ]-?\d{7}-?[A-Z]$/, (text) => validNie(text).isValid],
  [/^[12] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}$/, (text) => validNir(text).isValid],
  [/^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/, () => true],
  [
    /^[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/,
    (text) => validCodiceFiscale(text).isValid || text.length === 16,
  ],
  [/^\d{3}\.\d{3}\.\d{3}-\d{2}$/, () => true],
  [/^\d{11}$/, (text) => validCpf(text).isValid && text.startsWith('0')],
  [/^[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d$/, (text) => validCurp(text).isValid || text.length === 18],
  [/^\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}$/, () => true],
  [/^756\.\d{4}\.\d{4}\.\d{2}$/, () => true],
];

/** Whether a value has the shape, and where it has one the check digit, of a number given to one person. */
export function isPersonNumber(value: string): boolean {
  return SCHEMES.some(([shape, hasValidCheck]) => shape.test(value) && hasValidCheck(value));
}
