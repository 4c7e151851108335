import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import type { Secret } from '#connectors/kit/secret.js';
import { AuditLog } from '../audit/audit-log.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { ApiTokenEntity } from '../storage/entities/api-token.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { beginningOf, newApiToken } from './api-token-text.js';
import type { AccessedOrganization } from './caller.js';
import { digestOf } from './carried-secret.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import { notThere, RefusedError } from './refused-error.js';
import type { TokenScope } from './token-scope.js';

const LONGEST_MS = 366 * 24 * 3_600_000;
const MOST_TOKENS = 100;

export type ApiToken = Omit<ApiTokenEntity, 'digest' | 'organization'>;

export interface NewApiToken {
  readonly name: string;
  readonly scope: TokenScope;
  /** The instant at which it ends. */
  readonly endsAt: Date;
}

/** Tokens for programs. Each acts for the person who made it, at most as she may now, and ends with her membership. */
@Injectable()
export class ApiTokens {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(PEOPLE_MEANS) private readonly means: PeopleMeans,
  ) {}

  /** Also those that have ended, so that one sees why a program fails; by name. */
  async list(organization: string): Promise<readonly ApiToken[]> {
    const records = new OrganizationRecords(this.dataSource.manager, organization);
    const rows = await records.some(ApiTokenEntity, { order: { name: 'ASC', id: 'ASC' } });
    return rows.map(shown);
  }

  /** Gives the token once. @throws UserActionError for an end that can not be; RefusedError */
  async make(
    { organization, caller }: AccessedOrganization,
    { name, scope, endsAt }: NewApiToken,
  ): Promise<{ readonly token: ApiToken; readonly carried: Secret }> {
    if (caller.kind !== 'person') throw forPersons();
    const now = this.means.now();
    refuseEnd(endsAt, now);
    const carried = newApiToken();
    return inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const rows = await records.some(ApiTokenEntity, { select: { id: true } });
      if (rows.length >= MOST_TOKENS) throw tooMany();
      const row = {
        id: randomUUID(),
        name,
        digest: digestOf(carried),
        beginning: beginningOf(carried),
        scope,
        madeBy: caller.id,
        madeAt: now.toISOString(),
        endsAt: endsAt.toISOString(),
        usedAt: null,
      };
      await records.insert(ApiTokenEntity, [row]);
      const details = { scope, endsAt: row.endsAt };
      await this.audit.record(manager, {
        organization,
        actor: caller,
        action: 'API token made',
        target: name,
        details,
      });
      return { token: shown(row), carried };
    });
  }

  /** @throws RefusedError if there is none of that id */
  async takeBack({ organization, caller }: AccessedOrganization, id: string): Promise<void> {
    if (caller.kind !== 'person') throw forPersons();
    await inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const token = await records.first(ApiTokenEntity, { where: { id } });
      if (token === null) throw notThere();
      await records.delete(ApiTokenEntity, { id });
      const target = token.name;
      await this.audit.record(manager, {
        organization,
        actor: caller,
        action: 'API token taken back',
        target,
      });
    });
  }
}

function shown({
  digest: _digest,
  organization: _organization,
  ...token
}: ApiToken & Partial<ApiTokenEntity>): ApiToken {
  return token;
}

function refuseEnd(endsAt: Date, now: Date): void {
  const life = endsAt.getTime() - now.getTime();
  if (life > 0 && life <= LONGEST_MS) return;
  throw new UserActionError({
    message: 'An API token ends after now and within a year.',
    step: 'Choose an earlier end, and make a new token when it comes.',
  });
}

function forPersons(): RefusedError {
  return new RefusedError(
    'not allowed',
    'API tokens are made and taken back by persons, not by programs.',
    'Sign in in a browser.',
  );
}

function tooMany(): RefusedError {
  return new RefusedError(
    'in the way',
    'This organization has too many API tokens.',
    'Take back those that nothing uses any more.',
  );
}
