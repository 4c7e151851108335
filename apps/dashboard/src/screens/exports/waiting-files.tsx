import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { questions } from '../../api/questions.js';
import type { Upload } from '../../api/shapes.js';
import { ProblemText } from '../../parts/problem-text.js';
import { Notice } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { exportsWords as words } from '../../words/exports.js';
import type { RefusedFile } from './hand-over.js';
import css from './exports.module.css';

/** What waits, what is on its way, and what was not taken and why. */
export function WaitingFiles({
  waiting,
  onTheWay,
  refused,
}: {
  waiting: readonly Upload[];
  onTheWay: readonly string[];
  refused: readonly RefusedFile[];
}) {
  const isNothing = waiting.length + onTheWay.length + refused.length === 0;
  if (isNothing) return <Notice title={words.none}>{words.noneStep}</Notice>;
  return (
    <section className={css.section} aria-labelledby="waiting">
      <h2 id="waiting">{words.waiting}</h2>
      <ul className={css.rows} aria-live="polite">
        {refused.map(({ name, why }) => (
          <li key={`refused ${name}`} data-refused>
            <div>
              <strong>
                {words.notSent}: <bdi>{name}</bdi>
              </strong>
              <p>{why}</p>
            </div>
          </li>
        ))}
        {waiting.map((upload) => (
          <li key={`${upload.folder}/${upload.name}`}>
            <Waiting upload={upload} />
          </li>
        ))}
        {onTheWay.map((name) => (
          <li key={`coming ${name}`}>
            <bdi>{name}</bdi>
            <span className={css.small}>{words.sending}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ upload: { name, folder, bytes, kept_until: until } }: { upload: Upload }) {
  const { id: organization } = useOrganization();
  const path = folder === '' ? name : `${folder}/${name}`;
  const answers = useQueryClient();
  const removing = useMutation({
    mutationFn: () =>
      answerOf(
        api.DELETE('/api/v1/organizations/{organization}/uploads/{file}', {
          params: { path: { organization, file: name }, query: { folder } },
        }),
      ),
    onSettled: () => answers.invalidateQueries({ queryKey: questions.uploads(organization).queryKey }),
  });
  return (
    <>
      <div>
        <bdi>{path}</bdi>
        <p className={css.small}>
          {words.size(bytes)}, {words.keptUntil(until)}
        </p>
        <ProblemText error={removing.error} />
      </div>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={words.removeNamed(path)}
        loading={removing.isPending}
        onClick={() => removing.mutate()}
      >
        {words.remove}
      </Button>
    </>
  );
}
