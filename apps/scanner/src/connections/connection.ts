import type { ConnectionEntity } from '../storage/entities/connection.entity.js';

/** A connection as it may be shown: nothing in it is secret. */
export type Connection = Omit<ConnectionEntity, 'renewingBy' | 'renewingUntil' | 'logMemory'>;

export function shown(row: ConnectionEntity): Connection {
  const { renewingBy: _by, renewingUntil: _until, logMemory: _memory, ...connection } = row;
  return connection;
}
