type Change = (value: unknown) => unknown;

/** For a field that shall vanish. */
export const DROPPED = Symbol('dropped');

/** A copy of JSON data in which every field whose path ends like `name` (`email`, `paging.next`) is changed. */
export function changeField(data: unknown, name: string, change: Change): unknown {
  return changed(data, name.split('.'), [], change);
}

/** Another JSON type with as much of the same meaning as possible: the hardest to notice. */
export function otherType(value: unknown): unknown {
  if (typeof value === 'string') return /^-?\d+(\.\d+)?$/u.test(value) ? Number(value) : [value];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return { 0: value[0] };
  return value === null ? 0 : JSON.stringify(value);
}

function changed(data: unknown, name: readonly string[], path: readonly string[], change: Change): unknown {
  if (Array.isArray(data)) return data.map((item) => changed(item, name, path, change));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .map(([key, value]) => {
        const here = [...path, key];
        const isMeant = name.every((part, index) => here[here.length - name.length + index] === part);
        return [key, isMeant ? change(value) : changed(value, name, here, change)] as const;
      })
      .filter(([, value]) => value !== DROPPED),
  );
}
