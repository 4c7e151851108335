/** Bounds on what one file may ask of this machine. Beyond them a file is refused, and the rest is read. */
export const limits = {
  /** Bytes of one file on disk. */
  fileBytes: 8 * 2 ** 30,
  /** Characters of one line, quoted newlines included. */
  lineCharacters: 16 * 2 ** 20,
  cellCharacters: 2 ** 20,
  columns: 2_000,
  rows: 50_000_000,
  /** People or apps of one list. */
  listRows: 100_000,
  /** Files of one folder, and members of one archive. */
  files: 10_000,
  archiveMembers: 10_000,
  /** Unpacked bytes of one member, and of all members of one archive. */
  memberBytes: 4 * 2 ** 30,
  archiveBytes: 8 * 2 ** 30,
  /** Unpacked bytes per packed byte, for members above `ratioFloorBytes`: text packs 3 to 20 to one, a bomb 1,000 to one. */
  memberRatio: 200,
  ratioFloorBytes: 16 * 2 ** 20,
  /** Bytes of a workbook inside an archive: it is unpacked in memory, because nothing is spilled to disk (law 1). */
  packedWorkbookBytes: 64 * 2 ** 20,
  /** Characters of all shared strings of a workbook, which must be held to read its sheets. */
  sharedCharacters: 128 * 2 ** 20,
  sheets: 200,
} as const;
