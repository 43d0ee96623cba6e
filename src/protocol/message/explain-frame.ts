import { explainFrame } from '../frame/explain.ts';
import type { FieldNode } from '../model/node.ts';
import { issuesOf } from './issues.ts';
import type { Scan } from './scan.ts';

/** The field tree of one frame with its issues in place. */
export function explainFrameOf(scan: Scan, frame: number): FieldNode {
  return explainFrame(scan.table, frame, scan.source, issuesOf(scan, frame));
}
