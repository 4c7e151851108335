import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AccessedOrganization } from '../people/caller.js';
import { NewPassword } from '../people/new-password.js';
import { type Member, People } from '../people/people.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { linkAddress } from '../people/link-address.js';
import { Id, LinkShown, MemberShown, RoleName } from './people-shapes.js';
import { RequestProblem } from './problem.js';
import { ownAddress } from './visitor-of.js';

const NewRole = z.strictObject({ role: RoleName });
const LinkAsked = z.strictObject({
  second_step: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether the link also takes off the code that her sign-in asks for' }),
});

/** The people of an organization. */
@Controller('api/v1/organizations/:organization')
export class PeopleController {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(NewPassword) private readonly newPassword: NewPassword,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Settings,
  ) {}

  @Get('people')
  @Needs('viewer')
  @Answers('Everybody, by address', z.object({ items: z.array(MemberShown) }))
  async listPeople(@InOrganization() { organization }: AccessedOrganization) {
    return { items: (await this.people.list(organization)).map(shown) };
  }

  @Patch('people/:person')
  @Needs('owner')
  @Answers('What she may do now', MemberShown)
  async changeRole(
    @InOrganization() accessed: AccessedOrganization,
    @Param('person', { schema: Id }) person: string,
    @Body({ schema: NewRole }) { role }: z.output<typeof NewRole>,
  ) {
    return shown(await this.people.changeRole(accessed, person, role));
  }

  @Delete('people/:person')
  @Needs('owner')
  @Answers('She does not belong to the organization any more, and her API tokens have ended', null)
  async removePerson(
    @InOrganization() accessed: AccessedOrganization,
    @Param('person', { schema: Id }) person: string,
  ): Promise<void> {
    await this.people.remove(accessed, person);
  }

  @Post('people/:person/new-password')
  @Needs('owner')
  @Answers('A link by which she sets another password; good once, for a day', LinkShown, 201)
  async makePasswordLink(
    @InOrganization() accessed: AccessedOrganization,
    @Param('person', { schema: Id }) person: string,
    @Body({ schema: LinkAsked }) { second_step: andSecondStep }: z.output<typeof LinkAsked>,
    @Req() request: FastifyRequest,
  ) {
    const { carried, endsAt } = await this.newPassword.link(accessed, person, { andSecondStep });
    const link = linkAddress(ownAddress(request, this.settings), 'new-password', carried);
    return { link, ends_at: endsAt };
  }

  @Post('leave')
  @Needs('viewer')
  @Answers('The caller does not belong to the organization any more', null)
  async leave(@InOrganization() accessed: AccessedOrganization): Promise<void> {
    if (accessed.caller.kind !== 'person')
      throw new RequestProblem(403, 'A program can not leave an organization.', 'Take its API token back.');
    await this.people.remove(accessed, accessed.caller.id);
  }
}

function shown({ hasSecondStep, ...member }: Member) {
  return { ...member, second_step: hasSecondStep };
}
