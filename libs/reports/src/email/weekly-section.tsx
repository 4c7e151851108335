import { Heading, Section } from '@react-email/components';
import { numberInWords } from '../model/words.js';
import type { WeeklyItem, WeeklyLine, WeeklySection } from '../weekly/weekly-report.js';
import type { MailLinks } from './mail-links.js';
import { colors, severityColors } from './mail-style.js';
import { LONGEST, shortened } from './shortened.js';
import { severityInWords } from './weekly-words.js';

/** One heading with what stands under it. */
export function WeeklySectionPart({
  section: { heading, items },
  links,
}: {
  readonly section: WeeklySection;
  readonly links: MailLinks | null;
}) {
  return (
    <Section className="pad" style={{ padding: '18px 32px 0' }}>
      <Heading as="h2" className="t" style={{ color: colors.text, fontSize: 17, margin: '0 0 2px' }}>
        {heading}
      </Heading>
      {items.map((item, at) => (
        <ItemPart key={`${at} ${item.what}`} item={item} links={links} />
      ))}
    </Section>
  );
}

const SMALL = { color: colors.text, fontSize: 14, lineHeight: '20px', margin: '4px 0 0' } as const;

function ItemPart({ item, links }: { readonly item: WeeklyItem; readonly links: MailLinks | null }) {
  const { severity, what, remarks, why, steps, lines, more, finding } = item;
  return (
    <div
      className="l"
      style={{ borderTop: `1px solid ${colors.line}`, margin: '8px 0 0', padding: '8px 0 4px' }}
    >
      <p className="t" style={{ color: colors.text, fontSize: 15, lineHeight: '21px', margin: 0 }}>
        {severity === null ? null : <SeverityMark severity={severity} />}
        <strong>
          <Linked finding={finding} links={links}>
            {shortened(what, LONGEST.what)}
          </Linked>
        </strong>
        <Remarks remarks={remarks} />
      </p>
      {lines.map((line) => (
        <LinePart key={line.finding} line={line} links={links} />
      ))}
      {more === 0 ? null : (
        <p className="f" style={{ ...SMALL, color: colors.faint, paddingLeft: 14 }}>
          and {numberInWords(more)} more
        </p>
      )}
      {why === null ? null : (
        <p className="t" style={SMALL}>
          {shortened(why, LONGEST.text)}
        </p>
      )}
      {steps.map((step) => (
        <p key={step} className="t" style={SMALL}>
          → {shortened(step, LONGEST.text)}
        </p>
      ))}
    </div>
  );
}

function LinePart({ line, links }: { readonly line: WeeklyLine; readonly links: MailLinks | null }) {
  return (
    <p className="t" style={{ ...SMALL, paddingLeft: 14 }}>
      {'• '}
      <Linked finding={line.finding} links={links}>
        {shortened(line.text, LONGEST.what)}
      </Linked>
      <Remarks remarks={line.remarks} />
    </p>
  );
}

/** The word stands in the mark: colour is never the only sign. */
function SeverityMark({ severity }: { readonly severity: NonNullable<WeeklyItem['severity']> }) {
  const { text, ground } = severityColors[severity];
  return (
    <>
      <span
        className={severity}
        style={{
          background: ground,
          borderRadius: 3,
          color: text,
          fontSize: 12,
          fontWeight: 600,
          padding: '1px 6px',
        }}
      >
        {severityInWords(severity)}
      </span>{' '}
    </>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <span className="f" style={{ color: colors.faint, fontSize: 13 }}>{` · ${remarks.join(' · ')}`}</span>
  );
}

/** A finding leads to its page, where there is one that the reader can reach. */
function Linked({
  finding,
  links,
  children,
}: {
  readonly finding: string | null;
  readonly links: MailLinks | null;
  readonly children: string;
}) {
  if (finding === null || links === null) return children;
  return (
    <a href={links.findings + encodeURIComponent(finding)} style={{ color: colors.link }}>
      {children}
    </a>
  );
}
