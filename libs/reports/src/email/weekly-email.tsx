import { Body, Container, Head, Heading, Html, Img, Link, Preview, Section } from '@react-email/components';
import { dayInWords } from '../model/words.js';
import type { WeeklyReport } from '../weekly/weekly-report.js';
import type { MailLinks } from './mail-links.js';
import { colors, DARK_STYLE, FONT, toneColors } from './mail-style.js';
import { type Lengths, shortened } from './shortened.js';
import { trendInWords } from './trend-in-words.js';
import type { FindingsTable } from './weekly-attachment.js';
import { WeeklySectionPart } from './weekly-section.js';
import { endingOf } from './weekly-words.js';

export interface WeeklyEmailProps {
  readonly report: WeeklyReport;
  readonly links: MailLinks | null;
  readonly table: FindingsTable | null;
  /** Content id of the chart; null without one. */
  readonly chart: string | null;
  readonly lengths: Lengths;
}

/** The weekly mail. Tables and inline styles: Outlook draws mails with Word. */
export function WeeklyEmail({ report, links, table, chart, lengths }: WeeklyEmailProps) {
  const { organization, day, news, tone, summary, sections } = report;
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{`Plumbline for ${shortened(organization, lengths.name)}`}</title>
        <style>{DARK_STYLE}</style>
      </Head>
      <Preview>{shortened(summary[0] ?? news, 140)}</Preview>
      <Body
        className="ground"
        style={{ background: colors.ground, fontFamily: FONT, margin: 0, padding: '16px 0' }}
      >
        <Container
          className="sheet"
          style={{
            background: colors.sheet,
            border: `1px solid ${colors.line}`,
            maxWidth: 600,
            width: '100%',
          }}
        >
          <Section className="pad" style={{ padding: '24px 32px 8px' }}>
            <p className="f" style={{ color: colors.faint, fontSize: 13, margin: 0 }}>
              {`Plumbline for ${shortened(organization, lengths.name)} · ${dayInWords(day)}`}
            </p>
            <div
              style={{
                borderLeft: `5px solid ${toneColors[tone]}`,
                margin: '14px 0 0',
                padding: '2px 0 2px 14px',
              }}
            >
              <Heading
                as="h1"
                className="t"
                style={{ color: colors.text, fontSize: 22, lineHeight: '28px', margin: 0 }}
              >
                {news}
              </Heading>
              {summary.map((sentence) => (
                <p
                  key={sentence}
                  className="t"
                  style={{ color: colors.text, fontSize: 15, lineHeight: '22px', margin: '8px 0 0' }}
                >
                  {shortened(sentence, lengths.text)}
                </p>
              ))}
            </div>
          </Section>
          {sections.map((section) => (
            <WeeklySectionPart key={section.kind} section={section} means={{ links, lengths }} />
          ))}
          {chart === null ? null : (
            <Section className="pad" style={{ padding: '20px 32px 4px' }}>
              <Heading as="h2" className="t" style={{ color: colors.text, fontSize: 17, margin: '0 0 10px' }}>
                How it develops
              </Heading>
              <Img
                src={`cid:${chart}`}
                alt={trendInWords(report.trend) ?? ''}
                width={520}
                // React would ask for it in the head otherwise, and mail programs do not know that.
                loading="lazy"
                style={{ height: 'auto', maxWidth: '100%' }}
              />
            </Section>
          )}
          <Section className="pad" style={{ padding: '16px 32px 24px' }}>
            {endingOf(report, { links: null, table }).map((sentence) => (
              <p
                key={sentence}
                className="f"
                style={{ color: colors.faint, fontSize: 13, lineHeight: '19px', margin: '6px 0 0' }}
              >
                {sentence}
              </p>
            ))}
            {links === null ? null : (
              <p style={{ fontSize: 14, margin: '12px 0 0' }}>
                <Link href={links.overview} style={{ color: colors.link, fontWeight: 600 }}>
                  See all of it in Plumbline
                </Link>
              </p>
            )}
          </Section>
        </Container>
      </Body>
    </Html>
  );
}
