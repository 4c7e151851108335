import { FileProblem } from './file-problem.js';
import { limits } from './limits.js';
import { readXml } from './xml.js';

/** The texts that cells of all sheets point to. They are held in memory, within bounds: nothing goes to disk (law 1). */
export async function readSharedStrings(bytes: AsyncIterable<Buffer> | null): Promise<readonly string[]> {
  if (bytes === null) return [];
  const strings: string[] = [];
  let held = 0;
  let text = '';
  let isText = false;
  let isPhonetic = false;
  const reading = readXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') isText = !isPhonetic;
      else if (name === 'rPh') isPhonetic = true;
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') {
        strings.push(text);
        held += text.length;
      }
    },
  });
  for await (const _ of reading) {
    if (held > limits.sharedCharacters) {
      throw new FileProblem('the workbook holds too much text: save it as CSV');
    }
  }
  return strings;
}
