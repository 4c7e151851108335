import { describe, expect, it } from '@jest/globals';
import { findErasures } from './find-erasures.js';

const POLICY = { erasures: 'lists/gone.csv' };
const upload = (path: string, text = 'email,date\nzoe@customer.example,2026-11-01\n') => ({
  path,
  content: Buffer.from(text),
});

describe('the list of deletion requests', () => {
  it('may be handed over by its path or by its name', async () => {
    const [byName, byPath] = [upload('Gone.csv'), upload('lists/gone.csv')];
    const found = await findErasures({ policy: POLICY, policyFolder: null, uploads: [byName, byPath] });
    expect(found).toMatchObject({ upload: byPath, unread: null, requests: [{ date: '2026-11-01' }] });
    const other = await findErasures({ policy: POLICY, policyFolder: null, uploads: [byName] });
    expect(other.upload).toBe(byName);
  });

  it('that is not there, or is something else, is an error, or is said (law 2)', async () => {
    const nowhere = { policy: POLICY, policyFolder: null };
    await expect(findErasures(nowhere)).rejects.toThrow('was not there');
    const goesOn = { ...nowhere, goesOnWithoutErasures: true } as const;
    expect(await findErasures(goesOn)).toMatchObject({
      requests: null,
      unread: { step: expect.stringContaining('under Exports') },
    });
    expect(await findErasures({ ...goesOn, uploads: [upload('gone.csv', 'name\nZoe\n')] })).toMatchObject({
      requests: null,
      unread: { what: expect.stringContaining('columns'), step: expect.stringContaining('email,date') },
    });
  });

  it('is nobody where the policy names none', async () => {
    const found = await findErasures({
      policy: { erasures: null },
      policyFolder: '/',
      uploads: [upload('a.csv')],
    });
    expect(found).toEqual({ requests: null, unread: null, file: null, upload: null });
  });
});
