import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { questions } from '../../api/questions.js';
import type { AnswerTo } from '../../api/shapes.js';
import { Loaded } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { asked } from './asked.js';
import { PolicyEditor } from './policy-editor.js';

/** The one page that everything is measured against. `?change=ID`: a finding says that it is out of date. */
export function Policy() {
  const { id } = useOrganization();
  const current = useQuery(asked.current(id));
  const choices = useQuery(asked.choices(id));
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const [isSaved, setSaved] = useState(false);
  const about = search.get('change');
  const saved = () => {
    setSaved(true);
    // What the finding proposed is done.
    go(addressOf(id, 'policy'), { replace: true });
  };
  return (
    <Loaded whole query={current}>
      {(policy) => (
        <Loaded whole query={choices}>
          {(known) =>
            about === null ? (
              <PolicyEditor
                key={policy?.version ?? ''}
                current={policy}
                choices={known}
                finding={null}
                isSaved={isSaved}
                saved={saved}
              />
            ) : (
              <AboutFinding about={about}>
                {(finding) => (
                  <PolicyEditor
                    key={policy?.version ?? ''}
                    current={policy}
                    choices={known}
                    finding={finding}
                    isSaved={false}
                    saved={saved}
                  />
                )}
              </AboutFinding>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function AboutFinding({
  about,
  children,
}: {
  about: string;
  children: (finding: AnswerTo<'getFinding'>) => React.ReactNode;
}) {
  const { id } = useOrganization();
  const finding = useQuery(questions.finding(id, about));
  return (
    <Loaded whole query={finding}>
      {children}
    </Loaded>
  );
}
