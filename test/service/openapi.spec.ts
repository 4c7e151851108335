import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { ACCESS } from '#scanner/api/access.js';
import { ANSWER, TAKES_FILE } from '#scanner/api/answers.js';
import { Problem } from '#scanner/api/problem.js';
import { controllers } from '#scanner/service/controllers.js';
import { documentOf } from '../../config/openapi/document.js';
import { startService } from './started-service.js';

const read = async (file: string) => JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8'));

describe('the OpenAPI document', () => {
  it('is that of the controllers; if not: npm run openapi', async () => {
    await using service = await startService();
    const { version } = await read('../../package.json');
    const document = documentOf(service.app, { controllers, ACCESS, ANSWER, TAKES_FILE, Problem, version });
    expect(JSON.parse(JSON.stringify(document))).toEqual(await read('../../config/openapi.json'));
  });

  it('says of every route for whom it is', async () => {
    const { paths } = await read('../../config/openapi.json');
    const operations = Object.values(paths).flatMap((one) => Object.values(one as object));
    const access = new Set(operations.map((operation) => operation['x-access']));
    for (const one of access) expect(['anyone', 'signed in', 'viewer', 'admin', 'owner']).toContain(one);
    expect(operations.length).toBeGreaterThan(30);
  });
});
