import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import type { UploadedFile } from '#connectors/exports/exports.connector.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { Policy } from '#rules/policy/policy.js';
import { policyProblemsAsText } from '#rules/policy/policy-problem.js';
import { CLOCK, type Clock } from '../clock.js';
import { Connections } from '../connections/connections.js';
import { EXAMPLE_ERASURES, exampleFolder } from '../policies/example-policy.js';
import { Policies } from '../policies/policies.js';
import type { ScanRequest } from '../scan/scan.service.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';

interface Place {
  readonly organization: string;
  readonly dataDirectory: string;
  /** The folder with one folder of exports per organization. */
  readonly exportsRoot: string | undefined;
  readonly uploads: readonly UploadedFile[];
}

type Wanted = Omit<ScanRequest, 'channel' | 'signal' | 'progress' | 'beside'>;

/** What there is to scan. @throws UserActionError where that is nothing */
export async function whatToScan(plumbline: INestApplicationContext, place: Place): Promise<Wanted> {
  const wanted = await whatIsThere(plumbline, place);
  await requireSource(plumbline, place.organization, wanted);
  return wanted;
}

/** The policy in force of the job's organization, its connections, and the folder that its owner keeps for it. */
export async function whatIsThere(
  plumbline: INestApplicationContext,
  { organization, dataDirectory, exportsRoot, uploads }: Place,
): Promise<Wanted> {
  const { policy, text } = await policyOf(plumbline, organization);
  const example = await exampleOf(plumbline, organization);
  if (example !== null)
    return { policy, policyText: text, ...(await exampleToScan(plumbline, policy, example)) };
  const exportsFolder = await exportsFolderOf(plumbline, organization, exportsRoot);
  return {
    policy,
    policyText: text,
    policyFolder: folderOfPaths(policy, exportsFolder),
    goesOnWithoutErasures: true,
    exportsFolder,
    uploads,
    ownPaths: [path.resolve(dataDirectory)],
    asOf: null,
    clock: plumbline.get<Clock>(CLOCK),
  };
}

/** The day of an invented business; null: it is a real one. */
async function exampleOf(plumbline: INestApplicationContext, name: string): Promise<string | null> {
  const row = await plumbline.get(DataSource).manager.findOneBy(OrganizationEntity, { name });
  return row?.exampleDay ?? null;
}

/** The example bakery on its day, on which it stays: its exports are made anew each time, in memory. */
async function exampleToScan(
  plumbline: INestApplicationContext,
  { erasures }: Policy,
  day: string,
): Promise<Omit<Wanted, 'policy' | 'policyText'>> {
  const { exampleBakery } = await import('../example/bakery.js');
  return {
    policyFolder: erasures === EXAMPLE_ERASURES ? exampleFolder() : null,
    goesOnWithoutErasures: true,
    exportsFolder: null,
    uploads: await exampleBakery({ asOf: day }),
    ownPaths: [],
    asOf: day,
    clock: plumbline.get<Clock>(CLOCK),
  };
}

async function policyOf(
  plumbline: INestApplicationContext,
  organization: string,
): Promise<{ readonly policy: Policy; readonly text: string }> {
  const current = await plumbline.get(Policies).current(organization);
  if (current === null) {
    throw new UserActionError({
      message: 'There is no policy yet to compare your tools with.',
      step: 'Write one page on which data you keep where, under Policy, then scan again.',
    });
  }
  const parsed = parsePolicy(current.text, 'policy.yaml');
  if ('problems' in parsed) {
    throw new UserActionError({
      message: 'The policy can not be used any more.',
      step: `Correct it under Policy, then scan again.\n\n${policyProblemsAsText(parsed.problems)}`,
    });
  }
  const { policy } = parsed;
  // What is found is stored under the name in the policy: it must be no other business's.
  if (policy.organization !== organization) {
    throw new UserActionError({
      message: 'The policy names another business.',
      step: `Write under Policy, after organization: ${organization}`,
    });
  }
  return { policy, text: current.text };
}

async function exportsFolderOf(
  plumbline: INestApplicationContext,
  name: string,
  root: string | undefined,
): Promise<string | null> {
  if (root === undefined) return null;
  const organization = await plumbline.get(DataSource).manager.findOneBy(OrganizationEntity, { name });
  if (organization === null) return null;
  const folder = path.resolve(root, organization.id);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? folder : null;
}

/** @throws UserActionError where there is neither a file nor a connection */
export async function requireSource(
  plumbline: INestApplicationContext,
  organization: string,
  { exportsFolder, uploads = [] }: Pick<Wanted, 'exportsFolder' | 'uploads'>,
): Promise<void> {
  if (exportsFolder !== null || uploads.length > 0) return;
  const connected = await plumbline.get(Connections).list(organization);
  if (connected.length > 0) return;
  throw new UserActionError({
    message: 'There is nothing to read yet: no tool is connected, and there are no exports.',
    step: 'Connect a tool under Connections, or hand over the files that it exports, then scan again.',
  });
}

/** Who writes the policy in a browser names files in the folder of exports and nowhere else on this computer. */
function folderOfPaths({ erasures }: Policy, exportsFolder: string | null): string | null {
  if (exportsFolder === null || erasures === null) return exportsFolder;
  const isInside =
    !path.isAbsolute(erasures) &&
    !path.relative(exportsFolder, path.resolve(exportsFolder, erasures)).startsWith('..');
  return isInside ? exportsFolder : null;
}
