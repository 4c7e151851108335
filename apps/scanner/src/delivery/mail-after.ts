import type { OutgoingMailEntity } from '../storage/entities/outgoing-mail.entity.js';
import type { MailAnswer } from './outgoing-mail.js';

const MINUTE_MS = 60_000;

/** Greylisting mostly lasts 5 to 15 minutes; a server that is down, a night. About three days altogether. */
const PAUSES_MS = [5, 15, 30, 60, 180, 360, 720, 1_440, 1_440].map((minutes) => minutes * MINUTE_MS);

/** After how long a mail without an answer is sent again, once, as the same mail. */
const AGAIN_MS = 15 * MINUTE_MS;

export type AttemptedMail = Pick<OutgoingMailEntity, 'attempts' | 'unanswered'>;

type Change = Partial<
  Pick<OutgoingMailEntity, 'state' | 'way' | 'sentAt' | 'nextAt' | 'problem' | 'unanswered'>
>;

/** How a mail stands after an attempt. */
export function mailAfter(mail: AttemptedMail, answer: MailAnswer, now: Date): Change {
  const later = (ms: number) => new Date(now.getTime() + ms).toISOString();
  switch (answer.is) {
    case 'accepted':
      return { state: 'sent', way: answer.way, sentAt: later(0), nextAt: null, problem: null };
    case 'unknown': {
      const unanswered = mail.unanswered + 1;
      return { state: 'unconfirmed', unanswered, nextAt: unanswered === 1 ? later(AGAIN_MS) : null };
    }
    case 'refused':
      return { ...ended(mail, 'refused'), problem: answer.problem };
    default: {
      const pause = PAUSES_MS[mail.attempts - 1];
      const { problem } = answer;
      if (pause === undefined) return { ...ended(mail, 'given_up'), problem };
      return { state: mail.unanswered > 0 ? 'unconfirmed' : 'queued', nextAt: later(pause), problem };
    }
  }
}

/** What may have arrived is not called refused because its second attempt was. */
function ended({ unanswered }: AttemptedMail, state: 'refused' | 'given_up'): Change {
  return { state: unanswered > 0 ? 'unconfirmed' : state, nextAt: null };
}
