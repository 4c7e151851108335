import { render } from '@react-email/components';
import { createElement } from 'react';
import { pngOf } from '../charts/png.js';
import { TREND_WIDTH, trendChart } from '../charts/trend-chart.js';
import { shortDayInWords } from '../model/words.js';
import type { WeekFacts } from '../weekly/week-facts.js';
import { weeklyReportOf } from '../weekly/weekly-report-of.js';
import type { WeeklyReport } from '../weekly/weekly-report.js';
import type { MailLinks } from './mail-links.js';
import type { InlineImage, ReportMail } from './report-mail.js';
import { TIGHT, USUAL } from './shortened.js';
import { subjectOf } from './subject.js';
import { findingsTable } from './weekly-attachment.js';
import { WeeklyEmail, type WeeklyEmailProps } from './weekly-email.js';
import { weeklyText } from './weekly-text.js';

const CHART = 'trend@plumbline';

/** The weekly report as a mail: the same facts and links give the same bytes. */
export async function weeklyMailOf(facts: WeekFacts, links: MailLinks | null): Promise<ReportMail> {
  return mailOf(weeklyReportOf(facts), facts, links);
}

/** A report that was made from these facts, as a mail. */
export async function mailOf(
  report: WeeklyReport,
  facts: Pick<WeekFacts, 'outcome' | 'day'>,
  links: MailLinks | null,
): Promise<ReportMail> {
  const images = chartOf(report);
  const table =
    report.unlisted === 0 || facts.outcome === null ? null : findingsTable(facts.outcome, facts.day);
  return {
    subject: subjectOf(report.news, report.organization),
    html: await htmlOf({ report, links, table, chart: images[0]?.contentId ?? null }),
    text: weeklyText(report, { links, table }),
    images,
    attachments: table === null ? [] : [table.attachment],
  };
}

/** Gmail cuts a mail off at 102 KB. */
const LARGEST_HTML = 95_000;

async function htmlOf(parts: Omit<WeeklyEmailProps, 'lengths'>): Promise<string> {
  const usual = await render(createElement(WeeklyEmail, { ...parts, lengths: USUAL }));
  if (Buffer.byteLength(usual) <= LARGEST_HTML) return usual;
  return render(createElement(WeeklyEmail, { ...parts, lengths: TIGHT }));
}

function chartOf({ trend }: WeeklyReport): readonly InlineImage[] {
  if (trend.length === 0) return [];
  const bytes = pngOf(trendChart(trend, shortDayInWords), 2 * TREND_WIDTH);
  return [{ contentId: CHART, fileName: 'trend.png', contentType: 'image/png', bytes }];
}
