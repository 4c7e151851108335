import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { ZipFile } from 'yazl';

/** A folder of exports for one test. */
export interface ExportsFolder extends AsyncDisposable {
  readonly path: string;
  add(name: string, content: string | Buffer): Promise<void>;
}

/** Writes the files, by relative path, into a new temporary folder; `await using` removes it. */
export async function exportsFolder(
  files: Readonly<Record<string, string | Buffer>>,
): Promise<ExportsFolder> {
  const root = await mkdtemp(path.join(tmpdir(), 'plumbline-exports-'));
  const add = async (name: string, content: string | Buffer) => {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  for (const [name, content] of Object.entries(files)) await add(name, content);
  return {
    path: root,
    add,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

/** A zip with these members. */
export async function zipOf(members: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A workbook with these sheets, by title. */
export async function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly ExcelJS.CellValue[])[]>>,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [title, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(title);
    for (const row of rows) sheet.addRow([...row]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
