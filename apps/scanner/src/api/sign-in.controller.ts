import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NewPassword } from '../people/new-password.js';
import { OpenIdSignIn } from '../people/open-id-sign-in.js';
import { RefusedError } from '../people/refused-error.js';
import type { Session } from '../people/sessions.js';
import { SignInLink } from '../people/sign-in-link.js';
import { SignIn } from '../people/sign-in.js';
import { SERVICE_LOG, type ServiceLog } from '../service/service-log.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { Anyone, InSession, SignedIn } from './access.js';
import { Answers } from './answers.js';
import { carriedCookies } from './carried-cookies.js';
import { OPEN_ID_CALLBACK_PATH } from './open-id-callback.controller.js';
import { Code, Email, LinkSecret, Password, PersonShown } from './people-shapes.js';
import { ownAddress, visitorOf } from './visitor-of.js';

const Ways = z.object({ password: z.boolean(), sign_in_service: z.boolean() });
const Credentials = z.strictObject({ email: Email, password: Password, code: Code.nullable().default(null) });
const Confirmed = z.strictObject({ password: Password.nullable().default(null) });
const SignedInNow = z.object({
  signed_in: z.boolean(),
  needs: z.enum(['code']).nullable().meta({ description: 'What to send beside, in the same request again' }),
  person: PersonShown.nullable(),
});
const ByLink = z.strictObject({ link: LinkSecret });
const PasswordByLink = z.strictObject({ link: LinkSecret, password: Password });

/** Ways in for persons, and out. */
@Controller('api/v1')
export class SignInController {
  private readonly cookies: ReturnType<typeof carriedCookies>;

  constructor(
    @Inject(SignIn) private readonly signIns: SignIn,
    @Inject(OpenIdSignIn) private readonly openId: OpenIdSignIn,
    @Inject(SignInLink) private readonly links: SignInLink,
    @Inject(NewPassword) private readonly newPassword: NewPassword,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Settings,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {
    this.cookies = carriedCookies(settings);
  }

  @Get('sign-in')
  @Anyone()
  @Answers('The ways in', Ways)
  listWays() {
    return { password: true, sign_in_service: this.openId.isOffered };
  }

  @Post('sign-in')
  @Anyone()
  @Answers('Who is signed in now, or what is needed beside', SignedInNow)
  async signIn(
    @Body({ schema: Credentials }) credentials: z.output<typeof Credentials>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const visitor = visitorOf(request, this.settings);
    const entered = await this.logged(request, () => this.signIns.signIn(credentials, visitor));
    if (entered === 'code needed') return { signed_in: false, needs: 'code', person: null };
    this.cookies.letIn(reply, entered);
    return { signed_in: true, needs: null, person: entered.person };
  }

  @Post('sign-out')
  @Anyone()
  @Answers('Signed out', null)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const carried = this.cookies.session(request);
    if (carried !== null) await this.signIns.signOut(carried);
    this.cookies.letOut(reply);
  }

  @Post('sign-in/service')
  @Anyone()
  @Answers('Where to sign in', z.object({ address: z.string() }))
  async beginAtService(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { address, browser } = await this.openId.begin(this.callback(request));
    this.cookies.beginSignIn(reply, browser);
    return { address };
  }

  @Post('me/sign-in-service')
  @SignedIn()
  @Answers('Where to sign in, so that one can sign in there from now on', z.object({ address: z.string() }))
  async connectService(
    @InSession() session: Session,
    @Body({ schema: Confirmed }) { password }: z.output<typeof Confirmed>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const redirectUri = this.callback(request);
    const { address, browser } = await this.openId.beginConnecting(session, { password, redirectUri });
    this.cookies.beginSignIn(reply, browser);
    return { address };
  }

  @Post('sign-in/link')
  @Anyone()
  @Answers('Who is signed in now', PersonShown)
  async signInByLink(
    @Body({ schema: ByLink }) { link }: z.output<typeof ByLink>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const entered = await this.links.signIn(link, visitorOf(request, this.settings));
    this.log.info('signed in', { person: entered.person.id, request: request.id });
    this.cookies.letIn(reply, entered);
    return entered.person;
  }

  @Post('new-password')
  @Anyone()
  @Answers('The password is set. Sign in with it', null)
  async setPasswordByLink(
    @Body({ schema: PasswordByLink }) { link, password }: z.output<typeof PasswordByLink>,
  ): Promise<void> {
    await this.newPassword.byLink(link, password);
  }

  /** Who got in by id, and from where somebody was refused: for who looks for attacks. Never a typed address. */
  private async logged(request: FastifyRequest, work: () => ReturnType<SignIn['signIn']>) {
    try {
      const entered = await work();
      if (entered !== 'code needed')
        this.log.info('signed in', { person: entered.person.id, request: request.id });
      return entered;
    } catch (error) {
      if (error instanceof RefusedError)
        this.log.warn('sign-in refused', { why: error.refusal, from: request.ip, request: request.id });
      throw error;
    }
  }

  private callback(request: FastifyRequest): string {
    return ownAddress(request, this.settings) + OPEN_ID_CALLBACK_PATH;
  }
}
