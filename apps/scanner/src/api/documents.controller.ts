import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Documents } from '../documents/documents.js';
import { DOCUMENT_FORMATS, documentFormats, documentKinds } from '../documents/written-document.js';
import type { AccessedOrganization } from '../people/caller.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { RequestProblem } from './problem.js';

const Kind = z.enum(documentKinds).meta({
  description:
    'policy: the page to sign; notice: wording for the website; ropa: the record of processing; questionnaire: questions to vendors; audit: the last quarter; weekly: the mail as it would go out now',
});
const Asked = z.object({ format: z.enum(documentFormats).default('html') });

const TYPES = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
} as const;

/** A page may hold its own style and pictures, and does nothing else. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";

/** Documents for people: made anew each time, in a process of their own. */
@Controller('api/v1/organizations/:organization/documents')
export class DocumentsController {
  constructor(@Inject(Documents) private readonly documents: Documents) {}

  @Get(':kind')
  @Needs('viewer')
  @Answers('The document', null, 200)
  async getDocument(
    @InOrganization() { id: organization }: AccessedOrganization,
    @Param('kind', { schema: Kind }) kind: z.output<typeof Kind>,
    @Query({ schema: Asked }) { format }: z.output<typeof Asked>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const possible: readonly string[] = DOCUMENT_FORMATS[kind];
    if (!possible.includes(format))
      throw new RequestProblem(
        400,
        'That document is not written like that.',
        `Ask for: ${possible.join(', ')}.`,
      );
    const content = await this.documents.written({ organization, kind, format });
    void reply.status(200).type(TYPES[format]);
    if (format === 'html')
      void reply.header('content-security-policy', PAGE_POLICY).header('x-frame-options', 'SAMEORIGIN');
    else void reply.header('content-disposition', `attachment; filename="plumbline-${kind}.${format}"`);
    await reply.send(Buffer.from(content));
  }
}
