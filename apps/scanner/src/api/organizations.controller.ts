import { Body, Controller, Delete, Get, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { CLOCK, type Clock } from '../clock.js';
import type { Disconnected } from '../connections/disconnect.js';
import { OrganizationDeletion } from '../deletion/organization-deletion.js';
import type { AccessedOrganization, Caller } from '../people/caller.js';
import { Organizations, type OwnOrganization } from '../people/organizations.js';
import { exampleDay, examplePolicy } from '../policies/example-policy.js';
import { Policies } from '../policies/policies.js';
import { AskedScans } from '../queue/asked-scans.js';
import { CalledBy, InOrganization, Needs, SignedIn } from './access.js';
import { Answers } from './answers.js';
import { RequestProblem } from './problem.js';
import { OrganizationName, OrganizationShown } from './people-shapes.js';

const NewOrganization = z.strictObject({
  name: OrganizationName.meta({ description: 'Exactly as it will stand in the policy; it stays so' }),
});

/** Nobody may take it for a business of hers. */
const EXAMPLE_NAME = 'Sweet Crumb Bakery (example)';

const ExampleMade = z.object({
  organization: OrganizationShown,
  scan: z.string().meta({ description: 'The id of the scan to watch' }),
});

const Confirmed = z.strictObject({
  name: z.string().max(1_000).meta({ description: 'The name of the organization, typed once more' }),
});

const OrganizationDeleted = z.object({
  connections: z
    .array(
      z.object({
        name: z.string(),
        connector: z.string(),
        revocation: z.enum(['done', 'failed', 'not possible']),
        by_hand: z
          .string()
          .nullable()
          .meta({ description: 'How to take the login back at the tool yourself' }),
      }),
    )
    .meta({ description: 'What became of each login at its tool' }),
});

/** The organizations of who is signed in. */
@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(
    @Inject(Organizations) private readonly organizations: Organizations,
    @Inject(OrganizationDeletion) private readonly deletion: OrganizationDeletion,
    @Inject(Policies) private readonly policies: Policies,
    @Inject(AskedScans) private readonly scans: AskedScans,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @SignedIn()
  @Answers('All that she belongs to, by name', z.object({ items: z.array(OrganizationShown) }))
  async listOrganizations(@CalledBy() { id }: Caller) {
    return { items: (await this.organizations.of(id)).map(organizationShown) };
  }

  @Post()
  @SignedIn()
  @Answers('A further one, which she owns', OrganizationShown, 201)
  async makeOrganization(
    @CalledBy() caller: Caller,
    @Body({ schema: NewOrganization }) { name }: z.output<typeof NewOrganization>,
  ) {
    return organizationShown(await this.organizations.add(caller, name));
  }

  @Post('example')
  @SignedIn()
  @Answers(
    'An invented bakery with a policy, and its scan, which waits; the one she has, if there is one',
    ExampleMade,
    201,
  )
  async makeExample(@CalledBy() caller: Caller) {
    const own = (await this.organizations.of(caller.id)).find(({ isExample }) => isExample);
    const organization = own ?? (await this.newExample(caller));
    const scan = await this.scans.ask(organization.name, caller);
    return { organization: organizationShown(organization), scan: scan.id };
  }

  @Get(':organization')
  @Needs('viewer')
  @Answers('One of them, and what the caller may do there', OrganizationShown)
  async getOrganization(@InOrganization() { id, organization, role }: AccessedOrganization) {
    return { id, name: organization, role, example: await this.organizations.isExample(organization) };
  }

  @Delete(':organization')
  @Needs('owner')
  @Answers('It is gone, with everything that was kept of it', OrganizationDeleted)
  async deleteOrganization(
    @InOrganization() accessed: AccessedOrganization,
    @Body({ schema: Confirmed }) { name }: z.output<typeof Confirmed>,
  ) {
    if (name.trim() !== accessed.organization.trim())
      throw new RequestProblem(
        422,
        'That is not the name of this organization, so nothing was deleted.',
        'Type the name exactly as it stands in its settings.',
      );
    const disconnected = await this.deletion.delete(accessed);
    return { connections: disconnected.map(disconnectedShown) };
  }

  private async newExample(caller: Caller): Promise<OwnOrganization> {
    const day = exampleDay(this.clock());
    const made = await this.organizations.add(caller, await this.organizations.freeName(EXAMPLE_NAME), day);
    const text = await examplePolicy(made.name, day);
    await this.policies.save({ organization: made.name, text, replaces: null, by: caller, note: null });
    return made;
  }
}

function organizationShown({ id, name, role, isExample }: OwnOrganization) {
  return { id, name, role, example: isExample };
}

function disconnectedShown({ connection: { name, connector }, revocation, byHand }: Disconnected) {
  return { name, connector, revocation, by_hand: byHand };
}
