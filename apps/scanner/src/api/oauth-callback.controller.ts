import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UserActionError, VendorFailedError } from '#connectors/contract/error.js';
import { OAuthRefusedError } from '#connectors/kit/oauth/oauth-refused-error.js';
import { BrowserSignIns } from '../connections/browser-sign-ins.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { Anyone } from './access.js';
import { Answers } from './answers.js';
import { browserMark } from './browser-mark.js';
import { CALLBACK_PATH } from './redirect-uri.js';

/** Longer than any vendor's code and state; what is longer is none of theirs. */
const LONGEST_QUERY = 8_000;

/** Where vendors send browsers back to. Who began the sign-in is told by the mark that only her browser has. */
@Controller()
export class OAuthCallbackController {
  constructor(
    @Inject(BrowserSignIns) private readonly signIns: BrowserSignIns,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Settings,
  ) {}

  @Get(CALLBACK_PATH)
  @Anyone()
  @Answers('To the page of connections, which says what came of it', null, 303)
  async comeBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const at = request.url.indexOf('?');
    const query = at < 0 ? '' : request.url.slice(at + 1, at + 1 + LONGEST_QUERY);
    const state = new URLSearchParams(query).get('state') ?? '';
    const known = this.signIns.known(state);
    // The mark was given under the name that the person uses for this computer; the vendor may use the other.
    if (
      known !== null &&
      known.beganAt.startsWith('http:') &&
      !known.beganAt.endsWith(`//${request.headers.host ?? ''}`)
    ) {
      await reply.redirect(`${known.beganAt}${CALLBACK_PATH}?${query}`, 303);
      return;
    }
    await reply.redirect(await this.whereTo(known?.redirectUri ?? '', query, request), 303);
  }

  /** A page of ours, with what to say there: never an address that came with the request. */
  private async whereTo(redirectUri: string, query: string, request: FastifyRequest): Promise<string> {
    try {
      const mark = browserMark.of(request, this.settings);
      const { name } = await this.signIns.finish(`${redirectUri}?${query}`, mark);
      return `/connections?${new URLSearchParams({ connected: name }).toString()}`;
    } catch (error) {
      // Names of problems and not words: a link that anybody can write must not put words into our mouth.
      if (error instanceof OAuthRefusedError) return `/connections?problem=${error.problem}`;
      if (error instanceof UserActionError) return '/connections?problem=not-connected';
      if (error instanceof VendorFailedError) return '/connections?problem=vendor-failed';
      throw error;
    }
  }
}
