import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SetUp } from '../people/set-up.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { Anyone } from './access.js';
import { Answers } from './answers.js';
import { carriedCookies } from './carried-cookies.js';
import { Email, LinkSecret, OrganizationName, Password, PersonName, PersonShown } from './people-shapes.js';
import { visitorOf } from './visitor-of.js';

const Link = z.strictObject({ link: LinkSecret });
const FirstOwner = z.strictObject({
  link: LinkSecret,
  email: Email,
  name: PersonName,
  password: Password,
  organization: OrganizationName.nullable()
    .default(null)
    .meta({ description: 'As it stands in the policy. Null: those that were scanned already' }),
});

/** The first owner, who comes by the link that Plumbline printed when it started. */
@Controller('api/v1/set-up')
export class SetUpController {
  constructor(
    @Inject(SetUp) private readonly setUps: SetUp,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Settings,
  ) {}

  @Post('look')
  @Anyone()
  @Answers(
    'The organizations that were scanned already, and will be hers',
    z.object({ organizations: z.array(z.string()) }),
  )
  async lookAtSetUp(@Body({ schema: Link }) { link }: z.output<typeof Link>) {
    return { organizations: await this.setUps.organizations(link) };
  }

  @Post()
  @Anyone()
  @Answers('The first owner, who is signed in now', PersonShown, 201)
  async setUp(
    @Body({ schema: FirstOwner }) { link, ...owner }: z.output<typeof FirstOwner>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const entered = await this.setUps.setUp(link, owner, visitorOf(request, this.settings));
    carriedCookies(this.settings).letIn(reply, entered);
    return entered.person;
  }
}
