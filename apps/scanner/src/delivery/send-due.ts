import type { ClaimedMail, Outbox } from './outbox.js';
import type { MailAnswer, SendMail } from './outgoing-mail.js';

/** Sends every mail that is due, one after another, until told to stop; gives how many attempts that were. */
export async function sendDue(
  outbox: Outbox,
  send: SendMail,
  { signal, told }: { readonly signal?: AbortSignal; readonly told?: Told } = {},
): Promise<number> {
  await outbox.recover();
  let attempts = 0;
  for (;;) {
    const mail = signal?.aborted === true ? null : await outbox.claim();
    if (mail === null) return attempts;
    const envelope = { from: mail.sender, to: mail.recipient };
    const answer = await send(envelope, Buffer.from(mail.message, 'utf8'), () => outbox.handingOver(mail));
    if (await outbox.answered(mail, answer)) told?.(mail, answer);
    attempts += 1;
  }
}

/** Hears of each attempt. */
export type Told = (mail: ClaimedMail, answer: MailAnswer) => void;
