import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UserActionError, VendorFailedError } from '#connectors/contract/error.js';
import { OpenIdRefusedError } from '../people/open-id-refused-error.js';
import { OpenIdSignIn } from '../people/open-id-sign-in.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { Anyone } from './access.js';
import { carriedCookies } from './carried-cookies.js';
import { visitorOf } from './visitor-of.js';

/** Where the sign-in service sends browsers back to. */
export const OPEN_ID_CALLBACK_PATH = '/api/v1/sign-in/service/callback';

/** Longer than any code and state; what is longer is none of theirs. */
const LONGEST_QUERY = 8_000;

/** The way back from the sign-in service. It leads to two pages of our own and nowhere else, whatever stands in the address. */
@Controller()
export class OpenIdCallbackController {
  constructor(
    @Inject(OpenIdSignIn) private readonly openId: OpenIdSignIn,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Settings,
  ) {}

  @Get(OPEN_ID_CALLBACK_PATH)
  @Anyone()
  async comeBackSignedIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const cookies = carriedCookies(this.settings);
    const at = request.url.indexOf('?');
    const query = at < 0 ? '' : request.url.slice(at + 1, at + 1 + LONGEST_QUERY);
    const state = new URLSearchParams(query).get('state') ?? '';
    const browser = cookies.signIn(request);
    cookies.endSignIn(reply);
    try {
      const back = { state, query, browser };
      cookies.letIn(reply, await this.openId.finish(back, visitorOf(request, this.settings)));
      await reply.redirect('/', 303);
    } catch (error) {
      // No words: a link that anybody can write must not put words into our mouth.
      const problem = problemOf(error);
      if (problem === null) throw error;
      await reply.redirect(`/sign-in?problem=${problem}`, 303);
    }
  }
}

/** One word of ours; null for a bug. */
function problemOf(error: unknown): string | null {
  if (error instanceof OpenIdRefusedError) return error.problem;
  if (error instanceof UserActionError) return 'not-let-in';
  return error instanceof VendorFailedError ? 'no-answer' : null;
}
