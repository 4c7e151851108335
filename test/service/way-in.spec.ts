import { describe, expect, it } from '@jest/globals';
import { startService } from './started-service.js';

const HERE = { host: '127.0.0.1:4750' };

describe('the way in', () => {
  it('says that it is alive and ready, and tells no browser more than it must', async () => {
    await using service = await startService();
    for (const url of ['/health', '/ready']) {
      const answer = await service.app.inject({ url, headers: HERE });
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({ status: 'ok' });
      expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
      expect(answer.headers['content-security-policy']).not.toContain('unsafe');
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('answers to its own names only, so that no page in a browser can be pointed at it', async () => {
    await using service = await startService({ PLUMBLINE_PUBLIC_URL: 'https://plumbline.example' });
    const status = async (host: string) =>
      (await service.app.inject({ url: '/health', headers: { host } })).statusCode;
    expect(await status('plumbline.example')).toBe(200);
    expect(await status('localhost:4750')).toBe(200);
    expect(await status('[::1]:4750')).toBe(200);
    expect(await status('evil.example')).toBe(421);
    expect(await status('plumbline.example.evil.example')).toBe(421);
    expect(await status('localhost.evil.example')).toBe(421);
  });

  it('answers what is not there, and what can not be read, with a problem document', async () => {
    await using service = await startService();
    const missing = await service.app.inject({ url: '/api/v1/nothing', headers: HERE });
    expect(missing.statusCode).toBe(404);
    expect(missing.headers['content-type']).toMatch(/^application\/problem\+json/u);
    expect(missing.json()).toMatchObject({ type: 'about:blank', status: 404, request: expect.any(String) });
    const broken = await service.app.inject({
      method: 'POST',
      url: '/health',
      headers: { ...HERE, 'content-type': 'application/json' },
      payload: '{',
    });
    expect(broken.statusCode).toBeLessThan(500);
    expect(broken.headers['content-type']).toMatch(/^application\/problem\+json/u);
  });

  it('gives its figures to who holds the token, and to nobody else', async () => {
    const token = 'metrics-token-canary';
    await using service = await startService({ PLUMBLINE_METRICS_TOKEN: token });
    const ask = async (authorization: string) =>
      service.app.inject({ url: '/metrics', headers: { ...HERE, authorization } });
    expect((await ask('')).statusCode).toBe(404);
    expect((await ask('Bearer wrong')).statusCode).toBe(404);
    const answer = await ask(`Bearer ${token}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('plumbline_http_request_seconds');
    expect(service.log.join('')).not.toContain(token);
  });

  it('logs each request by its pattern, never by its address', async () => {
    await using service = await startService();
    await service.app.inject({ url: '/health?code=canary-77', headers: HERE });
    const line = service.log.find((text) => text.includes('"answered"'));
    expect(JSON.parse(line ?? '')).toMatchObject({ method: 'GET', route: '/health', status: 200 });
    expect(service.log.join('')).not.toContain('canary-77');
  });
});
