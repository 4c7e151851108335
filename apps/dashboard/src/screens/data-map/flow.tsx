import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inventoryQuestions } from '../../api/inventory-questions.js';
import type { DataFlowAnswer } from '../../api/shapes.js';
import { Card, Section } from '../../parts/section.js';
import { Loaded } from '../../parts/states.js';
import { Wide } from '../../parts/wide.js';
import { useOrganization } from '../../shell/organization.js';
import { dataMapWords as words } from '../../words/data-map.js';
import { around } from './around.js';
import { columnsOf } from './flow-columns.js';
import { FlowPicture } from './flow-picture.js';
import { FlowTable } from './flow-table.js';
import css from './flow.module.css';

/** The way of data through the business, as a picture and as a table. */
export function Flow() {
  const { id } = useOrganization();
  const flow = useQuery(inventoryQuestions.dataFlow(id));
  return (
    <Section title={words.flow} lead={words.flowLead}>
      <Loaded query={flow}>{(whole) => <Shown whole={whole} />}</Loaded>
    </Section>
  );
}

const EVERYTHING = '';

function Shown({ whole }: { whole: DataFlowAnswer }) {
  const [chosen, choose] = useState(EVERYTHING);
  if (whole.links.length === 0) return <p className={css.soft}>{words.flowEmpty}</p>;
  const shown = chosen === EVERYTHING ? whole : around(whole, chosen);
  return (
    <>
      <NativeSelect
        className={css.chooser}
        label={words.show}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        data={[
          { value: EVERYTHING, label: words.everything },
          ...columnsOf(whole).map((places, column) => ({
            group: words.columns[column] ?? '',
            items: places.map(({ id, title }) => ({ value: id, label: title })),
          })),
        ]}
      />
      <Card>
        <Wide label={words.flowPicture}>
          <FlowPicture flow={shown} />
        </Wide>
      </Card>
      <details className={css.details}>
        <summary>{words.asTable}</summary>
        <Card>
          <Wide label={words.flowLabel}>
            <FlowTable flow={shown} />
          </Wide>
        </Card>
      </details>
    </>
  );
}
