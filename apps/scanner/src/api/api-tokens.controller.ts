import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { type ApiToken, ApiTokens } from '../people/api-tokens.js';
import type { AccessedOrganization } from '../people/caller.js';
import { tokenScopes } from '../people/token-scope.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { ApiTokenShown, Id, TokenName } from './people-shapes.js';

const NewToken = z.strictObject({
  name: TokenName,
  scope: z.enum(tokenScopes).meta({ description: 'read: look; act: all that an admin may' }),
  ends_at: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .meta({ type: 'string', format: 'date-time', description: 'Within a year' }),
});
const MadeToken = ApiTokenShown.extend({
  token: z.string().meta({ description: 'To be sent as "Authorization: Bearer TOKEN"; shown this once' }),
}).meta({ id: 'MadeApiToken' });

/** Tokens by which programs act in an organization. */
@Controller('api/v1/organizations/:organization/tokens')
export class ApiTokensController {
  constructor(@Inject(ApiTokens) private readonly tokens: ApiTokens) {}

  @Get()
  @Needs('admin')
  @Answers('All of them, by name', z.object({ items: z.array(ApiTokenShown) }))
  async listTokens(@InOrganization() { organization }: AccessedOrganization) {
    return { items: (await this.tokens.list(organization)).map(shown) };
  }

  @Post()
  @Needs('admin')
  @Answers('The token; it acts for who made it', MadeToken, 201)
  async makeToken(
    @InOrganization() accessed: AccessedOrganization,
    @Body({ schema: NewToken }) { name, scope, ends_at: endsAt }: z.output<typeof NewToken>,
  ) {
    const { token, carried } = await this.tokens.make(accessed, { name, scope, endsAt });
    return { ...shown(token), token: carried.reveal() };
  }

  @Delete(':token')
  @Needs('admin')
  @Answers('It opens nothing any more', null)
  async takeBackToken(
    @InOrganization() accessed: AccessedOrganization,
    @Param('token', { schema: Id }) id: string,
  ): Promise<void> {
    await this.tokens.takeBack(accessed, id);
  }
}

function shown({ id, name, beginning, scope, madeBy, madeAt, endsAt, usedAt }: ApiToken) {
  return {
    id,
    name,
    beginning,
    scope,
    made_by: madeBy,
    made_at: madeAt,
    ends_at: endsAt,
    used_at: usedAt,
  };
}
