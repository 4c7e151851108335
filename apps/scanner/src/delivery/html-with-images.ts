import type { ReportMail } from '#reports/email/report-mail.js';

/** The HTML of a mail with its pictures in it, for a browser, which knows no `cid:`. */
export function htmlWithImages({ html, images }: Pick<ReportMail, 'html' | 'images'>): string {
  return images.reduce((text, { contentId, contentType, bytes }) => {
    const address = `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`;
    return text.replaceAll(`cid:${contentId}`, () => address);
  }, html);
}
