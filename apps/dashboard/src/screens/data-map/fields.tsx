import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { DataMapCell } from '../../api/shapes.js';
import { BrokenRules } from '../../parts/broken-rules.js';
import { StandingMark } from '../../parts/standing-mark.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { dataMapWords as words } from '../../words/data-map.js';
import { systemWords } from '../../words/systems.js';
import css from './data-map.module.css';

/** The fields behind a cell, and what to do about them. */
export function Fields({ cell, close }: { cell: DataMapCell; close: () => void }) {
  const { id } = useOrganization();
  const system = systemWords.nameOf(cell.system);
  return (
    <div className={css.fields}>
      <div className={css.fieldsHead}>
        <div>
          <h3>
            <bdi>{words.fieldsOf(cell.title, system)}</bdi>
          </h3>
          {cell.breaks.length === 0 && (
            <p>
              {words.states[cell.state]}. {words.whatToDo[cell.state]}
            </p>
          )}
        </div>
        <Button variant="default" size="xs" onClick={close}>
          {words.close}
        </Button>
      </div>
      <BrokenRules breaks={cell.breaks} />
      {cell.fields.length > 0 && (
        <ul className={css.fieldList}>
          {cell.fields.map((field) => (
            <li key={JSON.stringify([field.object, field.list, field.name, field.in_notes])}>
              <p>
                <b>
                  <bdi>{field.label === '' ? field.name : field.label}</bdi>
                </b>{' '}
                {field.label !== '' && field.label !== field.name && <code>{field.name}</code>}
              </p>
              <p className={css.soft}>
                <bdi>{field.list ?? field.object}</bdi>
                {field.custom && ` · ${words.own}`} ·{' '}
                {field.in_notes
                  ? words.shareOfNotes(field.filled, field.records)
                  : words.share(field.filled, field.records)}
              </p>
              {cell.state !== 'found' && <Stands field={field} />}
            </li>
          ))}
        </ul>
      )}
      {cell.state === 'differs' && cell.breaks.length === 0 && (
        <Link href={`${addressOf(id, 'findings')}?system=${encodeURIComponent(cell.system)}`}>
          {words.toFindings(system)}
        </Link>
      )}
    </div>
  );
}

/** Each rule that the field breaks, else whether the policy names it. */
function Stands({ field: { declared, breaks } }: { field: DataMapCell['fields'][number] }) {
  const headings = [...new Set(breaks.map(({ heading }) => heading))];
  if (headings.length > 0)
    return headings.map((heading) => (
      <StandingMark key={heading} standing="differs">
        {heading}
      </StandingMark>
    ));
  return (
    <StandingMark standing={declared ? 'agrees' : 'differs'}>
      {declared ? words.states.agrees : words.states.differs}
    </StandingMark>
  );
}
