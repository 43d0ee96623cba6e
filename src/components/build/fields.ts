import { concat } from '../../protocol/bytes/join.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { type LengthForm, minimalForm } from '../../protocol/frame/length.ts';
import { keyWord, unmask } from '../../protocol/frame/mask.ts';
import { readParts } from '../../protocol/frame/parts.ts';

/**
 * A frame as the form shows it: read from bytes, written back to bytes. What follows the header is all one, however
 * much of it the header claims; so a claim that lies can be told apart from what is there, and mended.
 */
export interface FrameFields {
  readonly fin: boolean;
  readonly rsv1: boolean;
  readonly rsv2: boolean;
  readonly rsv3: boolean;
  readonly opcode: number;
  /** Null where MASK is 0. */
  readonly key: Uint8Array | null;
  readonly form: LengthForm;
  /** The length the header says. */
  readonly claimed: bigint;
  /** Everything behind the header, in clear. */
  readonly content: Uint8Array;
}

/** Null where the bytes end inside the header: then there are only bits. */
export function fieldsOf(bytes: Uint8Array): FrameFields | null {
  const parts = readParts(bytes);
  if (!parts) return null;
  const { fin, rsv1, rsv2, rsv3, opcode, maskingKey, lengthForm, declaredLength, payload, rest } = parts;
  const word = maskingKey && keyWord(maskingKey);
  // The key goes on over what the header does not claim, as a sender that miscounts would have it.
  const tail = word === null || rest.length === 0 ? rest : unmask(rest, word, payload.length);
  const content = tail.length === 0 ? payload : concat([payload, tail]);
  return { fin, rsv1, rsv2, rsv3, opcode, key: maskingKey, form: lengthForm, claimed: declaredLength, content };
}

export function bytesOf(fields: FrameFields): Uint8Array {
  const { key, form, claimed, content, ...bits } = fields;
  return encodeFrame({ ...bits, maskingKey: key, lengthForm: form, declaredLength: claimed, payload: content });
}

/** The header claims what is there. */
export function isHonest({ claimed, content }: FrameFields): boolean {
  return claimed === BigInt(content.length);
}

/** With another payload. An honest length goes along, in the shortest form where it was in that; a lie stays. */
export function withContent(fields: FrameFields, content: Uint8Array): FrameFields {
  return isHonest(fields) ? withClaim({ ...fields, content }, BigInt(content.length)) : { ...fields, content };
}

/** With another length in the header. Its form changes where it was the shortest, or no longer has room. */
export function withClaim(fields: FrameFields, claimed: bigint): FrameFields {
  const least = minimalForm(claimed);
  const form = fields.form === minimalForm(fields.claimed) || fields.form < least ? least : fields.form;
  return { ...fields, claimed, form };
}

/** Whether a form has room for the length. */
export function hasRoom(form: LengthForm, claimed: bigint): boolean {
  return form >= minimalForm(claimed);
}
