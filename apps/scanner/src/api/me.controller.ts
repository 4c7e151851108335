import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../people/caller.js';
import { NewPassword } from '../people/new-password.js';
import { OpenIdSignIn } from '../people/open-id-sign-in.js';
import { type OwnProfile, Profile } from '../people/profile.js';
import { SecondStep } from '../people/second-step.js';
import type { Session } from '../people/sessions.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { CalledBy, InSession, SignedIn } from './access.js';
import { Answers } from './answers.js';
import { carriedCookies } from './carried-cookies.js';
import {
  Code,
  Id,
  Password,
  PersonName,
  ProfileShown,
  RecoveryCodes,
  SessionShown,
} from './people-shapes.js';
import { visitorOf } from './visitor-of.js';

const NewName = z.strictObject({ name: PersonName });
const Confirmed = z.strictObject({
  password: Password.nullable().default(null).meta({ description: 'Her own; null for who has none' }),
});
const PasswordChange = z.strictObject({ current: Password.nullable().default(null), next: Password });
const TypedCode = z.strictObject({ code: Code });
const Offered = z.object({
  secret: z.string().meta({ description: 'To type into the app' }),
  address: z.string().meta({ description: 'The same, for a square of dots to photograph' }),
});

/** A person about herself. */
@Controller('api/v1/me')
export class MeController {
  constructor(
    @Inject(Profile) private readonly profile: Profile,
    @Inject(NewPassword) private readonly newPassword: NewPassword,
    @Inject(SecondStep) private readonly secondStep: SecondStep,
    @Inject(OpenIdSignIn) private readonly openId: OpenIdSignIn,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Settings,
  ) {}

  @Get()
  @SignedIn()
  @Answers('Who is signed in', ProfileShown)
  async getMe(@CalledBy() { id }: Caller) {
    return shown(await this.profile.of(id));
  }

  @Patch()
  @SignedIn()
  @Answers('As she is called now', ProfileShown)
  async renameMe(@CalledBy() { id }: Caller, @Body({ schema: NewName }) { name }: z.output<typeof NewName>) {
    return shown(await this.profile.rename(id, name));
  }

  @Put('password')
  @SignedIn()
  @Answers('Changed. Every other browser has to sign in again', null)
  async changePassword(
    @InSession() session: Session,
    @Body({ schema: PasswordChange }) { current, next }: z.output<typeof PasswordChange>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const visitor = visitorOf(request, this.settings);
    const entered = await this.newPassword.change(session, { current, next }, visitor);
    carriedCookies(this.settings).letIn(reply, entered);
  }

  @Post('second-step')
  @SignedIn()
  @Answers('What to give to the app. It is in force when a code of it was typed in', Offered)
  async offerSecondStep(
    @InSession() session: Session,
    @Body({ schema: Confirmed }) { password }: z.output<typeof Confirmed>,
  ) {
    const { secret, address } = await this.secondStep.offer(session, password);
    return { secret: secret.reveal(), address: address.reveal() };
  }

  @Post('second-step/accept')
  @SignedIn()
  @Answers('It is in force', RecoveryCodes)
  async acceptSecondStep(
    @InSession() session: Session,
    @Body({ schema: TypedCode }) { code }: z.output<typeof TypedCode>,
  ) {
    const codes = await this.secondStep.accept(session, code);
    return { recovery_codes: codes.map((one) => one.reveal()) };
  }

  @Post('second-step/recovery-codes')
  @SignedIn()
  @Answers('New codes in place of the old ones', RecoveryCodes)
  async renewRecoveryCodes(
    @InSession() session: Session,
    @Body({ schema: Confirmed }) { password }: z.output<typeof Confirmed>,
  ) {
    const codes = await this.secondStep.renewCodes(session, password);
    return { recovery_codes: codes.map((one) => one.reveal()) };
  }

  @Post('second-step/switch-off')
  @SignedIn()
  @Answers('The password alone is asked for', null)
  async switchOffSecondStep(
    @InSession() session: Session,
    @Body({ schema: Confirmed }) { password }: z.output<typeof Confirmed>,
  ): Promise<void> {
    await this.secondStep.switchOff(session, password);
  }

  @Post('sign-in-service/disconnect')
  @SignedIn()
  @Answers('She signs in with her password alone', null)
  async disconnectService(
    @InSession() session: Session,
    @Body({ schema: Confirmed }) { password }: z.output<typeof Confirmed>,
  ): Promise<void> {
    await this.openId.disconnect(session, password);
  }

  @Get('sessions')
  @SignedIn()
  @Answers('The browsers she is signed in with', z.object({ items: z.array(SessionShown) }))
  async listSessions(@InSession() session: Session) {
    const sessions = await this.profile.sessions(session);
    return {
      items: sessions.map(({ id, isThisOne, way, browser, begunAt, usedAt }) => {
        return { id, this_one: isThisOne, way, browser, begun_at: begunAt, used_at: usedAt };
      }),
    };
  }

  @Post('sessions/end-others')
  @SignedIn()
  @Answers('This browser is the only one', null)
  async endOtherSessions(@InSession() session: Session): Promise<void> {
    await this.profile.endOtherSessions(session);
  }

  @Delete('sessions/:session')
  @SignedIn()
  @Answers('Ended', null)
  async endSession(
    @InSession() session: Session,
    @Param('session', { schema: Id }) id: string,
  ): Promise<void> {
    await this.profile.endSession(session, id);
  }
}

function shown({ id, email, name, hasPassword, hasSecondStep, isConnected }: OwnProfile) {
  return { id, email, name, password: hasPassword, second_step: hasSecondStep, sign_in_service: isConnected };
}
