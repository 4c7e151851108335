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
import { subjectOf } from './subject.js';
import { findingsAttachment } from './weekly-attachment.js';
import { WeeklyEmail } from './weekly-email.js';
import { weeklyText } from './weekly-text.js';

const CHART = 'trend@plumbline';

/** The weekly report as a mail: the same facts and links give the same bytes. */
export async function weeklyMailOf(facts: WeekFacts, links: MailLinks | null): Promise<ReportMail> {
  const report = weeklyReportOf(facts);
  const images = chartOf(report);
  return {
    subject: subjectOf(report.news, report.organization),
    html: await render(createElement(WeeklyEmail, { report, links, chart: images[0]?.contentId ?? null })),
    text: weeklyText(report, links),
    images,
    attachments:
      report.unlisted === 0 || facts.outcome === null ? [] : [findingsAttachment(facts.outcome, facts.day)],
  };
}

function chartOf({ trend }: WeeklyReport): readonly InlineImage[] {
  if (trend.length === 0) return [];
  const bytes = pngOf(trendChart(trend, shortDayInWords), 2 * TREND_WIDTH);
  return [{ contentId: CHART, fileName: 'trend.png', contentType: 'image/png', bytes }];
}
