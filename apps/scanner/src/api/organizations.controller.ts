import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import type { AccessedOrganization, Caller } from '../people/caller.js';
import { Organizations } from '../people/organizations.js';
import { CalledBy, InOrganization, Needs, SignedIn } from './access.js';
import { Answers } from './answers.js';
import { OrganizationName, OrganizationShown } from './people-shapes.js';

const NewOrganization = z.strictObject({
  name: OrganizationName.meta({ description: 'Exactly as it will stand in the policy; it stays so' }),
});

/** The organizations of who is signed in. */
@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(@Inject(Organizations) private readonly organizations: Organizations) {}

  @Get()
  @SignedIn()
  @Answers('All that she belongs to, by name', z.object({ items: z.array(OrganizationShown) }))
  async listOrganizations(@CalledBy() { id }: Caller) {
    return { items: await this.organizations.of(id) };
  }

  @Post()
  @SignedIn()
  @Answers('A further one, which she owns', OrganizationShown, 201)
  async makeOrganization(
    @CalledBy() caller: Caller,
    @Body({ schema: NewOrganization }) { name }: z.output<typeof NewOrganization>,
  ) {
    return this.organizations.add(caller, name);
  }

  @Get(':organization')
  @Needs('viewer')
  @Answers('One of them, and what the caller may do there', OrganizationShown)
  getOrganization(@InOrganization() { id, organization, role }: AccessedOrganization) {
    return { id, name: organization, role };
  }
}
