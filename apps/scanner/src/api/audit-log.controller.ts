import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { ListedAuditEntries } from '../audit/listed-audit-entries.js';
import type { AccessedOrganization } from '../people/caller.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { cursorTo, PageAsked, pageOf, placeIn } from './page.js';

const Asked = PageAsked.extend({
  action: z.string().max(100).optional(),
  actor: z.string().max(100).optional(),
  target: z.string().max(200).optional(),
});

const Entry = z
  .object({
    at: z.string(),
    actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
    action: z.string(),
    target: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  })
  .meta({ id: 'AuditEntry' });

/** Who did what in the organization. */
@Controller('api/v1/organizations/:organization/audit-log')
export class AuditLogController {
  constructor(@Inject(ListedAuditEntries) private readonly entries: ListedAuditEntries) {}

  @Get()
  @Needs('owner')
  @Answers('The latest first', pageOf(Entry))
  async listAuditEntries(
    @InOrganization() { organization }: AccessedOrganization,
    @Query({ schema: Asked }) { limit, cursor, ...wanted }: z.output<typeof Asked>,
  ) {
    const before = cursor === undefined ? null : placeIn(cursor, z.tuple([z.int()]))[0];
    const rows = await this.entries.list(organization, wanted, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ at, actorKind, actorId, actorName, action, target, details }) => ({
        at,
        actor: { kind: actorKind, id: actorId, name: actorName },
        action,
        target,
        details,
      })),
      next: last === undefined ? null : cursorTo([last.sequence]),
    };
  }
}
