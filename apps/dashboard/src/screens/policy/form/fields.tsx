import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { choiceWords, fieldWords, policyWords as words } from '../../../words/policy.js';
import type { Path } from '../text/value.js';
import { optionsOf, textOf, textsOf, usePolicyOnPage, valueAt } from './page.js';
import type { Field } from './sections.js';
import css from './form.module.css';

const LEVELS = ['viewer', 'member', 'admin'];

/** One value of the policy, to be filled in. `at`: the entry that it belongs to. */
export function FieldInput({ field, at }: { field: Field; at: Path }) {
  const path = [...at, ...field.path];
  const { label, hint } = wordsOf(field);
  if (field.as === 'one') return <One field={field} path={path} label={label} />;
  if (field.as === 'several') return <Several field={field} path={path} label={label} />;
  if (field.as === 'levels') return <Levels path={path} label={label} />;
  return <Line path={path} label={label} hint={hint} isList={field.as === 'list'} />;
}

function wordsOf({ path, word }: Field) {
  const name = word ?? String(path.at(-1));
  const { label = name, hint } = fieldWords[name] ?? {};
  return { label, hint };
}

/** Is taken when its writer goes on: half an address is none. */
function Line({
  path,
  label,
  hint,
  isList,
}: {
  path: Path;
  label: string;
  hint: string | undefined;
  isList: boolean;
}) {
  const { value, change, mayChange } = usePolicyOnPage();
  const there = valueAt(value, path);
  const shown = isList ? textsOf(there).join(', ') : textOf(there);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const take = () => {
    const text = typed.trim();
    if (text === shown) return;
    if (text === '') change([{ kind: 'remove', path }]);
    else change([{ kind: 'set', path, value: isList ? partsOf(text) : text }]);
  };
  return (
    <TextInput
      size="sm"
      label={label}
      description={hint}
      value={typed}
      readOnly={!mayChange}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take();
      }}
    />
  );
}

const partsOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function One({ field, path, label }: { field: Field; path: Path; label: string }) {
  const page = usePolicyOnPage();
  const chosen = textOf(valueAt(page.value, path));
  const options = optionsOf(page, field.from ?? []);
  const isKnown = chosen === '' || options.some(({ value }) => value === chosen);
  return (
    <NativeSelect
      label={label}
      value={chosen}
      disabled={!page.mayChange}
      onChange={({ currentTarget: { value } }) =>
        page.change([value === '' ? { kind: 'remove', path } : { kind: 'set', path, value }])
      }
    >
      <option value="">{words.notSaid}</option>
      {!isKnown && <option value={chosen}>{chosen}</option>}
      {options.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </NativeSelect>
  );
}

function Several({ field, path, label }: { field: Field; path: Path; label: string }) {
  const page = usePolicyOnPage();
  const chosen = textsOf(valueAt(page.value, path));
  const known = optionsOf(page, field.from ?? []).map(({ value }) => value);
  const all = [...known, ...chosen.filter((one) => !known.includes(one))];
  const toggle = (one: string) => {
    const value = all.filter((other) => (other === one) !== chosen.includes(other));
    page.change([value.length === 0 ? { kind: 'remove', path } : { kind: 'set', path, value }]);
  };
  return (
    <fieldset className={css.several}>
      <legend>{label}</legend>
      {all.length === 0 && <p className={css.soft}>{words.noOne}</p>}
      {all.map((one) => (
        <label key={one} className={css.chip}>
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            disabled={!page.mayChange}
            onChange={() => toggle(one)}
          />
          <bdi>{one}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

function Levels({ path, label }: { path: Path; label: string }) {
  const page = usePolicyOnPage();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={css.levels}>
      <p id={id} className={css.label}>
        {label}
      </p>
      {optionsOf(page, 'systems').map(({ value: system }) => {
        const chosen = textOf(valueAt(page.value, [...path, system]));
        return (
          <NativeSelect
            key={system}
            label={system}
            value={chosen}
            disabled={!page.mayChange}
            onChange={({ currentTarget: { value } }) =>
              page.change([
                value === ''
                  ? { kind: 'remove', path: [...path, system] }
                  : { kind: 'set', path: [...path, system], value },
              ])
            }
          >
            <option value="">{words.notSaid}</option>
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {level}: {choiceWords[level]}
              </option>
            ))}
          </NativeSelect>
        );
      })}
    </div>
  );
}
