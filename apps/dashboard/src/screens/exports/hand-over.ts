import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { asProblem } from '../../api/problem.js';
import { questions } from '../../api/questions.js';
import { useOrganization } from '../../shell/organization.js';
import type { DroppedFile } from './dropped-files.js';

export interface RefusedFile {
  readonly name: string;
  readonly why: string;
}

/** Sends files one after the other: together they might ask for more room than there is. */
export function useHandOver() {
  const { id: organization } = useOrganization();
  const answers = useQueryClient();
  const [onTheWay, setOnTheWay] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const handOver = async (files: readonly DroppedFile[]) => {
    // What a computer keeps for itself in every folder is no export.
    const exported = files.filter((dropped) => !/(?:^|\/)(?:[.~]|__MACOSX)/u.test(pathOf(dropped)));
    setRefused([]);
    setOnTheWay(exported.map(pathOf));
    for (const file of exported) {
      try {
        await sendFile(organization, file);
      } catch (error) {
        const { message, step } = asProblem(error);
        setRefused((others) => [...others, { name: pathOf(file), why: `${message} ${step}` }]);
      }
      setOnTheWay((names) => names.slice(1));
      await answers.invalidateQueries({ queryKey: questions.uploads(organization).queryKey });
    }
  };
  return { handOver, onTheWay, refused };
}

function pathOf({ file: { name }, folder }: DroppedFile): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The bytes as they are: nothing is put around them. */
async function sendFile(organization: string, { file, folder }: DroppedFile): Promise<void> {
  await answerOf(
    api.PUT('/api/v1/organizations/{organization}/uploads/{file}', {
      params: { path: { organization, file: file.name }, query: { folder } },
      body: file as never,
      bodySerializer: (body: unknown) => body as Blob,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );
}
