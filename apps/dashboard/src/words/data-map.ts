import type { DataMapCell } from '../api/shapes.js';
import type { Standing } from '../parts/standing-mark.js';
import { counted } from './counted.js';
import { dayInWords, inFigures } from './dates.js';
import { shareInWords } from './shares.js';

export const dataMapWords = {
  title: 'Data map',
  lead: 'Which kinds of customer data lie in which tool, and whether your policy says so.',
  map: 'What lies where',
  mapLabel: 'Kinds of data by system',
  mapLead: (asOf: string) =>
    `As found on ${dayInWords(asOf)}. The percentage is how many records have it, of what is wrong where something is. Press one to see its fields.`,
  differing: (count: number) =>
    count === 0
      ? 'What was found is as your policy says it may be.'
      : `${counted(count, 'kind of data is', 'kinds of data are')} not as your policy says.`,
  unsure: (count: number) =>
    `${counted(count, 'field', 'fields')} may hold customer data too, but Plumbline is not sure, so ${count === 1 ? 'it is' : 'they are'} not shown.`,
  onlyDiffering: 'Only what differs',
  kind: 'Kind of data',
  sensitive: 'sensitive',
  nothing: 'nothing found',
  nothingKnown: 'not known: not everything was read',
  noneDiffers: 'Nothing differs from your policy in what was read.',
  empty: 'No customer data was found',
  emptyStep:
    'Neither your policy nor what was read names any. If a tool is missing here, look at the overview for what could not be read.',
  states: {
    agrees: 'In your policy, and found',
    differs: 'Not as your policy says',
    'not found': 'In your policy, but not found',
    'not known': 'In your policy; not known whether it is there, because not everything was read',
    found: 'Found',
  } satisfies Record<Standing, string>,
  /** For the ears: what a rule says of it, if one does. */
  stateOf: ({ state, breaks }: DataMapCell): string =>
    breaks.length === 0
      ? dataMapWords.states[state]
      : `${dataMapWords.states.differs}: ${[...new Set(breaks.map(({ heading }) => heading))].join('; ')}`,
  inNotes: 'in notes',
  fieldsOf: (title: string, system: string) => `${title} in ${system}`,
  field: 'Field',
  where: 'Belongs to',
  filled: 'Filled in',
  inPolicy: 'In your policy',
  yes: 'Yes',
  no: 'No',
  share: (filled: number, records: number) =>
    `${inFigures(filled)} of ${counted(records, 'record')} (${shareInWords(filled, records)})`,
  shareOfNotes: (filled: number, notes: number) =>
    `inside ${inFigures(filled)} of ${counted(notes, 'note')} (${shareInWords(filled, notes)})`,
  own: 'made by you',
  whatToDo: {
    agrees: 'Nothing to do.',
    differs:
      'Take it out of the tool if you do not need it; if you do, write into your policy what you need it for.',
    'not found': 'If you do not need it any more, take it out of your policy.',
    'not known': 'Look at the overview for what could not be read, and why.',
    found: 'Write your policy, and it will be compared.',
  } satisfies Record<Standing, string>,
  toFindings: (system: string) => `What differs in ${system}`,
  close: 'Close',
  flow: 'The way of your data',
  flowLead:
    'From what you use it for, over what it is and where it lies, to the apps that reach it there. A kind of data without a line from the left has no purpose in your policy.',
  flowPicture: 'The picture of it',
  flowLabel: 'Purposes, kinds of data, systems and apps, and what leads from one to the other',
  columns: ['Used for', 'Kind of data', 'System', 'App'],
  show: 'Show',
  everything: 'Everything',
  asTable: 'As a table',
  ai: 'AI',
  none: 'Nothing named',
  flowEmpty: 'There is nothing to draw yet: neither your policy nor the last scan names any customer data.',
};
