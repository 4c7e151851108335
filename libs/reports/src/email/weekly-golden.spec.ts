import { describe, expect, test } from '@jest/globals';
import type { InventoryReceipt } from '#rules/engine/inventory.js';
import { outcome, receipt, system } from '../model/report.spec-builders.js';
import { facts } from '../weekly/weekly.spec-builders.js';
import { weeklyMailOf } from './weekly-mail.js';

/** The whole text of a week in which a resource of the CRM was not read to its end, and nothing else happened. */
async function mailOf(unread: Partial<InventoryReceipt>) {
  const inventory = {
    asOf: '2026-11-23',
    systems: [system('crm', { receipts: [receipt(), receipt(unread)] })],
  };
  const { subject, text } = await weeklyMailOf(facts({ outcome: outcome({ inventory }) }), null);
  return `Subject: ${subject}\n\n${text}`;
}

const ENDING = `--
You get this once a week because you look after Sweet Crumb Bakery in
Plumbline. Who gets it and when is set there under Reports.
Plumbline keeps none of your customers' data, and this mail holds none.
`;

// One whole mail for each kind of gap: what was not read is said before anything else, and nothing sounds clean (law 2).
describe('a week with a gap', () => {
  test('failed', async () => {
    const mail = await mailOf({
      capability: 'people',
      object: null,
      status: 'failed',
      reason: 'the connection was cut',
    });
    expect(mail).toBe(`Subject: Nothing new, not everything could be read: Plumbline for Sweet Crumb Bakery

Sweet Crumb Bakery, 23 November 2026

Nothing changed since the report of 16 November 2026.
What was read and checked agrees with your policy.
Not everything could be read: 1 problem, see below.

WHAT COULD NOT BE READ

  Who has access to crm (HubSpot) could not be read: the connection was
  cut. Nothing new was judged by it, and nothing known from it counts as
  fixed.
    -> Download it again, or take it out of the folder if it does not
       belong there, then scan again.

${ENDING}`);
  });

  test('denied', async () => {
    const mail = await mailOf({
      capability: 'apps',
      object: null,
      status: 'denied',
      reason: 'the right to read apps is missing',
    });
    expect(mail).toBe(`Subject: Nothing new, not everything could be read: Plumbline for Sweet Crumb Bakery

Sweet Crumb Bakery, 23 November 2026

Nothing changed since the report of 16 November 2026.
What was read and checked agrees with your policy.
Not everything could be read: 1 problem, see below.

WHAT COULD NOT BE READ

  HubSpot did not let Plumbline read which apps have access to crm
  (HubSpot): the right to read apps is missing. Nothing new was judged
  by it, and nothing known from it counts as fixed.
    -> Ask an administrator of HubSpot to give this right, then scan
       again.

${ENDING}`);
  });

  test('read in part', async () => {
    const mail = await mailOf({
      object: 'deal',
      status: 'partial',
      reason: 'the list changed while it was read',
    });
    expect(mail).toBe(`Subject: Nothing new: Plumbline for Sweet Crumb Bakery

Sweet Crumb Bakery, 23 November 2026

Nothing changed since the report of 16 November 2026.
What was read and checked agrees with your policy.
Not everything was there to read: see below.

WHAT COULD NOT BE READ

  Read in part: the records of deal in crm (HubSpot), because the list
  changed while it was read. What was seen was judged; what was not seen
  does not count as fixed.

${ENDING}`);
  });

  test('not supplied', async () => {
    const mail = await mailOf({
      capability: 'people',
      object: null,
      status: 'unsupported',
      reason: 'not supplied',
    });
    expect(mail).toBe(`Subject: Nothing new: Plumbline for Sweet Crumb Bakery

Sweet Crumb Bakery, 23 November 2026

Nothing changed since the report of 16 November 2026.
What was read and checked agrees with your policy.
Not everything was there to read: see below.

WHAT COULD NOT BE READ

  Not supplied, so not looked at, which is neither good nor bad:
    -> crm, who has access: in HubSpot, Settings > Users & Teams >
       Export users (a super admin can do this).

${ENDING}`);
  });

  test('a tool that never tells: short, and yet not all clear', async () => {
    const mail = await mailOf({
      capability: 'apps',
      object: null,
      status: 'unsupported',
      reason: 'not supplied',
    });
    expect(mail).toBe(`Subject: Nothing new: Plumbline for Sweet Crumb Bakery

Sweet Crumb Bakery, 23 November 2026

Nothing changed since the report of 16 November 2026, and what was read
agrees with your policy.
Read on 23 November 2026: crm (HubSpot). Which apps may reach crm
(HubSpot) is not known: there is no such list to download.
Every part of your policy was checked. There is nothing for you to do.

${ENDING}`);
  });

  test('nothing could be read at all', async () => {
    const unread = receipt({ status: 'failed', reason: 'the connection was cut' });
    const inventory = { asOf: '2026-11-23', systems: [system('crm', { receipts: [unread] })] };
    const { subject, text, html } = await weeklyMailOf(facts({ outcome: outcome({ inventory }) }), null);
    expect(`Subject: ${subject}\n\n${text}`)
      .toBe(`Subject: Nothing could be read: Plumbline for Sweet Crumb Bakery

Sweet Crumb Bakery, 23 November 2026

Nothing could be read, so nothing can be said of your tools: this is not
a clean result.
Nothing changed since the report of 16 November 2026.

WHAT COULD NOT BE READ

  The records of contact of crm (HubSpot) could not be read: the
  connection was cut. Nothing new was judged by it, and nothing known
  from it counts as fixed.
    -> Download it again, or take it out of the folder if it does not
       belong there, then scan again.

${ENDING}`);
    expect(html).not.toContain('#2f6b3c');
  });

  test('no scan since the last report', async () => {
    const { subject, text } = await weeklyMailOf(facts({ isScannedSince: false, day: '2026-11-30' }), null);
    expect(`Subject: ${subject}\n\n${text}`)
      .toBe(`Subject: No scan since the last report: Plumbline for Sweet Crumb Bakery

Sweet Crumb Bakery, 30 November 2026

No scan has finished since the last report, so this is how things stood
on 23 November 2026: it is not a clean result.

WHAT COULD NOT BE READ

  No scan has finished since 23 November 2026
    What changed in your tools since then is not known.
    -> Start a scan, and see that one is planned: Plumbline must be
       running at that hour.

${ENDING}`);
  });
});

test('a quiet week is three sentences, and the only one that is green', async () => {
  const { subject, text, html, images, attachments } = await weeklyMailOf(facts(), null);
  expect(`Subject: ${subject}\n\n${text}`).toBe(`Subject: Nothing new: Plumbline for Sweet Crumb Bakery

Sweet Crumb Bakery, 23 November 2026

Nothing changed since the report of 16 November 2026, and your tools
agree with your policy.
Read on 23 November 2026: crm (HubSpot).
Every part of your policy was checked. There is nothing for you to do.

${ENDING}`);
  expect(html).toContain('#2f6b3c');
  expect([images, attachments]).toEqual([[], []]);
});
