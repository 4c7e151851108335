import { describe, expect, it } from '@jest/globals';
import { Simulation } from './simulation.js';

describe('a simulated vendor', () => {
  it('is set per vendor, by the settings of the process', () => {
    const simulation = Simulation.from({ PLUMBLINE_SIMULATE_HUBSPOT: 'http://127.0.0.1:4010/' });
    expect(simulation.connectors).toEqual(['hubspot']);
    expect(simulation.originOf('hubspot')).toBe('http://127.0.0.1:4010');
    expect(simulation.originOf('google-workspace')).toBeNull();
    expect(simulation.url('hubspot', 'https://app.hubspot.com/oauth/authorize?a=1')).toBe(
      'http://127.0.0.1:4010/oauth/authorize?a=1',
    );
    expect(simulation.url('mailchimp', 'https://login.mailchimp.com/x')).toBe(
      'https://login.mailchimp.com/x',
    );
  });

  it('may live at another time, and only then does the process', () => {
    const settings = { PLUMBLINE_SIMULATE_NOW: '2020-02-02T02:02:02Z' };
    const simulated = Simulation.from({ ...settings, PLUMBLINE_SIMULATE_HUBSPOT: 'http://127.0.0.1:4010' });
    expect(simulated.now().toISOString()).toMatch(/^2020-02-02T02:0/u);
    expect(Simulation.from(settings)).toBe(Simulation.none);
    expect(Math.abs(Simulation.none.now().getTime() - Date.now())).toBeLessThan(60_000);
    const parse = () =>
      Simulation.from({ PLUMBLINE_SIMULATE_NOW: 'noon', PLUMBLINE_SIMULATE_GOOGLE: 'http://127.0.0.1:1' });
    expect(parse).toThrow(/not set to a time/u);
  });

  it('has one clock in all processes where it is said when it stood there', () => {
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    const settings = { PLUMBLINE_SIMULATE_NOW: '2020-02-02T02:02:02Z', PLUMBLINE_SIMULATE_SINCE: hourAgo };
    const simulated = Simulation.from({ ...settings, PLUMBLINE_SIMULATE_HUBSPOT: 'http://127.0.0.1:4010' });
    expect(simulated.now().toISOString()).toMatch(/^2020-02-02T03:0/u);
  });

  it.each(['', '  ', undefined])('is none where nothing is set (%j)', (value) => {
    expect(Simulation.from({ PLUMBLINE_SIMULATE_GOOGLE: value })).toBe(Simulation.none);
  });

  it.each([
    'http://10.0.0.5:4010',
    'http://127.0.0.1.evil.example:4010',
    'http://localhost.evil.example',
    'https://127.0.0.1:4010',
    'http://user@127.0.0.1:4010',
    'http://127.0.0.1:4010/path',
    'http://127.0.0.1:4010?query',
    'ftp://127.0.0.1',
    '127.0.0.1:4010',
    'nonsense',
  ])('is refused anywhere but on this computer: %s', (value) => {
    const parse = () => Simulation.from({ PLUMBLINE_SIMULATE_GOOGLE: value });
    expect(parse).toThrow(/only run on this computer/u);
    try {
      parse();
    } catch (error) {
      expect(error).toMatchObject({ actor: 'user', details: { setting: 'PLUMBLINE_SIMULATE_GOOGLE' } });
    }
  });
});
