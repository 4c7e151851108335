import { Heading, Section } from '@react-email/components';
import { numberInWords } from '../model/words.js';
import type { WeeklyItem, WeeklyLine, WeeklySection } from '../weekly/weekly-report.js';
import type { MailLinks } from './mail-links.js';
import { colors, severityColors } from './mail-style.js';
import { type Lengths, shortened } from './shortened.js';
import { severityInWords } from './weekly-words.js';

/** Where links lead, and how long texts may be. */
interface Means {
  readonly links: MailLinks | null;
  readonly lengths: Lengths;
}

/** One heading with what stands under it. */
export function WeeklySectionPart({
  section: { heading, items },
  means,
}: {
  readonly section: WeeklySection;
  readonly means: Means;
}) {
  return (
    <Section className="pad" style={{ padding: '18px 32px 0' }}>
      <Heading as="h2" className="t" style={{ color: colors.text, fontSize: 17, margin: '0 0 2px' }}>
        {heading}
      </Heading>
      {items.map((item, at) => (
        <ItemPart key={`${at} ${item.what}`} item={item} means={means} />
      ))}
    </Section>
  );
}

const SMALL = { color: colors.text, fontSize: 14, lineHeight: '20px', margin: '4px 0 0' } as const;

function ItemPart({ item, means }: { readonly item: WeeklyItem; readonly means: Means }) {
  const { severity, what, remarks, why, steps, lines, more, finding } = item;
  return (
    <div
      className="l"
      style={{ borderTop: `1px solid ${colors.line}`, margin: '8px 0 0', padding: '8px 0 4px' }}
    >
      <p className="t" style={{ color: colors.text, fontSize: 15, lineHeight: '21px', margin: 0 }}>
        {severity === null ? null : <SeverityMark severity={severity} />}
        <strong>
          <Linked finding={finding} means={means}>
            {shortened(what, means.lengths.what)}
          </Linked>
        </strong>
        <Remarks remarks={remarks} />
      </p>
      {lines.map((line) => (
        <LinePart key={line.finding} line={line} means={means} />
      ))}
      {more === 0 ? null : (
        <p className="f" style={{ ...SMALL, color: colors.faint, paddingLeft: 14 }}>
          and {numberInWords(more)} more
        </p>
      )}
      <ReasonPart why={why} steps={steps} means={means} />
    </div>
  );
}

/** Why it matters and what to do, in one paragraph where there is one thing to do. */
function ReasonPart({ why, steps, means }: Pick<WeeklyItem, 'why' | 'steps'> & { readonly means: Means }) {
  const [only, ...others] = steps.map((step) => `→ ${shortened(step, means.lengths.text)}`);
  const reason = why === null ? '' : shortened(why, means.lengths.text);
  const isOne = only !== undefined && others.length === 0;
  const paragraphs = isOne
    ? [`${reason} ${only}`.trim()]
    : [reason, ...(only === undefined ? [] : [only]), ...others];
  return paragraphs
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => (
      <p key={paragraph} className="t" style={SMALL}>
        {paragraph}
      </p>
    ));
}

function LinePart({ line, means }: { readonly line: WeeklyLine; readonly means: Means }) {
  return (
    <p className="t" style={{ ...SMALL, paddingLeft: 24, textIndent: -10 }}>
      {'• '}
      <Linked finding={line.finding} means={means}>
        {shortened(line.text, means.lengths.what)}
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
  means,
  children,
}: {
  readonly finding: string | null;
  readonly means: Means;
  readonly children: string;
}) {
  if (finding === null || means.links === null) return children;
  return (
    <a href={means.links.findings + encodeURIComponent(finding)} style={{ color: colors.link }}>
      {children}
    </a>
  );
}
