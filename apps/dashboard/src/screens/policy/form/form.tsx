import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { choiceWords, policyWords as words, sectionWords } from '../../../words/policy.js';
import type { Path, Value } from '../text/value.js';
import { FieldInput } from './fields.js';
import { namesIn, optionsOf, textOf, textsOf, usePolicyOnPage, valueAt } from './page.js';
import { type Section, sections } from './sections.js';
import css from './form.module.css';

/** The policy section by section, each closed until it is needed. `first`: the section that stands open. */
export function PolicyForm({ first }: { first: string | null }) {
  return (
    <div className={css.form}>
      {sections.map((section) => (
        <SectionPart key={section.key} section={section} isFirst={section.key === first} />
      ))}
      <p className={css.soft}>{words.alsoInText}</p>
    </div>
  );
}

function SectionPart({ section, isFirst }: { section: Section; isFirst: boolean }) {
  const { value } = usePolicyOnPage();
  const [isOpen, setOpen] = useState(isFirst);
  const { title = section.key, lead } = sectionWords[section.key] ?? {};
  const count = entriesOf(section, value[section.key]).length;
  return (
    <details
      className={css.section}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h3>{title}</h3>
        {section.kind !== 'fields' && <span className={css.soft}>{words.entries(count)}</span>}
      </summary>
      {isOpen && (
        <div className={css.inside}>
          <p className={css.soft}>{lead}</p>
          {section.kind === 'fields' ? (
            <div className={css.fields}>
              {section.fields.map((field) => (
                <FieldInput key={field.path.join('.')} field={field} at={[]} />
              ))}
            </div>
          ) : (
            <Entries section={section} />
          )}
        </div>
      )}
    </details>
  );
}

/** Where each entry stands. */
function entriesOf({ key, kind }: Section, value: Value | undefined): readonly Path[] {
  if (kind === 'named') return namesIn(value).map((name) => [key, name]);
  return Array.isArray(value) ? value.map((_, index) => [key, index]) : [];
}

function Entries({ section }: { section: Section }) {
  const { value, mayChange } = usePolicyOnPage();
  const entries = entriesOf(section, value[section.key]);
  return (
    <>
      <ul className={css.entries}>
        {entries.map((path) => (
          <li key={path.join('.')}>
            <Entry section={section} path={path} />
          </li>
        ))}
      </ul>
      {mayChange && <AddEntry section={section} count={entries.length} />}
    </>
  );
}

function Entry({ section, path }: { section: Section; path: Path }) {
  const page = usePolicyOnPage();
  const entry = valueAt(page.value, path);
  const [isOpen, setOpen] = useState(isEmpty(entry));
  const [first = '', ...rest] = [
    ...(section.kind === 'named' ? [String(path.at(-1))] : []),
    ...section.shows.map((name) => shown(page, section, name, valueAt(entry, [name]))),
  ];
  return (
    <details
      className={css.entry}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <bdi>{first === '' ? words.unnamed : first}</bdi>
        <bdi className={css.soft}>{rest.filter((part) => part !== '').join(' · ')}</bdi>
      </summary>
      {isOpen && (
        <div className={css.fields}>
          {section.fields.map((field) => (
            <FieldInput key={field.path.join('.')} field={field} at={path} />
          ))}
          {page.mayChange && (
            <div>
              <Button
                size="xs"
                variant="default"
                aria-label={`${words.remove}: ${first}`}
                onClick={() => page.change([{ kind: 'remove', path }])}
              >
                {words.remove}
              </Button>
            </div>
          )}
        </div>
      )}
    </details>
  );
}

const isEmpty = (entry: Value | undefined): boolean => namesIn(entry).length < 1;

function shown(
  page: Parameters<typeof optionsOf>[0],
  { fields }: Section,
  name: string,
  value: Value | undefined,
): string {
  const field = fields.find(({ path }) => path[0] === name);
  const label = (one: string) =>
    field?.from === undefined
      ? one
      : (optionsOf(page, field.from).find((option) => option.value === one)?.label ??
        choiceWords[one] ??
        one);
  if (typeof value === 'string') return label(value);
  return Array.isArray(value)
    ? textsOf(value).map(label).join(', ')
    : namesIn(value)
        .map((system) => `${system}: ${textOf(valueAt(value, [system]))}`)
        .join(', ');
}

function AddEntry({ section, count }: { section: Section; count: number }) {
  const { change, value } = usePolicyOnPage();
  const [name, setName] = useState('');
  if (section.kind === 'list')
    return (
      <div>
        <Button
          size="xs"
          variant="default"
          aria-label={`${words.add}: ${sectionWords[section.key]?.title}`}
          onClick={() => change([{ kind: 'add', path: [section.key], value: {} }])}
        >
          {words.add}
        </Button>
      </div>
    );
  const given = name.trim();
  const isTaken = namesIn(value[section.key]).includes(given);
  return (
    <form
      className={css.adding}
      onSubmit={(event) => {
        event.preventDefault();
        if (given === '' || isTaken) return;
        change([{ kind: 'set', path: [section.key, given], value: {} }]);
        setName('');
      }}
    >
      <TextInput
        key={count}
        size="sm"
        label={words.newName}
        description={words.newNameHint}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button
        size="sm"
        type="submit"
        variant="default"
        aria-label={`${words.add}: ${sectionWords[section.key]?.title}`}
      >
        {words.add}
      </Button>
    </form>
  );
}
