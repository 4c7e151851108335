import type { ReportMail } from '#reports/email/report-mail.js';

/** A short mail about Plumbline itself, in paragraphs. Needs nothing of what renders reports. */
export function plainMail(subject: string, paragraphs: readonly string[]): ReportMail {
  const body = paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('');
  return {
    subject,
    text: `${paragraphs.map((text) => wrapped(text)).join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;max-width:560px">${body}</body></html>`,
    images: [],
    attachments: [],
  };
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (mark) => MARKS[mark] ?? '');
}

const WIDTH = 72;

function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
