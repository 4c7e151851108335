import { z } from 'zod';

// https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets

export const SheetTabs = z.object({
  sheets: z
    .array(z.object({ properties: z.object({ title: z.string(), sheetType: z.string().optional() }) }))
    .optional(),
});

/** Empty cells at the end of a row and empty rows are left out. */
export const SheetRows = z.object({
  valueRanges: z.array(z.object({ values: z.array(z.array(z.unknown())).optional() })),
});
