import type { Readable } from 'node:stream';
import { Controller, Delete, Get, Inject, Param, Put, Req } from '@nestjs/common';
import { z } from 'zod';
import { UserActionError } from '#connectors/contract/error.js';
import type { AccessedOrganization } from '../people/caller.js';
import { noRoom, Uploads } from '../queue/uploads.js';
import { InOrganization, Needs } from './access.js';
import { Answers, TakesFile } from './answers.js';
import { notFound, RequestProblem } from './problem.js';

const FileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^(?![.~])[^\p{Cc}\p{Cs}\p{Cf}/\\]+$/u)
  .meta({ description: 'What the file is called, with its ending: contacts.csv, sales.xlsx, all.zip' });

const UploadShown = z
  .object({
    name: z.string(),
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
    @Param('file', { schema: FileName }) path: string,
    @Req() { body }: { readonly body: unknown },
  ) {
    const content = await bytesOf(body, this.uploads.room(organization));
    this.uploads.add(organization, { path, content });
    const added = this.uploads.of(organization).find((file) => file.path === path);
    if (added === undefined) throw notFound();
    return shown(added);
  }

  @Delete(':file')
  @Needs('admin')
  @Answers('It is gone', null)
  removeUpload(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('file', { schema: FileName }) path: string,
  ) {
    if (!this.uploads.remove(organization, path)) throw notFound();
  }
}

function shown({ path, content, until }: ReturnType<Uploads['of']>[number]) {
  return { name: path, bytes: content.length, kept_until: new Date(until).toISOString() };
}

/** A stream is read only when it is known who sends it (http-server.ts), and no further than there is room. */
async function bytesOf(body: unknown, most: number): Promise<Buffer> {
  if (!isStream(body)) {
    throw new RequestProblem(
      415,
      'A file is sent as it is.',
      'Send its bytes as application/octet-stream, without a form around them.',
    );
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += (chunk as Buffer).length;
    if (bytes > most) throw tooLarge(noRoom());
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks, bytes);
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

function tooLarge({ message, step }: UserActionError): RequestProblem {
  return new RequestProblem(413, message, step);
}
