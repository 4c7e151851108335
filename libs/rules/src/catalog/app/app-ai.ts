import type { Rule } from '../../engine/rule.js';
import type { AiAppKind, TrainingDefault } from '../../vendors/ai-app.js';
import { systemName } from '../wording.js';
import { judgedApps } from './app-verdict.js';
import { aboutApp } from './grants.js';
import { whatItRead } from './what-it-read.js';

/** An AI app that can reach customer data, unless the policy names it and its vendor does not train on it (E16). */
export const appAi: Rule = {
  id: 'app.ai',
  title: 'AI app that can reach customer data',
  severity: 'high',
  needs: ['apps'],
  family: 'app in a system',
  *evaluate(input) {
    for (const { grant, verdict } of judgedApps(input)) {
      if (verdict?.rule !== 'app.ai') continue;
      const { app, system, declared } = grant;
      const { aiApp } = verdict;
      const about = aboutApp(grant);
      const policySays = declared
        ? `The policy names it, but has no answer of ${aiApp.vendor} that it does not train shared AI on your data.`
        : 'The policy does not name it.';
      yield {
        ...about,
        title: `${app.name} looks like an AI app and can reach data in ${systemName(system)}`,
        message: `It is known for ${KNOWN_FOR[aiApp.kind]}, and what it reads goes to an AI model.${whatItRead(app)} ${policySays} ${sourceSays(aiApp.training)}`,
        remedy: `Remove its access in the app settings of ${systemName(system)} unless you need it. If it stays, ask ${aiApp.vendor} whether it trains shared AI on your data, then name the app under apps: with vendor: "${aiApp.vendor}", and write the answer under vendors: trains_shared_ai: no, or opted_out with opted_out_on: the day.`,
        evidence: {
          ...about.evidence,
          is_declared: declared !== null,
          ai_app: aiApp.name,
          vendor: aiApp.vendor,
          kind: aiApp.kind,
          recognised: 'by name only',
          training_default: aiApp.training?.answer ?? 'unknown',
          training_source: aiApp.training?.source ?? null,
          training_source_dated: aiApp.training?.dated ?? null,
        },
      };
    }
  },
};

const KNOWN_FOR: Readonly<Record<AiAppKind, string>> = {
  assistant: 'answering questions',
  'meeting notes': 'taking notes of meetings',
  writing: 'writing texts',
  coding: 'writing software',
  'documents and search': 'reading documents',
  'e-mail and calendar': 'handling mail and calendars',
  automation: 'doing tasks by itself',
  'sales and support': 'selling and support',
  media: 'making pictures, sound or slides',
};

/** What our source says is a hint for the question to ask, never the vendor's word. */
const SOURCE_SAYS: Readonly<Record<TrainingDefault['answer'], string>> = {
  yes: 'A source says that it trains on what users put in unless they object; check this with the vendor.',
  'by plan':
    'A source says that whether it trains on your data depends on the plan you pay for; check this with the vendor.',
  'by setting':
    'A source says that whether it trains on your data depends on a setting; check this with the vendor.',
  no: 'A source says that it does not train on customer data unless you agree; get this from the vendor in writing.',
};

function sourceSays(training: TrainingDefault | null): string {
  return training ? SOURCE_SAYS[training.answer] : 'Whether it trains on your data is not known.';
}
