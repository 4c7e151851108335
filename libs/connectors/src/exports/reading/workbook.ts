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

async function sheetsOf(archive: Archive, signal: AbortSignal): Promise<readonly Sheet[]> {
  const members = new Map(archive.members.map((member) => [member.name.toLowerCase(), member]));
  const open = (name: string): AsyncIterable<Buffer> | null => {
    const member = members.get(name.toLowerCase());
    if (member === undefined) return null;
    if (member.refused !== undefined) throw new FileProblem(member.refused);
    return archive.read(member, signal);
  };
  const { ids, startsIn1904 } = await readBook(open('xl/workbook.xml'));
  const targets = await readTargets(open('xl/_rels/workbook.xml.rels'));
  const found = ids.map((id) => targets.get(id)).filter((target) => target !== undefined);
  if (found.length > limits.sheets) throw new FileProblem('it has more than 200 sheets');
  const styles: DateStyles = { ...(await dateStyles(open('xl/styles.xml'))), startsIn1904 };
  const strings = await readSharedStrings(open('xl/sharedStrings.xml'));
  return found.map((target) => ({
    lines: () => sheetLines(open(target) ?? missing(), strings, styles),
  }));
}

async function readBook(
  bytes: AsyncIterable<Buffer> | null,
): Promise<{ ids: string[]; startsIn1904: boolean }> {
  if (bytes === null) missing();
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

async function readTargets(bytes: AsyncIterable<Buffer> | null): Promise<ReadonlyMap<string, string>> {
  if (bytes === null) missing();
  const targets = new Map<string, string>();
  const reading = readXml(bytes, {
    open(name, attributes) {
      const { Id: id, Target: target, Type: type } = attributes;
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      if (!(type ?? '').endsWith('/worksheet')) return;
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  await drain(reading);
  return targets;
}

async function drain(reading: AsyncIterable<void>): Promise<void> {
  for await (const _ of reading);
}

function missing(): never {
  throw new FileProblem('it is no workbook of Excel, whatever its name says: save it again as XLSX');
}
