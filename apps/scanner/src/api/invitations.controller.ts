import { Body, Controller, Delete, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AccessedOrganization } from '../people/caller.js';
import { type Invitation, Invitations } from '../people/invitations.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { type AccessedRequest, Anyone, InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { carriedCookies } from './carried-cookies.js';
import { linkAddress } from '../people/link-address.js';
import { Email, Id, InvitationShown, LinkSecret, Password, PersonName, RoleName } from './people-shapes.js';
import { RequestProblem } from './problem.js';
import { ownAddress, visitorOf } from './visitor-of.js';

const Invited = z.strictObject({ email: Email, role: RoleName });
const MadeInvitation = InvitationShown.extend({
  link: z.string().meta({ description: 'To be handed over; shown this once' }),
}).meta({ id: 'MadeInvitation' });
const Link = z.strictObject({ link: LinkSecret });
const SeenInvitation = z.object({
  organization: z.string(),
  email: z.string(),
  role: RoleName,
  made_by: z.string(),
  ends_at: z.string(),
  sign_in_first: z.boolean().meta({ description: 'Whether that address signs in here already' }),
});
const Acceptance = z.strictObject({
  link: LinkSecret,
  name: PersonName.optional(),
  password: Password.optional().meta({ description: 'For a new person; who is signed in sends neither' }),
});

/** Asking people into an organization, and coming in. */
@Controller('api/v1')
export class InvitationsController {
  constructor(
    @Inject(Invitations) private readonly invitations: Invitations,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Settings,
  ) {}

  @Get('organizations/:organization/invitations')
  @Needs('owner')
  @Answers('Those that are still good, by address', z.object({ items: z.array(InvitationShown) }))
  async listInvitations(@InOrganization() { organization }: AccessedOrganization) {
    return { items: (await this.invitations.list(organization)).map(shown) };
  }

  @Post('organizations/:organization/invitations')
  @Needs('owner')
  @Answers('The invitation, with its link', MadeInvitation, 201)
  async invite(
    @InOrganization() accessed: AccessedOrganization,
    @Body({ schema: Invited }) invited: z.output<typeof Invited>,
    @Req() request: AccessedRequest,
  ) {
    const { invitation, carried } = await this.invitations.invite(accessed, invited);
    const link = linkAddress(ownAddress(request, this.settings), 'invitation', carried);
    return { ...shown(invitation), link };
  }

  @Delete('organizations/:organization/invitations/:invitation')
  @Needs('owner')
  @Answers('Its link is not good any more', null)
  async takeBackInvitation(
    @InOrganization() accessed: AccessedOrganization,
    @Param('invitation', { schema: Id }) id: string,
  ): Promise<void> {
    await this.invitations.takeBack(accessed, id);
  }

  @Post('invitations/look')
  @Anyone()
  @Answers('What stands in it', SeenInvitation)
  async lookAtInvitation(@Body({ schema: Link }) { link }: z.output<typeof Link>) {
    const { organization, email, role, madeBy, endsAt, isKnown } = await this.invitations.look(link);
    return { organization, email, role, made_by: madeBy, ends_at: endsAt, sign_in_first: isKnown };
  }

  @Post('invitations/accept')
  @Anyone()
  @Answers('Accepted; a new person is signed in now', null)
  async acceptInvitation(
    @Body({ schema: Acceptance }) { link, name, password }: z.output<typeof Acceptance>,
    @Req() request: AccessedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { caller } = request;
    if (caller !== undefined) return this.invitations.acceptAs(caller, link);
    if (name === undefined || password === undefined) throw nameAndPassword();
    const visitor = visitorOf(request, this.settings);
    const entered = await this.invitations.acceptAsNew(link, { name, password }, visitor);
    carriedCookies(this.settings).letIn(reply, entered);
  }
}

function shown({ id, email, role, madeBy, madeAt, endsAt }: Invitation) {
  return { id, email, role, made_by: madeBy, made_at: madeAt, ends_at: endsAt };
}

function nameAndPassword(): RequestProblem {
  return new RequestProblem(
    422,
    'You are not signed in.',
    'Give your name and choose a password. If you sign in here already, sign in and open the link again.',
  );
}
