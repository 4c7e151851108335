import { Document, type DocumentProps, Page, Text, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { ANSWERS } from './answer-words.js';
import type { Answer, Cell, DocumentPart, DocumentSection } from './document-part.js';
import { INK, type PdfSizes } from './pdf-style.js';
import { columnWidths } from './column-shares.js';
import { blocksOf, type PlainDocument, type SectionBlock, type Signatures } from './plain-document.js';

/** Fonts as `pdf-fonts.ts` registers them: the second stands in where the first has no letter. */
export const FONTS = ['Plumbline', 'Plumbline other scripts'];

/** More rows than this are no reading matter any more; the page says where the others are. */
const MOST_ROWS = 300;

/** How wide a letter is, of the size of the text. */
const CHARACTER = 0.56;

/** In points, both ways. */
const PAPER_WIDTH = { A4: 595.28, LETTER: 612 } as const;

interface Looks {
  /** Of what is written into, in points. */
  readonly width: number;
  readonly sizes: PdfSizes;
  /** The text with every sign that the fonts lack replaced. */
  readonly shown: (text: string) => string;
}

export interface PdfLooks extends Omit<Looks, 'width'> {
  /** The instant that the document is as of: the only time in the file. */
  readonly createdAt: Date;
}

/** A document as the pages of a PDF. */
export function pdfPages(
  document: PlainDocument,
  { createdAt, sizes, shown }: PdfLooks,
): ReactElement<DocumentProps> {
  const { kind, organization, foot, sections, signatures } = document;
  const looks: Looks = { sizes, shown, width: PAPER_WIDTH[document.paper] - 2 * sizes.margin };
  const bottom = sizes.margin + sizes.small * 1.6;
  return (
    <Document
      title={`${shown(kind)}: ${shown(organization)}`}
      author={shown(organization)}
      creator="Plumbline"
      producer="Plumbline"
      language="en"
      pdfVersion="1.7"
      creationDate={createdAt}
      modificationDate={createdAt}
    >
      <Page
        size={document.paper}
        style={{
          fontFamily: FONTS,
          fontSize: sizes.text,
          color: INK.text,
          paddingTop: sizes.margin,
          paddingHorizontal: sizes.margin,
          paddingBottom: bottom,
        }}
      >
        <View style={{ fontSize: sizes.text, lineHeight: sizes.lineHeight }}>
          <Title document={document} {...looks} />
          {blocksOf(sections).map((block, at) => (
            <Block key={at} block={block} {...looks} />
          ))}
          {signatures === null ? null : (
            <SignatureLines signatures={signatures} perRow={document.isOnePage ? 4 : 2} {...looks} />
          )}
        </View>
        {/* Without a line height: a text that is rendered for each page loses itself under one. */}
        <View
          fixed
          style={{
            position: 'absolute',
            bottom: sizes.margin * 0.6,
            left: sizes.margin,
            right: sizes.margin,
            flexDirection: 'row',
            justifyContent: 'space-between',
            color: INK.soft,
            fontSize: sizes.small * 0.95,
          }}
        >
          <Text style={{ flexShrink: 1 }}>{shown(foot)}</Text>
          <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
      </Page>
    </Document>
  );
}

function Title({ document, sizes, shown }: Looks & { readonly document: PlainDocument }) {
  const { kind, organization, standing, isOnePage } = document;
  return (
    <View
      style={{
        borderBottomWidth: isOnePage ? 1.2 : 2,
        borderBottomColor: INK.accent,
        paddingBottom: sizes.section / 2,
        marginBottom: sizes.section,
      }}
    >
      <Text style={{ color: INK.accent, fontSize: sizes.small, fontWeight: 600, letterSpacing: 1 }}>
        {shown(kind.toUpperCase())}
      </Text>
      <View style={isOnePage ? { flexDirection: 'row', justifyContent: 'space-between' } : {}}>
        <Text style={{ fontSize: sizes.title, fontWeight: 600, lineHeight: 1.2, flexShrink: 1 }}>
          {shown(organization)}
        </Text>
        <View style={isOnePage ? { alignSelf: 'flex-end' } : { marginTop: sizes.gap }}>
          {standing.map((line, at) => (
            <Text key={at} style={{ color: INK.soft }}>
              {shown(line)}
            </Text>
          ))}
        </View>
      </View>
    </View>
  );
}

function Block({ block, ...looks }: Looks & { readonly block: SectionBlock }) {
  if (block.kind === 'full') return <Section section={block.section} {...looks} />;
  const between = looks.sizes.text * 1.8;
  const width = (looks.width - between) / 2;
  return (
    <View style={{ flexDirection: 'row', gap: between }}>
      {[block.left, block.right].map((sections, at) => (
        <View key={at} style={{ width }}>
          {sections.map((section, inColumn) => (
            <Section key={inColumn} section={section} {...looks} width={width} />
          ))}
        </View>
      ))}
    </View>
  );
}

function Section({ section, ...looks }: Looks & { readonly section: DocumentSection }) {
  const { sizes, shown } = looks;
  const [first, ...others] = section.parts;
  // What follows a heading stays with it, unless it may be longer than a page.
  const isStaying = first !== undefined && first.kind !== 'table' && first.kind !== 'list';
  return (
    <View wrap={!isSmall(section)} style={{ marginBottom: sizes.section }}>
      <View wrap={false}>
        <Text
          style={{
            color: INK.accent,
            fontSize: sizes.heading,
            fontWeight: 600,
            marginBottom: sizes.gap,
          }}
        >
          {shown(section.heading)}
        </Text>
        {isStaying ? <Part part={first} {...looks} /> : null}
      </View>
      {(isStaying ? others : section.parts).map((part, at) => (
        <Part key={at} part={part} {...looks} />
      ))}
    </View>
  );
}

/** So little that it stays together: a heading, or the head of a table, does not stand alone at the end of a page. */
function isSmall({ parts }: DocumentSection): boolean {
  const lines = parts.map((part) =>
    part.kind === 'table' ? part.rows.length * 2 : part.kind === 'list' ? part.items.length : 2,
  );
  return lines.reduce((sum, count) => sum + count, 0) <= 22;
}

function Part({ part, ...looks }: Looks & { readonly part: DocumentPart }) {
  const { sizes, shown } = looks;
  switch (part.kind) {
    case 'text':
      return <Text style={{ marginBottom: sizes.gap * 1.5 }}>{shown(part.text)}</Text>;
    case 'gap':
      return <Boxed word="Left open" text={part.text} ink={INK.open} paper={INK.openPaper} {...looks} />;
    case 'answer':
      return <Boxed word={ANSWERS[part.answer]} text={part.text} {...ANSWER_INK[part.answer]} {...looks} />;
    case 'list':
      return <Items items={part.items} {...looks} />;
    case 'table':
    default:
      return <Table columns={part.columns} rows={part.rows} {...looks} />;
  }
}

const ANSWER_INK: Readonly<Record<Answer, { readonly ink: string; readonly paper: string }>> = {
  yes: { ink: INK.accent, paper: INK.plainPaper },
  no: { ink: INK.bad, paper: INK.badPaper },
  'cannot tell': { ink: INK.open, paper: INK.openPaper },
};

interface BoxedProps extends Looks {
  readonly word: string;
  readonly text: string;
  readonly ink: string;
  readonly paper: string;
}

function Boxed({ word, text, ink, paper, sizes, shown }: BoxedProps) {
  return (
    <View
      style={{
        backgroundColor: paper,
        borderLeftWidth: 2,
        borderLeftColor: ink,
        paddingVertical: sizes.gap,
        paddingHorizontal: sizes.text * 0.7,
        marginBottom: sizes.gap * 1.5,
      }}
    >
      <Text>
        <Text style={{ color: ink, fontWeight: 600 }}>{`${word}  `}</Text>
        {shown(text)}
      </Text>
    </View>
  );
}

function Items({ items, sizes, shown }: Looks & { readonly items: readonly string[] }) {
  return (
    <View style={{ marginBottom: sizes.gap * 1.5 }}>
      {items.slice(0, MOST_ROWS).map((item, at) => (
        <View key={at} style={{ flexDirection: 'row' }}>
          <Text style={{ color: INK.accent, width: sizes.text }}>•</Text>
          <Text style={{ flex: 1 }}>{shown(item)}</Text>
        </View>
      ))}
      <LeftOut all={items.length} sizes={sizes} />
    </View>
  );
}

interface TableProps extends Looks {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

function Table({ columns, rows, sizes, shown, width }: TableProps) {
  const printed = rows.slice(0, MOST_ROWS);
  const widths = columnWidths(columns, printed, { width, perCharacter: sizes.text * CHARACTER });
  const cellStyle = (at: number) => ({
    width: widths[at] ?? 0,
    paddingRight: at === columns.length - 1 ? 0 : sizes.text * 0.6,
  });
  return (
    <View style={{ marginBottom: sizes.gap * 2 }}>
      {columns.every((column) => column === '') ? null : (
        <View
          fixed
          style={{
            flexDirection: 'row',
            alignItems: 'flex-end',
            borderBottomWidth: 0.7,
            borderBottomColor: INK.text,
          }}
        >
          {columns.map((column, at) => (
            <Text
              key={at}
              style={{
                ...cellStyle(at),
                color: INK.soft,
                fontSize: sizes.head,
                fontWeight: 600,
                paddingVertical: sizes.gap,
              }}
            >
              {shown(column)}
            </Text>
          ))}
        </View>
      )}
      {printed.map((cells, at) => (
        <View
          key={at}
          wrap={false}
          style={{ flexDirection: 'row', borderBottomWidth: 0.4, borderBottomColor: INK.line }}
        >
          {cells.map(({ text, note }, inRow) => (
            <Text
              key={inRow}
              style={{
                ...cellStyle(inRow),
                paddingVertical: sizes.gap,
                ...(inRow === 0 ? { fontWeight: 600 } : {}),
              }}
            >
              {shown(text)}
              {note === undefined ? null : (
                <Text
                  style={{ color: INK.soft, fontSize: sizes.small, fontWeight: 400 }}
                >{` ${shown(note)}`}</Text>
              )}
            </Text>
          ))}
        </View>
      ))}
      <LeftOut all={rows.length} sizes={sizes} />
    </View>
  );
}

function LeftOut({ all, sizes }: { readonly all: number; readonly sizes: PdfSizes }) {
  if (all <= MOST_ROWS) return null;
  return (
    <Text style={{ color: INK.soft, marginTop: sizes.gap }}>
      {`and ${(all - MOST_ROWS).toLocaleString('en-US')} more, which stand in the same document as HTML.`}
    </Text>
  );
}

function SignatureLines({
  signatures,
  perRow,
  sizes,
  shown,
}: Looks & { readonly signatures: Signatures; readonly perRow: number }) {
  return (
    <View wrap={false}>
      <View style={{ flexDirection: 'row', alignItems: 'flex-end', gap: sizes.text }}>
        <Text style={{ color: INK.accent, fontSize: sizes.heading, fontWeight: 600 }}>Signatures</Text>
        <Text>{shown(signatures.pledge)}</Text>
      </View>
      <View style={{ flexDirection: 'row', flexWrap: 'wrap' }}>
        {signatures.signatories.map((name, at) => (
          <View
            key={at}
            style={{ width: `${100 / perRow}%`, paddingRight: sizes.text * 1.5, paddingTop: sizes.signing }}
          >
            <View style={{ borderBottomWidth: 0.6, borderBottomColor: INK.text }} />
            <View
              style={{
                flexDirection: 'row',
                justifyContent: 'space-between',
                color: INK.soft,
                fontSize: sizes.small * 0.95,
              }}
            >
              <Text style={{ flexShrink: 1 }}>{shown(name) || 'Name'}</Text>
              <Text>Date</Text>
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}
