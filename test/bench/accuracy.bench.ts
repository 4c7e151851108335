import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { classifyField, fieldClassifier } from '#rules/classify/classify-field.js';
import { CLASSIFIER_VERSION } from '#rules/classify/classifier-version.js';
import type { FieldClassifier } from '#rules/classify/classifier.js';
import { wordGuesser } from '#rules/classify/model/field-model.js';
import { findSpans } from '#rules/classify/spans/find-spans.js';
import { FIELD_SETS, LOOK_ALIKE_SETS, NOTE_SETS, UNTOUCHED_SETS } from './field-set-names.js';
import { calibrationOf, confusionsOf, scoreFields, type Answered } from './field-score.js';
import { parseFieldSet, parseLabelledLines, type LabelledField } from './field-set.js';
import { scoreNotes } from './note-score.js';
import { parseNoteSet } from './note-set.js';
import { classifyByRegexList } from './regex-baseline.js';
import { trainFieldModel } from './train-field-model.js';

// npm run bench:accuracy: how right the classifier is, on labelled fields whose systems the model has not seen.
const FOLDS = 4;
const NOTES_FOR_SPEED = 20_000;
const data = new URL('./labelled/', import.meta.url);
const development = new URL('../../../shared/classification/dev.jsonl', import.meta.url);
const results = new URL('../../bench-results/', import.meta.url);

const own = fieldsOf(FIELD_SETS);
const untouched = fieldsOf(UNTOUCHED_SETS).map((field) => answered(field, classifyField));
const lookAlikes = fieldsOf(LOOK_ALIKE_SETS).map((field) => answered(field, classifyField));
const answers = crossValidated(own, ({ system }) => system, FOLDS);
const languagesHeldOut = crossValidated(own, ({ language }) => language, FOLDS);
const baseline = own.map((field): Answered => ({
  field,
  category: classifyByRegexList(field),
  confidence: 1,
}));
const notes = NOTE_SETS.flatMap((file) => parseNoteSet(readFileSync(new URL(file, data), 'utf8')));
const noteScore = scoreNotes(notes, findSpans);

const report = {
  classifierVersion: CLASSIFIER_VERSION,
  all: scoreFields(answers),
  languagesHeldOut: scoreFields(languagesHeldOut),
  regexList: scoreFields(baseline),
  untouched: scoreFields(untouched),
  untouchedByLanguage: grouped(untouched, ({ language }) => language),
  untouchedCalibration: calibrationOf(untouched),
  lookAlikes: scoreFields(lookAlikes).exact,
  bySystem: grouped(answers, ({ system }) => system),
  byLanguage: grouped(languagesHeldOut, ({ language }) => language),
  bySet: grouped(answers, ({ id }) => id.replace(/-\d+$/, '')),
  calibration: calibrationOf(answers),
  confusions: confusionsOf(answers, 12),
  development: existsSync(development) ? scoreFields(developmentAnswers()) : null,
  notes: noteScore,
  microsecondsPerNote: Math.round(microsecondsPerNote()),
};

console.log(
  `Classifier ${CLASSIFIER_VERSION}: ${own.length} own fields, the model trained without the systems (or the languages) it is asked about.\n`,
);
console.table({
  'ours, systems held out': rounded(report.all),
  'ours, languages held out': rounded(report.languagesHeldOut),
  'regex list': rounded(report.regexList),
  'untouched set': rounded(report.untouched),
  ...(report.development && { 'dev.jsonl': rounded(report.development) }),
});
console.log(`Look-alikes seen through: ${report.lookAlikes.toFixed(3)} of ${lookAlikes.length}.`);
console.log('By language, the model trained without it');
console.table(rows(report.byLanguage));
console.log('By set (first figures of each set: test/bench/labelled/README.md)');
console.table(rows(report.bySet));
console.log('By system');
console.table(rows(report.bySystem));
console.log('The set that nothing was learned from, by language, and its confidence');
console.table(rows(report.untouchedByLanguage));
console.table(report.untouchedCalibration.map((band) => rounded(band)));
console.log('Confidence, all other sets');
console.table(report.calibration.map((band) => rounded(band)));
console.log('Most frequent confusions');
console.table(report.confusions);
console.log(
  `Notes: precision ${noteScore.precision.toFixed(3)}, recall ${noteScore.recall.toFixed(3)} a note, ${report.microsecondsPerNote} microseconds a note of 200 characters.`,
);
console.table(noteScore.byType.map((type) => rounded(type)));

mkdirSync(results, { recursive: true });
writeFileSync(new URL('accuracy.json', results), `${JSON.stringify(report, undefined, 2)}\n`);

function fieldsOf(files: readonly string[]): LabelledField[] {
  return files.flatMap((file) => parseFieldSet(readFileSync(new URL(file, data), 'utf8'), file));
}

/** Each field judged with a model that has seen none of its own kind: no field of the system, or of the language. */
function crossValidated(
  fields: readonly LabelledField[],
  kindOf: (field: LabelledField) => string,
  folds: number,
): Answered[] {
  const kinds = [...new Set(fields.map((field) => kindOf(field)))].toSorted();
  const foldOf = (field: LabelledField): number => kinds.indexOf(kindOf(field)) % folds;
  return Array.from({ length: folds }, (_unused, fold) => {
    const { categories, weights } = trainFieldModel(fields.filter((field) => foldOf(field) !== fold));
    const classify = fieldClassifier(wordGuesser(categories, weights));
    return fields.filter((field) => foldOf(field) === fold).map((field) => answered(field, classify));
  }).flat();
}

function developmentAnswers(): Answered[] {
  return parseLabelledLines(readFileSync(development, 'utf8')).map((field) => answered(field, classifyField));
}

function answered(field: LabelledField, classify: FieldClassifier): Answered {
  const { system, object, name, label, type, sampleValues } = field;
  const { category, confidence } = classify({ system, object, name, label, type, options: [], sampleValues });
  return { field, category, confidence };
}

function grouped(
  all: readonly Answered[],
  keyOf: (field: LabelledField) => string,
): Record<string, ReturnType<typeof scoreFields>> {
  const keys = [...new Set(all.map(({ field }) => keyOf(field)))].toSorted();
  return Object.fromEntries(
    keys.map((key) => [key, scoreFields(all.filter(({ field }) => keyOf(field) === key))]),
  );
}

function rows(groups: Record<string, object>): Record<string, object> {
  return Object.fromEntries(Object.entries(groups).map(([key, score]) => [key, rounded(score)]));
}

function rounded(values: object): object {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
    ]),
  );
}

function microsecondsPerNote(): number {
  const texts = notes.map(({ text }) =>
    text.padEnd(200, ' and they will come by again some time next week.').slice(0, 200),
  );
  const start = performance.now();
  for (let round = 0; round < NOTES_FOR_SPEED; round += 1) findSpans(texts[round % texts.length] ?? '');
  return ((performance.now() - start) * 1000) / NOTES_FOR_SPEED;
}
