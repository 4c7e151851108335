import { describe, expect, it } from '@jest/globals';
import { reportAsSarif } from '../exports/sarif.js';
import { reportAsJson } from '../exports/json.js';
import { reportAsText } from '../terminal/text.js';
import { outcome, system } from './report.spec-builders.js';
import { simulationNotice } from './simulated.js';

const trial = outcome({
  inventory: { asOf: '2026-11-23', systems: [system('crm', { simulated: true }), system('books')] },
});

describe('a scan of simulated vendors', () => {
  it('says which systems they stood for', () => {
    expect(simulationNotice(trial.inventory)).toMatch(/^A trial, not your tools: crm \(HubSpot\) was read/u);
    expect(simulationNotice(outcome().inventory)).toBeNull();
  });

  it('says so in every report, and a scan of real tools does not', () => {
    const style = { colors: false, width: 100 };
    const reports = (given: typeof trial) => [
      reportAsText(given, style),
      JSON.stringify(reportAsJson(given)),
      JSON.stringify(reportAsSarif(given)),
    ];
    for (const report of reports(trial)) expect(report).toMatch(/simulated/u);
    for (const report of reports(outcome())) expect(report).not.toMatch(/simulated/u);
  });
});
