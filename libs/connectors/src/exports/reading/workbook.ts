import { Archive } from './archive.js';
import { FileProblem } from './file-problem.js';
import { limits } from './limits.js';
import type { LineBatch } from './lines.js';
import { type DateStyles, dateStyles } from './number-formats.js';
import { readSharedStrings } from './shared-strings.js';
import { sheetLines } from './sheet-lines.js';
import { readXml } from './xml.js';

/** One sheet of a workbook. Its title is not kept (law 1). */
export interface Sheet {
  lines(): AsyncIterable<LineBatch>;
}

/** The sheets of an XLSX file in their order, hidden ones too; nothing is written to disk. */
export class Workbook {
  readonly sheets: readonly Sheet[];
  private readonly archive: Archive;

  private constructor(archive: Archive, sheets: readonly Sheet[]) {
    this.archive = archive;
    this.sheets = sheets;
  }

  /** Throws a FileProblem for what is no workbook, or is damaged or too large. */
  static async open(source: string | Buffer, signal: AbortSignal): Promise<Workbook> {
    const archive = await Archive.open(source);
    try {
      return new Workbook(archive, await sheetsOf(archive, signal));
    } catch (error) {
      archive.close();
      throw error;
    }
  }

  close(): void {
    this.archive.close();
  }
}

type Open = (name: string) => AsyncIterable<Buffer> | null;

async function sheetsOf(archive: Archive, signal: AbortSignal): Promise<readonly Sheet[]> {
  const members = new Map(archive.members.map((member) => [member.name.toLowerCase(), member]));
  const open: Open = (name) => {
    const member = members.get(name.toLowerCase());
    if (member === undefined) return null;
    if (member.refused !== undefined) throw new FileProblem(member.refused);
    return archive.read(member, signal);
  };
  const book = await bookIn(open);
  const { ids, startsIn1904 } = await readBook(open(book) ?? missing());
  const parts = await relationsOf(book, open);
  const ofType = (type: string) => parts.find((part) => part.type === type)?.target ?? '';
  const found = ids.flatMap((id) => parts.filter((part) => part.id === id && part.type === 'worksheet'));
  if (found.length > limits.sheets) throw new FileProblem('it has more than 200 sheets');
  const styles: DateStyles = { ...(await dateStyles(open(ofType('styles')))), startsIn1904 };
  const strings = await readSharedStrings(open(ofType('sharedStrings')));
  return found.map(({ target }) => ({
    lines: () => sheetLines(open(target) ?? missing(), strings, styles),
  }));
}

/** Where the workbook lies: nearly always here, else where the archive's own relations say. */
async function bookIn(open: Open): Promise<string> {
  const usual = 'xl/workbook.xml';
  if (open(usual) !== null) return usual;
  const relations = await relationsOf('', open);
  return relations.find(({ type }) => type === 'officeDocument')?.target ?? missing();
}

async function readBook(bytes: AsyncIterable<Buffer>): Promise<{ ids: string[]; startsIn1904: boolean }> {
  const ids: string[] = [];
  let startsIn1904 = false;
  const reading = readXml(bytes, {
    open(name, attributes) {
      if (name === 'sheet') {
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
        if (id !== undefined) ids.push(id);
      } else if (name === 'workbookPr') {
        startsIn1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      }
    },
  });
  await drain(reading);
  return { ids, startsIn1904 };
}

interface Relation {
  readonly id: string;
  /** The last word of the type: `worksheet`, `styles`, `sharedStrings`. */
  readonly type: string;
  readonly target: string;
}

/** The parts that a part names, with their paths in the archive. */
async function relationsOf(part: string, open: Open): Promise<readonly Relation[]> {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : '';
  const bytes = open(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (bytes === null) missing();
  const relations: Relation[] = [];
  const reading = readXml(bytes, {
    open(name, { Id: id, Target: target, Type: type }) {
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      relations.push({
        id,
        type: type?.split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : folder + target,
      });
    },
  });
  await drain(reading);
  return relations;
}

async function drain(reading: AsyncIterable<void>): Promise<void> {
  for await (const _ of reading);
}

function missing(): never {
  throw new FileProblem('it is no workbook of Excel, whatever its name says: save it again as XLSX');
}
