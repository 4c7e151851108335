/**
 * A text that stands by itself. A cell is a window into the text of its file: keeping the cell would keep that text, a
 * quarter of a megabyte each time (measured: 360 MB over a million customers).
 */
export function ownCopy(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
