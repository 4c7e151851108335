import { Command, CommanderError } from 'commander';
import { describe, expect, it } from '@jest/globals';
import { organizationOption } from './options.js';

function organizationIn(text: string): unknown {
  const command = new Command('one').exitOverride().configureOutput({ writeErr: () => undefined });
  command.addOption(organizationOption()).parse(['--organization', text], { from: 'user' });
  return command.opts()['organization'];
}

describe('the name of a business that is typed in', () => {
  it.each(['', '   ', 'Cr\u{1B}[2Jumb', 'two\u{7}', 'Cr\u{0}umb', '\u{D800}'])('is refused as %j', (text) => {
    expect(() => organizationIn(text)).toThrow(CommanderError);
  });

  it.each(['Sweet Crumb Bakery', 'Bäckerei Süß & Söhne', '甘いパン', 'نان‌وایی'])('may be %j', (text) => {
    expect(organizationIn(text)).toBe(text);
  });
});
