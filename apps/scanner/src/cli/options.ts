import { InvalidArgumentError, Option } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { policyText } from '#rules/policy/draft-text.js';

export const USUAL_DATA_DIRECTORY = 'data';

/** Where findings and their history are kept. */
export function dataDirectoryOption(): Option {
  return new Option('--data-dir <folder>', 'where Plumbline keeps its findings and their history').default(
    USUAL_DATA_DIRECTORY,
  );
}

/** What a person has to add to the next command so that it finds the same findings; "" for the usual folder. */
export function dataDirectoryWords(dataDirectory: string): string {
  if (dataDirectory === USUAL_DATA_DIRECTORY) return '';
  return `--data-dir ${/\s/u.test(dataDirectory) ? `"${dataDirectory}"` : dataDirectory}`;
}

export function organizationOption(description = 'which business, if the data folder holds several'): Option {
  return new Option('--organization <name>', description).argParser((text: string) => {
    // What a policy takes as a name: it has to stand there too.
    const name = policyText(text);
    if (name === null || /\p{Cs}/u.test(name))
      throw new InvalidArgumentError(
        'Write the name of the business on one line, in letters, digits and signs.',
      );
    return name;
  });
}

/** Who decides: the record must name somebody who can be asked. */
export function approverOption(description: string): Option {
  return emailOption('--by <email>', description);
}

/** The address of a person. */
export function emailOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text: string) => {
    if (text.length > 254 || !/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(text))
      throw new InvalidArgumentError('Write an e-mail address, for example maria@your-business.example.');
    return text;
  });
}

/** A calendar day as YYYY-MM-DD. */
export function dayOption(flags: string, description: string): Option {
  return new Option(flags, `${description} (YYYY-MM-DD)`).argParser((text: string) => {
    if (!isDay(text)) throw new InvalidArgumentError('Write a date as YYYY-MM-DD, for example 2026-11-23.');
    return text;
  });
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
