import { describe, expect, it } from '@jest/globals';
import type { DeletionMeasure } from '../../engine/measures.js';
import { judge } from '../inventory.spec-builders.js';
import { measuredInventory, measuresOf, retentionPolicy, tally } from '../measured.spec-builders.js';
import { retentionNotPropagated } from './retention-not-propagated.js';

function found(deletions: Partial<DeletionMeasure>) {
  const crm = measuresOf('crm', {
    deletions: {
      held: 40,
      unjudged: 0,
      requested: tally(0),
      deletedElsewhere: tally(0),
      deletedIn: [],
      ...deletions,
    },
  });
  return judge(retentionNotPropagated, {
    policy: retentionPolicy(),
    inventory: measuredInventory([crm]),
    baseline: null,
  });
}

describe('retention.not-propagated (E13)', () => {
  it('is medium for what was deleted elsewhere', () => {
    const [one, ...others] = found({ deletedElsewhere: tally(2, ['5', '6']), deletedIn: ['newsletter'] });
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      system: 'crm',
      subject: 'customers',
      evidence: { count: 2, of: 40, on_request: 0, deleted_in: ['newsletter'], sample: ['5', '6'] },
    });
    expect(one?.severity).toBeUndefined();
    expect(one?.message).toContain('deleted in newsletter');
  });

  it('is high when a person asked for it', () => {
    const [one] = found({
      requested: tally(1, ['7']),
      deletedElsewhere: tally(1, ['5']),
      deletedIn: ['books'],
    });
    expect(one).toMatchObject({
      severity: 'high',
      evidence: { count: 2, on_request: 1, sample: ['7', '5'] },
    });
  });

  it('says nothing where everything is gone', () => {
    expect(found({})).toEqual([]);
  });

  it('calls nothing fixed while an erasure list is named and was not read (law 2)', () => {
    const finding = { system: 'crm', objectId: 'deletions' };
    const policy = retentionPolicy({ erasures: 'erasures.csv' });
    const unread = { policy, inventory: measuredInventory([]), baseline: null };
    const read = { policy, inventory: measuredInventory([], { erasureRequests: 0 }), baseline: null };
    expect(retentionNotPropagated.isSilentOn?.(finding, unread)).toBe(true);
    expect(retentionNotPropagated.isSilentOn?.(finding, read)).toBe(false);
  });

  it('calls nothing fixed while nobody can tell whether those who asked came back (law 2)', () => {
    const isSilent = (unjudged: number) =>
      retentionNotPropagated.isSilentOn?.(
        { system: 'crm', objectId: 'deletions' },
        {
          policy: retentionPolicy(),
          inventory: measuredInventory([
            measuresOf('crm', {
              deletions: {
                held: 40,
                unjudged,
                requested: tally(0),
                deletedElsewhere: tally(0),
                deletedIn: [],
              },
            }),
          ]),
          baseline: null,
        },
      );
    expect([isSilent(1), isSilent(0)]).toEqual([true, false]);
  });

  it('calls nothing fixed in books that may have to keep it, while no sales were read (law 2, E12)', () => {
    const reading = {
      judgedAsOf: null,
      coveredFrom: null,
      reasons: ['No list of sales or orders was read.'],
    };
    const inventory = measuredInventory([], { triggers: { last_purchase: reading, last_activity: reading } });
    const isSilent = (system: string) =>
      retentionNotPropagated.isSilentOn?.(
        { system, objectId: 'deletions' },
        { policy: retentionPolicy(), inventory, baseline: null },
      );
    expect([isSilent('books'), isSilent('crm')]).toEqual([true, false]);
  });
});
