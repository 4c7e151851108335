import { describe, expect, it } from '@jest/globals';
import { Browser } from './people-bench.js';
import { startService } from './started-service.js';

describe('the pages', () => {
  it('are there for every link that is handed out, and hold no script or style of their own', async () => {
    await using service = await startService();
    const stranger = new Browser(service);
    for (const page of ['/', '/set-up', '/sign-in', '/invitation', '/new-password', '/connections']) {
      const { status, body, headers } = await stranger.get(page);
      expect([page, status]).toEqual([page, 200]);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(body).not.toMatch(/<script>|<style|\son\w+=|style=/u);
    }
  });

  it('have their parts, and nothing else of the folder', async () => {
    await using service = await startService();
    const stranger = new Browser(service);
    expect((await stranger.get('/pages/plumbline.js')).headers['content-type']).toMatch(/^text\/javascript/u);
    expect((await stranger.get('/pages/plumbline.css')).headers['content-type']).toMatch(/^text\/css/u);
    for (const other of ['page.html', '..%2f..%2fpackage.json', 'constructor'])
      expect((await stranger.get(`/pages/${other}`)).status).toBe(404);
  });
});
