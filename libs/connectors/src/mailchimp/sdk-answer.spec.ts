import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { BugError } from '../contract/error.js';
import { answerOf } from './sdk-answer.js';

const response = (status: number, body: unknown) => ({
  status,
  headers: { 'Content-Type': 'application/json', 'Retry-After': '3', 'set-cookie': ['a'] },
  body,
  req: { headers: { authorization: 'Bearer canary-token' } },
});

describe("what Mailchimp's client gave", () => {
  it('is the answer as it came', async () => {
    const answer = await answerOf(() =>
      Promise.resolve({ response: response(200, Buffer.from('{"a":"é"}')) }),
    );
    expect(answer).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json', 'retry-after': '3' },
      body: '{"a":"é"}',
    });
  });

  it('is the answer of its error too, without the key and the request (law 1)', async () => {
    const error = Object.assign(new Error('Forbidden'), { response: response(403, Buffer.from('')) });
    const answer = await answerOf(() => Promise.reject(error));
    expect(answer).toMatchObject({ status: 403, body: '' });
    expect(inspect(answer, { depth: null })).not.toContain('canary');
  });

  it('is nothing where no answer came, and quotes nothing', async () => {
    const error = Object.assign(new Error('canary'), { code: 'ECONNRESET', response: undefined });
    const thrown = await answerOf(() => Promise.reject(error)).catch((one: unknown) => one);
    expect(inspect(thrown, { depth: null, showHidden: true })).not.toContain('canary');
  });

  it("is the guard's own no", async () => {
    const own = new BugError({ message: 'A request to a foreign host was refused' });
    await expect(answerOf(() => Promise.reject(own))).rejects.toBe(own);
  });
});
