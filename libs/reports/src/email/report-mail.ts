/** A picture that stands in the mail itself: mail programs block what they would have to fetch. */
export interface InlineImage {
  /** What the HTML names as `cid:…`. */
  readonly contentId: string;
  readonly fileName: string;
  readonly contentType: 'image/png';
  readonly bytes: Uint8Array;
}

export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: 'text/csv; charset=utf-8' | 'application/pdf' | 'text/html; charset=utf-8';
  readonly bytes: Uint8Array;
}

/** A report as a mail, without sender, recipients and date: the same for everybody who gets it. */
export interface ReportMail {
  /** One line of at most 200 characters, without control characters. */
  readonly subject: string;
  readonly html: string;
  /** Written for reading, complete without the HTML; lines of at most 72 characters, ended by \n. */
  readonly text: string;
  readonly images: readonly InlineImage[];
  readonly attachments: readonly MailAttachment[];
}
