// The documents of the example bakery, as PDFs and as pictures of their pages.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reportFiles } from '#scanner/cli/report-files.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { policyInForce } from '#scanner/reports/policy-in-force.js';

const KINDS = ['policy', 'notice', 'audit', 'questionnaire', 'ropa'];

/** Writes each document as PDF and HTML, and a picture of every page where pdftoppm is installed. */
export async function renderDocuments({ plumbline, records, at, folder }) {
  await acceptOne(plumbline, records.organization);
  const inForce = await policyInForce(records, at);
  for (const kind of KINDS) {
    for (const format of ['pdf', 'html']) {
      const [file] = await reportFiles(kind, format, { inForce, at, records, to: null });
      await writeFile(path.join(folder, `${kind}.${format}`), file.content);
    }
    execFileSync('pdftoppm', ['-r', '80', '-png', path.join(folder, `${kind}.pdf`), path.join(folder, kind)]);
  }
}

/** So that the audit pack has an exception to show. */
async function acceptOne(plumbline, organization) {
  const ledger = plumbline.get(Ledger);
  const { findings } = await ledger.latestOutcome(organization, 'pictures');
  const chosen = findings.find(({ finding }) => finding.rule === 'access.shared-account') ?? findings[0];
  await ledger.acceptFinding({
    organization,
    idOrPrefix: chosen.finding.id,
    reason: 'The counter shares it until every till has a login of its own',
    approver: 'maria@sweetcrumb.example',
    on: '2026-11-30',
    at: '2026-11-30T12:30:00Z',
  });
}
