import type { Readable } from 'node:stream';
import { Controller, Delete, Get, Inject, Param, Put, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { UserActionError } from '#connectors/contract/error.js';
import type { AccessedOrganization } from '../people/caller.js';
import { Uploads } from '../queue/uploads.js';
import { InOrganization, Needs } from './access.js';
import { Answers, TakesFile } from './answers.js';
import { notFound, RequestProblem } from './problem.js';

const FileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^(?![.~])[^\p{Cc}\p{Cs}\p{Cf}/\\]+$/u)
  .meta({ description: 'What the file is called, with its ending: contacts.csv, sales.xlsx, all.zip' });

/** Folders below the one of the exports, by which a policy may name files; never one above it, nor a place of this computer. */
const InFolder = z.strictObject({
  folder: z
    .string()
    .max(400)
    .regex(
      /^$|^(?:(?![.~])[^\p{Cc}\p{Cs}\p{Cf}/\\:]{1,120}\/){0,9}(?![.~])[^\p{Cc}\p{Cs}\p{Cf}/\\:]{1,120}$/u,
    )
    .default('')
    .meta({
      description: 'The folder that it lay in, with slashes, such as mailchimp/2026; none unless given',
    }),
});
type InFolder = z.output<typeof InFolder>;

const UploadShown = z
  .object({
    name: z.string(),
    folder: z.string().meta({ description: 'Empty: none' }),
    bytes: z.int(),
    kept_until: z.string().meta({ description: 'If no scan has read it by then, it is gone' }),
  })
  .meta({ id: 'Upload' });

/** Exports that a person hands over for the next scan; they are kept in memory only. */
@Controller('api/v1/organizations/:organization/uploads')
export class UploadsController {
  constructor(@Inject(Uploads) private readonly uploads: Uploads) {}

  @Get()
  @Needs('admin')
  @Answers('What waits for the next scan', z.object({ items: z.array(UploadShown) }))
  listUploads(@InOrganization() { organization }: AccessedOrganization) {
    return { items: this.uploads.of(organization).map(shown) };
  }

  @Put(':file')
  @Needs('admin')
  @TakesFile()
  @Answers(
    'The file waits for the next scan, which reads it as if it lay in the folder of exports',
    UploadShown,
  )
  async addUpload(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('file', { schema: FileName }) name: string,
    @Query({ schema: InFolder }) { folder }: InFolder,
    @Req() { body }: { readonly body: unknown },
  ) {
    if (!isStream(body)) throw notAFile();
    // It is read only now that it is known who sends it (http-server.ts).
    const taken = this.uploads.take(organization, pathOf(folder, name), body);
    return shown(await taken.catch(tooLarge));
  }

  @Delete(':file')
  @Needs('admin')
  @Answers('It is gone', null)
  removeUpload(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('file', { schema: FileName }) name: string,
    @Query({ schema: InFolder }) { folder }: InFolder,
  ) {
    if (!this.uploads.remove(organization, pathOf(folder, name))) throw notFound();
  }
}

function pathOf(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function shown({ path, content, until }: ReturnType<Uploads['of']>[number]) {
  const end = path.lastIndexOf('/');
  const [folder, name] = [path.slice(0, Math.max(end, 0)), path.slice(end + 1)];
  return { name, folder, bytes: content.length, kept_until: new Date(until).toISOString() };
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

function notAFile(): RequestProblem {
  return new RequestProblem(
    415,
    'A file is sent as it is.',
    'Send its bytes as application/octet-stream, without a form around them.',
  );
}

function tooLarge(error: unknown): never {
  if (!(error instanceof UserActionError)) throw error;
  throw new RequestProblem(413, error.message, error.step);
}
