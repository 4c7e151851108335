/** Colours only for a person at a terminal; NO_COLOR is honoured (https://no-color.org). */
export function textStyle(outputFile?: string): { readonly colors: boolean; readonly width: number } {
  const { isTTY, columns } = process.stdout;
  const isScreen = isTTY && outputFile === undefined;
  const width = Math.min(100, Math.max(60, isScreen ? columns : 96));
  return { colors: isScreen && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb', width };
}
