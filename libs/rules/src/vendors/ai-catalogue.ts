import type { AiApp } from './ai-app.js';
import { assistants } from './ai-apps/assistants.js';
import { automationApps } from './ai-apps/automation.js';
import { codingApps } from './ai-apps/coding.js';
import { documentsAndSearchApps } from './ai-apps/documents-and-search.js';
import { emailAndCalendarApps } from './ai-apps/email-and-calendar.js';
import { mediaApps } from './ai-apps/media.js';
import { meetingNotesApps } from './ai-apps/meeting-notes.js';
import { salesAndSupportApps } from './ai-apps/sales-and-support.js';
import { writingApps } from './ai-apps/writing.js';
import { hasWords, isWhole } from './display-name.js';

/** AI apps that turn up with access to office accounts. */
export const aiApps: readonly AiApp[] = [
  ...assistants,
  ...meetingNotesApps,
  ...writingApps,
  ...codingApps,
  ...documentsAndSearchApps,
  ...emailAndCalendarApps,
  ...automationApps,
  ...salesAndSupportApps,
  ...mediaApps,
];

/**
 * The AI app that goes by a display name, or null. Developers choose the name freely and vendors publish no ids, so
 * this is a likeness, not proof, and findings say so.
 */
export function aiAppNamed(displayName: string): AiApp | null {
  return (
    aiApps.find(
      ({ words, whole }) =>
        words.some((name) => hasWords(displayName, name)) || whole.some((name) => isWhole(displayName, name)),
    ) ?? null
  );
}
