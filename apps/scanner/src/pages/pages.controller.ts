import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Anyone } from '../api/access.js';
import { notFound, RequestProblem } from '../api/problem.js';
import { DASHBOARD_FOLDER, dashboardAsset, dashboardPage } from './dashboard-files.js';

/** A year; its name holds a hash of what is in it. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The dashboard's files, which are anybody's to see. What may be done with them is decided by the API alone. */
@Controller()
export class PagesController {
  constructor(@Inject(DASHBOARD_FOLDER) private readonly folder: string) {}

  /** Every address of the dashboard; which screen it is, the page itself finds out. */
  @Get([
    '',
    'set-up',
    'sign-in',
    'invitation',
    'new-password',
    'sign-in-link',
    'connections',
    'organizations',
    'o/*',
  ])
  @Anyone()
  async page(@Res() reply: FastifyReply): Promise<void> {
    const page = await dashboardPage(this.folder);
    if (page === null) throw notBuilt();
    await reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  }

  @Get('assets/:file')
  @Anyone()
  async part(
    @Param('file') file: string,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asset = await dashboardAsset(this.folder, file, accepted ?? '');
    if (asset === null) throw notFound();
    if (asset.encoding !== null) void reply.header('content-encoding', asset.encoding);
    await reply
      .type(asset.kind)
      .header('cache-control', FOR_EVER)
      .header('vary', 'accept-encoding')
      .send(asset.content);
  }
}

function notBuilt(): RequestProblem {
  return new RequestProblem(
    404,
    'The dashboard was not built.',
    'Start Plumbline with "npm start", which builds it, or run "npm run build".',
  );
}
