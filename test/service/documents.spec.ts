import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { WriteDocument } from '#scanner/documents/document-process.js';
import type { WantedDocument } from '#scanner/documents/written-document.js';
import { signedInOwner } from './people-bench.js';
import { startService } from './started-service.js';

function serviceThatWrites(writeDocument: WriteDocument): ReturnType<typeof startService> {
  return startService({}, undefined, undefined, undefined, { writeDocument });
}

describe('documents over HTTP', () => {
  it('are handed out as they were written, and can do nothing in a browser', async () => {
    const asked: WantedDocument[] = [];
    await using service = await serviceThatWrites((wanted) => {
      asked.push(wanted);
      return Promise.resolve({ content: Buffer.from(`<p>${wanted.kind}</p>`) });
    });
    const { owner, path } = await signedInOwner(service);
    const page = await owner.get(`${path}/documents/policy`);
    expect(page).toMatchObject({ status: 200, body: '<p>policy</p>' });
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox$/u);
    const file = await owner.get(`${path}/documents/audit?format=pdf`);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="plumbline-audit.pdf"',
    });
    const organization = path.split('/')[1];
    expect(asked).toEqual([
      { organization, kind: 'policy', format: 'html' },
      { organization, kind: 'audit', format: 'pdf' },
    ]);
    expect((await owner.get(`${path}/documents/weekly?format=pdf`)).status).toBe(400);
    expect((await owner.get(`${path}/documents/secrets`)).status).toBe(400);
  });

  it('say what has to be there first, and hide what went wrong with us', async () => {
    let answer: { message: string; step: string } | null = { message: 'No policy.', step: 'Write one.' };
    await using service = await serviceThatWrites(() => Promise.resolve(answer));
    const { owner, path } = await signedInOwner(service);
    expect(await owner.get(`${path}/documents/policy`)).toMatchObject({
      status: 422,
      body: { title: 'No policy.', step: 'Write one.' },
    });
    answer = null;
    expect((await owner.get(`${path}/documents/policy`)).status).toBe(500);
  });

  it('are written one after another, and not without end', async () => {
    const held = Promise.withResolvers<void>();
    let atOnce = 0;
    let most = 0;
    await using service = await serviceThatWrites(async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await held.promise;
      atOnce -= 1;
      return { content: Buffer.from('x') };
    });
    const { owner, path } = await signedInOwner(service);
    const asked = Array.from({ length: 7 }, () => owner.get(`${path}/documents/policy`));
    const first = await Promise.race(asked);
    expect(first.status).toBe(429);
    held.resolve();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(most).toBe(1);
  });
});

describe('a policy over HTTP', () => {
  it('can name what the service says that it can, and has no draft before the first scan', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const { body } = await owner.get(`${path}/policies/choices`);
    expect(body.categories).toContainEqual({
      key: 'user.health_and_medical',
      title: 'Health',
      sensitive: true,
    });
    expect(body.connectors).toContainEqual({ key: 'exports', title: 'Files' });
    expect(await owner.get(`${path}/policies/draft`)).toMatchObject({ status: 404 });
    // What stands in the example can all be named.
    const example = await readFile('config/policy.example.yaml', 'utf8');
    const named = [...example.matchAll(/category: (user[\w.]+)/gu)].map(([, key]) => key);
    const known = new Set(body.categories.map(({ key }: { key: string }) => key));
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });
});
