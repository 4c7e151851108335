/**
 * Gives the room of an array back at once; the array is of no use afterwards. The collector would let it stand until it
 * has other reasons to work, and a table that grew a dozen times leaves four times its size behind.
 */
export function giveBack(...arrays: readonly { readonly buffer: ArrayBufferLike }[]): void {
  for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}
