import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { Baseline } from '../findings/baseline.js';
import type { AccessedOrganization } from '../people/caller.js';
import { PolicyToday } from '../policies/policy-today.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';

const Approved = z.object({
  scan: z.string(),
  as_of: z.string(),
  approved_by: z.string(),
  approved_on: z.string(),
  appeared: z.array(z.string()).meta({ description: 'Ids of findings that are there now and were not then' }),
  vanished: z.array(z.string()).meta({ description: 'Ids of findings that were there then and are not now' }),
});
const BaselineShown = z.object({ baseline: Approved.nullable() });
const ToApprove = z.strictObject({
  scan: z
    .string()
    .max(60)
    .meta({ description: 'The scan that was looked at: if another came since, nothing is approved' }),
});

/** The scan that a person knows and approved: what is new is measured against it. */
@Controller('api/v1/organizations/:organization/baseline')
export class BaselineController {
  constructor(
    @Inject(Baseline) private readonly baseline: Baseline,
    @Inject(PolicyToday) private readonly policyToday: PolicyToday,
  ) {}

  @Get()
  @Needs('viewer')
  @Answers('The approved scan, and what changed since', BaselineShown)
  async getBaseline(@InOrganization() { organization }: AccessedOrganization) {
    return { baseline: await this.shown(organization) };
  }

  @Post()
  @Needs('admin')
  @Answers('The scan that is the baseline now', BaselineShown)
  async approveBaseline(
    @InOrganization() { organization, caller }: AccessedOrganization,
    @Body({ schema: ToApprove }) { scan }: z.output<typeof ToApprove>,
  ) {
    const on = await this.policyToday.today(organization);
    await this.baseline.approve({ organization, scan, by: caller, on });
    return { baseline: await this.shown(organization) };
  }

  private async shown(organization: string) {
    const approved = await this.baseline.approved(organization);
    if (approved === null) return null;
    const { scan, asOf, approvedBy, approvedOn, appeared, vanished } = approved;
    const what = { appeared: [...appeared], vanished: [...vanished] };
    return { scan, as_of: asOf, approved_by: approvedBy, approved_on: approvedOn, ...what };
  }
}
