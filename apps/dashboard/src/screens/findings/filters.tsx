import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import { questions } from '../../api/questions.js';
import { useOrganization } from '../../shell/organization.js';
import { findingsWords as words } from '../../words/findings.js';
import { OF_THE_BUSINESS, systemWords } from '../../words/systems.js';
import { severities, severityWords } from '../../words/severity.js';
import { states, type Wanted } from './wanted.js';
import css from './findings.module.css';

/** So long nobody types before a search is made. */
const PAUSE_MS = 250;

/** Which findings are shown. */
export function Filters({
  wanted,
  want,
  search,
}: {
  wanted: Wanted;
  want: (change: Readonly<Record<string, string>>) => void;
  search: RefObject<HTMLInputElement | null>;
}) {
  const { id } = useOrganization();
  const { data: overview } = useQuery(questions.overview(id));
  const { data: people = [] } = useQuery(questions.people(id));
  const systems = [...new Set(overview?.systems.map(({ system }) => system)), OF_THE_BUSINESS];
  return (
    <search className={css.filters} aria-label={words.filters}>
      <Search wanted={wanted} want={want} input={search} />
      <NativeSelect
        label={words.state}
        value={wanted.state}
        onChange={({ currentTarget }) => want({ state: currentTarget.value })}
        data={states.map((state) => ({ value: state, label: words.states[state] }))}
      />
      <NativeSelect
        label={words.severity}
        value={wanted.severity ?? ''}
        onChange={({ currentTarget }) => want({ severity: currentTarget.value })}
        data={[
          { value: '', label: words.anySeverity },
          ...severities.map((severity) => ({ value: severity, label: severityWords[severity] })),
        ]}
      />
      <NativeSelect
        label={words.system}
        value={wanted.system ?? ''}
        onChange={({ currentTarget }) => want({ system: currentTarget.value })}
        data={[
          { value: '', label: words.anySystem },
          ...systems.map((name) => ({ value: name, label: systemWords.nameOf(name) })),
        ]}
      />
      {people.length > 1 && (
        <NativeSelect
          label={words.assignee}
          value={wanted.assignee ?? ''}
          onChange={({ currentTarget }) => want({ assignee: currentTarget.value })}
          data={[
            { value: '', label: words.anyAssignee },
            ...people.map((person) => ({ value: person.id, label: person.name })),
          ]}
        />
      )}
    </search>
  );
}

function Search({
  wanted,
  want,
  input,
}: {
  wanted: Wanted;
  want: (change: Readonly<Record<string, string>>) => void;
  input: RefObject<HTMLInputElement | null>;
}) {
  const [typed, setTyped] = useState(wanted.text ?? '');
  useEffect(() => setTyped(wanted.text ?? ''), [wanted.text]);
  useEffect(() => {
    if (typed.trim() === (wanted.text ?? '')) return undefined;
    const timer = setTimeout(() => want({ text: typed.trim() }), PAUSE_MS);
    return () => clearTimeout(timer);
    // `want` is another one each time; only what was typed counts.
  }, [typed, wanted.text]);
  return (
    <TextInput
      ref={input}
      className={css.search ?? ''}
      type="search"
      size="sm"
      label={words.search}
      placeholder={words.searchHint}
      maxLength={100}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}
