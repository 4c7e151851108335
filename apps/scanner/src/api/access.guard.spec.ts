import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import type { WhoAsks } from '../people/who-asks.js';
import type { Settings } from '../settings/settings.js';
import { AccessGuard } from './access.guard.js';
import { Anyone, Needs } from './access.js';

/** Knows everybody as the owner of everything. */
const credulous = {
  person: async () => ({ caller: { kind: 'person', id: 'p', name: 'p' }, session: {} }),
  inOrganization: async (caller: unknown, id: string) => ({ organization: 'o', id, role: 'owner', caller }),
} as unknown as WhoAsks;

class Routes {
  saysNothing(): void {}

  @Anyone()
  open(): void {}

  @Needs('viewer')
  inOrganization(): void {}
}

function asked(route: keyof Routes, params: object): ExecutionContext {
  const request = { method: 'GET', headers: {}, cookies: { plumbline_session: 'A'.repeat(43) }, params };
  return {
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
}

const guard = new AccessGuard(new Reflector(), credulous, {} as Settings);

describe('the guard', () => {
  it('lets nobody into a route that does not say for whom it is, not even an owner', async () => {
    await expect(guard.canActivate(asked('saysNothing', { organization: 'x' }))).rejects.toMatchObject({
      status: 404,
    });
    expect(await guard.canActivate(asked('open', {}))).toBe(true);
  });

  it('lets nobody into a route that needs a role and names no organization', async () => {
    await expect(guard.canActivate(asked('inOrganization', {}))).rejects.toMatchObject({ status: 404 });
    expect(await guard.canActivate(asked('inOrganization', { organization: 'x' }))).toBe(true);
  });
});
