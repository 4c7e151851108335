import { describe, expect, it } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { DataSource } from 'typeorm';
import { Secret } from '#connectors/kit/secret.js';
import { signInNotices } from '#scanner/delivery/sign-in-notices.js';
import { codeAt } from '#scanner/people/one-time-code.js';
import { OutgoingMailEntity } from '#scanner/storage/entities/outgoing-mail.entity.js';
import { PersonEntity } from '#scanner/storage/entities/person.entity.js';
import { Browser, invitedPerson, OWNER, signedInOwner } from './people-bench.js';
import { type StartedService, startService } from './started-service.js';

/** Nothing listens there: what is queued stays. */
const MAIL_SERVER = {
  PLUMBLINE_SMTP_HOST: '127.0.0.1',
  PLUMBLINE_SMTP_PORT: '1',
  PLUMBLINE_SMTP_FROM: 'plumbline@bakery.example',
};
const NEXT = 'velvet compass onion railway';
const VERA = { email: 'vera@bakery.example', password: OWNER.password };

/** What was queued since the last time, oldest first. */
class Told {
  private readonly seen = new Set<string>();

  constructor(private readonly service: StartedService) {}

  async next(): Promise<readonly ParsedMail[]> {
    const rows = await this.service.app.get(DataSource).manager.find(OutgoingMailEntity);
    const unseen = rows.filter(({ id }) => !this.seen.has(id));
    for (const { id } of unseen) this.seen.add(id);
    return Promise.all(unseen.map(({ message }) => simpleParser(message)));
  }
}

const toOf = ({ to }: ParsedMail) => [to ?? []].flat().map(({ text }) => text);

describe('a person whose sign-in changes', () => {
  it('is told what, when, by whom and what to do, and no secret', async () => {
    await using service = await startService(MAIL_SERVER);
    const { owner, path } = await signedInOwner(service);
    const vera = await invitedPerson(owner, path, { email: VERA.email, role: 'viewer' });
    const told = new Told(service);
    expect(await told.next()).toEqual([]);

    const secrets: string[] = [OWNER.password, NEXT];
    const offered = (await vera.post('me/second-step', { password: VERA.password })).body;
    expect(await told.next()).toEqual([]);
    const code = codeAt(new Secret(String(offered.secret)), service.clock.now);
    const { recovery_codes: codes } = (await vera.post('me/second-step/accept', { code })).body;
    secrets.push(offered.secret, ...codes);
    const [on] = await told.next();
    expect([on?.subject, on && toOf(on), on?.from?.text]).toEqual([
      'Plumbline: a second step was switched on for your sign-in',
      [VERA.email],
      expect.stringContaining('plumbline@bakery.example'),
    ]);
    const text = (on?.text ?? '').replaceAll('\n', ' ');
    expect(text).toContain('On 23 November 2026 at 09:00 UTC, a second step was switched on');
    expect(text).toContain('the sign-in of vera@bakery.example to Plumbline');
    expect(text).toContain('Tell anna@bakery.example at once');

    const subjects: unknown[] = [];
    const did = async () => {
      const mails = await told.next();
      for (const mail of mails) {
        subjects.push(mail.subject);
        const whole = `${mail.subject} ${mail.text} ${mail.html}`;
        for (const secret of secrets) expect(whole).not.toContain(secret);
        expect(whole).not.toMatch(/https?:/u);
        expect(mail.headers.has('list-unsubscribe')).toBe(false);
      }
    };
    await vera.post('me/second-step/recovery-codes', { password: VERA.password });
    await did();
    await vera.post('me/second-step/switch-off', { password: VERA.password });
    await did();
    await vera.ask('PUT', 'me/password', { current: VERA.password, next: NEXT });
    await did();
    const { id } = (await vera.get('me')).body;
    const { link } = (await owner.post(`${path}/people/${id}/new-password`, { second_step: true })).body;
    const carried = String(link).split('#')[1] ?? '';
    secrets.push(carried);
    await did();
    await new Browser(service).post('new-password', {
      link: carried,
      password: 'harbour violet mint sparrow',
    });
    await did();
    expect(subjects).toEqual([
      'Plumbline: new recovery codes were made for your sign-in',
      'Plumbline: the second step of your sign-in was switched off',
      'Plumbline: your password was changed',
      'Plumbline: a link was made by which a new password can be set for you and your second step is taken off',
      'Plumbline: a new password was set for you, and your second step was taken off',
    ]);
  });

  it('who is the only owner is told to ask whoever runs Plumbline', async () => {
    await using service = await startService(MAIL_SERVER);
    const { owner } = await signedInOwner(service);
    await owner.ask('PUT', 'me/password', { current: OWNER.password, next: NEXT });
    const [mail] = await new Told(service).next();
    expect(mail?.text).toContain('plumbline people reset-owner');
  });

  it('is told nothing where no mail server is set, and of nothing that was refused', async () => {
    await using silent = await startService();
    const first = await signedInOwner(silent);
    await first.owner.ask('PUT', 'me/password', { current: OWNER.password, next: NEXT });
    expect(await new Told(silent).next()).toEqual([]);
    await using service = await startService(MAIL_SERVER);
    const { owner } = await signedInOwner(service);
    const { status } = await owner.ask('PUT', 'me/password', { current: 'not this one', next: NEXT });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(await new Told(service).next()).toEqual([]);
  });

  it('gets her change also where the notice can not be written', async () => {
    await using service = await startService();
    await signedInOwner(service);
    const dataSource = service.app.get(DataSource);
    const failures: unknown[] = [];
    const tell = signInNotices({
      dataSource,
      clock: () => service.clock.now,
      mail: {
        way: 'smtp',
        get from(): string {
          throw new Error('broken');
        },
      },
      log: { failure: (error) => failures.push(error) },
    });
    const person = await dataSource.manager.findOneByOrFail(PersonEntity, {});
    await dataSource.transaction((manager) => tell(manager, person, { what: 'password changed', by: null }));
    expect(failures).toHaveLength(1);
  });
});
