import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest } from '../../core/simulated-vendor.js';
import { googleJson, listMember } from '../answers/google-answer.js';
import { rpcError } from '../answers/google-errors.js';
import type { GoogleMethod } from '../answers/google-method.js';
import { named } from '../directory/directory-fields.js';
import type { Workspace } from '../directory/workspace.js';
import { asSeenBy, type DriveFile, type DriveFiles } from '../drive/drive-files.js';
import { userOf } from '../drive/drive-methods.js';
import { isSeenBy } from '../drive/file-permissions.js';
import type { SheetTab } from '../drive/office-files.js';
import { anyOf } from '../google-scopes.js';
import { type CellRange, columnName, quotedTab, readCellRange } from './cell-range.js';

const SCOPES = anyOf('drive', 'drive.file', 'drive.readonly', 'spreadsheets', 'spreadsheets.readonly');
const COLUMNS = 26;

/** Sheets v4: the tabs of a spreadsheet, and cells of them. */
export function sheetsMethods(workspace: Workspace, files: DriveFiles): readonly GoogleMethod[] {
  return [
    {
      id: 'sheets.spreadsheets.get',
      path: '/v4/spreadsheets/{spreadsheetId}',
      scopes: SCOPES,
      known: {
        ...named(
          'comments commentsViewMode dataSources dataSourceSchedules developerMetadata namedRanges properties',
        ),
        ...named('spreadsheetId spreadsheetUrl'),
        sheets: {
          ...named('bandedRanges basicFilter charts columnGroups commentAnchors conditionalFormats data'),
          ...named('developerMetadata filterViews merges protectedRanges rowGroups slicers tables'),
          properties: named(
            'dataSourceSheetProperties gridProperties hidden index rightToLeft sheetId sheetType tabColor tabColorStyle title',
          ),
        },
      },
      answer: (request) => withSheet(request, workspace, files, spreadsheetResource),
    },
    {
      id: 'sheets.spreadsheets.values.batchGet',
      path: '/v4/spreadsheets/{spreadsheetId}/values:batchGet',
      scopes: SCOPES,
      known: { spreadsheetId: true, valueRanges: named('majorDimension range values') },
      answer: (request) => withSheet(request, workspace, files, (sheet) => batchGet(request, sheet)),
    },
  ];
}

type Sheet = DriveFile & { readonly tabs: readonly SheetTab[] };

function withSheet(
  request: SimulatedRequest,
  workspace: Workspace,
  files: DriveFiles,
  answer: (sheet: Sheet) => SimulatedAnswer,
): SimulatedAnswer {
  const user = userOf(request);
  const file = asSeenBy(user, files, workspace).find(request.parameters['spreadsheetId'] ?? '');
  const isOpen =
    file?.sharing.some((one) => one.with === 'anyone' || one.with === 'anyone-with-link') ?? false;
  if (file === null) {
    return rpcError({ status: 404, message: 'Requested entity was not found.', word: 'NOT_FOUND' });
  }
  if (!isOpen && !isSeenBy(file, user, workspace)) {
    return rpcError({
      status: 403,
      message: 'The caller does not have permission',
      word: 'PERMISSION_DENIED',
    });
  }
  if (file.tabs === undefined) {
    return rpcError({
      status: 400,
      message: 'This operation is not supported for this document',
      word: 'FAILED_PRECONDITION',
    });
  }
  return answer({ ...file, tabs: file.tabs });
}

function spreadsheetResource({ id, name, tabs }: Sheet): SimulatedAnswer {
  return googleJson({
    spreadsheetId: id,
    properties: { title: name, locale: 'en_US', autoRecalc: 'ON_CHANGE', timeZone: 'America/New_York' },
    sheets: tabs.map((tab, index) => ({
      properties: {
        sheetId: index === 0 ? 0 : 1_000_003 * index,
        title: tab.title,
        index,
        sheetType: 'GRID',
        gridProperties: { rowCount: tab.rowCount, columnCount: COLUMNS },
        ...(tab.isHidden === true ? { hidden: true } : {}),
      },
    })),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
  });
}

function batchGet({ query }: SimulatedRequest, { id, tabs }: Sheet): SimulatedAnswer {
  const titles = tabs.map(({ title }) => title);
  const ranges: unknown[] = [];
  for (const text of query.getAll('ranges')) {
    const range = readCellRange(text, titles);
    const tab = tabs.find(({ title }) => title === (range?.tab ?? titles[0]));
    if (range === null || tab === undefined) {
      return rpcError({ status: 400, message: `Unable to parse range: ${text}`, word: 'INVALID_ARGUMENT' });
    }
    ranges.push(valueRange(range, tab));
  }
  return googleJson({ spreadsheetId: id, ...listMember('valueRanges', ranges) });
}

/** Empty cells at the end of a row, and empty rows at the end of the range, are left out. */
function valueRange(range: CellRange, tab: SheetTab): Readonly<Record<string, unknown>> {
  const lastRow = Math.min(range.lastRow ?? tab.rowCount, tab.rowCount);
  const lastColumn = Math.min(range.lastColumn ?? COLUMNS, COLUMNS);
  const rows = tab.rows
    .slice(range.firstRow - 1, lastRow)
    .map((row) => row.slice(range.firstColumn - 1, lastColumn).map(String));
  const first = `${columnName(range.firstColumn)}${range.firstRow}`;
  return {
    range: `${quotedTab(tab.title)}!${first}:${columnName(lastColumn)}${lastRow}`,
    majorDimension: 'ROWS',
    ...listMember('values', rows),
  };
}
