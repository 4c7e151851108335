import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Anyone } from '../api/access.js';
import { notFound } from '../api/problem.js';
import { installationRoot } from '../installation-root.js';

const FOLDER = path.join(installationRoot(), 'apps/scanner/pages');

const KINDS = new Map([
  ['plumbline.css', 'text/css; charset=utf-8'],
  ['plumbline.js', 'text/javascript; charset=utf-8'],
]);

/** The few pages that people need until there is a dashboard. What they may do is decided by the API alone. */
@Controller()
export class PagesController {
  @Get(['', 'set-up', 'sign-in', 'invitation', 'new-password', 'connections'])
  @Anyone()
  async page(@Res() reply: FastifyReply): Promise<void> {
    await reply.type('text/html; charset=utf-8').send(await readFile(path.join(FOLDER, 'page.html')));
  }

  @Get('pages/:file')
  @Anyone()
  async part(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const kind = KINDS.get(file);
    if (kind === undefined) throw notFound();
    await reply.type(kind).send(await readFile(path.join(FOLDER, file)));
  }
}
