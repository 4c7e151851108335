import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { BugError } from '../contract/error.js';
import { answerOf } from './sdk-answer.js';

const TOKEN = 'canary-token';
const VALUE = 'canary-value';

/** As axios throws it: with the request, and so the token, inside. */
function axiosError(more: object): Error {
  const config = { headers: { Authorization: `Bearer ${TOKEN}` }, url: `https://x.example/?query=${VALUE}` };
  return Object.assign(new Error(`Request failed at ${VALUE}`), {
    isAxiosError: true,
    config,
    request: config,
    ...more,
  });
}

function answered(error: unknown, data?: unknown) {
  return answerOf((callback) => callback(error, data));
}

describe('an answer of node-quickbooks', () => {
  it('is what it parsed, as text again', async () => {
    expect(await answered(null, { QueryResponse: {} })).toEqual({
      status: 200,
      headers: {},
      body: '{"QueryResponse":{}}',
    });
  });

  it('is taken out of an error with status, headers and body, and nothing else of it', async () => {
    const response = {
      status: 429,
      headers: { 'Retry-After': '60', 'x-list': ['a'] },
      data: { fault: { error: [{ code: '3001' }] } },
      config: { headers: { Authorization: `Bearer ${TOKEN}` } },
    };
    const answer = await answered(axiosError({ response }));
    expect(answer).toEqual({
      status: 429,
      headers: { 'retry-after': '60' },
      body: '{"fault":{"error":[{"code":"3001"}]}}',
    });
    expect(inspect(answer, { depth: null, showHidden: true })).not.toContain('canary');
  });

  it('keeps HTML as it came', async () => {
    const response = { status: 503, headers: {}, data: '<html></html>' };
    expect(await answered(axiosError({ response }))).toMatchObject({ status: 503, body: '<html></html>' });
  });

  it('is the body itself where the error is one: status 200 with a Fault', async () => {
    const body = { Fault: { Error: [{ code: '610' }] }, time: '' };
    expect(await answered(body, body)).toEqual({ status: 200, headers: {}, body: JSON.stringify(body) });
  });

  it('is empty where the SDK stumbles over a body that is no object', async () => {
    expect(await answered(new TypeError(`Cannot convert ${VALUE}`))).toEqual({
      status: 200,
      headers: {},
      body: '',
    });
  });

  it('is an error of ours without anything of the request where none came', async () => {
    const told = await answered(axiosError({ code: 'ECONNRESET' })).catch((error: unknown) => error);
    expect(told).toBeInstanceOf(Error);
    expect(inspect(told, { depth: null, showHidden: true })).not.toContain('canary');
  });

  it('is the refusal of our guard where that is the cause', async () => {
    const refusal = new BugError({ message: 'A request to a foreign host was refused' });
    await expect(answered(axiosError({ cause: refusal }))).rejects.toBe(refusal);
  });
});
