import { Button } from '@mantine/core';
import { useState } from 'react';
import { Card } from '../../parts/section.js';
import { Wide } from '../../parts/wide.js';
import { dayInWords } from '../../words/dates.js';
import { recordsWords as words } from '../../words/records.js';
import type { ListedRecord } from './list-lines.js';
import type { OneList } from './record-list.js';
import css from './records.module.css';

/** As many as one reads in one go; the rest is asked for. */
const AT_A_TIME = 200;

/** The records of one finding. */
export function RecordsTable({ system, list }: { system: string; list: OneList }) {
  const { subject, found, of, all, records } = list;
  const [most, setMost] = useState(AT_A_TIME);
  const shown = records.slice(0, most);
  const left = records.length - shown.length;
  const hasDays = records.some(({ day }) => day !== null);
  const hasPages = records.some(({ page }) => page !== null);
  const heads = [
    words.record,
    ...(hasPages ? [words.page] : []),
    ...(hasDays ? [words.day] : []),
    words.system,
  ];
  return (
    <section className={css.section}>
      <div>
        <h3>
          <bdi>{words.subject(subject)}</bdi>
        </h3>
        <p className={css.soft}>{words.found(found, of, all)}</p>
      </div>
      <Card>
        <Wide label={words.tableLabel(subject)}>
          <table className={css.table}>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((record) => (
                <Row key={record.record} {...{ system, record, hasDays, hasPages }} />
              ))}
            </tbody>
          </table>
        </Wide>
      </Card>
      {left > 0 && (
        <p className={css.more}>
          <Button variant="default" onClick={() => setMost(most + AT_A_TIME)}>
            {words.more(Math.min(left, AT_A_TIME))}
          </Button>
          <span className={css.soft}>{words.shownOf(shown.length, records.length)}</span>
        </p>
      )}
    </section>
  );
}

function Row({
  system,
  record: { record, day, page },
  hasDays,
  hasPages,
}: {
  system: string;
  record: ListedRecord;
  hasDays: boolean;
  hasPages: boolean;
}) {
  return (
    <tr>
      <th scope="row">
        <bdi>{record}</bdi>
      </th>
      {hasPages && (
        <td>
          {page !== null && isPage(page) && (
            <a href={page} target="_blank" rel="noreferrer" aria-label={words.openNamed(record)}>
              {words.open}
            </a>
          )}
        </td>
      )}
      {hasDays && <td>{day === null ? words.noDay : dayInWords(day)}</td>}
      <td>
        <bdi>{system}</bdi>
      </td>
    </tr>
  );
}

/** What stands in an answer is followed only to a web page. */
function isPage(address: string): boolean {
  return address.startsWith('https://');
}
