import { Document, isCollection, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { splice } from './splice.js';
import type { Edit, Path, Value } from './value.js';

/** A policy as the form shows it; null where the text can not be taken apart. Every single value is text (E36). */
export function readPolicy(text: string): Readonly<Record<string, Value>> | null {
  const document = documentOf(text);
  if (document.errors.length > 0) return null;
  const value: unknown = document.toJS();
  if (value === null || value === '') return {};
  return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, Value>) : null;
}

/** The text with all changes; comments and everything else stay as they are. */
export function editedText(text: string, edits: readonly Edit[]): string {
  return edits.reduce(withEdit, text);
}

/**
 * What a change means is decided on the document. It is then made at its place in the text alone, so that the rest stays
 * letter by letter; where that would mean something else, the document is written out anew, with its comments.
 */
function withEdit(text: string, edit: Edit): string {
  const wanted = documentOf(text);
  apply(wanted, edit);
  const spliced = splice(text, documentOf(text), edit);
  if (spliced !== null && meaningOf(documentOf(spliced)) === meaningOf(wanted)) return spliced;
  return wanted.toString({ lineWidth: 0 });
}

function documentOf(text: string): Document.Parsed {
  return parseDocument(text, { schema: 'failsafe', strict: false });
}

const meaningOf = (document: Document): string | null =>
  document.errors.length > 0 ? null : JSON.stringify(document.toJS());

function apply(document: Document, edit: Edit): void {
  const { path } = edit;
  if (edit.kind === 'remove') {
    document.deleteIn(path);
    return;
  }
  clearTheWay(document, path);
  const there = document.getIn(path, true) as Node | undefined;
  const node = nodeOf(document, edit.value);
  if (edit.kind === 'add') {
    if (isSeq(there)) there.add(node);
    else document.setIn(path, document.createNode([edit.value]));
  } else if (isScalar(there) && isScalar(node)) {
    there.value = node.value;
  } else document.setIn(path, node);
}

/** What stands there empty (`people:` and nothing behind it) becomes what it is to be. */
function clearTheWay(document: Document, path: Path): void {
  for (let length = 1; length <= path.length; length += 1) {
    const above = path.slice(0, length);
    const node = document.getIn(above, true);
    if (isScalar(node) && (node.value === '' || node.value === null) && length < path.length)
      document.deleteIn(above);
  }
}

function nodeOf(document: Document, value: Value): Node {
  const node = document.createNode(value) as Node;
  if (isMap(node) || isCollection(node)) node.flow = true;
  return node;
}
